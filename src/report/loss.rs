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
    let last = match names(loss) {
        Some((names, 1)) => format!("{names}, the last pointer to {what},"),
        Some((names, _)) => format!("{names}, the last pointers to {what},"),
        None if leak.blocks > 1 => format!("the last pointers to {what}"),
        None => format!("the last pointer to {what}"),
    };
    match loss.reason {
        Reason::Overwritten => overwritten(loss, &what),
        Reason::Scope => format!("{last} went out of scope here"),
        Reason::Return => format!("{last} ended here, with the variables of '{function}'"),
        Reason::Break => format!("{last} ended here, with the block that was left"),
        Reason::Longjmp if last.contains("pointers to") => format!("{last} were in calls that this jump left"),
        Reason::Longjmp => format!("{last} was in a call that this jump left"),
        Reason::HolderFreed => format!("the block that held {last} was freed here"),
        Reason::HolderShrunk => format!("the block that held {last} was made smaller here"),
        Reason::ResultIgnored => format!("the result, the only pointer to {what}, was not kept here"),
        Reason::ReallocFailed => match &loss.removed.place {
            Some(place) => format!("realloc failed here, and its NULL went into '{place}', the last pointer to {what}"),
            None => format!("realloc failed here, and its NULL replaced the last pointer to {what}"),
        },
        Reason::MainReturned => match names(loss) {
            Some((names, 1)) => format!("main returned here; only {names} still held {what}"),
            Some((names, _)) => format!("main returned here; {names} still held {what}"),
            None => format!("main returned here; only its variables still held {what}"),
        },
        Reason::Exit => match leak.held_by.as_slice() {
            [] => format!("exit was called here, before any variable held {what}"),
            [holder] => format!("exit was called here; only '{holder}' still held {what}"),
            holders => format!("exit was called here; {} still held {what}", quoted(holders)),
        },
    }
}

/// What to do about it.
pub(super) fn advice(map: &SourceMap, leak: &LeakRecord, loss: &Loss) -> String {
    let held = loss.holder.as_deref().or(loss.removed.place.as_deref());
    if loss.handed {
        let function = &loss.site.function;
        return format!("Keep what '{function}' is given in a variable first, and free it after the call.");
    }
    let free = |name: &str| match leak.structure.shape {
        _ if leak.count > 1 && !loss.others.is_empty() => {
            format!("Free what {} point to", names(loss).unwrap_or_default().0)
        }
        Shape::List | Shape::DoublyLinked | Shape::Ring => {
            format!("Free every block of the list that begins at '{name}', keeping the next one's address,")
        }
        Shape::Tree => format!("Free the tree at '{name}', a block's children before it,"),
        _ if loss.elements.is_some() => format!("Call free on each of {}", names(loss).unwrap_or_default().0),
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
        (Reason::Exit, _) => match leak.held_by.first().and_then(|held| held.split_once(": ")) {
            // It may be a struct or an array that holds the pointer.
            Some((_, name)) => format!("Free what '{name}' holds before the program ends here."),
            None => format!("Free {} before the program ends here.", it(leak)),
        },
        _ => format!("Free {} before this line: afterwards nothing can.", it(leak)),
    }
}

/// Does the `return` of the loss compute something with the variable?
fn mentions(map: &SourceMap, loss: &Loss, name: &str) -> bool {
    let text = map.text(loss.site.span);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let name: String = name.chars().take_while(|c| is_word(*c)).collect();
    text.starts_with("return") && text.split(|c: char| !is_word(c)).any(|word| word == name)
}

/// In the middle of a sentence.
fn small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The variables that held it: `'head'`, `'a' and 'b'`, `'rows[0]' to 'rows[3]'`;
/// and how many they are.
fn names(loss: &Loss) -> Option<(String, usize)> {
    if let Some(elements) = &loss.elements {
        let count = elements.to.saturating_sub(elements.from).saturating_add(1);
        let all = format!("'{}' to '{}'", elements.first(), elements.last());
        return Some((all, usize::try_from(count).unwrap_or(usize::MAX)));
    }
    let all: Vec<String> = loss.holder.iter().chain(&loss.others).cloned().collect();
    (!all.is_empty()).then(|| (quoted(&all), all.len()))
}

/// `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`
fn quoted(names: &[String]) -> String {
    let named: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match named.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
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
        (None, Some(value)) => match names(loss) {
            // In a macro, whose argument is not the whole place.
            Some((names, 1)) if value == "NULL" => {
                format!("{names} was overwritten with NULL here; it was the last pointer to {what}")
            }
            Some((names, 1)) => format!("'{value}' overwrote {names} here, the last pointer to {what}"),
            Some((names, _)) => format!("'{value}' overwrote {names} here, the last pointers to {what}"),
            None => format!("'{value}' overwrote the last pointer to {what} here"),
        },
        (Some(place), None) => format!("'{place}' was overwritten here; it was the last pointer to {what}"),
        (None, None) => format!("the last pointer to {what} was overwritten here"),
    }
}

/// "it", "them".
fn it(leak: &LeakRecord) -> &'static str {
    if leak.blocks > 1 || leak.indirect_blocks > 0 { "them" } else { "it" }
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
    if leak.count == 1 { format!("the {form} of {nodes} blocks") } else { "them".to_owned() }
}
