//! The stack is full.

use super::recursion;
use super::scene::Scene;
use super::stack::{self, Level};
use super::story::Story;
use super::wording::{amount, count, times};
use crate::sema::tree::{FunctionId, LocalId, StmtKind};

/// A call, or a local, that did not fit.
pub(super) fn stack(scene: &Scene<'_>, wanted: u64, left: u64, host: bool) -> Story {
    let frames = &scene.machine.frames;
    let limit = scene.machine.limits.stack;
    if let Some((function, id)) = large_local(scene, wanted, limit) {
        let local = scene.local(function, id);
        let name = local.map_or_else(|| "a local".to_owned(), |l| format!("'{}'", l.name));
        let size = local.and_then(|l| scene.program.types.size(l.ty).ok()).unwrap_or(wanted);
        let owner = scene.function_name(function);
        let story = Story::new(format!(
            "{name} in {owner} takes {}, but only {} of the stack of {} are left.",
            amount(size),
            amount(left),
            amount(limit)
        ))
        .meaning("Locals live on the stack, and the stack is small: no place for large arrays.")
        .advice(format!("Allocate {name} with malloc, or make it static."));
        return match local {
            Some(local) => story.note(format!("{name} is declared"), local.span),
            None => story,
        };
    }
    let levels = stack::levels(&frames.stack, scene.node);
    let Some(deepest) = levels.iter().max_by_key(|level| level.folded).filter(|level| level.folded > 0) else {
        return Story::new(format!(
            "The call needs {} of stack, but only {} of {} are left.",
            amount(wanted),
            amount(left),
            amount(limit)
        ));
    };
    let name = scene.function_name(deepest.function);
    let each = frame_bytes(scene, deepest.function);
    let others = partners(&levels, deepest);
    let story = match others.as_slice() {
        [] => {
            let full = if host {
                "the calls are nested too deeply".to_owned()
            } else {
                format!("the stack of {} is full", amount(limit))
            };
            Story::new(format!("{name} called itself {}, and {full}.", times(deepest.folded)))
        }
        others => {
            let names: Vec<String> = others.iter().map(|id| scene.function_name(*id)).collect();
            let full = if host {
                "the calls are nested too deeply".to_owned()
            } else {
                format!("the stack of {} is full", amount(limit))
            };
            Story::new(format!(
                "{name} and {} called each other {}, and {full}.",
                names.join(" and "),
                times(deepest.folded)
            ))
        }
    };
    let shown = if others.is_empty() { recursion::mend(scene, deepest.function) } else { None };
    let story = story.advice(shown.unwrap_or_else(|| {
        format!("Check the condition that ends the recursion in {name}, and that every call comes closer to it.")
    }));
    if host {
        return story
            .meaning("Open calls need room; cglass itself ran out of it before the stack was full.")
            .real_machine("perhaps room for more calls, then: Segmentation fault");
    }
    match each {
        Some(each) => {
            story.meaning(format!("Each call of {name} takes {} of the stack until it returns.", count(each, "byte")))
        }
        None => story,
    }
}

/// The functions that come round with this one.
fn partners(levels: &[Level], deepest: &Level) -> Vec<FunctionId> {
    let mut found: Vec<FunctionId> = Vec::new();
    for level in levels.iter().filter(|l| l.folded == deepest.folded && l.function != deepest.function) {
        if !found.contains(&level.function) {
            found.push(level.function);
        }
    }
    found
}

fn frame_bytes(scene: &Scene<'_>, function: FunctionId) -> Option<u64> {
    scene.machine.frames.layouts.get(usize::try_from(function.0).ok()?).map(|layout| layout.bytes).filter(|n| *n > 0)
}

/// The local that alone is larger than what is left: the one whose declaration
/// this is, or the largest of the function that is called.
fn large_local(scene: &Scene<'_>, wanted: u64, limit: u64) -> Option<(FunctionId, LocalId)> {
    let frame = scene.frame(scene.innermost()?)?;
    if let Some(stmt) = scene.path().as_ref().and_then(|path| path.statements().next())
        && let StmtKind::Declare { local, .. } | StmtKind::DeclareVla { local, .. } = &stmt.kind
        && stmt.id == scene.node
    {
        return Some((frame.function, *local));
    }
    let called = called_function(scene).unwrap_or(frame.function);
    // Deep recursion with ordinary frames is not the fault of a local.
    if wanted < limit / 8 {
        return None;
    }
    [called, frame.function].into_iter().find_map(|function| {
        let body = scene.body(function)?;
        let sized = |(i, local): (usize, &crate::sema::tree::Local)| {
            Some((scene.program.types.size(local.ty).ok()?, LocalId(u32::try_from(i).ok()?)))
        };
        let (size, id) = body.locals.iter().enumerate().filter_map(sized).max_by_key(|(size, _)| *size)?;
        (size > limit / 8).then_some((function, id))
    })
}

/// The function that is called at the node.
fn called_function(scene: &Scene<'_>) -> Option<FunctionId> {
    use crate::sema::tree::{Callee, ExprKind};
    match &super::spell::uncast(scene.expr()?).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => Some(*id),
        _ => None,
    }
}
