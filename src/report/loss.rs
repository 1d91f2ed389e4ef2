//! Where the last pointer to a leaked block went, and where it should have been
//! freed, in a sentence each.

use super::words::number;
use crate::memory::Reason;
use crate::session::{Elements, LeakClass, LeakRecord, Loss, Shape};
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
        Reason::Overwritten => overwritten(leak, loss, &what),
        Reason::Scope => format!("{last} went out of scope here"),
        Reason::Return => format!("{last} ended here, with the variables of '{function}'"),
        Reason::Break => format!("{last} ended here, where its scope was left"),
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
            [holder] if holder.ends_with(": a compound literal") => {
                let function = holder.split(':').next().unwrap_or_default();
                format!("exit was called here; only a compound literal in '{function}' still held {what}")
            }
            [holder] => match holder.split_once(": ") {
                Some((owner, name)) if owner == function => {
                    format!("exit was called here; only '{name}' still held {what}")
                }
                Some((owner, name)) => format!("exit was called here; only '{name}' in '{owner}' still held {what}"),
                None => format!("exit was called here; only '{holder}' still held {what}"),
            },
            holders => format!("exit was called here; {} still held {what}", quoted(holders)),
        },
    }
}

/// What to do about it.
pub(super) fn advice(map: &SourceMap, leak: &LeakRecord, loss: &Loss) -> String {
    if let Some(mend) = &loss.mend {
        return mend.clone();
    }
    let written = loss.removed.place.as_deref();
    // A struct or a number cannot be freed, only the pointer that lay in it; and what
    // has an effect is not to be written twice.
    let place = written.filter(|place| loss.removed.pointer && !has_effect(place));
    let held = loss.holder.as_deref().or(place);
    if loss.handed {
        let function = &loss.site.function;
        return format!("Keep what '{function}' is given in a variable first, and free it after the call.");
    }
    if loss.off_start {
        return "Keep the start of the block in another variable, too: only that can be given to free.".to_owned();
    }
    match (loss.reason, held) {
        (Reason::Overwritten, _) if written.is_some_and(|place| is_from(loss, place)) => {
            let place = written.unwrap_or_default();
            format!("Keep the old value of '{place}' in another variable, and free it after this line.")
        }
        (Reason::Overwritten, Some(name)) => {
            let gone = written.unwrap_or(name);
            format!("{} before '{gone}' gets another value.", release(leak, loss, place.unwrap_or(name)))
        }
        (Reason::Scope | Reason::Break, Some(name)) => {
            let (names, count) = names(loss).unwrap_or_default();
            let goes = if count > 1 { format!("{names} go") } else { format!("'{name}' goes") };
            format!("{} before {goes} out of scope.", release(leak, loss, name))
        }
        (Reason::Return | Reason::MainReturned, Some(name)) if mentions(map, loss, name) => {
            format!("Keep the result in a variable; then {} before returning it.", small(&release(leak, loss, name)))
        }
        (Reason::Return | Reason::MainReturned, Some(name)) => {
            format!("{} before this return.", release(leak, loss, name))
        }
        (Reason::HolderFreed, Some(name)) => {
            let them = if loss.elements.is_some() { "them" } else { "it" };
            format!("{} before the block that holds {them} is freed.", release(leak, loss, name))
        }
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
            Some((owner, name)) if owner != loss.site.function && name != "a compound literal" => {
                let function = &loss.site.function;
                format!(
                    "Let '{function}' return instead of calling exit: then '{owner}' can free what '{name}' holds, and end."
                )
            }
            // It may be a struct or an array that holds the pointer.
            Some((_, "a compound literal")) => "Free what the literal holds before the program ends here.".to_owned(),
            Some((_, name)) => format!("Free what '{name}' holds before the program ends here."),
            None => format!("Free {} before the program ends here.", it(leak)),
        },
        _ => format!("Free {} before this line: afterwards nothing can.", it(leak)),
    }
}

