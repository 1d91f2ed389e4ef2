//! Operators that do something else than their looks suggest.

use super::Lints;
use super::slips::has_effect;
use super::walk::bare;
use crate::diagnostics::Diagnostic;
use crate::source::{ExpansionId, Span};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};

fn compares(op: BinaryOp) -> bool {
    orders(op) || matches!(op, BinaryOp::Eq | BinaryOp::Ne)
}

fn orders(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge)
}

/// The array of `a[i]` and `a[i][j]`.
fn root(expr: &Expr) -> Option<&str> {
    let mut expr = bare(expr);
    loop {
        match &expr.kind {
            ExprKind::Index { base, .. } => expr = bare(base),
            ExprKind::Name(name) => return Some(&name.text),
            _ => return None,
        }
    }
}

/// What comes of the comparison of 0 or 1 with a larger number.
fn outcome(op: BinaryOp, number: &Expr) -> Option<&'static str> {
    let large = matches!(&number.kind, ExprKind::Integer(n) if n.value > 1);
    match op {
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Ne if large => Some("true"),
        BinaryOp::Gt | BinaryOp::Ge | BinaryOp::Eq if large => Some("false"),
        _ => None,
    }
}

/// A constant as it is, anything else in quotes.
fn quoted(expr: &Expr, text: &str) -> String {
    match expr.kind {
        ExprKind::Integer(_) | ExprKind::Floating(_) | ExprKind::Character(_) => text.to_owned(),
        _ => format!("'{text}'"),
    }
}

/// A constant that is neither 0 nor 1.
fn is_neither_true_nor_false(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Integer(n) => n.value > 1,
        ExprKind::Character(c) => !matches!(c.value, 0 | 1),
        ExprKind::Unary { op: UnaryOp::Minus, operand, .. } => {
            matches!(&bare(operand).kind, ExprKind::Integer(n) if n.value > 0)
        }
        _ => false,
    }
}

impl Lints<'_> {
    /// `a < b < c` compares the truth of `a < b` with c.
    pub(super) fn chained_comparison(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, left: first, right: c, op_span } = &expr.kind else { return };
        let ExprKind::Binary { op: op_of_first, left: a, right: b, .. } = &first.kind else { return };
        let of_order = orders(*op) && orders(*op_of_first);
        let of_equals = matches!(op, BinaryOp::Eq | BinaryOp::Ne) && op == op_of_first && self.are_alike(a, b, c);
        if !of_order && !of_equals {
            return;
        }
        let text = |e: &Expr| self.map.text(e.span).to_owned();
        let message = format!("'{}' is 0 or 1, and that is compared with {}", text(first), quoted(c, &text(c)));
        let message = match outcome(*op, c) {
            Some(truth) => format!("{message}: this is always {truth}"),
            None => message,
        };
        let second = format!("{}{}", text(b), self.map.text(Span { lo: b.span.hi, ..expr.span }));
        let meant = if has_effect(b) {
            "a < b && b < c".to_owned()
        } else if *op == BinaryOp::Ne {
            format!("{} && {second} && {} != {}", text(first), text(a), text(c))
        } else {
            format!("{} && {second}", text(first))
        };
        self.warn(Diagnostic::warning("chained-comparison", *op_span, message).with_note(format!("write '{meant}'")));
    }

    /// Are the three of `a == b == c` of one sort, so that c is hardly the outcome of a comparison?
    fn are_alike(&self, a: &Expr, b: &Expr, c: &Expr) -> bool {
        match (&bare(a).kind, &bare(b).kind, &c.kind) {
            (_, _, ExprKind::Integer(n)) => n.value > 1 && c.span.expansion == ExpansionId::NONE,
            (_, _, ExprKind::Character(_)) => true,
            (ExprKind::Name(a), ExprKind::Name(b), ExprKind::Name(c)) => self.names.of_one_type([a, b, c]),
            (ExprKind::Index { base: a, .. }, ExprKind::Index { base: b, .. }, ExprKind::Index { base: c, .. }) => {
                root(a).is_some() && root(a) == root(b) && root(b) == root(c)
            }
            (
                ExprKind::Member { member: a, .. },
                ExprKind::Member { member: b, .. },
                ExprKind::Member { member: c, .. },
            ) => a.text == b.text && b.text == c.text,
            _ => false,
        }
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

    /// `!x == 3` compares 0 or 1 with 3.
    pub(super) fn not_in_comparison(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, left, right, op_span } = &expr.kind else { return };
        let ExprKind::Unary { op: UnaryOp::Not, op_span: not, .. } = &left.kind else { return };
        // Against 0, 1 and what is true or false it may be meant.
        if !compares(*op) || !is_neither_true_nor_false(bare(right)) || not.expansion != op_span.expansion {
            return;
        }
        let told = Diagnostic::warning("not-in-comparison", *not, "'!' is done before the comparison: it gives 0 or 1");
        self.warn(match op {
            BinaryOp::Eq => told.with_note("did you mean '!='?"),
            _ => told.with_note("put the comparison in parentheses"),
        });
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
