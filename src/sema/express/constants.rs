//! Operations on constants that have no good result, told before the run (6.5p5, 6.6p4).

use super::super::state::Sema;
use super::super::tree::{ArithOp, Expr, ExprKind};
use crate::arith::{Fault, fold_int};
use crate::source::Span;

impl Sema<'_> {
    /// gcc's warnings about operations on constants that have no good result.
    pub(super) fn check_constants(&mut self, op: ArithOp, left: &Expr, right: &Expr, op_span: Span) {
        if self.unevaluated > 0 || !self.types.is_integer(left.ty) {
            return;
        }
        let ExprKind::Int(b) = right.kind else { return };
        match op {
            ArithOp::Div | ArithOp::Rem if b == 0 => self.warn("division-by-zero", op_span, "this divides by zero"),
            ArithOp::Shl | ArithOp::Shr => {
                let bits = i64::try_from(self.types.size(left.ty).unwrap_or(8) * 8).unwrap_or(64);
                if b < 0 && self.types.is_signed(right.ty) {
                    self.warn("invalid-shift", op_span, format!("this shifts by a negative number ({b})"));
                } else if b < 0 || b >= bits {
                    let message = format!("this shifts by {b}, and '{}' has {bits} bits", self.show(left.ty));
                    self.warn_of_constant("invalid-shift", op_span, message);
                } else if op == ArithOp::Shl && self.function.is_none() {
                    self.check_shift(left, b, op_span);
                }
            }
            _ => {
                let ExprKind::Int(a) = left.kind else { return };
                let Some(repr) = self.repr(left.ty) else { return };
                if let Err(Fault::Overflow(result)) = fold_int(op, repr, a, b) {
                    let shown = self.show(left.ty);
                    let message = format!("the result does not fit '{shown}': it becomes {result}");
                    self.warn_of_constant("constant-overflow", op_span, message);
                }
            }
        }
    }

    /// What is initialised before the start needs a constant expression (6.6p4).
    fn warn_of_constant(&mut self, code: &'static str, at: Span, message: String) {
        if self.function.is_none() {
            self.pedantic(code, at, message);
        } else {
            self.warn(code, at, message);
        }
    }

    /// A shift by `b` outside of functions, where a constant is needed and no run tells what it loses (6.5.7p4).
    fn check_shift(&mut self, left: &Expr, b: i64, op_span: Span) {
        let ExprKind::Int(a) = left.kind else { return };
        let Some(repr) = self.repr(left.ty).filter(|_| self.types.is_signed(left.ty)) else { return };
        let shown = self.show(left.ty);
        match fold_int(ArithOp::Shl, repr, a, b) {
            Err(Fault::Shift(result)) if a > 0 => {
                let message = format!("the result of the shift does not fit '{shown}': it becomes {result}");
                self.pedantic("invalid-shift", op_span, message);
            }
            Ok(result) if a < 0 || result < 0 => {
                self.strict("invalid-shift", op_span, format!("the result of the shift does not fit '{shown}'"));
            }
            Err(_) => self.strict("invalid-shift", op_span, "a negative value is shifted left"),
            Ok(_) => {}
        }
    }
}
