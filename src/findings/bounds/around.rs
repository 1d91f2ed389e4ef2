//! The loop around an index: what it compares the index with, and where that begins.

use crate::findings::given;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{ArithOp, CompareOp, Expr, ExprKind, LocalId, Stmt, StmtKind};

/// The local and what is added to it: `i + 1`, `i - 1`, `i`.
pub(in crate::findings) fn shifted(index: &Expr) -> Option<(LocalId, i64)> {
    match &uncast(index).kind {
        ExprKind::Local(id) => Some((*id, 0)),
        ExprKind::Binary { op: op @ (ArithOp::Add | ArithOp::Sub), left, right } => {
            let (ExprKind::Local(id), ExprKind::Int(by)) = (&uncast(left).kind, &uncast(right).kind) else {
                return None;
            };
            Some((*id, if *op == ArithOp::Add { *by } else { by.checked_neg()? }))
        }
        _ => None,
    }
}

/// A loop around the place.
pub(in crate::findings) struct Loop<'t> {
    pub stmt: &'t Stmt,
    /// What it compares the local with; `None` if it only steps it.
    pub condition: Option<Condition<'t>>,
}

/// `i < n`
#[derive(Clone, Copy)]
pub(in crate::findings) struct Condition<'t> {
    pub whole: &'t Expr,
    pub op: CompareOp,
    pub limit: &'t Expr,
}

/// The innermost loop that compares or steps the local.
pub(in crate::findings) fn around<'t>(scene: &Scene<'t>, local: LocalId) -> Option<Loop<'t>> {
    scene.path()?.statements().find_map(|stmt| {
        let (condition, step) = match &stmt.kind {
            StmtKind::For { condition: Some(condition), step, .. } => (condition, step.as_ref()),
            StmtKind::While { condition, .. } | StmtKind::DoWhile { condition, .. } => (condition, None),
            _ => return None,
        };
        match compared(condition, local) {
            Some(condition) => Some(Loop { stmt, condition: Some(condition) }),
            None => step.filter(|step| steps(step, local)).map(|_| Loop { stmt, condition: None }),
        }
    })
}

/// What the loop around an index compares it with: `n` of `i < n`.
pub(in crate::findings) fn limit<'t>(scene: &Scene<'t>, index: &Expr) -> Option<&'t Expr> {
    let (local, _) = shifted(index)?;
    around(scene, local)?.condition.map(|condition| condition.limit)
}

/// The comparison of the local in a condition, or in one that is joined by `&&`.
fn compared<'t>(condition: &'t Expr, local: LocalId) -> Option<Condition<'t>> {
    match &bare(condition).kind {
        ExprKind::Compare { op, left, right } if is_local(left, local) => {
            Some(Condition { whole: condition, op: *op, limit: right })
        }
        ExprKind::And(left, right) => compared(left, local).or_else(|| compared(right, local)),
        _ => None,
    }
}

pub(in crate::findings) fn is_local(expr: &Expr, local: LocalId) -> bool {
    matches!(bare(expr).kind, ExprKind::Local(id) if id == local)
}

fn steps(step: &Expr, local: LocalId) -> bool {
    locate::any(Part::Expr(step), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::IncDec { place, .. } | ExprKind::AssignOp { left: place, .. }) => is_local(place, local),
        Some(ExprKind::Assign { left, .. }) => is_local(left, local),
        _ => false,
    })
}

/// The value that a for loop gives the local at first, as the source has it, its value and place.
pub(in crate::findings) fn first_text(
    scene: &Scene<'_>,
    stmt: &Stmt,
    local: LocalId,
) -> Option<(String, Option<i64>, crate::source::Span)> {
    let frame = scene.innermost()?;
    let told = |value: &Expr| Some((scene.spell(value)?, scene.int_value(frame, value), scene.span(value.id)));
    if let StmtKind::For { init: Some(init), .. } = &stmt.kind
        && let ExprKind::Assign { left, right } = &bare(init).kind
        && is_local(left, local)
    {
        return told(right);
    }
    told(given::declared(scene.body(scene.frame(frame)?.function)?, local)?)
}

pub(in crate::findings) fn first_value(scene: &Scene<'_>, stmt: &Stmt, local: LocalId) -> Option<i64> {
    first_text(scene, stmt, local)?.1
}
