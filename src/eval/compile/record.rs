//! Structs and unions as values: where they lie.

use super::{Class, Compiler, unexpected};
use crate::eval::layout::Storage;
use crate::eval::lives::Happening;
use crate::eval::place::AnyKey;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Pointer};
use crate::sema::tree::{Expr, ExprKind, LocalId, NodeId};

impl Compiler<'_> {
    /// Where a struct value lies, without making an object of it.
    pub(super) fn record_key(&mut self, e: &Expr) -> Run<AnyKey> {
        if let Some(whole) = self.whole(e, |c| c.record_key(e)) {
            return whole;
        }
        match &e.kind {
            ExprKind::Load(place) => self.place_key(place),
            ExprKind::Call { result: Some(local), .. } => {
                let call = self.call_record(e, true);
                let Some(Storage::Memory { offset, .. }) = self.storage(*local) else {
                    return unexpected(e, "a returned struct without storage");
                };
                Box::new(move |vm| {
                    call(vm)?;
                    Ok(AnyKey::At(vm.at.wrapping_add(offset)))
                })
            }
            ExprKind::Conditional { condition, then: Some(then), otherwise } => {
                let condition = self.condition(condition);
                let (yes, no) = (self.record_key(then), self.record_key(otherwise));
                Box::new(move |vm| if condition(vm)? { yes(vm) } else { no(vm) })
            }
            ExprKind::Comma(left, right) => {
                let (left, right) = (self.effect(left), self.record_key(right));
                Box::new(move |vm| {
                    left(vm)?;
                    right(vm)
                })
            }
            ExprKind::Assign { left, right } => {
                let assign = self.assign_record(left, right, e);
                let key = self.place_key(left);
                Box::new(move |vm| {
                    assign(vm)?;
                    key(vm)
                })
            }
            ExprKind::Statement { body, value: Some(value) } => {
                let (enter, stmts, leave) = self.block_parts(body);
                let key = self.record_key(value);
                self.end_block();
                Box::new(move |vm| {
                    enter(vm);
                    stmts(vm)?;
                    let key = key(vm)?;
                    leave(vm);
                    Ok(key)
                })
            }
            ExprKind::VaArg { list, result: Some(local) } => self.va_arg_record(list, *local, e),
            ExprKind::Convert { operand, .. } => self.record_key(operand),
            // Places that stand for their value (a member of a returned struct).
            ExprKind::Member { .. } | ExprKind::CompoundLiteral { .. } | ExprKind::Local(_) | ExprKind::Global(_) => {
                self.place_key(e)
            }
            _ => unexpected(e, "a struct value of an unknown form"),
        }
    }

    /// A pointer to a struct value, with provenance.
    pub(super) fn record(&mut self, e: &Expr) -> Run<Pointer> {
        match &e.kind {
            ExprKind::Load(place) => self.place_pointer(place, e.id),
            ExprKind::Call { result: Some(local), .. } => {
                let call = self.call_record(e, true);
                self.after(call, *local, e.id)
            }
            ExprKind::VaArg { list, result: Some(local) } => {
                let taken = self.va_arg_record(list, *local, e);
                let run: Run<()> = Box::new(move |vm| taken(vm).map(drop));
                self.after(run, *local, e.id)
            }
            ExprKind::Comma(left, right) => {
                let (left, right) = (self.effect(left), self.record(right));
                Box::new(move |vm| {
                    left(vm)?;
                    right(vm)
                })
            }
            ExprKind::Conditional { condition, then: Some(then), otherwise } => {
                let condition = self.condition(condition);
                let (yes, no) = (self.record(then), self.record(otherwise));
                Box::new(move |vm| if condition(vm)? { yes(vm) } else { no(vm) })
            }
            ExprKind::Assign { left, right } => {
                let assign = self.assign_record(left, right, e);
                let pointer = self.place_pointer(left, e.id);
                Box::new(move |vm| {
                    assign(vm)?;
                    pointer(vm)
                })
            }
            ExprKind::Statement { body, value: Some(value) } => {
                let (enter, stmts, leave) = self.block_parts(body);
                let pointer = self.record(value);
                self.end_block();
                Box::new(move |vm| {
                    enter(vm);
                    stmts(vm)?;
                    let pointer = pointer(vm)?;
                    leave(vm);
                    Ok(pointer)
                })
            }
            ExprKind::Convert { operand, .. } => self.record(operand),
            _ => unexpected(e, "a struct value of an unknown form"),
        }
    }

    fn after(&mut self, run: Run<()>, local: LocalId, node: NodeId) -> Run<Pointer> {
        let Some(place) = self.in_frame(local) else {
            return super::impossible(node, "a returned struct without storage");
        };
        Box::new(move |vm| {
            run(vm)?;
            let pointer = vm.identify(&place, node);
            // What a call returned is a value; nobody may change it (6.2.4p8).
            vm.machine.memory.seal(pointer.tag);
            Ok(pointer)
        })
    }

    /// `a = b` for structs: all bytes with their marks and pointers (6.5.16.1).
    pub(super) fn assign_record(&mut self, left: &Expr, right: &Expr, e: &Expr) -> Run<()> {
        let to = self.place_key(left);
        let (size, node) = (self.size(left.ty), e.id);
        let from = self.record_key(right);
        let from = self.following_record(from, size, node, Happening::Copied);
        Box::new(move |vm| {
            let to = to(vm)?;
            let from = from(vm)?;
            vm.copy_record(from, to, size, node)
        })
    }

    /// A scalar member of a struct that is a value.
    pub(super) fn member_value<T: Class>(&mut self, e: &Expr) -> Run<T> {
        let place = self.place(e).any(e.id);
        let Some(scalar) = self.scalar(e.ty) else { return unexpected(e, "a member that is no scalar") };
        if let Some(field) = self.bit_field(e) {
            let node = e.id;
            return Box::new(move |vm| {
                let key = (place.key)(vm)?;
                let at = vm.at_of(key, 8, Access::Read, node)?;
                let value = crate::machine::Value::Int(field.load(vm, at, node)?);
                Ok(T::from_value(value).unwrap_or(T::zero()))
            });
        }
        let take = super::update_any::taker::<T>(scalar);
        let (size, node) = (scalar.size(), e.id);
        Box::new(move |vm| {
            let key = (place.key)(vm)?;
            let at = vm.at_of(key, size, Access::Read, node)?;
            take(vm, at, node)
        })
    }
}

