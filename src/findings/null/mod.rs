//! Null pointers that are followed.

mod after_walk;
pub(super) mod history;
mod mend;
mod search;

use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::findings::touch::{Touch, does, done};
use crate::findings::wild;
use crate::memory::{Access, Pointer};
use crate::sema::tree::{Callee, Expr, ExprKind};
use crate::types::TypeKind;

/// A library function refuses a null argument; `sentence` is what it says itself.
pub(in crate::findings) fn argument(scene: &Scene<'_>, sentence: String) -> Story {
    let found = || {
        let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &uncast(scene.expr()?).kind else {
            return None;
        };
        let frame = scene.innermost()?;
        let is_null = |e: &&Expr| scene.pointer_value(frame, e).is_some_and(Pointer::is_null);
        let place = arguments.iter().position(|e| is_null(&e))?;
        Some((scene.function_name(*id), place + 1, arguments.get(place)?))
    };
    let Some((function, place, argument)) = found() else { return Story::new(sentence) };
    match scene.quote(argument).filter(|_| !matches!(uncast(argument).kind, ExprKind::Null | ExprKind::Int(_))) {
        Some(name) => {
            let test = || format!("Test it before the call: if ({} != NULL) ...", name.trim_matches('\''));
            let story = Story::new(format!("{function} is given {name}, which is null.")).advice(
                mend::opened(scene, argument).or_else(|| search::first_counts(scene, argument)).unwrap_or_else(test),
            );
            scene.with_null_history(story, argument)
        }
        None => {
            let story = Story::new(format!("Argument {place} of {function} is NULL."));
            match scene.program.types.print(argument.ty).starts_with("FILE") {
                true => story.advice("Give it stdout or stderr, or the FILE * that fopen returned."),
                false => story.advice("Give it the address of what it is to use."),
            }
        }
    }
}

/// Functions that hand their text to the operating system, which looks before it reads.
const ASKS_THE_SYSTEM: [&str; 11] =
    ["fopen", "open", "remove", "rename", "stat", "access", "mkdir", "rmdir", "unlink", "chdir", "opendir"];

/// An access through a null pointer.
pub(in crate::findings) fn dereference(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = through_member(scene, scene.touch(pointer, access));
    let held = touch.pointer.zip(scene.innermost()).and_then(|(e, frame)| scene.pointer_value(frame, e));
    if held.is_some_and(|held| !held.is_null()) {
        // A small number made into a pointer lies where only members of null structs do.
        return wild::wild(scene, pointer, access)
            .meaning("The pointer was made from a small number: nothing lies there.")
            .advice("Let pointers get their values from & of a variable, from an array, or from malloc.");
    }
    let story = told(scene, &touch, access);
    let story = match access {
        Access::Write if touch.library.is_none() => {
            story.real_machine("Segmentation fault (Valgrind: Invalid write; ASan: SEGV)")
        }
        _ => story,
    };
    let story = match touch.library.filter(|name| ASKS_THE_SYSTEM.contains(name)) {
        Some(name) => story.real_machine(format!("'{name}' fails with 'Bad address' (Valgrind: Syscall param …)")),
        None => story,
    };
    let story = match touch.pointer {
        Some(pointer) => scene.with_null_history(story, pointer),
        None => story,
    };
    let searched = || search::first_counts(scene, touch.pointer?);
    match mend::walked_off(scene, &touch).or_else(|| mend::empty_list(scene, &touch)).or_else(searched) {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// `strcmp(p->name, …)` with an array: it is `p` that is null.
fn through_member<'t>(scene: &Scene<'_>, touch: Touch<'t>) -> Touch<'t> {
    let mut place = match touch.pointer.map(bare) {
        Some(array) if matches!(scene.program.types.kind(array.ty), TypeKind::Array { .. }) => array,
        _ => return touch,
    };
    while let ExprKind::Member { base, .. } = &place.kind {
        place = match &base.kind {
            ExprKind::Deref(inner) => return Touch { pointer: Some(inner), ..touch },
            _ => base,
        };
    }
    touch
}

fn told(scene: &Scene<'_>, touch: &Touch<'_>, access: Access) -> Story {
    let name = touch.pointer.and_then(|e| scene.quote(e));
    if let Some(function) = touch.library {
        let opened = touch.pointer.and_then(|e| mend::opened(scene, e));
        let opened = opened.or_else(|| mend::in_condition(scene, touch.pointer?, name.as_deref()?));
        let advice = match &name {
            _ if opened.is_some() => opened.unwrap_or_default(),
            Some(name) => format!("Test it before the call: if ({} != NULL) ...", name.trim_matches('\'')),
            None => "Test the pointer before the call: if (p != NULL) ...".to_owned(),
        };
        return match (touch.pointer.map(|e| &bare(e).kind), name) {
            (Some(ExprKind::Null | ExprKind::Int(_)), _) => {
                Story::new(format!("'{function}' is given a null pointer, and {} through it.", does(access)))
            }
            (_, Some(name)) => Story::new(format!("'{function}' {} through {name}, which is null.", does(access))),
            _ => Story::new(format!("'{function}' {} through a null pointer.", does(access))),
        }
        .advice(advice);
    }
    let place = touch.place.and_then(|e| scene.quote(e));
    match (place, name) {
        (Some(place), Some(name)) => {
            let with = scene.with_index(touch.index, None);
            let test = || format!("Test it before this line: if ({} != NULL) ...", name.trim_matches('\''));
            Story::new(format!("{place} is {}{with}, but {name} is null.", done(access))).advice(
                mend::early(scene, touch)
                    .or_else(|| mend::in_condition(scene, touch.pointer?, &name))
                    .unwrap_or_else(test),
            )
        }
        (None, Some(name)) if access == Access::Call => Story::new(format!("{name} is called, but it is null."))
            .meaning("A null function pointer points to no function.")
            .advice(format!("Set {name} to a function before it is called.")),
        (None, Some(name)) => Story::new(format!("{name} is null, and something is {} through it.", done(access))),
        _ => Story::new(format!("Memory is {} through a null pointer.", done(access))),
    }
}
