//! Operators that do something else than their looks suggest.

use super::Lints;
use super::walk::bare;
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind};

fn compares(op: BinaryOp) -> bool {
    orders(op) || matches!(op, BinaryOp::Eq | BinaryOp::Ne)
}

fn orders(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge)
}

/// Operands of a chain of `&&` and `||` that are looked at for a comparison.
const CHAIN: u32 = 16;

/// What is compared with a constant last in such a chain, and how.
fn last_comparison(expr: &Expr, depth: u32) -> Option<(&Expr, BinaryOp)> {
    let depth = depth.checked_sub(1)?;
    match &expr.kind {
        ExprKind::Binary { op: op @ (BinaryOp::Eq | BinaryOp::Ne), left, right, .. } => {
            let constant = matches!(right.kind, ExprKind::Integer(_) | ExprKind::Character(_));
            constant.then_some((left, *op))
        }
        ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, left, right, .. } => {
            last_comparison(right, 1).or_else(|| last_comparison(left, depth))
        }
        _ => None,
    }
}

impl Lints<'_> {
    /// `a < b < c` compares the truth of `a < b` with c.
    pub(super) fn chained_comparison(&mut self, expr: &Expr) {
        if let ExprKind::Binary { op, left, op_span, .. } = &expr.kind
            && let ExprKind::Binary { op: first, .. } = &left.kind
            && orders(*op)
            && orders(*first)
        {
            let message = "this compares the result of the comparison before it, which is 0 or 1";
            self.warn(Diagnostic::warning("chained-comparison", *op_span, message).with_note("write 'a < b && b < c'"));
        }
    }

    /// `c == 'a' || 'b'`: the second letter is compared with nothing.
    pub(super) fn lone_constant(&mut self, expr: &Expr) {
        let ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, left, right, .. } = &expr.kind else { return };
        let Some((compared, op)) = last_comparison(left, CHAIN) else { return };
        // A number that a macro stands for may be a switch for a part of the condition.
        let written = self.map.expansion(right.span.expansion).is_none();
        let is_lone = match &right.kind {
            ExprKind::Character(_) => written,
            ExprKind::Integer(n) => written && n.value > 1,
            _ => false,
        };
        if !is_lone {
            return;
        }
        let (name, constant) = (self.map.text(compared.span), self.map.text(right.span));
        let (sign, joined) = if op == BinaryOp::Ne { ("!=", "&&") } else { ("==", "||") };
        let message = format!("{constant} alone is always true: it is compared with nothing");
        let note = format!("write '... {joined} {name} {sign} {constant}'");
        self.warn(Diagnostic::warning("lone-constant", right.span, message).with_note(note));
    }

    /// `x & 1 == 0` is `x & (1 == 0)`.
    pub(super) fn comparison_in_mask(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, left, right, .. } = &expr.kind else { return };
        let word = match op {
            BinaryOp::BitAnd => '&',
            BinaryOp::BitOr => '|',
            BinaryOp::BitXor => '^',
            _ => return,
        };
        for side in [left, right] {
            let ExprKind::Binary { op, op_span, .. } = &side.kind else { continue };
            // Two comparisons joined by '&' give what '&&' would give.
            let other = if std::ptr::eq(side, left) { right } else { left };
            let joined = matches!(&bare(other).kind, ExprKind::Binary { op, .. } if compares(*op));
            if compares(*op) && !joined {
                let message = format!("the comparison is done before '{word}'");
                self.warn(
                    Diagnostic::warning("comparison-in-mask", *op_span, message)
                        .with_note(format!("put the '{word}' and its operands in parentheses")),
                );
            }
        }
    }

    /// `a[1, 2]` is `a[2]`.
    pub(super) fn comma_in_index(&mut self, expr: &Expr) {
        if let ExprKind::Index { index, .. } = &expr.kind
            && let ExprKind::Comma { right, .. } = &index.kind
        {
            let last = self.map.text(right.span).to_owned();
            let message = format!("only the value behind the ',' counts: this is [{last}]");
            self.warn(
                Diagnostic::warning("comma-in-index", index.span, message)
                    .with_note("an element of a table is written a[i][j]"),
            );
        }
    }

    /// `x = 5,000;`
    pub(super) fn comma_in_number(&mut self, expr: &Expr) {
        let ExprKind::Comma { left, right } = &expr.kind else { return };
        let ExprKind::Assign { right: value, .. } = &left.kind else { return };
        let numbers = matches!((&value.kind, &right.kind), (ExprKind::Integer(_), ExprKind::Integer(_)));
        let joined = value.span.hi.saturating_add(1) == right.span.lo && right.span.hi - right.span.lo == 3;
        if numbers && joined && value.span.expansion == right.span.expansion {
            let message = format!("a number has no ',' between its digits: this assigns {}", self.map.text(value.span));
            self.warn(Diagnostic::warning("comma-in-number", value.span.to(right.span), message));
        }
    }

    /// `x == NAN` is false whatever x is.
    pub(super) fn nan_comparison(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, left, right, op_span } = &expr.kind else { return };
        let nan = |side: &Expr| {
            let name = self.map.expansion(side.span.expansion).map(|e| &*e.name);
            name == Some("NAN")
        };
        if compares(*op) && (nan(left) || nan(right)) {
            let truth = if *op == BinaryOp::Ne { "true" } else { "false" };
            let message = format!("a comparison with NAN is always {truth}, even for NAN itself");
            self.warn(Diagnostic::warning("nan-comparison", *op_span, message).with_note("ask isnan(x) from <math.h>"));
        }
    }
}
