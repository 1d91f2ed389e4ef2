//! Loops over an array that count its bytes and not its elements.

use super::Lints;
use super::walk::{bare, each_expr_inside, each_within};
use crate::diagnostics::Diagnostic;
use crate::source::ExpansionId;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Stmt, StmtKind};

/// `i < sizeof a`
struct Bound<'s> {
    /// The variable.
    index: &'s str,
    sign: &'static str,
    /// The `sizeof`.
    size: &'s Expr,
    /// Its operand.
    array: &'s Expr,
}

impl Lints<'_> {
    /// `for (i = 0; i < sizeof a; i++) ... a[i]` of an array of ints: the size is in bytes.
    pub(super) fn bytes_for_elements(&mut self, stmt: &Stmt) {
        let (condition, step, body) = match &stmt.kind {
            StmtKind::For { condition: Some(condition), step: Some(step), body, .. } => (condition, Some(step), body),
            StmtKind::While { condition, body } | StmtKind::DoWhile { body, condition } => (condition, None, body),
            _ => return,
        };
        let mut joined = Vec::new();
        operands(condition, &mut joined);
        let Some((at, bound)) = joined.iter().enumerate().find_map(|(at, e)| Some((at, bound(e)?))) else { return };
        let name = self.compact(bare(bound.array).span);
        let types = &self.program.types;
        let measured = self.program.measured_in(bound.size.span).find(|m| m.operand == Some(bound.array.span));
        let element = measured.and_then(|m| types.element(m.ty)).and_then(|ty| types.size(ty).ok());
        let own = stmt.span.expansion == ExpansionId::NONE && bound.size.span.expansion == ExpansionId::NONE;
        let Some(each) = element.filter(|each| own && *each > 1 && !name.is_empty()) else { return };
        // Another test may end the loop in time, and another step may count bytes.
        let others = || joined.iter().enumerate().filter(|(i, _)| *i != at).any(|(_, e)| is_tested(e, bound.index));
        let (mut steps, mut tested, mut used) = (u32::from(step.is_some()), false, None);
        each_expr_inside(body, &mut |e| match &e.kind {
            ExprKind::Assign { left, .. } if is_name(left, bound.index) => steps += 2,
            ExprKind::IncDec { operand, .. } if is_name(operand, bound.index) => steps += 1,
            ExprKind::Index { base, index } if is_name(index, bound.index) && self.compact(base.span) == name => {
                used = used.or(Some(e.span));
            }
            _ => tested |= compares(e, bound.index),
        });
        let by_one = step.is_none_or(|step| counts(step, bound.index));
        let Some(used) = used.filter(|_| by_one && steps == 1 && !tested && !others()) else { return };
        let size = self.map.text(bound.size.span).to_owned();
        let message = match measured.and_then(|m| types.size(m.ty).ok()) {
            Some(bytes) => {
                format!("'{size}' is {bytes}, the bytes of '{name}': it has {} elements", bytes / each)
            }
            None => format!("'{size}' counts the bytes of '{name}', not its elements"),
        };
        let note = format!("write '{} {} {size} / sizeof {name}[0]'", bound.index, bound.sign);
        self.warn(
            Diagnostic::warning("sizeof-element", bound.size.span, message)
                .with_other(used, "the index counts elements")
                .with_note(note),
        );
    }
}

/// The operands of a chain of `&&`.
fn operands<'s>(condition: &'s Expr, found: &mut Vec<&'s Expr>) {
    let mut pending = vec![condition];
    while let Some(e) = pending.pop() {
        match &bare(e).kind {
            ExprKind::Binary { op: BinaryOp::And, left, right, .. } => pending.extend([&**left, &**right]),
            _ => found.push(bare(e)),
        }
    }
}

/// `i < sizeof a`, `i != sizeof(a)`, `sizeof a > i`
fn bound(condition: &Expr) -> Option<Bound<'_>> {
    let ExprKind::Binary { op, left, right, .. } = &condition.kind else { return None };
    let (index, size, sign) = match op {
        BinaryOp::Lt => (left, right, "<"),
        BinaryOp::Ne => (left, right, "!="),
        BinaryOp::Gt => (right, left, "<"),
        _ => return None,
    };
    let ExprKind::Name(index) = &bare(index).kind else { return None };
    let mut size = bare(size);
    while let ExprKind::Cast { operand, .. } = &size.kind {
        size = bare(operand);
    }
    let ExprKind::SizeofExpr(array) = &size.kind else { return None };
    Some(Bound { index: &index.text, sign, size, array })
}

fn is_name(expr: &Expr, wanted: &str) -> bool {
    matches!(&bare(expr).kind, ExprKind::Name(name) if &*name.text == wanted)
}

/// `i++`, `++i`, `i += 1`
fn counts(step: &Expr, index: &str) -> bool {
    let mut found = false;
    each_within(step, &mut |e| match &e.kind {
        ExprKind::IncDec { operand, increment: true, .. } => found |= is_name(operand, index),
        ExprKind::Assign { op: Some(BinaryOp::Add), left, right, .. } => {
            found |= is_name(left, index) && matches!(&bare(right).kind, ExprKind::Integer(n) if n.value == 1);
        }
        _ => {}
    });
    found
}

/// Is the variable compared with anything but 0?
fn compares(e: &Expr, index: &str) -> bool {
    let ExprKind::Binary { op, left, right, .. } = &e.kind else { return false };
    let compares =
        matches!(op, BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge | BinaryOp::Eq | BinaryOp::Ne);
    let zero = |e: &Expr| matches!(&bare(e).kind, ExprKind::Integer(n) if n.value == 0);
    compares && ((is_name(left, index) && !zero(right)) || (is_name(right, index) && !zero(left)))
}

fn is_tested(e: &Expr, index: &str) -> bool {
    let mut found = false;
    each_within(e, &mut |e| found |= compares(e, index));
    found
}
