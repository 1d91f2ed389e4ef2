//! Assignment to a local that lives in a slot.

use super::moves::Moved;
use super::stores::{int_from, into_slot, pointer_from};
use super::{Class, Compiler, Scalar, unexpected};
use crate::eval::code::{Operand, with_operand};
use crate::eval::layout::Storage;
use crate::eval::place::with_place;
use crate::eval::vm::Run;
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, NodeId};

const INT: crate::arith::IntRepr = crate::arith::IntRepr { bits: 32, signed: true };

impl Compiler<'_> {
    /// `local = right` for a local in a slot.
    pub(super) fn assign_slot(&mut self, storage: Storage, left: &Expr, right: &Expr, node: NodeId) -> Run<()> {
        if let Storage::Pointer { k } = storage {
            let store = self.assign_pointer_slot(k, left, right, node);
            return self.following_slot(store, k, node);
        }
        let source = self.move_source(left.ty, right);
        match (storage, self.scalar(left.ty)) {
            (Storage::Slot { k, flag }, Some(Scalar::Int(_))) => match (source, flag) {
                (Some(place), Some(flag)) => {
                    if self.repr(left.ty) == INT && !matches!(place.kind, ExprKind::Local(_)) {
                        let place = self.place(place);
                        return with_place!(place, |p| int_from(p, k, flag, node));
                    }
                    let moved = self.moved_int(place);
                    into_flagged(moved, k, flag, node)
                }
                _ => {
                    let value = self.int(right);
                    into_local(value, k, flag, node)
                }
            },
            (Storage::Slot { k, flag }, Some(_)) => match (source, flag) {
                (Some(place), Some(flag)) => {
                    let moved = self.moved_float(place);
                    into_flagged(moved, k, flag, node)
                }
                _ => {
                    let value = self.float(right);
                    into_local(value, k, flag, node)
                }
            },
            _ => unexpected(left, "an assignment to no scalar"),
        }
    }

    /// `local = right` for a pointer in a slot.
    fn assign_pointer_slot(&mut self, k: usize, left: &Expr, right: &Expr, node: NodeId) -> Run<()> {
        match self.move_source(left.ty, right) {
            // A pointer local tells by its tag that it is unwritten.
            Some(place) if !matches!(place.kind, ExprKind::Local(_)) => {
                let place = self.place(place);
                with_place!(place, |p| pointer_from(p, k, node))
            }
            Some(place) => {
                let moved = self.moved_pointer(place);
                Box::new(move |vm| match moved(vm)? {
                    Moved::Value(pointer) => {
                        vm.set_pointer(k, pointer, node);
                        Ok(())
                    }
                    odd => vm.set_unwritten_pointer(k, odd, node),
                })
            }
            None => {
                let value = self.pointer(right);
                with_operand!(value, |value| into_slot::<Pointer>(value, k, node))
            }
        }
    }
}

fn into_local<T: Class>(value: Operand<T>, k: usize, flag: Option<usize>, node: NodeId) -> Run<()> {
    match flag {
        None => with_operand!(value, |value| into_slot::<T>(value, k, node)),
        Some(flag) => {
            let value = value.boxed();
            Box::new(move |vm| {
                let value = value(vm)?;
                T::set_slot(vm, k, value, node);
                vm.set_slot(flag, 1);
                Ok(())
            })
        }
    }
}

fn into_flagged<T: Class>(moved: Run<Moved<T>>, k: usize, flag: usize, node: NodeId) -> Run<()> {
    Box::new(move |vm| match moved(vm)? {
        Moved::Value(value) => {
            T::set_slot(vm, k, value, node);
            vm.set_slot(flag, 1);
            Ok(())
        }
        Moved::Odd(from) => vm.set_unwritten_local(k, flag, Some(from), node),
        Moved::Unwritten(from) => {
            let from = vm.slot_key(from);
            vm.set_unwritten_local(k, flag, Some(from), node)
        }
    })
}
