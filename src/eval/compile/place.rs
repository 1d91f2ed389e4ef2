//! Lvalues as places.

use super::{Compiler, impossible};
use crate::eval::code::Operand;
use crate::eval::layout::Storage;
use crate::eval::place::{AnyKey, AnyPlace, Element, InFrame, InStatic, Indexed, PlaceCode, Target};
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, NodeId, Stride};
use crate::types::{ArrayLength, TypeKind};

impl Compiler<'_> {
    /// Where the object of an lvalue lies. Not for locals in slots and bit-fields.
    pub(super) fn place(&mut self, e: &Expr) -> PlaceCode {
        let code = self.place_of(e);
        let code = self.following_use(e, code);
        self.noting(e, code)
    }

    /// As [`Compiler::place`], for a look that is no access.
    pub(super) fn place_of(&mut self, e: &Expr) -> PlaceCode {
        match &e.kind {
            ExprKind::Local(local) => match self.storage(*local) {
                Some(Storage::Memory { offset, .. }) => PlaceCode::Frame(InFrame { offset }),
                Some(Storage::Variable { k }) => {
                    let pointer = Operand::Slot(crate::eval::code::Slot { k, node: e.id });
                    PlaceCode::Target(Target { pointer, offset: 0, node: e.id })
                }
                _ => nowhere(e.id, "a local in a slot has no place"),
            },
            ExprKind::Global(id) => match self.global_place(*id) {
                Some(place) => PlaceCode::Static(InStatic { at: place.at }),
                None => nowhere(e.id, "a static object without a place"),
            },
            ExprKind::String(id) => match self.string_place(*id) {
                // Through a pointer, for nobody may write there (6.4.5p7).
                Some(place) => {
                    let literal = Pointer { addr: place.addr, tag: place.tag };
                    let pointer = Operand::Run(Box::new(move |_| Ok(literal)));
                    PlaceCode::Target(Target { pointer, offset: 0, node: e.id })
                }
                None => nowhere(e.id, "a string literal without a place"),
            },
            ExprKind::Deref(pointer) => {
                let pointer = self.pointer_used(pointer);
                PlaceCode::Target(Target { pointer, offset: 0, node: e.id })
            }
            ExprKind::Index { base, index, stride } => self.element(base, index, stride, e),
            ExprKind::Member { base, record, index } => {
                let member = usize::try_from(*index).ok();
                let record = self.program.types.record(*record);
                let offset = record
                    .and_then(|r| r.members.as_ref())
                    .zip(member)
                    .and_then(|(members, i)| members.get(i))
                    .map_or(0, |m| m.offset);
                self.record_place(base).plus(offset).named(e.id)
            }
            ExprKind::CompoundLiteral { local, init } => {
                let make = self.initialise_local(*local, init, e.id);
                let Some(Storage::Memory { offset, .. }) = self.storage(*local) else {
                    return self.literal_in_slot(e);
                };
                PlaceCode::Any(AnyPlace {
                    key: Box::new(move |vm| {
                        make(vm)?;
                        Ok(AnyKey::At(vm.at.wrapping_add(offset)))
                    }),
                    node: e.id,
                })
            }
            // Struct values: where they lie.
            _ => {
                let run = self.record(e);
                PlaceCode::Target(Target { pointer: Operand::Run(run), offset: 0, node: e.id })
            }
        }
    }

    /// Where a struct lies, be it an lvalue or a value.
    fn record_place(&mut self, e: &Expr) -> PlaceCode {
        match &e.kind {
            ExprKind::Load(place) => self.place(place),
            _ => self.place(e),
        }
    }

    fn element(&mut self, base: &Expr, index: &Expr, stride: &Stride, e: &Expr) -> PlaceCode {
        let Stride::Bytes(stride) = stride else {
            let pointer = self.pointer_add(base, index, stride, false, e);
            return PlaceCode::Target(Target { pointer, offset: 0, node: e.id });
        };
        // An array that is used by name is held to its declared bound here.
        if let ExprKind::Decay(array) = &base.kind
            && let TypeKind::Array { length: ArrayLength::Known(length), .. } = *self.program.types.kind(array.ty)
            && !self.is_open_ended(array)
        {
            let index = self.int(index);
            return self.bounded(array, index, length, *stride, e.id);
        }
        let pointer = self.pointer_used(base);
        let index = self.int(index);
        PlaceCode::Indexed(Indexed { pointer, index, stride: stride.cast_signed(), offset: 0, node: e.id })
    }

    fn bounded(&mut self, array: &Expr, index: Operand<i64>, length: u64, stride: u64, node: NodeId) -> PlaceCode {
        let bytes = usize::try_from(stride).unwrap_or(0);
        match self.place(array) {
            PlaceCode::Frame(array) => {
                PlaceCode::FrameElement(Element { array, index, length, stride: bytes, offset: 0, node })
            }
            PlaceCode::Static(array) => {
                PlaceCode::StaticElement(Element { array, index, length, stride: bytes, offset: 0, node })
            }
            other => {
                // Within the bound first; what the pointer allows is checked at the access.
                let array = other.any(node).key;
                let index = index.boxed();
                let stride = stride.cast_signed();
                PlaceCode::Any(AnyPlace {
                    key: Box::new(move |vm| {
                        let array = array(vm)?;
                        let index = index(vm)?;
                        if index.cast_unsigned() >= length {
                            return Ok(AnyKey::Beyond { index, length, node });
                        }
                        let far = index.wrapping_mul(stride);
                        Ok(match array {
                            AnyKey::At(at) => AnyKey::At(at.wrapping_add_signed(far as isize)),
                            AnyKey::Pointer(pointer) => AnyKey::Pointer(pointer.offset(far)),
                            beyond @ AnyKey::Beyond { .. } => beyond,
                        })
                    }),
                    node,
                })
            }
        }
    }

    /// An array that reaches to the end of its object whatever its declared
    /// length: a flexible member, or a last member of length 0 or 1.
    pub(super) fn is_open_ended(&self, array: &Expr) -> bool {
        let ExprKind::Member { record, index, .. } = &array.kind else { return false };
        let length = match self.program.types.kind(array.ty) {
            TypeKind::Array { length: ArrayLength::Known(length), .. } => *length,
            _ => 0,
        };
        let last = self
            .program
            .types
            .record(*record)
            .filter(|r| !r.is_union)
            .and_then(|r| r.members.as_ref())
            .is_some_and(|m| usize::try_from(*index).is_ok_and(|i| i.saturating_add(1) == m.len()));
        length <= 1 && last
    }

    /// A compound literal of scalar type that lives in a slot: only loads ask
    /// for it, and they go through [`Compiler::common`]; anything else put it in memory.
    fn literal_in_slot(&mut self, e: &Expr) -> PlaceCode {
        nowhere(e.id, "a compound literal in a slot")
    }
}

fn nowhere(node: NodeId, what: &'static str) -> PlaceCode {
    PlaceCode::Any(AnyPlace { key: impossible(node, what), node })
}