/// How that to which `name` points is freed.
fn release(leak: &LeakRecord, loss: &Loss, name: &str) -> String {
    let blocks = leak.blocks.saturating_add(leak.indirect_blocks);
    let more = blocks > leak.structure.nodes.saturating_mul(leak.count);
    let with = if more { " and what each holds" } else { "" };
    match shape(leak) {
        _ if leak.count > 1 && !loss.others.is_empty() => {
            format!("Free what {} point to", names(loss).unwrap_or_default().0)
        }
        Shape::List => {
            format!("Free every block of the list that begins at '{name}'{with}, keeping the next one's address,")
        }
        Shape::DoublyLinked | Shape::Ring => {
            format!("Free every block of the list that '{name}' points into{with}, keeping the next one's address,")
        }
        Shape::Tree => format!("Free the tree at '{name}', a block's children before it,"),
        _ if leak.class == LeakClass::Cycle && leak.blocks > leak.count => {
            format!("Free each of the blocks that '{name}' leads to, each once,")
        }
        _ if leak.indirect_blocks > 0 && loss.elements.is_some() => {
            format!("Free what {} lead to, and then these,", names(loss).unwrap_or_default().0)
        }
        _ if leak.indirect_blocks > 0 => format!("Free what the block at '{name}' leads to first, and then the block,"),
        _ if loss.elements.is_some() => match loss.elements.as_ref().and_then(freed_each) {
            Some(written) => format!("Write {written}"),
            None => format!("Call free on each of {}", names(loss).unwrap_or_default().0),
        },
        Shape::Single | Shape::Other => format!("Call free({name})"),
    }
}

/// The loop that frees what the elements of an array hold.
fn freed_each(elements: &Elements) -> Option<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let free = !elements.before.split(|c: char| !is_word(c)).any(|word| word == "i");
    let count = elements.to.checked_add(1)?;
    (free && elements.from == 0).then(|| format!("for (int i = 0; i < {count}; i++) free({});", elements.at("i")))
}

/// Would it do something more than name a place?
fn has_effect(place: &str) -> bool {
    ["++", "--", "="].iter().any(|sign| place.contains(sign)) || place.chars().skip(1).any(|c| c == '(')
}

/// Is what was stored taken from the old value (`p = p->next`, `s = f(s)`), or perhaps
/// through another name for it? Then nothing can be freed before.
fn is_from(loss: &Loss, place: &str) -> bool {
    let Some(value) = loss.removed.value.as_deref() else { return false };
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let whole = |(at, found): (usize, &str)| {
        let before = value.get(..at).and_then(|text| text.chars().next_back());
        let after = value.get(at.saturating_add(found.len())..).and_then(|text| text.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    };
    loss.removed.pointer && (value.contains("->") || value.match_indices(place).any(whole))
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

fn overwritten(leak: &LeakRecord, loss: &Loss, what: &str) -> String {
    match (&loss.removed.place, &loss.removed.value) {
        (Some(place), Some(value)) if !loss.removed.pointer => match names(loss) {
            Some((names, 1)) if names != format!("'{place}'") => {
                format!(
                    "'{place}' was overwritten with '{value}' here, and with it {names}, the last pointer to {what}"
                )
            }
            _ => format!("'{place}' was overwritten with '{value}' here, and with it the last pointer to {what}"),
        },
        (Some(place), Some(value)) if value == "NULL" => {
            format!("'{place}' was overwritten with NULL here; it was the last pointer to {what}")
        }
        // The place goes on to the next one, and holds the others still.
        (Some(place), Some(value)) if value.strip_prefix(place.as_str()).is_some_and(|rest| rest.starts_with("->")) => {
            let first = if form(leak).is_some() { "the first block of " } else { "" };
            format!("'{value}' changed '{place}' here, the last pointer to {first}{what}")
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

/// The form of the blocks, if their type has members that give it.
pub(super) fn shape(leak: &LeakRecord) -> Shape {
    if leak.links.is_empty() { Shape::Other } else { leak.structure.shape }
}

/// What the blocks of one leak are together. Of several equal leaks each has a form of its own.
fn form(leak: &LeakRecord) -> Option<&'static str> {
    match shape(leak) {
        _ if leak.count != 1 => None,
        Shape::List => Some("list"),
        Shape::Tree => Some("tree"),
        Shape::Ring => Some("ring"),
        Shape::DoublyLinked => Some("doubly linked list"),
        Shape::Single | Shape::Other => None,
    }
}

/// "it", "them", "the list of 3 blocks".
fn what(leak: &LeakRecord) -> String {
    match form(leak) {
        Some(form) => format!("the {form} of {} blocks", number(leak.structure.nodes)),
        None if leak.blocks > 1 => "them".to_owned(),
        None => "it".to_owned(),
    }
}
