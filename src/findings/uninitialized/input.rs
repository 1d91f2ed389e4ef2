//! Variables that an input function was to give a value and did not.

use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::sema::tree::{Callee, Expr, ExprKind, LocalId, NodeId};

/// An input function assigned nothing at a node: its result tells, so it is to be tested.
pub(in crate::findings) fn not_assigned(scene: &Scene<'_>, story: Story, node: NodeId) -> Story {
    let told = || {
        let (_, path) = scene.find_anywhere(node)?;
        let call = uncast(path.expr()?);
        let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return None };
        let name = &*scene.program.function(*id)?.name;
        let text = scene.text_of(scene.span(call.id), 48);
        let count = |format: usize| arguments.len().saturating_sub(format + 1);
        let test = match name {
            "scanf" => format!("!= {}", count(0)),
            "fscanf" | "sscanf" => format!("!= {}", count(1)),
            "fgets" => "== NULL".to_owned(),
            _ => return Some(format!("Test what '{name}' returns before what it was to store is used.")),
        };
        Some(match text {
            Some(text) => format!("Test the result: if ({text} {test}) there is nothing to use."),
            None => format!("Test what '{name}' returns: if it is {test}, there is nothing to use."),
        })
    };
    match told() {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// The function of the scanf family that is given the local itself, not its address.
pub(super) fn given_by_value<'t>(scene: &Scene<'t>, id: LocalId) -> Option<&'t str> {
    const SCANNERS: [&str; 3] = ["scanf", "fscanf", "sscanf"];
    let path = scene.path()?;
    path.expressions().find_map(|expr| {
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return None };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| SCANNERS.contains(name))?;
        arguments.iter().any(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id)).then_some(name)
    })
}

/// The call of a function that reads input and is given the address of the local.
pub(super) fn reader<'t>(scene: &Scene<'t>, frame: usize, id: LocalId) -> Option<(&'t str, NodeId)> {
    const READERS: [&str; 6] = ["scanf", "fscanf", "sscanf", "vscanf", "fgets", "fread"];
    let body = scene.body(scene.frame(frame)?.function)?;
    let is_local = |place: &Expr| matches!(place.kind, ExprKind::Local(l) if l == id);
    let mut found = None;
    locate::any(Part::Block(&body.block), |part| {
        let Some(expr) = part.expr() else { return false };
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return false };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| READERS.contains(name));
        let given = |e: &Expr| matches!(&uncast(e).kind, ExprKind::AddressOf(place) if is_local(place));
        found = name.filter(|_| arguments.iter().any(given)).map(|name| (name, expr.id));
        found.is_some()
    });
    found
}
