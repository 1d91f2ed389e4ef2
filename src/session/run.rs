//! One run: check, execute, take stock.

use super::check::{Checked, Source, check};
use super::{Ended, Options, Outcome, Status, entry};
use crate::machine::Host;
use crate::source::Files;

/// Checks the sources and tells what was said about them, without running anything.
pub fn only_checked(files: &dyn Files, sources: &[Source], options: &Options) -> Outcome {
    let mut checked = check(files, sources, options);
    if let Some(program) = &checked.program {
        entry::missing_library(program, &mut checked.diagnostics);
    }
    let rejected = super::check::has_errors(&checked.diagnostics);
    before_run(checked, if rejected { Ended::Rejected } else { Ended::Checked }, options)
}

/// The outcome of what never ran.
fn before_run(checked: Checked, ended: Ended, options: &Options) -> Outcome {
    Outcome {
        map: checked.map,
        diagnostics: checked.diagnostics,
        findings: Vec::new(),
        ended,
        status: Status::of(ended, &[]),
        exit_code: options.exit.exit_code(ended, &[], &[]),
        program_exit_code: None,
        stopped_in: Vec::new(),
        leaks: Vec::new(),
        heap: None,
        stack: None,
    }
}

/// Checks the sources and, if there is nothing to refuse, runs the program on `host`.
/// The evaluator joins here; until it does, a run ends with the check.
pub fn run(files: &dyn Files, sources: &[Source], options: &Options, host: Box<dyn Host>) -> Outcome {
    let mut checked = check(files, sources, options);
    if let Some(program) = &checked.program {
        entry::missing_library(program, &mut checked.diagnostics);
        entry::main_function(program, &mut checked.diagnostics);
    }
    let rejected = super::check::has_errors(&checked.diagnostics);
    drop(host);
    before_run(checked, if rejected { Ended::Rejected } else { Ended::Checked }, options)
}
