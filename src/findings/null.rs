//! Null pointers that are followed.

use super::scene::Scene;
use super::spell::bare;
use super::story::Story;
use super::touch::{Touch, does, done};
use crate::memory::{Access, Pointer};
use crate::sema::tree::ExprKind;

/// An access through a null pointer.
pub(super) fn dereference(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let story = told(scene, &touch, access);
    match touch.pointer {
        Some(pointer) => scene.with_null_history(story, pointer),
        None => story,
    }
}

fn told(scene: &Scene<'_>, touch: &Touch<'_>, access: Access) -> Story {
    let name = touch.pointer.and_then(|e| scene.quote(e));
    if let Some(function) = touch.library {
        return match (touch.pointer.map(|e| &bare(e).kind), name) {
            (Some(ExprKind::Null | ExprKind::Int(_)), _) => {
                Story::new(format!("'{function}' is given a null pointer, and {} through it.", does(access)))
            }
            (_, Some(name)) => Story::new(format!("'{function}' {} through {name}, which is null.", does(access))),
            _ => Story::new(format!("'{function}' {} through a null pointer.", does(access))),
        }
        .advice("Test the pointer before the call: if (p != NULL) ...");
    }
    let place = touch.place.and_then(|e| scene.quote(e));
    match (place, name) {
        (Some(place), Some(name)) => {
            let with = scene.with_index(touch.index, None);
            Story::new(format!("{place} is {}{with}, but {name} is null.", done(access))).advice(format!(
                "Test it before this line, if ({} != NULL), or see why it is null.",
                name.trim_matches('\'')
            ))
        }
        (None, Some(name)) if access == Access::Call => Story::new(format!("{name} is called, but it is null."))
            .meaning("A null function pointer points to no function.")
            .advice(format!("Set {name} to a function before it is called.")),
        (None, Some(name)) => Story::new(format!("{name} is null, and something is {} through it.", done(access))),
        _ => Story::new(format!("Memory is {} through a null pointer.", done(access))),
    }
}
