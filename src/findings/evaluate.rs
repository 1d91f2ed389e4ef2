//! The value of an expression at the moment of the trap, where it can be had by
//! looking alone: no assignment, no call, nothing unwritten.

use super::scene::{Held, Scene, Storage};
use crate::arith::{IntRepr, fold_int};
use crate::memory::Pointer;
use crate::sema::tree::{Conversion, Expr, ExprKind, Stride};
use crate::types::{Type, TypeKind};

/// Expressions nested deeper than this are not looked into.
const MAX_DEPTH: u32 = 32;

/// A place that could be found by looking.
enum Place {
    /// A local in a slot.
    Slot(usize, Option<usize>),
    /// In memory.
    Memory(usize),
}

impl Scene<'_> {
    /// The value of an expression of a frame's function.
    pub fn value(&self, frame: usize, expr: &Expr) -> Option<Held> {
        self.value_at(frame, expr, 0)
    }

    /// The same for integers alone.
    pub fn int_value(&self, frame: usize, expr: &Expr) -> Option<i64> {
        match self.value(frame, expr)? {
            Held::Int(value) => Some(value),
            _ => None,
        }
    }

    /// The same for pointers alone.
    pub fn pointer_value(&self, frame: usize, expr: &Expr) -> Option<Pointer> {
        match self.value(frame, expr)? {
            Held::Pointer(pointer) => Some(pointer),
            _ => None,
        }
    }

    /// A pointer to an lvalue in memory.
    pub fn address_of(&self, frame: usize, place: &Expr) -> Option<Pointer> {
        self.address_at(frame, place, 0)
    }

    /// Where an lvalue in memory lies in the host's memory.
    pub fn host_of(&self, frame: usize, place: &Expr) -> Option<usize> {
        match self.place_at(frame, place, 0)? {
            Place::Memory(at) => Some(at),
            Place::Slot(..) => None,
        }
    }

    /// What stands in an lvalue now.
    pub fn held_in(&self, frame: usize, place: &Expr) -> Option<Held> {
        match self.place_at(frame, place, 0)? {
            Place::Slot(index, flag) => self.in_slot(index, flag, place.ty),
            Place::Memory(at) => self.in_memory(at, place.ty),
        }
    }

    fn value_at(&self, frame: usize, expr: &Expr, depth: u32) -> Option<Held> {
        if depth > MAX_DEPTH {
            return None;
        }
        let inner = |e: &Expr| self.value_at(frame, e, depth + 1);
        match &expr.kind {
            ExprKind::Int(value) => Some(Held::Int(*value)),
            ExprKind::Float(value) => Some(Held::Float(*value)),
            ExprKind::Null => Some(Held::Pointer(Pointer::NULL)),
            ExprKind::Load(place) => match self.place_at(frame, place, depth + 1)? {
                Place::Slot(index, flag) => self.in_slot(index, flag, place.ty),
                Place::Memory(at) => self.in_memory(at, place.ty),
            },
            ExprKind::Decay(place) | ExprKind::AddressOf(place) => {
                self.address_at(frame, place, depth + 1).map(Held::Pointer)
            }
            ExprKind::Convert { kind, operand, .. } => match (kind, inner(operand)?) {
                (Conversion::IntToInt, Held::Int(value)) => Some(Held::Int(self.int_repr(expr.ty)?.wrap(value))),
                (Conversion::PointerToPointer, held @ Held::Pointer(_)) => Some(held),
                (Conversion::FloatToFloat, held @ Held::Float(_)) => Some(held),
                _ => None,
            },
            ExprKind::Binary { op, left, right } => match (inner(left)?, inner(right)?) {
                (Held::Int(left), Held::Int(right)) => {
                    fold_int(*op, self.int_repr(expr.ty)?, left, right).ok().map(Held::Int)
                }
                _ => None,
            },
            ExprKind::PointerAdd { pointer, index, stride: Stride::Bytes(stride), negative } => {
                match (inner(pointer)?, inner(index)?) {
                    (Held::Pointer(pointer), Held::Int(index)) => {
                        let moved = index.checked_mul(i64::try_from(*stride).ok()?)?;
                        Some(Held::Pointer(pointer.offset(if *negative { moved.checked_neg()? } else { moved })))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The address of an lvalue, whether something may be accessed there or not.
    fn address_at(&self, frame: usize, expr: &Expr, depth: u32) -> Option<Pointer> {
        if depth > MAX_DEPTH {
            return None;
        }
        let pointer = |e: &Expr| match self.value_at(frame, e, depth + 1)? {
            Held::Pointer(pointer) => Some(pointer),
            _ => None,
        };
        match &expr.kind {
            ExprKind::Local(local) => self.object_of_local(frame, *local).map(|(start, _)| start),
            ExprKind::Global(id) => self.static_place(*id).map(|place| Pointer { addr: place.addr, tag: place.tag }),
            ExprKind::Deref(inner) => pointer(inner),
            ExprKind::Index { base, index, stride: Stride::Bytes(stride) } => {
                let Held::Int(index) = self.value_at(frame, index, depth + 1)? else { return None };
                Some(pointer(base)?.offset(index.checked_mul(i64::try_from(*stride).ok()?)?))
            }
            ExprKind::Member { base, record, index } => {
                let start = self.address_at(frame, base, depth + 1)?;
                let members = self.program.types.record(*record)?.members.as_deref()?;
                let member = members.get(usize::try_from(*index).ok()?)?;
                Some(start.offset(i64::try_from(member.offset).ok()?))
            }
            _ => None,
        }
    }

    /// Where an lvalue is.
    fn place_at(&self, frame: usize, expr: &Expr, depth: u32) -> Option<Place> {
        if depth > MAX_DEPTH {
            return None;
        }
        let readable = |pointer: Pointer| {
            let at = self.machine.memory.objects.readable(pointer, self.size_of(expr.ty).max(1))?;
            Some(Place::Memory(at))
        };
        match &expr.kind {
            ExprKind::Local(local) => match self.storage(frame, *local)? {
                Storage::Slot(index, flag) => Some(Place::Slot(index, flag)),
                Storage::Memory(at) => Some(Place::Memory(at)),
            },
            ExprKind::Global(id) => self.static_place(*id).map(|place| Place::Memory(place.at)),
            ExprKind::Deref(pointer) => match self.value_at(frame, pointer, depth + 1)? {
                Held::Pointer(pointer) => readable(pointer),
                _ => None,
            },
            ExprKind::Index { base, index, stride: Stride::Bytes(stride) } => {
                let Held::Int(index) = self.value_at(frame, index, depth + 1)? else { return None };
                match &base.kind {
                    ExprKind::Decay(array) => {
                        let Place::Memory(at) = self.place_at(frame, array, depth + 1)? else { return None };
                        let length = self.array_length(array.ty)?;
                        let index = u64::try_from(index).ok().filter(|i| *i < length)?;
                        Some(Place::Memory(at.checked_add(usize::try_from(index.checked_mul(*stride)?).ok()?)?))
                    }
                    _ => match self.value_at(frame, base, depth + 1)? {
                        Held::Pointer(pointer) => {
                            readable(pointer.offset(index.checked_mul(i64::try_from(*stride).ok()?)?))
                        }
                        _ => None,
                    },
                }
            }
            ExprKind::Member { base, record, index } => {
                let Place::Memory(at) = self.place_at(frame, base, depth + 1)? else { return None };
                let member =
                    self.program.types.record(*record)?.members.as_deref()?.get(usize::try_from(*index).ok()?)?;
                if member.bits.is_some() {
                    return None;
                }
                Some(Place::Memory(at.checked_add(usize::try_from(member.offset).ok()?)?))
            }
            _ => None,
        }
    }

    /// An integer type as arithmetic sees it.
    pub fn int_repr(&self, ty: Type) -> Option<IntRepr> {
        let kind = match self.program.types.kind(ty) {
            TypeKind::Bool => return Some(IntRepr { bits: 1, signed: false }),
            TypeKind::Int(kind) => *kind,
            TypeKind::Enum(id) => self.program.types.enumeration(*id)?.repr?,
            _ => return None,
        };
        Some(IntRepr { bits: u8::try_from(kind.size().checked_mul(8)?).ok()?, signed: kind.is_signed() })
    }
}
