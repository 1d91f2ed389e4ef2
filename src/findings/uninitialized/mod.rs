//! Values that were never written.

mod array;
mod copied;
mod input;
mod local;
mod memory;
mod mend;
mod passed;
mod setup;
mod start;
mod text;
mod unfinished;

use super::pointing::Purpose;
use super::scene::Scene;
use super::story::Story;
use crate::memory::Pointer;
use crate::sema::tree::NodeId;
use crate::types::Type;
use copied::Source;

pub(super) use input::not_assigned;

/// A read of a value that was never written (or not in full).
pub fn read(scene: &Scene<'_>, pointer: Option<Pointer>, offset: u64, size: u64, moved: &[NodeId]) -> Story {
    // The latest first in the trap; a story goes forwards.
    let source = moved.last().and_then(|node| Source::of(scene, *node));
    let copied = if moved.is_empty() { None } else { Some(source.as_ref()) };
    let story = match pointer {
        Some(pointer) => memory::in_memory(scene, pointer, offset, size, copied),
        None => local::in_slot(scene, copied),
    };
    let from = source.map_or_else(|| "the unwritten value".to_owned(), |source| source.name);
    let words = |i: usize| match i {
        0 => format!("{from} is copied here, without a value"),
        _ => "and copied on here".to_owned(),
    };
    moved.iter().rev().enumerate().fold(story, |story, (i, node)| story.note(words(i), scene.span(*node)))
}

/// Was the unwritten value copied on its way here, and from where, as far as that is known?
type Copied<'a> = Option<Option<&'a Source<'a>>>;

/// What one would see where an unwritten pointer is followed.
const FOLLOWED: &str = "a crash, or some other place is used (Valgrind: uninitialised)";

/// A pointer called `name` was never set, and it is followed.
fn followed(scene: &Scene<'_>, story: Story, name: &str, pointer: Type, purpose: Purpose<'_>) -> Story {
    story
        .meaning(format!("'{name}' is a pointer that was never pointed at anything."))
        .advice(scene.point_at(name, pointer, purpose))
        .real_machine(FOLLOWED)
}
