//! Arguments that a function of the library does not allow, where the call shows what to write.

use super::scene::Scene;
use super::spell::uncast;
use super::story::Story;
use crate::sema::tree::{Callee, ExprKind};

/// A call that promises nothing; `sentence` is what the library says of it.
pub(super) fn refused(scene: &Scene<'_>, sentence: String) -> Story {
    let story = Story::new(sentence);
    match bounded_line(scene) {
        Some(advice) => story
            .meaning("gets reads a line of any length; what does not fit is written past the end.")
            .advice(advice)
            .real_machine("nothing until a line is too long; gcc warns, and C11 has no gets"),
        None => story,
    }
}

/// `fgets` for `gets`.
fn bounded_line(scene: &Scene<'_>) -> Option<String> {
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &uncast(scene.expr()?).kind else { return None };
    let is_gets = scene.program.function(*id).is_some_and(|f| &*f.name == "gets");
    let into = uncast(arguments.first().filter(|_| is_gets)?);
    let name = scene.text(into.id)?;
    Some(match scene.program.types.is_array(into.ty) {
        true => format!(
            "Write fgets({name}, sizeof {name}, stdin) instead, and {name}[strcspn({name}, \"\\n\")] = '\\0'; for its '\\n'."
        ),
        false => {
            format!("Write fgets({name}, n, stdin) instead, with the number of bytes that '{name}' has room for as n.")
        }
    })
}
