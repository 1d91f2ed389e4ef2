//! Slips in conditions.

use super::Lints;
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind};

impl Lints<'_> {
    /// `if (a = b)`: a second pair of parentheses says that it is meant.
    pub(super) fn assignment_as_condition(&mut self, expr: &Expr) {
        if let ExprKind::Assign { op: None, op_span, .. } = &expr.kind {
            self.warn(
                Diagnostic::warning("assignment-in-condition", *op_span, "'=' in a condition assigns, '==' compares")
                    .with_note("put the assignment in parentheses of its own if it is meant"),
            );
        }
    }

    /// `if (s == "text")` compares addresses.
    pub(super) fn literal_comparison(&mut self, expr: &Expr) {
        let mut pending = vec![expr];
        while let Some(expr) = pending.pop() {
            match &expr.kind {
                ExprKind::Paren(inner) => pending.push(inner),
                ExprKind::Unary { operand, .. } => pending.push(operand),
                ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, left, right, .. } => {
                    pending.push(right);
                    pending.push(left);
                }
                ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, left, right, op_span }
                    if is_string(left) || is_string(right) =>
                {
                    self.warn(
                        Diagnostic::warning(
                            "string-comparison",
                            *op_span,
                            "this compares the addresses of strings, not their text",
                        )
                        .with_note("use strcmp to compare text"),
                    );
                }
                _ => {}
            }
        }
    }
}

fn is_string(expr: &Expr) -> bool {
    let mut expr = expr;
    while let ExprKind::Paren(inner) = &expr.kind {
        expr = inner;
    }
    matches!(expr.kind, ExprKind::String(_))
}
