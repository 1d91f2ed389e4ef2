//! Unary operators (6.5.3.3), `++` and `--` (6.5.2.4, 6.5.3.1).

use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind, UnaryOp as Op};
use crate::source::Span;
use crate::syntax::ast::{self, UnaryOp};

impl Sema<'_> {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &ast::Expr, op_span: Span, span: Span) -> Checked<Expr> {
        match op {
            UnaryOp::AddressOf => self.address_of(operand, span),
            UnaryOp::Deref => self.dereference(operand, span),
            UnaryOp::Extension => {
                self.extensions += 1;
                let value = self.expr(operand);
                self.extensions -= 1;
                value
            }
            UnaryOp::Not => {
                let value = self.operand(operand)?;
                self.require_scalar(&value, "the operand of '!'")?;
                let int = self.basic.int;
                Ok(self.make(ExprKind::Not(Box::new(value)), int, span))
            }
            UnaryOp::Plus | UnaryOp::Minus => {
                let value = self.operand(operand)?;
                if !self.types.is_arithmetic(value.ty) {
                    let word = if op == UnaryOp::Plus { "+" } else { "-" };
                    return Err(self.wrong_operand(word, &value, "a number", op_span));
                }
                let value = self.promote(value);
                if op == UnaryOp::Plus {
                    // Not a place any more, even if nothing was converted.
                    return Ok(value);
                }
                Ok(self.negated(value, span))
            }
            UnaryOp::BitNot => {
                let value = self.operand(operand)?;
                if !self.types.is_integer(value.ty) {
                    return Err(self.wrong_operand("~", &value, "an integer", op_span));
                }
                let value = self.promote(value);
                let ty = value.ty;
                Ok(self.make(ExprKind::Unary { op: Op::BitNot, operand: Box::new(value) }, ty, span))
            }
        }
    }

    /// `-e`; a literal becomes the negative constant unless that overflows.
    fn negated(&mut self, value: Expr, span: Span) -> Expr {
        let ty = value.ty;
        match value.kind {
            ExprKind::Int(v) if v != 0 && self.truncate(v.wrapping_neg(), ty) == v.wrapping_neg() => {
                self.make_int(v.wrapping_neg(), ty, span)
            }
            ExprKind::Float(v) => self.make(ExprKind::Float(-v), ty, span),
            _ => self.make(ExprKind::Unary { op: Op::Neg, operand: Box::new(value) }, ty, span),
        }
    }

    fn wrong_operand(&mut self, op: &str, value: &Expr, wanted: &str, op_span: Span) -> super::super::state::Reported {
        let shown = self.show(value.ty);
        let span = self.span_of(value);
        let _ = op_span;
        self.error("wrong-operand", span, format!("the operand of '{op}' must be {wanted}, and this is '{shown}'"))
    }

    pub(super) fn inc_dec(&mut self, operand: &ast::Expr, increment: bool, prefix: bool, span: Span) -> Checked<Expr> {
        let place = self.expr(operand)?;
        self.require_modifiable(&place, if increment { "increased" } else { "decreased" })?;
        let ty = place.ty.unqualified();
        let stride = match self.types.pointee(ty) {
            Some(target) => Some(self.stride(target, span)?),
            None if self.types.is_arithmetic(ty) => None,
            None => {
                let shown = self.show(ty);
                let word = if increment { "++" } else { "--" };
                let message = format!("the operand of '{word}' must be a number or a pointer, and this is '{shown}'");
                return Err(self.error("wrong-operand", operand.span, message));
            }
        };
        Ok(self.make(ExprKind::IncDec { place: Box::new(place), stride, increment, prefix }, ty, span))
    }
}
