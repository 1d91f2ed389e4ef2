//! What is the same for every class of values: conditional, comma, assignment,
//! calls, statement expressions.

use super::{Class, Compiler, unexpected};
use crate::eval::code::Operand;
use crate::eval::vm::Run;
use crate::sema::tree::{Block, Expr, ExprKind};

impl Compiler<'_> {
    /// The kinds of expressions that can yield any class.
    pub(super) fn common<T: Class>(&mut self, e: &Expr) -> Operand<T> {
        match &e.kind {
            ExprKind::Conditional { condition, then, otherwise } => {
                Operand::Run(self.conditional(condition, then.as_deref(), otherwise))
            }
            ExprKind::Comma(left, right) => {
                let left = self.effect(left);
                let right = T::operand(self, right).boxed();
                Operand::Run(Box::new(move |vm| {
                    left(vm)?;
                    right(vm)
                }))
            }
            ExprKind::Assign { left, right } => {
                let run = self.assign_value::<T>(left, right, e);
                Operand::Run(self.noting_change(left, run))
            }
            ExprKind::AssignOp { left, .. }
            | ExprKind::PointerAssign { left, .. }
            | ExprKind::IncDec { place: left, .. } => {
                let run = self.update_value::<T>(e);
                Operand::Run(self.noting_change(left, run))
            }
            ExprKind::Call { .. } => Operand::Run(self.call::<T>(e, true)),
            ExprKind::Statement { body, value: Some(value) } => Operand::Run(self.statement_value::<T>(body, value)),
            ExprKind::VaArg { list, .. } => Operand::Run(self.va_arg::<T>(list, e)),
            // A member of a struct that is a value, not a place.
            ExprKind::Member { .. } => Operand::Run(self.member_value::<T>(e)),
            _ => Operand::Run(unexpected(e, "an expression of another class")),
        }
    }

    fn conditional<T: Class>(&mut self, condition: &Expr, then: Option<&Expr>, otherwise: &Expr) -> Run<T> {
        let no = T::operand(self, otherwise).boxed();
        match then {
            Some(then) => {
                let condition = self.condition(condition);
                let yes = T::operand(self, then).boxed();
                Box::new(move |vm| if condition(vm)? { yes(vm) } else { no(vm) })
            }
            None => {
                // gcc's `c ?: b`: the condition's own value, evaluated once.
                let value = T::operand(self, condition).boxed();
                Box::new(move |vm| {
                    let value = value(vm)?;
                    if value.words().0 != 0 { Ok(value) } else { no(vm) }
                })
            }
        }
    }

    fn statement_value<T: Class>(&mut self, body: &Block, value: &Expr) -> Run<T> {
        let (enter, stmts, leave) = self.block_parts(body);
        let value = {
            let value = T::operand(self, value).boxed();
            self.end_block();
            value
        };
        Box::new(move |vm| {
            enter(vm);
            stmts(vm)?;
            let value = value(vm)?;
            leave(vm);
            Ok(value)
        })
    }
}
