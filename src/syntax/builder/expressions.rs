//! Flat lists of operands and operators become trees (6.5.5 to 6.5.17).
//!
//! Two stacks instead of recursion: a chain of assignments uses no host stack. The
//! height of each tree is counted, since whoever walks or drops it does recurse.

use super::Builder;
use super::grammar::{Pair, Rule};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind};
use crate::syntax::kinds::*;

/// An expression and the height of its tree.
pub(super) struct Tall {
    pub expr: Expr,
    pub height: usize,
}

/// An operator that waits for its right operand.
struct Pending {
    kind: PendingKind,
    precedence: u8,
    span: Span,
}

enum PendingKind {
    Comma,
    Assign(Option<BinaryOp>),
    /// With its middle.
    Conditional(Option<Tall>),
    Binary(BinaryOp),
}

const COMMA_PRECEDENCE: u8 = 1;
const ASSIGN_PRECEDENCE: u8 = 2;
const CONDITIONAL_PRECEDENCE: u8 = 3;

impl Builder<'_> {
    /// `expression` and `assignment`.
    pub(super) fn expression(&mut self, pair: Pair<'_>) -> Expr {
        let tall = self.tall_expression(pair);
        self.tallest = self.tallest.max(tall.height);
        tall.expr
    }

    pub(super) fn tall_expression(&mut self, pair: Pair<'_>) -> Tall {
        let span = self.span(&pair);
        let mut pairs = pair.into_inner().peekable();
        let mut operands: Vec<Tall> = vec![self.operand(&mut pairs)];
        let mut waiting: Vec<Pending> = Vec::new();
        while let Some(operator) = pairs.next() {
            let pending = self.pending(operator);
            let from_right = matches!(pending.precedence, ASSIGN_PRECEDENCE | CONDITIONAL_PRECEDENCE);
            while let Some(top) = waiting.pop_if(|top| {
                top.precedence > pending.precedence || (top.precedence == pending.precedence && !from_right)
            }) {
                self.join(top, &mut operands);
            }
            waiting.push(pending);
            operands.push(self.operand(&mut pairs));
        }
        while let Some(top) = waiting.pop() {
            self.join(top, &mut operands);
        }
        operands.pop().unwrap_or_else(|| Tall { expr: self.placeholder(span), height: 1 })
    }

    /// Does something, and tells how tall the tallest expression built in it was.
    pub(super) fn measured<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> (T, usize) {
        let outer = std::mem::take(&mut self.tallest);
        let built = build(self);
        let height = std::mem::replace(&mut self.tallest, 0);
        self.tallest = outer.max(height);
        (built, height)
    }

    /// A node above trees of that height; refused if the limit is exceeded.
    pub(super) fn tall(&mut self, kind: ExprKind, span: Span, below: usize) -> Tall {
        let height = below.saturating_add(1);
        if height <= self.limits.chain {
            return Tall { expr: Expr { kind, span }, height };
        }
        if !self.refused {
            self.refused = true;
            let message =
                format!("this expression is more than {} operators deep, the limit 'chain'", self.limits.chain);
            self.diagnostics.push(Diagnostic::error("nesting-limit", span, message));
        }
        Tall { expr: self.placeholder(span), height: 1 }
    }

    fn pending(&mut self, pair: Pair<'_>) -> Pending {
        let index = self.first(&pair);
        let span = self.span_at(index);
        if pair.as_rule() == Rule::conditional {
            let middle = pair.into_inner().next().map(|e| self.tall_expression(e));
            return Pending { kind: PendingKind::Conditional(middle), precedence: CONDITIONAL_PRECEDENCE, span };
        }
        let (kind, precedence) = match self.kind_at(index) {
            COMMA => (PendingKind::Comma, COMMA_PRECEDENCE),
            kind => match (assignment(kind), binary(kind)) {
                (Some(op), _) => (PendingKind::Assign(op), ASSIGN_PRECEDENCE),
                (None, Some((op, precedence))) => (PendingKind::Binary(op), precedence),
                (None, None) => (PendingKind::Comma, COMMA_PRECEDENCE),
            },
        };
        Pending { kind, precedence, span }
    }

    /// Puts an operator over the last two operands.
    fn join(&mut self, operator: Pending, operands: &mut Vec<Tall>) {
        let (Some(right), Some(left)) = (operands.pop(), operands.pop()) else { return };
        let span = left.expr.span.to(right.expr.span);
        let mut below = left.height.max(right.height);
        let (left, right, op_span) = (Box::new(left.expr), Box::new(right.expr), operator.span);
        let kind = match operator.kind {
            PendingKind::Comma => ExprKind::Comma { left, right },
            PendingKind::Assign(op) => ExprKind::Assign { op, left, right, op_span },
            PendingKind::Binary(op) => ExprKind::Binary { op, left, right, op_span },
            PendingKind::Conditional(middle) => {
                below = below.max(middle.as_ref().map_or(0, |m| m.height));
                let then = middle.map(|m| Box::new(m.expr));
                ExprKind::Conditional { condition: left, then, otherwise: right }
            }
        };
        let joined = self.tall(kind, span, below);
        operands.push(joined);
    }
}

/// An assignment operator: the operator of a compound one inside.
fn assignment(kind: Kind) -> Option<Option<BinaryOp>> {
    Some(match kind {
        ASSIGN => None,
        STAR_ASSIGN => Some(BinaryOp::Mul),
        SLASH_ASSIGN => Some(BinaryOp::Div),
        PERCENT_ASSIGN => Some(BinaryOp::Rem),
        PLUS_ASSIGN => Some(BinaryOp::Add),
        MINUS_ASSIGN => Some(BinaryOp::Sub),
        SHL_ASSIGN => Some(BinaryOp::Shl),
        SHR_ASSIGN => Some(BinaryOp::Shr),
        AMP_ASSIGN => Some(BinaryOp::BitAnd),
        CARET_ASSIGN => Some(BinaryOp::BitXor),
        PIPE_ASSIGN => Some(BinaryOp::BitOr),
        _ => return None,
    })
}

/// A binary operator and how tightly it binds.
fn binary(kind: Kind) -> Option<(BinaryOp, u8)> {
    Some(match kind {
        OR_OR => (BinaryOp::Or, 4),
        AND_AND => (BinaryOp::And, 5),
        PIPE => (BinaryOp::BitOr, 6),
        CARET => (BinaryOp::BitXor, 7),
        AMP => (BinaryOp::BitAnd, 8),
        EQ_EQ => (BinaryOp::Eq, 9),
        NE => (BinaryOp::Ne, 9),
        LT => (BinaryOp::Lt, 10),
        GT => (BinaryOp::Gt, 10),
        LE => (BinaryOp::Le, 10),
        GE => (BinaryOp::Ge, 10),
        SHL => (BinaryOp::Shl, 11),
        SHR => (BinaryOp::Shr, 11),
        PLUS => (BinaryOp::Add, 12),
        MINUS => (BinaryOp::Sub, 12),
        STAR => (BinaryOp::Mul, 13),
        SLASH => (BinaryOp::Div, 13),
        PERCENT => (BinaryOp::Rem, 13),
        _ => return None,
    })
}
