//! Slips in conditions.

use super::Lints;
use super::walk::{bare, each_within};
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};

impl Lints<'_> {
    /// `if (a = b)`: a second pair of parentheses says that it is meant.
    pub(super) fn assignment_as_condition(&mut self, expr: &Expr) {
        let ExprKind::Assign { op: None, left, right, op_span } = &expr.kind else { return };
        if fetches(left, right) {
            return;
        }
        let d = Diagnostic::warning("assignment-in-condition", *op_span, "'=' in a condition assigns, '==' compares");
        let not = match &right.kind {
            ExprKind::Unary { op: UnaryOp::Not, op_span: not, .. } => op_span.hi == not.lo,
            _ => false,
        };
        self.warn(if not {
            d.with_note("did you mean '!='?")
        } else {
            d.with_note("put the assignment in parentheses of its own if it is meant")
        });
    }

    /// `s == "text"` compares addresses.
    pub(super) fn string_comparison(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, left, right, op_span } = &expr.kind else { return };
        let compares =
            matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge);
        // A character against a string was told as a pointer against an integer.
        if self.diagnostics.iter().any(|d| d.span == *op_span) {
            return;
        }
        // Against a null pointer the address is what counts.
        if compares && (is_string(left) && !is_null(right) || is_string(right) && !is_null(left)) {
            let message = "this compares the addresses of strings, not their text";
            self.warn(
                Diagnostic::warning("string-comparison", *op_span, message).with_note("use strcmp to compare text"),
            );
        }
    }
}

fn is_string(expr: &Expr) -> bool {
    matches!(bare(expr).kind, ExprKind::String(_))
}

/// `0`, `NULL`, `(void *)0`
fn is_null(expr: &Expr) -> bool {
    match &bare(expr).kind {
        ExprKind::Integer(_) => true,
        ExprKind::Cast { operand, .. } => is_null(operand),
        _ => false,
    }
}

/// `while (c = *s++)`, `if (p = next())`: the next value is fetched, which is meant.
fn fetches(left: &Expr, right: &Expr) -> bool {
    let mut found = false;
    each_within(right, &mut |part| {
        found |= match &part.kind {
            ExprKind::Call { .. } | ExprKind::IncDec { .. } | ExprKind::Unary { op: UnaryOp::Deref, .. } => true,
            ExprKind::Index { .. } | ExprKind::Member { .. } => matches!(left.kind, ExprKind::Name(_)),
            _ => false,
        };
    });
    found
}
