//! Arguments that va_arg takes as what they were not passed as: which of the call's it is.

use super::scene::Scene;
use super::spell::uncast;
use super::story::Story;
use crate::memory::I64;
use crate::sema::tree::{Expr, ExprKind};

/// The words of a `va_list`: the call it belongs to, the next argument, the end of them.
const WORDS: [i64; 3] = [0, 8, 16];

/// The library's words for the mismatch, with the argument's name where it can be found.
pub(super) fn mismatch(scene: &Scene<'_>, sentence: String) -> Story {
    const UNNAMED: &str = "the argument was passed";
    let Some((before, after)) = sentence.split_once(UNNAMED) else { return Story::new(sentence) };
    let Some((caller, number, argument)) = taken(scene) else { return Story::new(sentence) };
    let text = scene.text(argument.id).map_or_else(String::new, |text| format!(" ({text})"));
    let story = Story::new(format!("{before}argument {number} of {caller}{text} was passed{after}"))
        .note(format!("argument {number} is passed here"), scene.span(argument.id));
    match uncast(argument).kind {
        ExprKind::Int(value) if before.contains("'double'") => {
            story.advice(format!("Write {value}.0 in the call: '...' does not make a double of an int."))
        }
        _ => story,
    }
}

/// The called function, the number of the argument that was taken last, and the argument.
fn taken<'t>(scene: &Scene<'t>) -> Option<(String, usize, &'t Expr)> {
    let ExprKind::VaArg { list, .. } = &uncast(scene.expr()?).kind else { return None };
    let innermost = scene.innermost()?;
    let list = scene.pointer_value(innermost, list).or_else(|| scene.address_of(innermost, list))?;
    let word = |offset: i64| scene.machine.memory.get::<I64>(list.offset(offset)).ok();
    let [owner, next, end] = WORDS.map(word);
    let owner = owner?.cast_unsigned();
    let frame = scene.machine.frames.stack.iter().position(|frame| frame.serial == owner)?;
    let called = scene.frame(frame)?;
    let body = scene.body(scene.frame(frame.checked_sub(1)?)?.function)?;
    let call = super::locate::find(body, called.call)?.expr()?;
    let ExprKind::Call { arguments, .. } = &uncast(call).kind else { return None };
    // The variable arguments are the call's last ones.
    let behind = usize::try_from(end?.checked_sub(next?)?).ok()?;
    let index = arguments.len().checked_sub(behind)?.checked_sub(1)?;
    Some((scene.function_name(called.function), index.checked_add(1)?, arguments.get(index)?))
}
