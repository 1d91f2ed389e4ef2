//! Expressions for their effects: the value is dropped.

use super::pointer::comes_from_call;
use super::{Compiler, Scalar};
use crate::eval::code::Operand;
use crate::eval::vm::Run;
use crate::sema::tree::{Conversion, Expr, ExprKind};
use crate::types::TypeKind;

impl Compiler<'_> {
    /// An expression whose value nobody wants.
    pub(super) fn effect(&mut self, e: &Expr) -> Run<()> {
        if let Some(whole) = self.whole(e, |c| c.effect(e)) {
            return whole;
        }
        match &e.kind {
            ExprKind::Assign { left, right } => {
                let run = self.assign_unit(left, right, e);
                self.noting_change(left, run)
            }
            ExprKind::AssignOp { left, .. }
            | ExprKind::PointerAssign { left, .. }
            | ExprKind::IncDec { place: left, .. } => {
                let run = self.update_unit(e);
                self.noting_change(left, run)
            }
            ExprKind::Call { .. } => self.call_effect(e),
            ExprKind::Comma(left, right) => {
                let (left, right) = (self.effect(left), self.effect(right));
                Box::new(move |vm| {
                    left(vm)?;
                    right(vm)
                })
            }
            ExprKind::Conditional { condition, then: Some(then), otherwise } => {
                let condition = self.condition(condition);
                let (yes, no) = (self.effect(then), self.effect(otherwise));
                Box::new(move |vm| if condition(vm)? { yes(vm) } else { no(vm) })
            }
            ExprKind::And(a, b) => {
                let (a, b) = (self.condition(a), self.effect(b));
                Box::new(move |vm| if a(vm)? { b(vm) } else { Ok(()) })
            }
            ExprKind::Or(a, b) => {
                let (a, b) = (self.condition(a), self.effect(b));
                Box::new(move |vm| if a(vm)? { Ok(()) } else { b(vm) })
            }
            // `(void)unused;` says nothing about the variable's value.
            ExprKind::Convert { kind: Conversion::ToVoid, operand, .. } if is_variable(operand) => Box::new(|_| Ok(())),
            ExprKind::Convert { kind: Conversion::ToVoid, operand, .. } => self.effect(operand),
            ExprKind::Statement { body, value } => {
                let (enter, stmts, leave) = self.block_parts(body);
                let value = value.as_ref().map(|v| self.effect(v));
                self.end_block();
                Box::new(move |vm| {
                    enter(vm);
                    stmts(vm)?;
                    if let Some(value) = &value {
                        value(vm)?;
                    }
                    leave(vm);
                    Ok(())
                })
            }
            ExprKind::VaStart(list) => self.va_start(list, e),
            ExprKind::VaEnd(list) => self.va_end(list, e),
            ExprKind::VaCopy(to, from) => self.va_copy(to, from, e),
            ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Null => Box::new(|_| Ok(())),
            _ => self.dropped(e),
        }
    }

    fn dropped(&mut self, e: &Expr) -> Run<()> {
        match self.scalar(e.ty) {
            Some(Scalar::Int(_)) => drop_value(self.int(e)),
            Some(Scalar::Pointer) if comes_from_call(e) => drop_value(self.pointer_used(e)),
            Some(Scalar::Pointer) => {
                let operand = self.pointer(e);
                drop_value(self.dropping(operand, e.id))
            }
            Some(_) => drop_value(self.float(e)),
            None if self.is_record(e.ty) => {
                let key = self.record_key(e);
                Box::new(move |vm| key(vm).map(drop))
            }
            None => match self.program.types.kind(e.ty) {
                TypeKind::Void => match &e.kind {
                    // `*void_pointer;` and a function's name do nothing.
                    ExprKind::Deref(pointer) => drop_value(self.pointer_used(pointer)),
                    _ => Box::new(|_| Ok(())),
                },
                _ => Box::new(|_| Ok(())),
            },
        }
    }
}

/// The value of a variable.
fn is_variable(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Load(place) if matches!(place.kind, ExprKind::Local(_) | ExprKind::Global(_)))
}

fn drop_value<T: crate::eval::code::InSlot>(operand: Operand<T>) -> Run<()> {
    let run = operand.boxed();
    Box::new(move |vm| run(vm).map(drop))
}
