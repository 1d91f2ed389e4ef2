//! Variables that an input function was to give a value and did not.

use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::sema::tree::{Callee, CompareOp, Expr, ExprKind, LocalId, NodeId, StmtKind};

/// An input function assigned nothing at a node: its result tells, so it is to be tested.
pub(in crate::findings) fn not_assigned(scene: &Scene<'_>, story: Story, node: NodeId) -> Story {
    let told = || {
        let (function, path) = scene.find_anywhere(node)?;
        let call = uncast(path.expr()?);
        let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return None };
        let name = &*scene.program.function(*id)?.name;
        // Who looks at the result went on all the same: that is another mistake.
        let in_condition = matches!(
            path.statements().next()?.kind,
            StmtKind::If { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. } | StmtKind::For { .. }
        );
        if in_condition {
            return None;
        }
        let text = scene.text_of(scene.span(call.id), 48);
        let count = |format: usize| arguments.len().saturating_sub(format + 1);
        let test = match name {
            "scanf" => format!("!= {}", count(0)),
            "fscanf" | "sscanf" => format!("!= {}", count(1)),
            "fgets" => "== NULL".to_owned(),
            _ => return Some(format!("Test what '{name}' returns before what it was to store is used.")),
        };
        let condition = text.map(|text| format!("{text} {test}"));
        // In a loop that reads there is nothing more to read.
        let in_loop = path.statements().any(|stmt| straight::is_loop(Part::Stmt(stmt)));
        let way_out = if in_loop { "break;" } else { scene.way_out(function) };
        Some(match condition {
            Some(condition) => match counted(scene, node) {
                Some((count, i)) => format!(
                    "Test the result, and keep how many there are: if ({condition}) {{ {count} = {i}; break; }}"
                ),
                None => format!("Test the result: if ({condition}) {way_out}"),
            },
            None => match counted(scene, node) {
                Some((count, i)) => format!(
                    "Test the result, and keep how many there are: if ({name}(...) {test}) {{ {count} = {i}; break; }}"
                ),
                None => format!("Test the result: if ({name}(...) {test}) {way_out}"),
            },
        })
    };
    match told() {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// The call is a statement of a loop that counts to a variable, `for (i = 0; i < n; i++)`: both names.
fn counted(scene: &Scene<'_>, call: NodeId) -> Option<(String, String)> {
    let (function, path) = scene.find_anywhere(call)?;
    let mut around = path.statements();
    around.next().filter(|stmt| matches!(&stmt.kind, StmtKind::Expr(e) if uncast(e).id == call))?;
    let around = around.find(|stmt| !matches!(stmt.kind, StmtKind::Block(_)))?;
    let StmtKind::For { condition: Some(condition), step: Some(_), .. } = &around.kind else { return None };
    let ExprKind::Compare { op: CompareOp::Lt, left, right } = &bare(condition).kind else { return None };
    let name = |e: &Expr| match bare(e).kind {
        ExprKind::Local(id) => scene.local(function, id).map(|local| local.name.to_string()),
        _ => None,
    };
    Some((name(right)?, name(left)?))
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
