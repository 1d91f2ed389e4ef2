//! A finding as text: what happened, where, how it came to this, what the bytes
//! and the variables are, what it means, what to try.

use super::calls::calls;
use super::excerpt::{self, Row};
use super::style::{Style, cut};
use super::{manual, pages, words};
use crate::diagnostics::{self, Diagnostic};
use crate::findings::Finding;
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
    let told = [("", &finding.meaning), ("Try: ", &finding.advice), ("Real machine: ", &finding.real_machine)];
    for (label, text) in told {
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
