//! What `--suggest` found, as text.

use super::excerpt;
use super::style::{Paint, Style};
use super::words::amount;
use crate::session::Suggestion;
use crate::source::{SourceMap, Span};

/// What would free the leaks, and that it was tried.
pub(super) fn suggestion(map: &SourceMap, suggestion: &Suggestion, style: Style) -> String {
    if suggestion.insertions.is_empty() {
        return style.wrap("", "suggestion: found no verified fix");
    }
    let left = match suggestion.left {
        0 => "0 leaks".to_owned(),
        1 => "1 block still leaks".to_owned(),
        n => format!("{} still leak", amount(n, "block")),
    };
    let reachable = match suggestion.reachable {
        0 => String::new(),
        n => format!(" ({} still reachable at the end)", amount(n, "block")),
    };
    let title = "suggestion";
    let text = format!("{title}: checked for this input: {left}{reachable}, same output, no new finding");
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
        from = insertion.span.lo.saturating_add(insertion.removed);
    }
    // A line of its own was put in: the one below stays as it is.
    let alone = out.ends_with('\n');
    if !alone {
        out.push_str(map.text(Span::new(from, range.end)));
    }
    out.trim().to_owned()
}
