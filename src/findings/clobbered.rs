//! Locals whose values a longjmp made indeterminate (7.13.2.1p3).

use super::scene::Scene;
use super::story::Story;
use crate::sema::tree::LocalId;

/// Why a local has no value, if it was changed between setjmp and longjmp.
pub(super) fn clobbered(scene: &Scene<'_>, frame: usize, id: LocalId) -> Option<Story> {
    let frame = scene.frame(frame)?;
    let found = scene.machine.frames.clobbered.iter().find(|c| c.frame == frame.serial && c.local == id)?;
    let local = scene.local(frame.function, id)?;
    let name = &local.name;
    let story =
        Story::new(format!("'{name}' is used after longjmp, but it was changed after setjmp and is not volatile."))
            .note("setjmp is called here", scene.span(found.set))
            .note("longjmp comes back to it from here", scene.span(found.jumped))
            .note(format!("'{name}' is declared, without volatile"), local.span);
    Some(
        story
            .meaning(format!("longjmp may bring back the value '{name}' had at setjmp, or leave the new one."))
            .advice(format!("Declare '{name}' as volatile, or do not change it between setjmp and longjmp."))
            .real_machine("the new value with -O0, often the old one with -O2"),
    )
}
