//! The biography of a leaked block, in a sentence.

use super::excerpt;
use super::words::number;
use crate::memory::Reason;
use crate::session::{LeakRecord, LifeEvent, LifeStep};
use crate::source::SourceMap;

/// Stations that are told at each end of a long life.
const SHOWN: usize = 6;

/// "Life: born line 5; copied to 'h' line 6; 'h' overwritten line 8; last used
/// line 7; last reachable line 8; never freed."
pub(super) fn sentence(map: &SourceMap, leak: &LeakRecord) -> Option<String> {
    let life = leak.life.as_ref()?;
    let mut parts: Vec<String> = Vec::new();
    let stations: Vec<&LifeEvent> =
        life.iter().filter(|e| !matches!(e.what, LifeStep::LastUsed | LifeStep::LastReachable)).collect();
    let left_out = stations.len().saturating_sub(SHOWN * 2);
    for (i, event) in stations.iter().enumerate() {
        if left_out > 1 && i == SHOWN {
            parts.push(format!("… {left_out} more …"));
        }
        if left_out <= 1 || i < SHOWN || i >= SHOWN + left_out {
            parts.push(words(map, leak, event));
        }
    }
    let last = |what: LifeStep| life.iter().find(|event| event.what == what);
    parts.push(match last(LifeStep::LastUsed) {
        Some(event) => format!("last used {}", place(map, leak, event)),
        None => "never used".to_owned(),
    });
    parts.push(match last(LifeStep::LastReachable) {
        Some(event) => format!("last reachable {} (step {})", place(map, leak, event), number(event.step)),
        None => "still there at the end".to_owned(),
    });
    let several = leak.blocks > 1;
    let title = if several { "Life of the first block" } else { "Life" };
    Some(format!("{title}: {}; never freed.", parts.join("; ")))
}

/// One station.
fn words(map: &SourceMap, leak: &LeakRecord, event: &LifeEvent) -> String {
    let name = event.place.as_deref();
    let what = match (event.what, name) {
        (LifeStep::Born, _) => "born".to_owned(),
        (LifeStep::Copied, Some(name)) => format!("copied to '{name}'"),
        (LifeStep::Copied, None) => "copied".to_owned(),
        (LifeStep::Passed, Some(name)) => format!("passed to '{name}'"),
        (LifeStep::Passed, None) => "passed to a function".to_owned(),
        (LifeStep::Returned, Some(name)) => format!("returned by '{name}'"),
        (LifeStep::Returned, None) => "returned".to_owned(),
        (LifeStep::Removed(reason), name) => removed(reason, name),
        (LifeStep::LastUsed | LifeStep::LastReachable, _) => String::new(),
    };
    let times = if event.count > 1 { format!(" ({} times)", number(event.count)) } else { String::new() };
    format!("{what} {}{times}", place(map, leak, event))
}

fn removed(reason: Reason, name: Option<&str>) -> String {
    let holder = name.map_or_else(|| "a pointer to it".to_owned(), |name| format!("'{name}'"));
    match reason {
        Reason::HolderFreed => "a block that held it freed".to_owned(),
        Reason::HolderShrunk => "a block that held it made smaller".to_owned(),
        Reason::Longjmp => "left by longjmp".to_owned(),
        _ => format!("{holder} overwritten"),
    }
}

/// `line 5`; in another file than the allocation's `list.c:5`.
fn place(map: &SourceMap, leak: &LeakRecord, event: &LifeEvent) -> String {
    let (home, here) = (map.place(leak.allocated.span), map.place(event.span));
    if here.line == 0 || home.file == here.file {
        format!("line {}", here.line)
    } else {
        excerpt::place(map, event.span)
    }
}
