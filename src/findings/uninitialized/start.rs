//! The value that a variable could begin with: what its use shows.

use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::bare;
use crate::sema::tree::{ArithOp, Expr, ExprKind, Local, LocalId, StmtKind};
use crate::types::TypeKind;

/// How to give the local its first value.
pub(super) fn advice(scene: &Scene<'_>, frame: usize, id: LocalId, local: &Local) -> String {
    let name = &local.name;
    if let Some((place, first)) = first_of_search(scene, id) {
        return format!(
            "Begin with the first one, {place} = {first}; before the loop, then compare the others with it."
        );
    }
    let is_float = matches!(scene.program.types.kind(local.ty), TypeKind::Float(_));
    let start = match (is_multiplied(scene, id), is_float) {
        (true, false) => "1",
        (true, true) => "1.0",
        (false, false) => "0",
        (false, true) => "0.0",
    };
    let declaration = scene.program.types.print_declaration(local.ty, name);
    let line = scene.at(local.span).map_or_else(String::new, |at| format!(", {at}"));
    match is_assigned_elsewhere(scene, frame, id) {
        false => format!("Give '{name}' a value where it is declared{line}: {declaration} = {start};"),
        true => {
            let line = line.replacen(", ", " in ", 1);
            format!("Give '{name}' a value on every way that leads here, or{line}: {declaration} = {start};")
        }
    }
}

fn is_local(expr: &Expr, id: LocalId) -> bool {
    matches!(bare(expr).kind, ExprKind::Local(local) if local == id)
}

/// `product *= x`: a product begins with 1.
fn is_multiplied(scene: &Scene<'_>, id: LocalId) -> bool {
    let multiplies = |expr: &Expr| match &expr.kind {
        ExprKind::AssignOp { op: ArithOp::Mul, left, .. } => is_local(left, id),
        ExprKind::Assign { left, right } if is_local(left, id) => match &bare(right).kind {
            ExprKind::Binary { op: ArithOp::Mul, left, right } => is_local(left, id) || is_local(right, id),
            _ => false,
        },
        _ => false,
    };
    scene.path().is_some_and(|path| path.expressions().any(multiplies))
}

/// `if (a[i] > max) max = a[i];`, or `*max`: the search begins with `a[0]`. The place, and what it begins with.
fn first_of_search(scene: &Scene<'_>, id: LocalId) -> Option<(String, String)> {
    let path = scene.path()?;
    let StmtKind::If { condition, then, .. } = &path.statements().next()?.kind else { return None };
    let ExprKind::Compare { left, right, .. } = &bare(condition).kind else { return None };
    // Through a pointer it is a variable of another function.
    let is_place = |e: &Expr| is_local(e, id) || matches!(bare(e).kind, ExprKind::Deref(_));
    let (place, other) = match (is_place(left), is_place(right)) {
        (true, false) => (left, right),
        (false, true) => (right, left),
        _ => return None,
    };
    let name = scene.spell(place)?;
    let gets_it = locate::any(Part::Stmt(then), |part| {
        let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr() else { return false };
        scene.spell(left).as_ref() == Some(&name)
            && scene.spell(right).is_some_and(|text| Some(text) == scene.spell(other))
    });
    let ExprKind::Index { base, .. } = &bare(other).kind else { return None };
    gets_it.then(|| scene.spell(base)).flatten().map(|array| (name, format!("{array}[0]")))
}

/// Does the function give the local a value elsewhere than where it is read?
fn is_assigned_elsewhere(scene: &Scene<'_>, frame: usize, id: LocalId) -> bool {
    let body = scene.frame(frame).and_then(|f| scene.body(f.function));
    body.is_some_and(|body| {
        locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
            Some(ExprKind::Assign { left, right }) => {
                let uses_itself = locate::any(Part::Expr(right), |part| part.expr().is_some_and(|e| is_local(e, id)));
                is_local(left, id) && !uses_itself
            }
            Some(ExprKind::AddressOf(place)) => is_local(place, id),
            _ => false,
        })
    })
}