impl Vm<'_> {
    /// Checks a key for an access.
    pub fn at_of(&mut self, key: AnyKey, size: u64, access: Access, node: NodeId) -> Result<usize, Parked> {
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Beyond { index, length, node } => self.bad_index(index, length, access, node),
            AnyKey::Pointer(pointer) => {
                let objects = &self.machine.memory.objects;
                let at = if access == Access::Read {
                    objects.readable(pointer, size)
                } else {
                    objects.writable(pointer, size)
                };
                at.map_or_else(|| self.bad_access(pointer, size, access, node), Ok)
            }
        }
    }

    /// Copies a struct.
    pub fn copy_record(&mut self, from: AnyKey, to: AnyKey, size: u64, node: NodeId) -> Result<(), Parked> {
        let known = self.findings.len();
        let source = self.at_of(from, size, Access::Read, node)?;
        let target = self.at_of(to, size, Access::Write, node)?;
        if self.findings.len() != known {
            // One of the two was bad and the run goes on: the copy is not done.
            return Ok(());
        }
        let (distance, len) = (source.abs_diff(target), usize::try_from(size).unwrap_or(0));
        if distance != 0 && distance < len {
            self.overlapping(node)?;
        }
        if let AnyKey::Pointer(pointer) = to {
            self.machine.memory.note_pointers(pointer.tag);
        }
        self.machine.memory.copy_struct(target, source, usize::try_from(size).unwrap_or(0), node);
        Ok(())
    }
}
