//! A finding as text: what happened, where, how it came to this, what it means, what to try.

use super::excerpt::{self, Row};
use super::style::{Paint, Style, cut};
use super::{manual, words};
use crate::diagnostics::{self, Diagnostic};
use crate::findings::{Finding, StackEntry};
use crate::kinds::Severity;
use crate::source::SourceMap;

/// Calls that are shown of a long chain: so many innermost ones, and the outermost.
const CALLS_SHOWN: usize = 6;

/// The text of a finding; `explain` adds how the kind is treated and all locals.
pub(super) fn finding(map: &SourceMap, finding: &Finding, explain: bool, style: Style) -> String {
    let mut out = headline(map, finding, style);
    if finding.count > 1 {
        let times = format!("This happened {} times at this place.", words::number(finding.count));
        out.push_str(&style.wrap("  ", &times));
    }
    let history: Vec<Row> =
        finding.notes.iter().map(|note| Row { span: note.span, message: note.message.clone() }).collect();
    out.push_str(&excerpt::rows(map, &history, "  ", style));
    for line in finding.picture.iter().flat_map(|picture| picture.lines()) {
        out.push_str(format!("  {line}").trim_end());
        out.push('\n');
    }
    out.push_str(&calls(map, &finding.stack, explain, style));
    for (label, text) in [("", &finding.meaning), ("Try: ", &finding.advice), ("", &finding.real_machine)] {
        if !text.is_empty() {
            out.push_str(&style.wrap("  ", &format!("{label}{text}")));
        }
    }
    if explain {
        out.push_str(&style.wrap("  ", &manual::treatment(finding.kind)));
    }
    out
}

/// The sentence and the snippet, as for a diagnostic.
fn headline(map: &SourceMap, finding: &Finding, style: Style) -> String {
    let message = finding.message.trim_end_matches('.').to_owned();
    let code = finding.kind.code();
    let told = match finding.severity {
        Severity::Warning => Diagnostic::warning(code, finding.span, message),
        Severity::Error | Severity::Limit | Severity::Off => Diagnostic::error(code, finding.span, message),
    };
    let mut text = diagnostics::render(map, &told, style.of_diagnostics());
    if finding.severity == Severity::Limit {
        // Diagnostics know errors and warnings only; a limit is neither.
        text = text.replacen(&format!("error[{code}]"), &format!("limit[{code}]"), 1);
    }
    text.trim_end().to_owned() + "\n\n"
}

/// The chain of calls, each with its locals.
pub(super) fn calls(map: &SourceMap, stack: &[StackEntry], all_locals: bool, style: Style) -> String {
    let mut out = String::new();
    let last = stack.len().saturating_sub(1);
    for (i, entry) in stack.iter().enumerate() {
        if i > CALLS_SHOWN && i < last {
            if i == CALLS_SHOWN + 1 {
                let left_out = u64::try_from(last - i).unwrap_or(u64::MAX);
                out.push_str(&format!("  from … {} …\n", words::amount(left_out, "more call")));
            }
            continue;
        }
        let head = if i == 0 { "  in   " } else { "  from " };
        let mut text = entry.function.clone();
        let place = excerpt::place(map, entry.span);
        if !place.is_empty() {
            text.push_str(&format!(" ({place})"));
        }
        text.push_str(&repeated(stack, i));
        let locals = locals(entry, all_locals, style);
        if !locals.is_empty() {
            text.push_str(": ");
            text.push_str(&locals);
        }
        let lines = style.wrap("       ", &text);
        let name = style.paint(Paint::Strong, &entry.function);
        // The name comes first; what stands after it keeps the width of the plain text.
        let rest = lines.trim_start().strip_prefix(entry.function.as_str()).unwrap_or("");
        out.push_str(&format!("{head}{name}{rest}"));
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

/// `n = 3, p = null`; only as many as fit two lines unless all are wanted.
fn locals(entry: &StackEntry, all: bool, style: Style) -> String {
    let room = if all { usize::MAX } else { style.columns().saturating_mul(2).saturating_sub(40) };
    let mut text = String::new();
    for local in &entry.locals {
        let value = if all { local.value.clone() } else { cut(&local.value, 48) };
        let told = format!("{} = {value}", local.name);
        if !text.is_empty() {
            text.push_str(", ");
            if text.chars().count() + told.chars().count() > room {
                text.push('…');
                break;
            }
        }
        text.push_str(&told);
    }
    text
}
