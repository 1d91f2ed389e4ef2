//! Assignment (6.5.16.1), and the store of an initialiser's value.

use super::load::{with_float, with_int};
use super::moves::Moved;
use super::stores::{int_into, store, store_moved, store_pointer};
use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::code::Operand;
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::place::{AnyPlace, Place, PlaceCode, with_place};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Pointer, Scalar as InMemory};
use crate::sema::tree::{Expr, ExprKind, NodeId};

const INT: crate::arith::IntRepr = crate::arith::IntRepr { bits: 32, signed: true };

impl Compiler<'_> {
    /// An assignment whose value nobody wants.
    pub(super) fn assign_unit(&mut self, left: &Expr, right: &Expr, e: &Expr) -> Run<()> {
        if self.is_record(left.ty) {
            return self.assign_record(left, right, e);
        }
        if self.bit_field(left).is_some() {
            let value = self.assign_bit_field(left, right, e);
            return Box::new(move |vm| value(vm).map(drop));
        }
        if let ExprKind::Local(local) = &left.kind
            && let Some(storage) = self.storage(*local)
            && !matches!(storage, Storage::Memory { .. } | Storage::Variable { .. })
        {
            return self.assign_slot(storage, left, right, e.id);
        }
        // The left side's operands are evaluated first (semantics.md §1, Order).
        let place = self.place(left);
        let run = self.store(place, left, right, e.id);
        self.apart(left, right, e.id, run)
    }

    /// Stores the right side, of the left one's type, at a place.
    #[allow(clippy::let_unit_value, reason = "the key of a place in the frame is nothing, of others it is not")]
    pub(super) fn store(&mut self, place: PlaceCode, left: &Expr, right: &Expr, node: NodeId) -> Run<()> {
        let source = self.move_source(left.ty, right);
        match self.scalar(left.ty) {
            Some(Scalar::Int(repr)) => match source {
                Some(from) => {
                    if let ExprKind::Local(local) = &from.kind
                        && let Some(Storage::Slot { k, flag: Some(flag) }) = self.storage(*local)
                        && repr == INT
                    {
                        return with_place!(place, |p| int_into(p, k, flag, node));
                    }
                    let moved = self.moved_int(from);
                    with_place!(place, |p| with_int!(repr, |S| store_moved::<S>(p, moved, node)))
                }
                None => {
                    let value = self.int(right);
                    match value {
                        Operand::Slot(value) => {
                            with_place!(place, |p| with_int!(repr, |S| store::<S>(p, value, node)))
                        }
                        Operand::Const(value) => {
                            let value = crate::eval::code::Const(value);
                            with_place!(place, |p| with_int!(repr, |S| store::<S>(p, value, node)))
                        }
                        value => {
                            let value = value.boxed();
                            with_place!(place, |p| with_int!(repr, |S| store::<S>(p, value, node)))
                        }
                    }
                }
            },
            Some(Scalar::Pointer) => match source {
                Some(from) => {
                    let moved = self.moved_pointer(from);
                    let moved = self.following_moved(moved, node);
                    with_place!(place, |p| Box::new(move |vm| {
                        let key = p.key(vm)?;
                        let moved = moved(vm)?;
                        let at = p.at_for_pointer(vm, key)?;
                        match moved {
                            Moved::Value(pointer) => vm.machine.memory.store_pointer(at, pointer, node),
                            Moved::Odd(from) => vm.move_odd_pointer(from, at, node),
                            Moved::Unwritten(k) => vm.move_unwritten(k, at, 8, node),
                        }
                        Ok(())
                    }))
                }
                None => {
                    let value = self.pointer(right);
                    let value = self.following(value, node, Happening::Copied);
                    with_place!(place, |p| match value {
                        Operand::Slot(value) => store_pointer(p, value, node),
                        value => store_pointer(p, value.boxed(), node),
                    })
                }
            },
            Some(scalar) => match source {
                Some(from) => {
                    let moved = self.moved_float(from);
                    with_place!(place, |p| with_float!(scalar, |S| store_moved::<S>(p, moved, node)))
                }
                None => {
                    let value = self.float(right).boxed();
                    with_place!(place, |p| with_float!(scalar, |S| store::<S>(p, value, node)))
                }
            },
            None => unexpected(left, "an assignment to no scalar"),
        }
    }

    /// An assignment as a value: the value that was stored.
    pub(super) fn assign_value<T: Class>(&mut self, left: &Expr, right: &Expr, e: &Expr) -> Run<T> {
        let node = e.id;
        if self.bit_field(left).is_some() {
            let value = self.assign_bit_field(left, right, e);
            return Box::new(move |vm| {
                let value = value(vm)?;
                Ok(T::from_value(crate::machine::Value::Int(value)).unwrap_or(T::zero()))
            });
        }
        if let ExprKind::Local(local) = &left.kind
            && let Some(storage) = self.storage(*local)
        {
            match storage {
                Storage::Slot { k, flag } => {
                    let value = T::operand(self, right).boxed();
                    let value = self.following_value(value, left.ty, node, Happening::Copied);
                    return Box::new(move |vm| {
                        let value = value(vm)?;
                        T::set_slot(vm, k, value, node);
                        if let Some(flag) = flag {
                            vm.set_slot(flag, 1);
                        }
                        Ok(value)
                    });
                }
                Storage::Pointer { k } => {
                    let value = T::operand(self, right).boxed();
                    let value = self.following_value(value, left.ty, node, Happening::Copied);
                    return Box::new(move |vm| {
                        let value = value(vm)?;
                        T::set_slot(vm, k, value, node);
                        Ok(value)
                    });
                }
                _ => {}
            }
        }
        let AnyPlace { key, node: place_node } = self.place(left).any(left.id);
        let value = T::operand(self, right).boxed();
        let value = self.following_value(value, left.ty, node, Happening::Copied);
        let Some(scalar) = self.scalar(left.ty) else { return unexpected(e, "an assignment to no scalar") };
        let put = putter::<T>(scalar);
        let size = scalar.size();
        Box::new(move |vm| {
            let found = key(vm)?;
            let value = value(vm)?;
            let place = AnyKeyAt { node: place_node };
            let at = place.at(vm, found, size, scalar)?;
            put(vm, at, value, node);
            Ok(value)
        })
    }
}

