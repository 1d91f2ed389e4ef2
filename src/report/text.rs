//! The whole report as text, as it goes to standard error.

use super::finding::Detail;
use super::style::{Paint, Style, in_ascii};
use super::words::{bytes_in_blocks, number};
use super::{calls, closing, finding, leaks, suggestion};
use crate::diagnostics::{self, Diagnostic};
use crate::findings::Finding;
use crate::kinds::Severity;
use crate::session::{Ended, LeakClass, LeakRecord, Outcome};
use crate::source::SourceMap;

/// How much is told of leaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeakDetail {
    /// Nothing.
    Off,
    /// A line of totals.
    Summary,
    /// Each leak in a few lines.
    #[default]
    Report,
    /// Each leak with all calls and members.
    Full,
}

/// What the text is to contain.
#[derive(Clone, Debug, Default)]
pub struct TextOptions {
    /// Only error findings and rejections.
    pub quiet: bool,
    /// How much is told of leaks.
    pub leaks: LeakDetail,
    /// Leaks that count as errors: told even if quiet.
    pub leaks_error: Vec<LeakClass>,
    /// Each finding with the full explanation of its kind, and the totals in any case.
    pub explain: bool,
    /// The text was to be checked, not run.
    pub checked_only: bool,
    /// How it looks.
    pub style: Style,
}

/// Errors and warnings about the text that are listed.
const DIAGNOSTICS_LISTED: usize = 100;

/// Leaks that are listed unless all are asked for.
const LEAKS_LISTED: usize = 20;

/// The report. Empty if there is nothing to tell and quiet was asked for, or
/// if nobody reads the program's output any more.
pub fn text(outcome: &Outcome, options: &TextOptions) -> String {
    let style = options.style;
    if outcome.ended == Ended::BrokenPipe && outcome.findings.is_empty() {
        return String::new();
    }
    let detail = match (options.explain, options.quiet) {
        (true, _) => Detail::Long,
        (false, true) => Detail::Short,
        (false, false) => Detail::Usual,
    };
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(diagnostics_told(outcome, options));
    let grave = |f: &&Finding| matches!(f.severity, Severity::Error | Severity::Limit);
    let told: Vec<&Finding> = outcome.findings.iter().filter(|f| !options.quiet || grave(f)).collect();
    for (i, found) in told.iter().enumerate() {
        let earlier = told.get(..i).unwrap_or(&[]);
        blocks.push(finding::finding(&outcome.map, found, earlier, detail, style));
    }
    if outcome.ended == Ended::Interrupted && !options.quiet {
        let head = style.paint(Paint::Strong, "stopped by Ctrl-C") + "\n";
        blocks.push(head + &calls::calls(&outcome.map, &outcome.stopped_in, "", detail, style));
    }
    blocks.extend(leaks_told(&outcome.map, &outcome.leaks, options));
    blocks.extend(outcome.suggestion.as_ref().map(|found| suggestion::suggestion(&outcome.map, found, style)));
    // Below a single finding that ended the run there is nothing to add up.
    let single = outcome.ended == Ended::Error && blocks.len() == 1;
    if !options.quiet && !single {
        blocks.push(last_lines(outcome, options));
    }
    blocks.retain(|block| !block.is_empty());
    let whole = blocks.join("\n");
    if style.ascii { in_ascii(&whole) } else { whole }
}

/// What is told of the text; of very much the errors first, and not all.
fn diagnostics_told(outcome: &Outcome, options: &TextOptions) -> Vec<String> {
    let is_error = |d: &&Diagnostic| d.severity == diagnostics::Severity::Error;
    let mut told: Vec<&Diagnostic> = outcome.diagnostics.iter().filter(|d| !options.quiet || is_error(d)).collect();
    let rest = told.len().saturating_sub(DIAGNOSTICS_LISTED);
    if rest > 0 {
        told.sort_by_key(|d| !is_error(d));
    }
    let told = told.into_iter().take(DIAGNOSTICS_LISTED);
    let mut blocks: Vec<String> =
        told.map(|d| finding::diagnostic(&outcome.map, d, options.style).trim_end().to_owned() + "\n").collect();
    if rest > 0 {
        blocks.push(format!("… and {} more errors and warnings; --json lists all\n", number(rest as u64)));
    }
    blocks
}

fn leaks_told(map: &SourceMap, all: &[LeakRecord], options: &TextOptions) -> Vec<String> {
    let told: Vec<&LeakRecord> =
        all.iter().filter(|leak| !options.quiet || options.leaks_error.contains(&leak.class)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let full = match options.leaks {
        LeakDetail::Off => return Vec::new(),
        LeakDetail::Summary => return vec![leaks::summary(&told, options.style)],
        LeakDetail::Report => false,
        LeakDetail::Full => true,
    };
    let listed = if full { told.len() } else { LEAKS_LISTED };
    let mut blocks: Vec<String> =
        told.iter().take(listed).map(|leak| leaks::leak(map, leak, full, options.style)).collect();
    let rest = told.get(listed..).unwrap_or(&[]);
    if !rest.is_empty() {
        let bytes = rest.iter().map(|leak| leak.bytes.saturating_add(leak.indirect_bytes)).sum();
        let count = rest.iter().map(|leak| leak.blocks.saturating_add(leak.indirect_blocks)).sum();
        blocks.push(format!("… and {} more; --leaks=full lists all\n", bytes_in_blocks(bytes, count)));
    }
    if told.len() > 1 {
        blocks.push(leaks::summary(&told, options.style));
    }
    blocks
}

/// One line where all is well, else (and where all is to be explained) the totals.
fn last_lines(outcome: &Outcome, options: &TextOptions) -> String {
    let style = options.style;
    let leaks_shown = options.leaks != LeakDetail::Off && !outcome.leaks.is_empty();
    match outcome.ended {
        Ended::Checked if closing::counts(outcome) == (0, 0) => return closing::clean(outcome, style),
        Ended::Exit(_) if outcome.findings.is_empty() && !leaks_shown && !options.explain => {
            return closing::clean(outcome, style);
        }
        // Of one leak, in the words of its report, there is only the rest to be told.
        Ended::Exit(_) if options.leaks == LeakDetail::Report && !options.explain && closing::is_one_leak(outcome) => {
            return closing::rest(outcome, style);
        }
        _ => {}
    }
    let mut out = String::new();
    // Half of a run has totals that mean little: they would only lengthen the report.
    if options.explain || leaks_shown || matches!(outcome.ended, Ended::Exit(_)) {
        out.extend(outcome.heap.as_ref().map(|heap| closing::heap(heap, style)));
        out.extend(outcome.stack.as_ref().map(|stack| closing::stack(stack, style)));
    }
    out.push_str(&closing::verdict(outcome, leaks_shown, options.checked_only, style));
    out
}
