//! A finding as text: what happened, where, how it came to this, what the bytes
//! and the variables are, what it means, what to try.

use super::excerpt::{self, Row};
use super::style::{Paint, Style, columns_of, cut, padded};
use super::{manual, pages, words};
use crate::diagnostics::{self, Diagnostic};
use crate::findings::{Finding, LocalValue, StackEntry};
use crate::kinds::Severity;
use crate::source::SourceMap;

/// How much is told of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What happened, the history and what to try.
    Short,
    /// All that helps, in about fifteen lines.
    Usual,
    /// All locals and calls, and how the kind is treated.
    Long,
}

/// Calls that are shown of a long chain: so many innermost ones, and the outermost.
const CALLS_SHOWN: usize = 6;
/// Locals of one call that are shown, unless all are asked for.
const LOCALS_SHOWN: usize = 6;
/// Columns of a value that stands on a line of its own.
const VALUE_COLUMNS: usize = 72;

/// The text of a finding. What one of the `earlier` ones has explained is not
/// explained again, unless all is to be explained.
pub(super) fn finding(
    map: &SourceMap,
    finding: &Finding,
    earlier: &[&Finding],
    detail: Detail,
    style: Style,
) -> String {
    let mut out = headline(map, finding, style);
    if finding.count > 1 {
        let times = format!("This happened {} times at this place.", words::number(finding.count));
        out.push_str(&style.wrap("  ", &times));
    }
    let home = map.place(finding.span).file;
    let history: Vec<Row> =
        finding.notes.iter().map(|note| Row { span: note.span, message: note.message.clone() }).collect();
    out.push_str(&excerpt::history(map, &history, &home, style));
    if detail == Detail::Short {
        return out + &style.wrap("  ", &format!("Try: {}", finding.advice));
    }
    for line in finding.picture.iter().flat_map(|picture| picture.lines()) {
        out.push_str(cut(&format!("    {line}"), style.columns()).trim_end());
        out.push('\n');
    }
    out.push_str(&calls(map, &finding.stack, &home, detail, style));
    let known = |text: &String| {
        let same = |f: &&Finding| f.meaning == *text || f.real_machine == *text;
        detail == Detail::Usual && earlier.iter().any(same)
    };
    for (label, text) in [("", &finding.meaning), ("Try: ", &finding.advice), ("", &finding.real_machine)] {
        if !text.is_empty() && !known(text) {
            out.push_str(&style.wrap("  ", &format!("{label}{text}")));
        }
    }
    if detail == Detail::Long {
        let page = pages::page(finding.kind.code()).unwrap_or("");
        out.push_str(&style.wrap("  ", &pages::what(page)));
        out.push_str(&style.wrap("  ", &manual::treatment(finding.kind)));
        let more = format!("'cglass explain {}' shows the smallest program that does this.", finding.kind.code());
        out.push_str(&style.wrap("  ", &more));
    }
    out
}

/// A diagnostic whose sentence is broken into lines.
pub(super) fn diagnostic(map: &SourceMap, told: &Diagnostic, style: Style) -> String {
    let severity = match told.severity {
        diagnostics::Severity::Error => "error",
        diagnostics::Severity::Warning => "warning",
    };
    let head = format!("{severity}[{}]: ", told.code);
    let lines = style.wrap("", &format!("{head}{}", told.message));
    let message = lines.trim_end().strip_prefix(&head).unwrap_or(&told.message).to_owned();
    diagnostics::render(map, &Diagnostic { message, ..told.clone() }, style.of_diagnostics())
}

/// The sentence and the snippet, as for a diagnostic.
fn headline(map: &SourceMap, finding: &Finding, style: Style) -> String {
    let message = finding.message.trim_end_matches('.').to_owned();
    let code = finding.kind.code();
    let told = match finding.severity {
        Severity::Warning => Diagnostic::warning(code, finding.span, message),
        Severity::Error | Severity::Limit | Severity::Off => Diagnostic::error(code, finding.span, message),
    };
    let mut text = diagnostic(map, &told, style);
    if finding.severity == Severity::Limit {
        // Diagnostics know errors and warnings only; a limit is neither.
        text = text.replacen(&format!("error[{code}]"), &format!("limit[{code}]"), 1);
    }
    text.trim_end().to_owned() + "\n\n"
}

