//! Scalar variables that have no value, told by their names.

use super::Copied;
use crate::findings::causes;
use crate::findings::clobbered::clobbered;
use crate::findings::locate::{self, Part};
use crate::findings::scene::{Held, Scene, Storage};
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::sema::tree::{Callee, Expr, ExprKind, LocalId, NodeId, StmtKind};
use crate::types::TypeKind;

/// A local that has no address.
pub(super) fn in_slot(scene: &Scene<'_>, moved: Copied<'_>) -> Story {
    let (Some(frame), Some(expr)) = (scene.innermost(), scene.expr()) else { return Story::default() };
    let Some(id) = unwritten_local(scene, frame, expr) else { return Story::default() };
    local_story(scene, frame, id, moved)
}

pub(super) fn local_story(scene: &Scene<'_>, frame: usize, id: LocalId, moved: Copied<'_>) -> Story {
    let Some(local) = scene.frame(frame).and_then(|f| scene.local(f.function, id)) else { return Story::default() };
    let name = &local.name;
    match moved {
        Some(Some(source)) => {
            let sentence =
                format!("'{name}' is used, but its value was copied from {}, which was never written.", source.name);
            return source.tell(scene, Story::new(sentence));
        }
        Some(None) => {
            return Story::new(format!("'{name}' is used, but what was copied into it was never written."))
                .note(format!("'{name}' is declared"), local.span);
        }
        None => {}
    }
    if let Some(story) = clobbered(scene, frame, id) {
        return story;
    }
    let story = Story::new(format!("'{name}' is used, but it has not been given a value."))
        .note(format!("'{name}' is declared, without a value"), local.span);
    let own = scene.path().and_then(|path| path.statements().next().map(|s| &s.kind));
    if matches!(own, Some(StmtKind::Declare { local, .. }) if *local == id) {
        return Story::new(format!("'{name}' is used to compute its own first value."))
            .meaning(format!("Behind the '=' the variable is there already, but '{name}' has no value yet."))
            .advice(format!("Compute the first value of '{name}' from something else."));
    }
    let told = match scene.frame(frame).filter(|_| !local.address_taken) {
        Some(f) => causes::given_a_copy(scene, story.clone(), f.function, id, local.span),
        None => story.clone(),
    };
    if told != story {
        return told;
    }
    if matches!(scene.program.types.kind(local.ty), TypeKind::Pointer(_)) {
        let story = if is_followed(scene, id) { story.real_machine(FOLLOWED) } else { story };
        return story
            .meaning(format!("'{name}' is a pointer that was never pointed at anything."))
            .advice(format!("Let '{name}' point to something first: to a variable (&x) or to a block from malloc."));
    }
    if let Some(reader) = given_by_value(scene, id) {
        return story
            .meaning(format!("'{reader}' needs an address; this is a value, and not even set yet."))
            .advice(format!("Write &{name} instead of {name}."))
            .real_machine("a crash, or another place changes (gcc warns; ASan: SEGV)");
    }
    if let Some((reader, node)) = reader(scene, frame, id) {
        return story
            .note(
                format!(
                    "'{reader}' is given the address of '{name}' here; it stores nothing where the input does not fit"
                ),
                scene.span(node),
            )
            .advice(format!(
                "Test what '{reader}' returns before '{name}' is used, and give '{name}' a value where it is declared."
            ));
    }
    let start = if matches!(scene.program.types.kind(local.ty), TypeKind::Float(_)) { "0.0" } else { "0" };
    story.advice(format!(
        "Give '{name}' a value where it is declared, e.g. = {start}, or on every way that leads to this line."
    ))
}

/// What one would see where an unwritten pointer is followed.
const FOLLOWED: &str = "a crash, or some other place is used (Valgrind: uninitialised)";

/// Leads the pointer in the local to the memory that is accessed: `p[i]`, `*p`, `strcpy(p, …)`?
fn is_followed(scene: &Scene<'_>, id: LocalId) -> bool {
    let Some(path) = scene.path() else { return false };
    let is_local = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == id);
    let follows = |expr: &Expr| match &expr.kind {
        ExprKind::Deref(pointer) | ExprKind::Index { base: pointer, .. } => is_local(pointer),
        ExprKind::Call { callee: Callee::Direct(function), arguments, .. } => {
            let name = scene.program.function(*function).map_or("", |f| &*f.name);
            ["str", "mem", "put", "fput", "gets", "fgets"].iter().any(|start| name.starts_with(start))
                && arguments.iter().any(is_local)
        }
        _ => false,
    };
    let (mut around, within) = (path.expressions(), path.expr());
    around.any(follows) || within.is_some_and(|e| locate::any(Part::Expr(e), |part| part.expr().is_some_and(follows)))
}

/// The function of the scanf family that is given the local itself, not its address.
fn given_by_value<'t>(scene: &Scene<'t>, id: LocalId) -> Option<&'t str> {
    const SCANNERS: [&str; 3] = ["scanf", "fscanf", "sscanf"];
    let path = scene.path()?;
    path.expressions().find_map(|expr| {
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return None };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| SCANNERS.contains(name))?;
        arguments.iter().any(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id)).then_some(name)
    })
}

/// The call of a function that reads input and is given the address of the local.
fn reader<'t>(scene: &Scene<'t>, frame: usize, id: LocalId) -> Option<(&'t str, NodeId)> {
    const READERS: [&str; 6] = ["scanf", "fscanf", "sscanf", "vscanf", "fgets", "fread"];
    let body = scene.body(scene.frame(frame)?.function)?;
    let mut found = None;
    locate::any(Part::Block(&body.block), |part| {
        let Some(expr) = part.expr() else { return false };
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return false };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| READERS.contains(name));
        let given = |e: &Expr| matches!(&uncast(e).kind, ExprKind::AddressOf(place) if matches!(place.kind, ExprKind::Local(l) if l == id));
        found = name.filter(|_| arguments.iter().any(given)).map(|name| (name, expr.id));
        found.is_some()
    });
    found
}

/// The local under a node that has no value: the one whose flag says so, else the only one read there.
fn unwritten_local(scene: &Scene<'_>, frame: usize, expr: &Expr) -> Option<LocalId> {
    let mut read: Vec<LocalId> = Vec::new();
    let mut open = vec![expr];
    while let Some(expr) = open.pop() {
        match &expr.kind {
            ExprKind::Local(id) => {
                let held = match scene.storage(frame, *id)? {
                    Storage::Slot(index, flag) => scene.in_slot(index, flag, expr.ty),
                    Storage::Memory(at) => scene.in_memory(at, expr.ty),
                };
                if held == Some(Held::Unwritten) {
                    return Some(*id);
                }
                if !read.contains(id) {
                    read.push(*id);
                }
            }
            // What is assigned to is not read.
            ExprKind::Assign { left, right } if matches!(left.kind, ExprKind::Local(_)) => open.push(right),
            _ => open.extend(Part::Expr(expr).children().into_iter().rev().filter_map(Part::expr)),
        }
    }
    match read.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
