//! Constants joined by `||` and `&&` that were meant to be compared, each of them.

use super::Lints;
use super::walk::{bare, called};
use crate::diagnostics::Diagnostic;
use crate::source::ExpansionId;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Stmt, StmtKind, UnaryOp};

/// Operands of a chain of `&&` and `||` that are looked at for a comparison.
const CHAIN: u32 = 16;

/// A comparison with a constant.
struct Compared<'s> {
    whole: &'s Expr,
    constant: &'s Expr,
    /// Is it `!=`, or does it stand for one?
    differs: bool,
    /// `==` or `!=`, or a call of strcmp.
    equality: bool,
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Integer(_) | ExprKind::Character(_))
}

fn compares(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge | BinaryOp::Eq | BinaryOp::Ne)
}

/// The text that a call of strcmp compares with.
fn text_compared(call: &Expr) -> Option<&Expr> {
    let ("strcmp", ExprKind::Call { arguments, .. }) = (called(call)?, &call.kind) else { return None };
    arguments.last().filter(|e| matches!(e.kind, ExprKind::String(_)))
}

/// The comparison that an expression is.
fn comparison(whole: &Expr) -> Option<Compared<'_>> {
    match &bare(whole).kind {
        ExprKind::Unary { op: UnaryOp::Not, operand, .. } => {
            Some(Compared { whole, constant: text_compared(bare(operand))?, differs: false, equality: true })
        }
        ExprKind::Binary { op, left, right, .. } if compares(*op) => {
            let (equality, differs) = (matches!(op, BinaryOp::Eq | BinaryOp::Ne), *op == BinaryOp::Ne);
            let constant = match (text_compared(bare(left)), &right.kind) {
                (Some(text), _) if equality => text,
                (_, ExprKind::String(_)) if equality => right,
                _ if is_constant(right) => right,
                _ if equality && is_constant(left) => left,
                _ => return None,
            };
            Some(Compared { whole, constant, differs, equality })
        }
        _ => None,
    }
}

/// The last comparison with a constant in a chain.
fn last_comparison(expr: &Expr, depth: u32) -> Option<Compared<'_>> {
    let depth = depth.checked_sub(1)?;
    match &expr.kind {
        ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, left, right, .. } => {
            last_comparison(right, 1).or_else(|| last_comparison(left, depth))
        }
        _ => comparison(expr),
    }
}

impl Lints<'_> {
    /// A constant other than 0 and 1 as it is written. A number that a macro stands for may
    /// be a switch for a part of the condition.
    fn is_lone(&self, expr: &Expr) -> bool {
        expr.span.expansion == ExpansionId::NONE
            && match &expr.kind {
                ExprKind::Character(c) => c.value != 0,
                ExprKind::Integer(n) => n.value > 1,
                _ => false,
            }
    }

    /// `c == 'a' || 'b'`: the second letter is compared with nothing.
    pub(super) fn lone_constant(&mut self, expr: &Expr) {
        self.choice_compared(expr);
        let ExprKind::Binary { op: op @ (BinaryOp::And | BinaryOp::Or), left, right, .. } = &expr.kind else { return };
        // `x == 1 && "a message"` is a habit in assertions.
        let is_text = |e: &Expr| {
            *op == BinaryOp::Or && matches!(e.kind, ExprKind::String(_)) && e.span.expansion == ExpansionId::NONE
        };
        let behind = (self.is_lone(right) || is_text(right)).then(|| last_comparison(left, CHAIN)).flatten();
        let before = || self.is_lone(left).then(|| comparison(right)).flatten();
        let (lone, compared) = match behind {
            Some(compared) => (right, compared),
            None => match before() {
                Some(compared) => (left, compared),
                None => return,
            },
        };
        if matches!(lone.kind, ExprKind::String(_)) != matches!(compared.constant.kind, ExprKind::String(_)) {
            return;
        }
        let constant = self.map.text(lone.span).to_owned();
        let message = format!("{constant} alone is always true: it is compared with nothing");
        let joined = if compared.differs { "&&" } else { "||" };
        let meant = self.exchanged(&compared, &constant);
        let note = if !compared.equality {
            // '<' says nothing of the sign that is missing.
            format!("write the comparison with {constant} in full, with both of its sides")
        } else if lone.span == right.span {
            format!("write '... {joined} {meant}'")
        } else {
            format!("write '{meant} {joined} ...'")
        };
        self.warn(Diagnostic::warning("lone-constant", lone.span, message).with_note(note));
    }

    /// The comparison with another constant.
    fn exchanged(&self, compared: &Compared<'_>, constant: &str) -> String {
        let (whole, old) = (compared.whole.span, compared.constant.span);
        let text = self.map.text(whole);
        let from = usize::try_from(old.lo.saturating_sub(whole.lo)).unwrap_or(0);
        let to = usize::try_from(old.hi.saturating_sub(whole.lo)).unwrap_or(0);
        match (text.get(..from), text.get(to..)) {
            (Some(before), Some(behind)) => format!("{before}{constant}{behind}"),
            _ => text.to_owned(),
        }
    }

    /// The constants of `'a' || 'b' || 'c'`.
    fn choice<'e>(&self, expr: &'e Expr) -> Vec<&'e Expr> {
        let (mut found, mut rest) = (Vec::new(), bare(expr));
        for _ in 0..CHAIN {
            match &rest.kind {
                ExprKind::Binary { op: BinaryOp::Or, left, right, .. } if self.is_lone(right) => {
                    found.push(&**right);
                    rest = left;
                }
                _ if self.is_lone(rest) && !found.is_empty() => {
                    found.push(rest);
                    found.reverse();
                    return found;
                }
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// `c == ('a' || 'b')`: this compares with 1.
    fn choice_compared(&mut self, expr: &Expr) {
        let ExprKind::Binary { op: op @ (BinaryOp::Eq | BinaryOp::Ne), left, right, .. } = &expr.kind else { return };
        let choice = self.choice(right);
        if choice.is_empty() || expr.span.expansion != ExpansionId::NONE {
            return;
        }
        let (sign, joined) = if *op == BinaryOp::Ne { ("!=", " && ") } else { ("==", " || ") };
        let name = self.map.text(left.span);
        let each: Vec<String> = choice.iter().map(|e| format!("{name} {sign} {}", self.map.text(e.span))).collect();
        let message = format!("{} is 1, and that is what '{name}' is compared with", self.map.text(right.span));
        let note = format!("write '{}'", each.join(joined));
        self.warn(Diagnostic::warning("lone-constant", right.span, message).with_note(note));
    }

    /// `case 'a' || 'b':` is `case 1:`.
    pub(super) fn case_of_choice(&mut self, stmt: &Stmt) {
        let StmtKind::Case { low, high: None, .. } = &stmt.kind else { return };
        let choice = self.choice(low);
        if choice.is_empty() {
            return;
        }
        let each: Vec<String> = choice.iter().map(|e| format!("case {}:", self.map.text(e.span))).collect();
        let message = format!("{} is 1: this is the case of 1", self.map.text(low.span));
        let note = format!("write '{}'", each.join(" "));
        self.warn(Diagnostic::warning("lone-constant", low.span, message).with_note(note));
    }
}