/// The chain of calls, each with its locals. `home` is the file of the snippet above.
pub(super) fn calls(map: &SourceMap, stack: &[StackEntry], home: &str, detail: Detail, style: Style) -> String {
    let mut out = String::new();
    let last = stack.len().saturating_sub(1);
    for (i, entry) in stack.iter().enumerate() {
        if i > CALLS_SHOWN && i < last {
            if i == CALLS_SHOWN + 1 {
                let left_out = u64::try_from(last - i).unwrap_or(u64::MAX);
                out.push_str(&format!("  … {} …\n", words::amount(left_out, "more call")));
            }
            continue;
        }
        let name = style.paint(Paint::Strong, &entry.function);
        let head = if i == 0 { format!("  in {name}") } else { format!("  called from {name}") };
        let place = excerpt::nearby(map, entry.span, home);
        // Where the innermost call is, the snippet shows.
        let at = if (i == 0 && !home.is_empty()) || place.is_empty() { String::new() } else { format!(", {place}") };
        let repeated = repeated(stack, i);
        let plain = format!("  {} {}{at}{repeated}", if i == 0 { "in" } else { "called from" }, entry.function);
        let shown = shown(entry, detail);
        let colon = if shown.is_empty() { "" } else { ":" };
        out.push_str(&format!("{head}{at}{repeated}{colon}"));
        let line = shown.iter().map(|local| local.told()).collect::<Vec<_>>().join(", ");
        if columns_of(&plain) + 2 + columns_of(&line) <= style.columns() && shown.len() <= entry.locals.len() {
            let more = if shown.len() < entry.locals.len() { ", …" } else { "" };
            out.push_str(&if line.is_empty() { "\n".to_owned() } else { format!(" {line}{more}\n") });
        } else {
            out.push('\n');
            out.push_str(&one_a_line(&shown, entry.locals.len(), detail, style));
        }
    }
    out
}

/// The locals that are shown: all if they are few or all were asked for, else
/// those that the expression names and the first of the others.
fn shown(entry: &StackEntry, detail: Detail) -> Vec<&LocalValue> {
    if detail == Detail::Long || entry.locals.len() <= LOCALS_SHOWN {
        return entry.locals.iter().collect();
    }
    let involved = entry.locals.iter().filter(|local| local.involved).count();
    let mut others = LOCALS_SHOWN.saturating_sub(involved);
    let mut take = |local: &&LocalValue| {
        local.involved || {
            let room = others > 0;
            others = others.saturating_sub(1);
            room
        }
    };
    entry.locals.iter().filter(|local| take(local)).collect()
}

fn one_a_line(shown: &[&LocalValue], all: usize, detail: Detail, style: Style) -> String {
    let names = shown.iter().map(|local| columns_of(&local.name)).max().unwrap_or(0).min(16);
    let room = style.columns().saturating_sub(6).min(VALUE_COLUMNS);
    let mut out = String::new();
    for local in shown {
        let told = local.told();
        let rest = told.strip_prefix(local.name.as_str()).unwrap_or(&told);
        let line = format!("{}{rest}", padded(&local.name, names));
        let line =
            if detail == Detail::Long { style.wrap("      ", &line) } else { format!("      {}\n", cut(&line, room)) };
        out.push_str(&line);
    }
    let left = u64::try_from(all.saturating_sub(shown.len())).unwrap_or(0);
    if left > 0 {
        out.push_str(&format!("      … {}; --explain shows all\n", words::amount(left, "more variable")));
    }
    out
}

/// How often a call stands for others like it.
fn repeated(stack: &[StackEntry], at: usize) -> String {
    let Some(entry) = stack.get(at).filter(|entry| entry.folded > 0) else { return String::new() };
    let folded = |i: Option<usize>| i.and_then(|i| stack.get(i)).map(|e| e.folded);
    let in_turn = folded(at.checked_sub(1)) == Some(entry.folded) || folded(Some(at + 1)) == Some(entry.folded);
    let times = words::number(entry.folded);
    match (in_turn, entry.folded) {
        (false, 1) => ", which called itself once more".to_owned(),
        (false, _) => format!(", which called itself {times} times"),
        (true, _) => format!(", and {times} times more in turn"),
    }
}
