//! Accesses of one object that no sequence point orders.

use super::scene::Scene;
use super::story::Story;
use crate::sema::tree::NodeId;

/// Two places of one expression are the same object.
pub(super) fn accesses(scene: &Scene<'_>, first: NodeId, second: NodeId, both_write: bool) -> Story {
    let name = |node| scene.find_anywhere(node).and_then(|(_, path)| path.expr()).and_then(|e| scene.quote(e));
    let done = if both_write { "changed twice" } else { "changed and used" };
    let open = if both_write { "which change comes last" } else { "which comes first" };
    match (name(first), name(second)) {
        (Some(a), Some(b)) if a == b => {
            Story::new(format!("{a} is {done} in one expression, and C does not say {open}."))
        }
        (Some(a), Some(b)) => Story::new(format!(
            "{a} and {b} are the same object here; it is {done} in one expression, and C does not say {open}."
        )),
        _ => Story::default(),
    }
}
