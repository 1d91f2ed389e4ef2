//! A walk along a list that may now end without finding anything: what follows the loop
//! has to know.

use crate::findings::lifetime::straight::{self, Root};
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{Expr, ExprKind, FunctionId, LocalId, Stmt, StmtKind};

/// The test to write before the first statement after the loop that follows the pointer.
pub(super) fn test(scene: &Scene<'_>, pointer: &Expr) -> Option<String> {
    let ExprKind::Local(id) = bare(pointer).kind else { return None };
    let function = scene.frame(scene.innermost()?)?.function;
    let path = scene.path()?;
    let looped = path.steps.iter().rposition(|(part, _)| straight::is_loop(*part))?;
    let (Part::Block(block), at) = (path.steps.get(looped.checked_sub(1)?)?.0, path.steps.get(looped)?.1) else {
        return None;
    };
    let later = block.stmts.get(at + 1..)?;
    let first = later.iter().find(|stmt| straight::names(scene, Part::Stmt(stmt), &[Root::Local(id)]))?;
    // One that asks about it, or gives it another value, is none that needs the test.
    let follows = locate::any(Part::Stmt(first), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Deref(place)) => is_it(place, id),
        _ => false,
    });
    if !follows || asks(first, id) || straight::assigns(Part::Stmt(first), Root::Local(id)) {
        return None;
    }
    let (name, line) = (&scene.local(function, id)?.name, scene.line(first.id));
    Some(format!("before line {line} write if ({name} == NULL) {}", way_out(scene, function, id)))
}

fn is_it(expr: &Expr, id: LocalId) -> bool {
    matches!(bare(expr).kind, ExprKind::Local(local) if local == id)
}

/// Does the condition of an if statement look at the pointer itself?
fn asks(stmt: &Stmt, id: LocalId) -> bool {
    let StmtKind::If { condition, .. } = &stmt.kind else { return false };
    locate::any(Part::Expr(condition), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Compare { left, right, .. }) => is_it(left, id) || is_it(right, id),
        Some(ExprKind::Not(inner)) => is_it(inner, id),
        _ => false,
    }) || is_it(condition, id)
}

/// What the function returns at its end, if that is another variable: the list, perhaps without the node.
fn way_out(scene: &Scene<'_>, function: FunctionId, id: LocalId) -> String {
    let last = || {
        let StmtKind::Return(Some(value)) = &scene.body(function)?.block.stmts.last()?.kind else { return None };
        let is_other = matches!(uncast(value).kind, ExprKind::Local(local) if local != id);
        scene.text(uncast(value).id).filter(|_| is_other).map(|text| format!("return {text};"))
    };
    last().unwrap_or_else(|| scene.way_out(function).to_owned())
}