/// Checks the key of an assignment whose place is a closure.
#[derive(Clone, Copy)]
pub(super) struct AnyKeyAt {
    /// For reports.
    pub node: NodeId,
}

impl AnyKeyAt {
    /// Where it may be written.
    pub fn at(
        self,
        vm: &mut Vm<'_>,
        key: crate::eval::place::AnyKey,
        size: u64,
        scalar: Scalar,
    ) -> Result<usize, Parked> {
        use crate::eval::place::AnyKey;
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Beyond { index, length, node } => vm.bad_index(index, length, Access::Write, node),
            AnyKey::Pointer(pointer) => {
                let objects = &mut vm.machine.memory.objects;
                let at = if scalar == Scalar::Pointer {
                    objects.writable_for_pointer(pointer)
                } else {
                    objects.writable(pointer, size)
                };
                at.map_or_else(|| vm.bad_access(pointer, size, Access::Write, self.node), Ok)
            }
        }
    }
}

/// A function that stores a value of the class as this scalar.
pub(super) fn putter<T: Class>(scalar: Scalar) -> fn(&mut Vm<'_>, usize, T, NodeId) {
    fn int<T: Class, S: InMemory<Value = i64>>(vm: &mut Vm<'_>, at: usize, value: T, node: NodeId) {
        vm.machine.memory.store::<S>(at, value.words().0.cast_signed(), node);
    }
    fn float<T: Class, S: InMemory<Value = f64>>(vm: &mut Vm<'_>, at: usize, value: T, node: NodeId) {
        vm.machine.memory.store::<S>(at, f64::from_bits(value.words().0), node);
    }
    fn pointer<T: Class>(vm: &mut Vm<'_>, at: usize, value: T, node: NodeId) {
        let (addr, tag) = value.words();
        let tag = crate::memory::Tag::from_raw(tag).unwrap_or(crate::memory::Tag::NONE);
        vm.machine.memory.store_pointer(at, Pointer { addr, tag }, node);
    }
    match scalar {
        Scalar::Int(repr) => with_int!(repr, |S| int::<T, S>),
        Scalar::Pointer => pointer::<T>,
        scalar => with_float!(scalar, |S| float::<T, S>),
    }
}
