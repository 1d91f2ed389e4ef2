//! Statements that do nothing, or something else than it seems.

use super::Lints;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{BinaryOp, BlockItem, Expr, ExprKind, Stmt, StmtKind, UnaryOp};

impl Lints<'_> {
    /// `if (x);`
    pub(super) fn empty_body(&mut self, body: &Stmt, word: &str) {
        if matches!(body.kind, StmtKind::Empty) && self.map.text(body.span) == ";" {
            let message = format!("this ';' is the whole body of the '{word}'");
            self.warn(
                Diagnostic::warning("empty-body", body.span, message)
                    .with_note("what follows does not depend on the condition"),
            );
        }
    }

    /// `while (x < 3);` before what looks like the body.
    pub(super) fn empty_loop(&mut self, stmt: &Stmt, next: Option<&BlockItem>) {
        let Some((mut word, mut body)) = loop_body(stmt) else { return };
        // `for (...) for (...);`: the innermost one has no body.
        while let Some(inner) = loop_body(body) {
            (word, body) = inner;
        }
        let next = match next {
            Some(BlockItem::Stmt(next)) => next,
            _ => return,
        };
        if !matches!(body.kind, StmtKind::Empty) || self.map.text(body.span) != ";" {
            return;
        }
        let (head, semicolon, after) =
            (self.map.place(stmt.span), self.map.place(body.span), self.map.place(next.span));
        // The ';' stands on the head's line, and what follows is set in like a body.
        let block = matches!(next.kind, StmtKind::Block(_));
        let indented = after.line > semicolon.line && after.column > head.column;
        let head_ends =
            self.map.text(Span { lo: stmt.span.lo, hi: body.span.lo, ..stmt.span }).trim_end().ends_with(')');
        if head.line == semicolon.line && head_ends && (block || indented) {
            let message = format!("this ';' is the whole body of the '{word}'");
            self.warn(
                Diagnostic::warning("empty-body", body.span, message)
                    .with_other(Span { hi: next.span.lo.saturating_add(1), ..next.span }, "this is not repeated"),
            );
        }
    }

    /// `a == b;`
    pub(super) fn unused_comparison(&mut self, expr: &Expr) {
        let ExprKind::Binary { op, op_span, .. } = &expr.kind else { return };
        let compares =
            matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge);
        // Macros may compute what nobody uses.
        if !compares || self.map.expansion(op_span.expansion).is_some() {
            return;
        }
        let mut d = Diagnostic::warning("unused-comparison", *op_span, "the result of this comparison is not used");
        if *op == BinaryOp::Eq {
            d.notes.push("'=' assigns".to_owned());
        }
        self.warn(d);
    }

    /// `x =+ 1` sets x to +1.
    pub(super) fn reversed_operator(&mut self, expr: &Expr) {
        let ExprKind::Assign { op: None, right, op_span, .. } = &expr.kind else { return };
        let ExprKind::Unary { op, operand, op_span: sign } = &right.kind else { return };
        let word = match op {
            UnaryOp::Plus => "+",
            UnaryOp::Minus => "-",
            _ => return,
        };
        // `=-1` may be mere style; `=- 1`, with the gap behind the sign, is not.
        let joined = op_span.hi == sign.lo && sign.hi < operand.span.lo;
        if joined && op_span.expansion == sign.expansion {
            let span: Span = op_span.to(*sign);
            let message = format!("'={word}' assigns the value of '{word}...', it does not change by it");
            self.warn(
                Diagnostic::warning("reversed-operator", span, message).with_note(format!("did you mean '{word}='?")),
            );
        }
    }
}

/// The word of a loop with a head, and its body.
fn loop_body(stmt: &Stmt) -> Option<(&'static str, &Stmt)> {
    match &stmt.kind {
        StmtKind::While { body, .. } => Some(("while", body)),
        StmtKind::For { body, .. } => Some(("for", body)),
        _ => None,
    }
}
