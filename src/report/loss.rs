//! Where the last pointer to a leaked block went, and where it should have been
//! freed, in a sentence each.

use super::words::number;
use crate::memory::Reason;
use crate::session::{LeakRecord, Loss, Shape};
use crate::source::SourceMap;

/// Where the last pointer went: "'head' was overwritten with NULL here; it was
/// the last pointer to the list of 3 blocks".
pub(super) fn sentence(leak: &LeakRecord, loss: &Loss) -> String {
    let what = what(leak);
    let function = &loss.site.function;
    let last = match name(loss) {
        Some(name) => format!("'{name}', the last pointer to {what},"),
        None => format!("the last pointer to {what}"),
    };
    match loss.reason {
        Reason::Overwritten => overwritten(loss, &what),
        Reason::Scope => format!("{last} went out of scope here"),
        Reason::Return => format!("{last} ended here, with the variables of '{function}'"),
        Reason::Break => format!("{last} ended here, with the block that was left"),
        Reason::Longjmp => format!("{last} was in a call that this jump left"),
        Reason::HolderFreed => format!("the block that held {last} was freed here"),
        Reason::HolderShrunk => format!("the block that held {last} was made smaller here"),
        Reason::ResultIgnored => format!("the result, the only pointer to {what}, was not kept here"),
        Reason::ReallocFailed => match &loss.removed.place {
            Some(place) => format!("realloc failed here, and its NULL went into '{place}', the last pointer to {what}"),
            None => format!("realloc failed here, and its NULL replaced the last pointer to {what}"),
        },
        Reason::MainReturned => match name(loss) {
            Some(name) => format!("main returned here; only '{name}' still held {what}"),
            None => format!("main returned here; only its variables still held {what}"),
        },
        Reason::Exit => match &leak.held_by {
            Some(holder) => format!("exit was called here; only '{holder}' still held {what}"),
            None => format!("exit was called here; only local variables still held {what}"),
        },
    }
}

/// What to do about it.
pub(super) fn advice(map: &SourceMap, leak: &LeakRecord, loss: &Loss) -> String {
    let held = loss.holder.as_deref().or(loss.removed.place.as_deref());
    let free = |name: &str| match leak.structure.shape {
        Shape::List | Shape::DoublyLinked | Shape::Ring => {
            format!("Free every block of the list that begins at '{name}', keeping the next one's address,")
        }
        Shape::Tree => format!("Free the tree at '{name}', a block's children before it,"),
        Shape::Single | Shape::Other => format!("Call free({name})"),
    };
    match (loss.reason, held) {
        (Reason::Overwritten, Some(name)) => format!("{} before '{name}' gets another value.", free(name)),
        (Reason::Scope | Reason::Break, Some(name)) => format!("{} before '{name}' goes out of scope.", free(name)),
        (Reason::Return | Reason::MainReturned, Some(name)) if mentions(map, loss, name) => {
            format!("Keep the result in a variable; then {} before returning it.", small(&free(name)))
        }
        (Reason::Return | Reason::MainReturned, Some(name)) => format!("{} before this return.", free(name)),
        (Reason::HolderFreed, Some(name)) => format!("{} before the block that holds it is freed.", free(name)),
        (Reason::HolderFreed, None) => "Free what the block points to first, then the block itself.".to_owned(),
        (Reason::HolderShrunk, _) => "Free what the part that goes points to before realloc.".to_owned(),
        (Reason::ResultIgnored, _) => "Keep the result in a variable and free it after its last use.".to_owned(),
        (Reason::ReallocFailed, Some(name)) => {
            format!("Give realloc's result to another variable, and set '{name}' only if it is not NULL.")
        }
        (Reason::Longjmp, _) => {
            "Keep the pointer where the code after setjmp can reach it, and free it there.".to_owned()
        }
        (Reason::Exit, _) => match leak.held_by.as_deref().and_then(|held| held.split_once(": ")) {
            // It may be a struct or an array that holds the pointer.
            Some((_, name)) => format!("Free what '{name}' holds before the program ends here."),
            None => "Free it before the program ends here.".to_owned(),
        },
        _ => "Free it before this line: afterwards nothing can.".to_owned(),
    }
}

/// Does the line of the loss compute something with the variable?
fn mentions(map: &SourceMap, loss: &Loss, name: &str) -> bool {
    let at = loss.site.span.lo;
    let line = map.file_of(at).and_then(|id| map.file(id)).map_or("", |file| file.line_text(file.line_of(at)));
    line.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
}

/// In the middle of a sentence.
fn small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The variable that held it, or the place that was overwritten.
fn name(loss: &Loss) -> Option<&str> {
    loss.holder.as_deref()
}

fn overwritten(loss: &Loss, what: &str) -> String {
    match (&loss.removed.place, &loss.removed.value) {
        (Some(place), Some(value)) if value == "NULL" => {
            format!("'{place}' was overwritten with NULL here; it was the last pointer to {what}")
        }
        (Some(place), Some(value)) if value.starts_with(place.as_str()) || value.ends_with(place.as_str()) => {
            format!("'{value}' changed '{place}' here, the last pointer to {what}")
        }
        (Some(place), Some(value)) => {
            format!("'{place}' was overwritten with '{value}' here; it was the last pointer to {what}")
        }
        (None, Some(value)) => match name(loss) {
            Some(name) => format!("'{value}' overwrote '{name}' here, the last pointer to {what}"),
            None => format!("'{value}' overwrote the last pointer to {what} here"),
        },
        (Some(place), None) => format!("'{place}' was overwritten here; it was the last pointer to {what}"),
        (None, None) => format!("the last pointer to {what} was overwritten here"),
    }
}

/// "it", "them", "the list of 3 blocks".
fn what(leak: &LeakRecord) -> String {
    let several = leak.blocks > 1;
    let nodes = number(leak.structure.nodes);
    // Of several equal leaks each has a structure of its own.
    let form = match leak.structure.shape {
        Shape::List => "list",
        Shape::Tree => "tree",
        Shape::Ring => "ring",
        Shape::DoublyLinked => "doubly linked list",
        Shape::Single | Shape::Other => return if several { "them".to_owned() } else { "it".to_owned() },
    };
    let cyclic = matches!(leak.structure.shape, Shape::Ring | Shape::DoublyLinked);
    let one = if cyclic { leak.blocks == leak.structure.nodes } else { leak.blocks == 1 };
    if one { format!("the {form} of {nodes} blocks") } else { "them".to_owned() }
}
