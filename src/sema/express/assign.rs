//! Assignments (6.5.16).

use super::super::convert::Purpose;
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{ArithOp, Expr, ExprKind, Stride};
use super::binary::{arithmetic_op, integers_only, spelling};
use crate::source::Span;
use crate::syntax::ast::{self, BinaryOp};
use crate::types::Type;

impl Sema<'_> {
    pub(super) fn assignment(
        &mut self,
        op: Option<BinaryOp>,
        left: &ast::Expr,
        right: &ast::Expr,
        op_span: Span,
        span: Span,
    ) -> Checked<Expr> {
        let place = self.expr(left);
        let value = self.operand(right);
        let place = place?;
        self.require_modifiable(&place, if op.is_some() { "changed" } else { "assigned to" })?;
        let value = value?;
        match op {
            None => {
                let ty = place.ty.unqualified();
                self.check_bit_field_constant(&place, &value, right.span);
                let value = self.assign_convert(value, ty, &Purpose::Assign)?;
                self.check_restrict_assignment(&place, &value, span);
                Ok(self.make(ExprKind::Assign { left: Box::new(place), right: Box::new(value) }, ty, span))
            }
            Some(op) => self.compound_assignment(op, place, value, op_span, span),
        }
    }

    fn compound_assignment(
        &mut self,
        op: BinaryOp,
        place: Expr,
        value: Expr,
        op_span: Span,
        span: Span,
    ) -> Checked<Expr> {
        let ty = place.ty.unqualified();
        let Some(arith) = arithmetic_op(op) else { return Err(Reported) };
        let word = format!("{}=", spelling(op));
        if let Some(target) = self.types.pointee(ty) {
            if !matches!(arith, ArithOp::Add | ArithOp::Sub) || !self.types.is_integer(value.ty) {
                return Err(self.wrong_operands(&word, ty, value.ty, op_span));
            }
            let stride = self.stride(target, span)?;
            let index = Box::new(self.promote(value));
            let negative = arith == ArithOp::Sub;
            let kind = ExprKind::PointerAssign { left: Box::new(place), index, stride, negative };
            return Ok(self.make(kind, ty, span));
        }
        let value = self.pointer_as_integer(arith, ty, value, span)?;
        let fits = |sema: &Self, ty| {
            if integers_only(op) { sema.types.is_integer(ty) } else { sema.types.is_arithmetic(ty) }
        };
        if !fits(self, ty) || !fits(self, value.ty) {
            return Err(self.wrong_operands(&word, ty, value.ty, op_span));
        }
        let own = match self.bit_width_of(&place) {
            Some(width) if width < 32 => self.basic.int,
            _ => self.types.promoted(ty),
        };
        let value = self.promote(value);
        self.check_constants(arith, &place, &value, op_span);
        let (calc, value) = if matches!(arith, ArithOp::Shl | ArithOp::Shr) {
            (own, value)
        } else {
            let common = self.types.usual_arithmetic(own, value.ty);
            (common, self.convert(value, common, false))
        };
        let kind = ExprKind::AssignOp { op: arith, left: Box::new(place), right: Box::new(value), calc };
        Ok(self.make(kind, ty, span))
    }

    /// `i += f` where `f` is a pointer that moves by single bytes (a function, text): with gcc the
    /// sum is a pointer, which becomes an integer with a warning. Other pointers are refused.
    fn pointer_as_integer(&mut self, op: ArithOp, left: Type, value: Expr, span: Span) -> Checked<Expr> {
        let Some(target) = self.types.pointee(value.ty).filter(|_| op == ArithOp::Add && self.types.is_integer(left))
        else {
            return Ok(value);
        };
        match self.stride(target, span)? {
            Stride::Bytes(1) => {
                let long = self.basic.long;
                self.assign_convert(value, long, &Purpose::Assign)
            }
            _ => Ok(value),
        }
    }
}
