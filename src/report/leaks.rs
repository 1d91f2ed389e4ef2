//! Leaks as text.

use super::excerpt::{self, Row};
use super::style::{Paint, Style};
use super::words::{amount, bytes_in_blocks, number};
use crate::memory::Reason;
use crate::session::{LeakClass, LeakRecord, Loss, Site};
use crate::source::SourceMap;

/// Callers that are named of a chain unless all are asked for.
const CALLERS_SHOWN: usize = 3;

/// The text of one leak; `full` shows all calls and members.
pub(super) fn leak(map: &SourceMap, leak: &LeakRecord, full: bool, style: Style) -> String {
    let colour = if leak.class == LeakClass::Reachable { Paint::Strong } else { Paint::Yellow };
    let title = format!("leak[{}]", leak.class.code());
    let head = style.wrap("", &format!("{title}: {}", sentence(leak)));
    let mut out = head.replacen(&title, &style.paint(colour, &title), 1);
    let allocated = format!("allocated here{}", callers(map, &leak.allocated, full));
    let mut rows = vec![Row { span: leak.allocated.span, message: allocated }];
    if full {
        let others = leak.members.iter().filter(|member| member.span != leak.allocated.span);
        rows.extend(others.map(|member| Row {
            span: member.span,
            message: format!("{} of the cycle allocated here", amount(member.count, "block")),
        }));
    }
    if let Some(loss) = &leak.lost {
        rows.push(Row { span: loss.site.span, message: lost(leak, loss) });
    }
    out.push_str(&excerpt::rows(map, &rows, "  ", style));
    if leak.class == LeakClass::Possible && leak.address_exposed {
        out.push_str(&style.wrap("  ", "Its address was cast to an integer at some time."));
    }
    out
}

/// How much, and what it means.
fn sentence(leak: &LeakRecord) -> String {
    let amount = bytes_in_blocks(leak.bytes, leak.blocks);
    let (them, they) = if leak.blocks == 1 { ("it", "it") } else { ("them", "they") };
    let mut text = match leak.class {
        LeakClass::Definite => format!("{amount} never freed, and nothing points to {them} any more"),
        LeakClass::Cycle if leak.blocks == 1 => format!("{amount} never freed, to which only itself points"),
        LeakClass::Cycle => format!("{amount} never freed, which only point to each other"),
        LeakClass::Possible => format!("{amount} never freed, and only pointers into the middle of {them} remain"),
        LeakClass::Reachable => match &leak.path {
            Some(path) => format!("{amount} not freed, still reached through '{path}'"),
            None => format!("{amount} not freed, still reached from static storage"),
        },
    };
    if leak.indirect_blocks > 0 {
        let more = bytes_in_blocks(leak.indirect_bytes, leak.indirect_blocks);
        text.push_str(&format!("; with {more} that only {they} led to"));
    }
    text
}

/// `, in make, called from main (a.c:9)`; nothing for a place in main itself.
fn callers(map: &SourceMap, site: &Site, full: bool) -> String {
    let callers = site.stack.get(1..).unwrap_or(&[]);
    if callers.is_empty() {
        return String::new();
    }
    let shown = if full { callers.len() } else { CALLERS_SHOWN };
    let mut text = format!(", in {}", site.function);
    for (i, caller) in callers.iter().take(shown).enumerate() {
        text.push_str(if i == 0 { ", called from " } else { ", from " });
        text.push_str(&caller.function);
        let place = excerpt::place(map, caller.span);
        if !place.is_empty() {
            text.push_str(&format!(" ({place})"));
        }
    }
    if callers.len() > shown {
        text.push_str(", …");
    }
    text
}

/// Where the last pointer went.
fn lost(leak: &LeakRecord, loss: &Loss) -> String {
    let it = if leak.blocks == 1 { "it" } else { "them" };
    let function = &loss.site.function;
    let text = match loss.reason {
        Reason::Overwritten => format!("the last pointer to {it} was overwritten here"),
        Reason::Scope => format!("the last pointer to {it} went out of scope here"),
        Reason::Return => format!("the last pointer to {it} ended here, with the variables of '{function}'"),
        Reason::Break => format!("the last pointer to {it} ended here, with the block that was left"),
        Reason::Longjmp => format!("the last pointer to {it} was in a call that this jump left"),
        Reason::HolderFreed => format!("the block that held the last pointer to {it} was freed here"),
        Reason::HolderShrunk => format!("the block that held the last pointer to {it} was made smaller here"),
        Reason::ResultIgnored => format!("the result, the only pointer to {it}, was not kept here"),
        Reason::ReallocFailed => format!("realloc failed here, and its NULL replaced the last pointer to {it}"),
        Reason::MainReturned => format!("main returned here; only its variables still held {it}"),
        Reason::Exit => match &leak.held_by {
            Some(holder) => format!("exit was called here; only '{holder}' still held {it}"),
            None => format!("exit was called here; only local variables still held {it}"),
        },
    };
    match &leak.held_by {
        Some(holder) if loss.reason != Reason::Exit => format!("{text} (it was '{holder}')"),
        _ => text,
    }
}

/// One line for all leaks together.
pub(super) fn summary(leaks: &[&LeakRecord], style: Style) -> String {
    let blocks_of = |leak: &LeakRecord| leak.blocks.saturating_add(leak.indirect_blocks);
    let mut parts = Vec::new();
    for class in LeakClass::ALL {
        let blocks: u64 = leaks.iter().filter(|leak| leak.class == class).map(|leak| blocks_of(leak)).sum();
        if blocks > 0 {
            parts.push(format!("{} {}", number(blocks), class.code()));
        }
    }
    let bytes = leaks.iter().map(|leak| leak.bytes.saturating_add(leak.indirect_bytes)).sum();
    let blocks = leaks.iter().map(|leak| blocks_of(leak)).sum();
    style.wrap("", &format!("leaks: {} never freed ({})", bytes_in_blocks(bytes, blocks), parts.join(", ")))
}
