//! The last lines of a report: totals of heap and stack, and the verdict.

use super::style::{Paint, Style};
use super::words::{amount, bytes_in_blocks, number};
use crate::diagnostics;
use crate::kinds::Severity;
use crate::session::{Ended, HeapSummary, LeakClass, Outcome, StackSummary};

/// The verdict of a run that has nothing to tell.
pub(super) fn clean(outcome: &Outcome, style: Style) -> String {
    let text = match &outcome.heap {
        None => "no problems found in the text".to_owned(),
        Some(heap) if heap.failed.is_empty() => format!("no errors; {}", blocks(heap)),
        Some(heap) => {
            let failed = amount(u64::try_from(heap.failed.len()).unwrap_or(u64::MAX), "request");
            format!("no errors; {}; {failed} for memory failed", blocks(heap))
        }
    };
    style.paint(Paint::Green, &text) + "\n"
}

/// Is one leak all that there is to tell of a run, its heap included?
pub(super) fn is_one_leak(outcome: &Outcome) -> bool {
    let quiet = outcome.findings.is_empty() && outcome.diagnostics.is_empty() && outcome.suggestion.is_none();
    quiet && outcome.leaks.len() == 1 && outcome.heap.as_ref().is_some_and(|h| h.failed.is_empty() && h.holes <= 1)
}

/// Below a single leak: what became of the other blocks, if there were any.
pub(super) fn rest(outcome: &Outcome, style: Style) -> String {
    match &outcome.heap {
        Some(heap) if heap.frees > 0 => style.paint(Paint::Strong, &format!("no errors; {}", blocks(heap))) + "\n",
        _ => String::new(),
    }
}

/// `12 blocks allocated, all freed`.
fn blocks(heap: &HeapSummary) -> String {
    let allocated = format!("{} allocated", amount(heap.allocations, "block"));
    match (heap.allocations, heap.allocations.saturating_sub(heap.frees)) {
        (0, _) => allocated,
        (1, 0) => format!("{allocated}, freed"),
        (_, 0) => format!("{allocated}, all freed"),
        (_, left) => format!("{allocated}, {} freed, {} left", number(heap.frees), number(left)),
    }
}

/// Errors and warnings, of the text and of the run.
pub(super) fn counts(outcome: &Outcome) -> (u64, u64) {
    let (mut errors, mut warnings) = (0, 0);
    for diagnostic in &outcome.diagnostics {
        match diagnostic.severity {
            diagnostics::Severity::Error => errors += 1,
            diagnostics::Severity::Warning => warnings += 1,
        }
    }
    for finding in &outcome.findings {
        match finding.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
            Severity::Limit | Severity::Off => {}
        }
    }
    (errors, warnings)
}

/// How it ended, with the number of errors, warnings and blocks that leaked.
pub(super) fn verdict(outcome: &Outcome, leaks_shown: bool, checked_only: bool, style: Style) -> String {
    let (errors, warnings) = counts(outcome);
    let mut text = amount(errors, "error");
    if warnings > 0 {
        text.push_str(&format!(", {}", amount(warnings, "warning")));
    }
    let blocks = |reachable: bool| {
        let leaks = outcome.leaks.iter().filter(|leak| (leak.class == LeakClass::Reachable) == reachable);
        leaks.map(|leak| leak.blocks.saturating_add(leak.indirect_blocks)).fold(0, u64::saturating_add)
    };
    let (lost, reachable) = if leaks_shown { (blocks(false), blocks(true)) } else { (0, 0) };
    if lost > 0 {
        text.push_str(&format!(", {} leaked", amount(lost, "block")));
    }
    if reachable > 0 {
        text.push_str(&format!(", {} still reachable", amount(reachable, "block")));
    }
    text.push_str(match outcome.ended {
        Ended::Rejected if !checked_only => "; the program was not run",
        Ended::Limit => "; stopped by a limit",
        Ended::Interrupted => "; stopped by Ctrl-C",
        Ended::BrokenPipe => "; stopped, nobody reads its output any more",
        Ended::Rejected | Ended::Checked | Ended::Exit(_) | Ended::Error => "",
    });
    let colour = if errors > 0 { Paint::Red } else { Paint::Strong };
    style.paint(colour, &text) + "\n"
}

/// Totals of the heap, holes and failed requests included.
pub(super) fn heap(heap: &HeapSummary, style: Style) -> String {
    if heap.allocations == 0 && heap.failed.is_empty() {
        return String::new();
    }
    let mut text = blocks(heap);
    if heap.blocks_in_use > 0 {
        text.push_str(&format!("; in use {}", bytes_in_blocks(heap.bytes_in_use, heap.blocks_in_use)));
    }
    if heap.peak_bytes > 0 {
        text.push_str(&format!("; at most {} at a time", amount(heap.peak_bytes, "byte")));
    }
    let mut out = style.wrap("heap:  ", &text);
    if heap.holes > 0 {
        let holes = format!(
            "{} with {}, the largest has {}; fragmentation {:.0} %",
            amount(heap.holes, "hole"),
            amount(heap.free_bytes, "byte"),
            number(heap.largest_hole),
            heap.fragmentation * 100.0
        );
        out.push_str(&style.wrap("       ", &holes));
    }
    if let Some(largest) = heap.failed.iter().map(|f| f.bytes).max() {
        let failed = format!(
            "{} answered with NULL, the largest for {}",
            amount(heap.failures, "request"),
            amount(largest, "byte")
        );
        out.push_str(&style.wrap("       ", &failed));
    }
    out
}

/// The stack's peak.
pub(super) fn stack(stack: &StackSummary, style: Style) -> String {
    let calls = match stack.peak_depth {
        0 | 1 => "in main alone".to_owned(),
        n => format!("{} deep", amount(n, "call")),
    };
    let text = format!("at most {} of {}, {calls}", amount(stack.peak_bytes, "byte"), number(stack.limit_bytes));
    style.wrap("stack: ", &text)
}
