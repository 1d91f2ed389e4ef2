//! What leaked, how much of it, and what its class means, in a sentence.

use super::loss;
use super::words::{amount, bytes_in_blocks};
use crate::memory::Reason;
use crate::session::{LeakClass, LeakRecord, Shape};

/// How much, and what it means.
pub(super) fn sentence(leak: &LeakRecord) -> String {
    let amount = bytes_in_blocks(leak.bytes, leak.blocks);
    let (them, they) = if leak.blocks == 1 { ("it", "it") } else { ("them", "they") };
    let reason = leak.lost.as_ref().map(|loss| loss.reason);
    let to_the_end = matches!(reason, Some(Reason::MainReturned | Reason::Exit));
    let freed = if to_the_end { "never freed before the program ended" } else { "never freed" };
    let only = if to_the_end { "" } else { "only " };
    let mut text = match leak.class {
        LeakClass::Definite if to_the_end => format!("{amount} {freed}"),
        LeakClass::Definite => format!("{amount} {freed}, and nothing points to {them} any more"),
        LeakClass::Cycle if leak.blocks == 1 && to_the_end => format!("{amount} {freed}, which points to itself"),
        LeakClass::Cycle if leak.blocks == 1 => format!("{amount} {freed}, to which only itself points"),
        LeakClass::Cycle if leak.blocks == leak.count => format!("{amount} {freed}, each of which points to itself"),
        LeakClass::Cycle => format!("{amount} {freed}, which {only}point to each other"),
        LeakClass::Possible => possible(leak, &amount, them),
        LeakClass::Reachable => match &leak.path {
            Some(path) if leak.count > 1 => {
                format!("{amount} not freed, still reached, the first through '{}'", path.text)
            }
            Some(path) => format!("{amount} not freed, still reached through '{}'", path.text),
            None => format!("{amount} not freed, still reached from static storage"),
        },
    };
    if leak.class == LeakClass::Cycle {
        text.push_str(&cycle(leak));
    }
    if leak.indirect_blocks > 0 {
        let more = bytes_in_blocks(leak.indirect_bytes, leak.indirect_blocks);
        text.push_str(&format!("; with {more} that only {they} led to"));
    }
    text
}

/// What is left of the pointers to it.
fn possible(leak: &LeakRecord, amount: &str, them: &str) -> String {
    match &leak.path {
        Some(path) if path.text != path.begin => format!(
            "{amount} never freed, and only '{}' leads to {them}, though '{}' is no pointer to the start of a block",
            path.text, path.begin
        ),
        Some(path) => {
            format!(
                "{amount} never freed, and only '{}' is left, which is no pointer to the start of {them}",
                path.text
            )
        }
        None => format!("{amount} never freed, and only pointers into the middle of {them} remain"),
    }
}

/// How a cycle is closed; of several equal ones, each.
fn cycle(leak: &LeakRecord) -> String {
    let form = match loss::shape(leak) {
        Shape::DoublyLinked => "doubly linked list",
        Shape::Ring => "ring",
        Shape::Tree => "tree with pointers to the parents",
        _ if leak.count > 1 => "cycle",
        _ => "",
    };
    let form = match (form, leak.count) {
        ("", _) => String::new(),
        (_, 1) => format!("a {form}"),
        ("tree with pointers to the parents", n) => format!("{} with pointers to the parents", amount(n, "tree")),
        (_, n) => amount(n, form),
    };
    let of_each = if leak.count > 1 { " of each" } else { "" };
    match (form.as_str(), &leak.round) {
        ("", None) => String::new(),
        ("", Some(round)) => format!(" ('{}' leads from the first back to it)", shortened(round)),
        (form, None) => format!(" ({form})"),
        (form, Some(round)) => format!(" ({form}: '{}' leads from the first{of_each} back to it)", shortened(round)),
    }
}

/// A long way is cut in the middle.
fn shortened(round: &str) -> String {
    let parts: Vec<&str> = round.split_inclusive("->").collect();
    if parts.len() <= LINKS_SHOWN {
        return round.to_owned();
    }
    let (head, tail) = (parts.get(..3).unwrap_or(&[]), parts.get(parts.len() - 1..).unwrap_or(&[]));
    format!("{}…->{}", head.concat(), tail.concat())
}

/// Members of a way around a cycle that are written out.
const LINKS_SHOWN: usize = 5;
