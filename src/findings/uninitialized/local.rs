//! Scalar variables that have no value, told by their names.

use super::Copied;
use super::input::{given_by_value, reader};
use super::{FOLLOWED, followed, start};
use crate::findings::causes;
use crate::findings::clobbered::clobbered;
use crate::findings::locate::{self, Part};
use crate::findings::scene::{Held, Scene};
use crate::findings::spell::bare;
use crate::findings::story::Story;
use crate::sema::tree::{Callee, Expr, ExprKind, LocalId, StmtKind};
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
        let is_it = |e: &Expr| matches!(e.kind, ExprKind::Local(local) if local == id);
        return match scene.purpose(is_it) {
            _ if never_a_pointer(scene, frame, id) => {
                let target = scene.program.types.pointee(local.ty).unwrap_or(local.ty);
                let declared = scene.program.types.print_declaration(target.unqualified(), name);
                let line = scene.map.place(local.span).line;
                story
                    .meaning(format!("'{name}' is a pointer that was never pointed at anything."))
                    .advice(format!(
                        "It needs no pointer: declare {declared}; in line {line}, and write {name} for *{name}."
                    ))
                    .real_machine(FOLLOWED)
            }
            Some(purpose) => followed(scene, story, name, local.ty, purpose),
            None => {
                let general =
                    || format!("Let '{name}' point to something first: to a variable (&x) or to a block from malloc.");
                story
                    .meaning(format!("'{name}' is a pointer that was never pointed at anything."))
                    .advice(passed_with_length(scene, id, name).unwrap_or_else(general))
            }
        };
    }
    if let Some(reader) = given_by_value(scene, id) {
        return story
            .meaning(format!("'{reader}' needs an address; this is a value, and not even set yet."))
            .advice(format!("Write &{name} instead of {name}."))
            .real_machine("a crash, or another place changes (gcc warns; ASan: SEGV)");
    }
    if let Some((reader, node)) = reader(scene, frame, id) {
        if scene.span(node).lo > scene.span(scene.node).lo {
            let (here, there) = (scene.line(scene.node), scene.line(node));
            let what = format!("'{name}' gets its value here, after its use");
            return story
                .note(what, scene.span(node))
                .advice(format!("'{name}' is read in line {there} only: move line {here} after that."));
        }
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
    story.advice(start::advice(scene, frame, id, local))
}

/// `fill(a, 5)`: the function gets a number with the pointer, so it is an array that it fills.
fn passed_with_length(scene: &Scene<'_>, id: LocalId, name: &str) -> Option<String> {
    let path = scene.path()?;
    let call = path.expressions().find_map(|e| match &e.kind {
        ExprKind::Call { callee: Callee::Direct(callee), arguments, .. } => Some((*callee, arguments)),
        _ => None,
    });
    let (callee, arguments) = call?;
    let place = arguments.iter().position(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id))?;
    let mut numbers = arguments.iter().filter(|e| scene.program.types.is_integer(e.ty));
    let number = numbers.next().filter(|_| numbers.next().is_none())?;
    let parameter = LocalId(u32::try_from(place).ok()?);
    let is_indexed = locate::any(Part::Block(&scene.body(callee)?.block), |part| {
        matches!(part.expr().map(|e| &e.kind),
            Some(ExprKind::Index { base, .. }) if matches!(bare(base).kind, ExprKind::Local(local) if local == parameter))
    });
    let count = scene.text(bare(number).id)?;
    is_indexed.then(|| format!("Give it an array to point to first: {name} = malloc({count} * sizeof *{name});"))
}

/// A pointer that is nothing but followed, as `*t`: a plain variable was meant.
fn never_a_pointer(scene: &Scene<'_>, frame: usize, id: LocalId) -> bool {
    let body = scene.frame(frame).and_then(|f| scene.body(f.function));
    let arithmetic = body.and_then(|body| body.locals.get(usize::try_from(id.0).ok()?)).is_some_and(|local| {
        let types = &scene.program.types;
        types.pointee(local.ty).is_some_and(|ty| types.is_arithmetic(ty) && !types.is_character(ty.unqualified()))
    });
    let (mut named, mut followed, mut stored) = (0_u32, 0_u32, false);
    let is_it = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == id);
    body.into_iter().for_each(|body| {
        locate::any(Part::Block(&body.block), |part| {
            match part.expr().map(|e| &e.kind) {
                Some(ExprKind::Local(local)) if *local == id => named += 1,
                Some(ExprKind::Deref(pointer)) if is_it(pointer) => followed += 1,
                Some(ExprKind::Assign { left, .. }) => {
                    stored |= matches!(&left.kind, ExprKind::Deref(pointer) if is_it(pointer));
                }
                _ => {}
            }
            false
        });
    });
    arithmetic && stored && named == followed && followed > 1
}

/// The local under a node that has no value: the one whose flag says so, else the only one read there.
fn unwritten_local(scene: &Scene<'_>, frame: usize, expr: &Expr) -> Option<LocalId> {
    let mut read: Vec<LocalId> = Vec::new();
    let mut open = vec![expr];
    while let Some(expr) = open.pop() {
        match &expr.kind {
            ExprKind::Local(id) => {
                if scene.held_by(frame, *id, expr.ty) == Some(Held::Unwritten) {
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
