//! Leaks as text.

use super::excerpt::{self, Row};
use super::loss;
use super::style::{Paint, Style};
use super::words::{amount, bytes_in_blocks, number};
use crate::memory::Reason;
use crate::session::{LeakClass, LeakRecord, Shape, Site, Suggestion};
use crate::source::{SourceMap, Span};

/// Callers that are named of a chain unless all are asked for.
const CALLERS_SHOWN: usize = 3;

/// The text of one leak; `full` shows all calls and members.
pub(super) fn leak(map: &SourceMap, leak: &LeakRecord, full: bool, style: Style) -> String {
    let colour = if leak.class == LeakClass::Reachable { Paint::Strong } else { Paint::Yellow };
    let title = format!("leak[{}]", leak.class.code());
    let head = style.wrap("", &format!("{title}: {}", sentence(leak)));
    let mut out = head.replacen(&title, &style.paint(colour, &title), 1);
    let allocated = format!("allocated here{}", callers(map, &leak.allocated, true, full));
    let mut rows = vec![Row { span: leak.allocated.span, message: allocated }];
    if let Some(call) = leak.allocated.stack.get(leak.wrappers).filter(|_| leak.wrappers > 0) {
        let wrapper = leak.allocated.stack.get(leak.wrappers.saturating_sub(1));
        let name = wrapper.map_or("it", |entry| entry.function.as_str());
        rows.push(Row { span: call.span, message: format!("in this call of '{name}'") });
    }
    if full {
        let others = leak.members.iter().filter(|member| member.span != leak.allocated.span);
        rows.extend(others.map(|member| Row {
            span: member.span,
            message: format!("{} of the cycle allocated here", amount(member.count, "block")),
        }));
    }
    if let Some(loss) = &leak.lost {
        // Of a return the sentence names the function already.
        let callers = callers(map, &loss.site, loss.reason != Reason::Return, full);
        rows.push(Row { span: loss.site.span, message: loss::sentence(leak, loss) + &callers });
    }
    out.push_str(&excerpt::rows(map, &rows, "  ", style));
    if let Some(loss) = &leak.lost {
        out.push_str(&style.wrap("  ", &format!("Try: {}", loss::advice(map, leak, loss))));
    }
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
        LeakClass::Possible => match &leak.path {
            Some(path) => {
                format!("{amount} never freed, and only '{path}' is left, which is no pointer to the start of {them}")
            }
            None => format!("{amount} never freed, and only pointers into the middle of {them} remain"),
        },
        LeakClass::Reachable => match &leak.path {
            Some(path) => format!("{amount} not freed, still reached through '{path}'"),
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

/// How a cycle is closed.
fn cycle(leak: &LeakRecord) -> String {
    let form = match leak.structure.shape {
        Shape::DoublyLinked => "a doubly linked list",
        Shape::Ring => "a ring",
        _ => "",
    };
    match (form, &leak.round) {
        ("", None) => String::new(),
        ("", Some(round)) => format!(" ('{}' leads back to the first)", first(round)),
        (form, None) => format!(" ({form})"),
        (form, Some(round)) => format!(" ({form}: '{}' leads back to the first)", first(round)),
    }
}

/// `->next->prev` as `first->next->prev`; a long way is cut in the middle.
fn first(round: &str) -> String {
    let parts: Vec<&str> = round.split_inclusive("->").collect();
    if parts.len() <= LINKS_SHOWN {
        return format!("first{round}");
    }
    let ends = |parts: &[&str]| parts.concat();
    let (head, tail) = (parts.get(..3).unwrap_or(&[]), parts.get(parts.len() - 1..).unwrap_or(&[]));
    format!("first{}…->{}", ends(head), ends(tail))
}

/// Members of a way around a cycle that are written out.
const LINKS_SHOWN: usize = 5;

/// `, in make, called from main (a.c:9)`; nothing for a place in main itself.
fn callers(map: &SourceMap, site: &Site, named: bool, full: bool) -> String {
    let callers = site.stack.get(1..).unwrap_or(&[]);
    if callers.is_empty() {
        return String::new();
    }
    let shown = if full { callers.len() } else { CALLERS_SHOWN };
    let mut text = if named { format!(", in {}", site.function) } else { String::new() };
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

/// What would free the leaks, and that it was tried.
pub(super) fn suggestion(map: &SourceMap, suggestion: &Suggestion, style: Style) -> String {
    if suggestion.insertions.is_empty() {
        return style
            .wrap("", "suggestion: no change was found that frees what leaks and was verified by running again");
    }
    let left = match suggestion.left {
        0 => "0 leaks".to_owned(),
        1 => "1 block still leaks".to_owned(),
        n => format!("{} still leak", amount(n, "block")),
    };
    let title = "suggestion";
    let text = format!("{title}: checked for this input: {left}, same output, no new finding");
    let mut out = style.wrap("", &text).replacen(title, &style.paint(Paint::Green, title), 1);
    let mut lines: Vec<(u32, Span)> = Vec::new();
    for insertion in &suggestion.insertions {
        let line = map.place(insertion.span).line;
        if lines.last().is_none_or(|(last, _)| *last != line) {
            lines.push((line, insertion.span));
        }
    }
    for (_, span) in lines {
        out.push_str(&format!("  {}  {}\n", excerpt::place(map, span), changed_line(map, suggestion, span)));
    }
    out
}

/// The line of a place with what was put into it.
fn changed_line(map: &SourceMap, suggestion: &Suggestion, span: Span) -> String {
    let Some(file) = map.file_of(span.lo).and_then(|id| map.file(id)) else { return String::new() };
    let Some(range) = file.line_range(file.line_of(span.lo)) else { return String::new() };
    let (mut out, mut from) = (String::new(), range.start);
    for insertion in suggestion.insertions.iter().filter(|i| range.contains(&i.span.lo)) {
        out.push_str(map.text(Span::new(from, insertion.span.lo)));
        out.push_str(&insertion.text);
        from = insertion.span.lo;
    }
    out.push_str(map.text(Span::new(from, range.end)));
    out.trim().to_owned()
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
