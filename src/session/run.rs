//! One run: check, execute, take stock.

use super::check::{Checked, Source, check, has_errors};
use super::replay::Past;
use super::verdict::shell_code;
use super::{Ended, LeakRecord, Loss, Options, Outcome, Status, entry, leaks, stock, suggest};
use crate::diagnostics::Diagnostic;
use crate::eval::{self, End};
use crate::findings::{self, Finding};
use crate::kinds::{Kind, Severity};
use crate::libc;
use crate::lints;
use crate::machine::{Host, Policy, Recorder};
use crate::memory::Reason;
use crate::sema::tree::Program;
use crate::source::Files;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Checks the sources and tells what was said about them, without running anything.
/// A program without `main` is all right here.
pub fn only_checked(files: &dyn Files, sources: &[Source], options: &Options) -> Outcome {
    let mut checked = check(files, sources, options);
    if let Some(program) = &checked.program {
        entry::missing_library(program, &mut checked.diagnostics);
    }
    let rejected = has_errors(&checked.diagnostics);
    before_run(checked, if rejected { Ended::Rejected } else { Ended::Checked }, options)
}

/// Checks the sources and, if there is nothing to refuse, runs the program on `host`.
pub fn run(files: &dyn Files, sources: &[Source], options: &Options, host: Box<dyn Host>) -> Outcome {
    let mut checked = check(files, sources, options);
    if let Some(program) = &checked.program {
        entry::missing_library(program, &mut checked.diagnostics);
        entry::main_function(program, &mut checked.diagnostics);
    }
    let Some(program) = checked.program.take().filter(|_| !has_errors(&checked.diagnostics)) else {
        return before_run(checked, Ended::Rejected, options);
    };
    let (recorder, recording) = Recorder::new(host);
    let setup = eval::Setup {
        limits: options.limits.clone(),
        policy: options.policy.clone(),
        host: Box::new(recorder),
        arguments: options.arguments.clone(),
        observed: options.observe,
        watch: Vec::new(),
        follow: Vec::new(),
    };
    match eval::execute(&program, &checked.map, setup) {
        Ok(ended) => {
            let past = Past { options, recording: Rc::new(recording.take()) };
            let steps = ended.machine.memory.steps;
            let outcome = after_run(checked, &program, ended, &past);
            match options.suggest {
                true => suggest::with_suggestion(outcome, program, steps, &suggest::Sources { files, sources, past }),
                false => outcome,
            }
        }
        Err(eval::Refused(diagnostics)) => {
            checked.diagnostics.extend(diagnostics);
            before_run(checked, Ended::Rejected, options)
        }
    }
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
        suggestion: None,
        heap: None,
        stack: None,
        library_calls: BTreeSet::new(),
    }
}

/// The outcome of a run.
fn after_run(mut checked: Checked, program: &Program, mut run: eval::Ended, past: &Past<'_>) -> Outcome {
    let ended = match run.end {
        End::Exit(_) if libc::output_gone(&run.library) => Ended::BrokenPipe,
        End::Exit(code) => Ended::Exit(code),
        End::Error => Ended::Error,
        End::Limit => Ended::Limit,
        End::Interrupted => Ended::Interrupted,
        End::BrokenPipe => Ended::BrokenPipe,
    };
    let program_exit_code = match ended {
        Ended::Exit(code) => Some(shell_code(code)),
        _ => None,
    };
    let stopped_in = match ended {
        Ended::Interrupted => findings::under_way(program, &checked.map, &run.machine, run.stopped_at),
        _ => Vec::new(),
    };
    let mut leaks = leaks::records(program, &checked.map, &mut run, past);
    if ended == Ended::Error {
        of_other_causes(&run, &mut leaks);
    }
    told_once(&mut checked, &run.findings, &leaks, &past.options.policy);
    Outcome {
        status: Status::of(ended, &run.findings),
        exit_code: past.options.exit.exit_code(ended, &run.findings, &leaks),
        heap: Some(stock::heap(program, &run.machine)),
        stack: Some(stock::stack(program, &run)),
        map: checked.map,
        diagnostics: checked.diagnostics,
        findings: run.findings,
        ended,
        program_exit_code,
        stopped_in,
        leaks,
        library_calls: std::mem::take(&mut run.called),
        suggestion: None,
    }
}

/// Blocks that were lost by the very end of the object that the last error is about
/// (the rest of a list whose node was freed, the result of a realloc that was not
/// kept) have the same cause as the error: it alone is told.
fn of_other_causes(run: &eval::Ended, leaks: &mut Vec<LeakRecord>) {
    if let Some(callee) = run.findings.last().and_then(|finding| finding.copied_to.as_deref()) {
        // What the function made for its copy is lost with the copy.
        let by_copy =
            |lost: &Loss| matches!(lost.reason, Reason::Scope | Reason::Return) && lost.site.function == callee;
        // So is what it returned to a caller that did not keep it.
        let returned = |leak: &LeakRecord, lost: &Loss| {
            lost.reason == Reason::ResultIgnored && leak.allocated.stack.iter().any(|entry| entry.function == callee)
        };
        leaks.retain(|leak| !leak.lost.as_ref().is_some_and(|lost| by_copy(lost) || returned(leak, lost)));
    }
    let outlived = run.findings.last().and_then(|finding| finding.outlived);
    let life = outlived.and_then(|tag| run.machine.memory.biography(tag));
    let Some(death) = life.and_then(|life| life.died) else { return };
    let same = |lost: &Loss| lost.step == death.event.step;
    leaks.retain(|leak| !leak.lost.as_ref().is_some_and(same));
}

/// What the run found on a line is not told a second time as a lint; what is switched
/// off for runs is not told by lints either.
fn told_once(checked: &mut Checked, findings: &[Finding], leaks: &[LeakRecord], policy: &Policy) {
    let map = &checked.map;
    let line = |span| {
        let place = map.place(span);
        (place.file, place.line)
    };
    // A lint on a line of the history says what the finding says already.
    let found = |d: &Diagnostic, kind: Kind| {
        let at = line(d.span);
        findings.iter().any(|f| {
            let earlier = || f.kind == kind && f.notes.iter().any(|note| !note.span.is_none() && line(note.span) == at);
            line(f.span) == at || earlier()
        })
    };
    let lost = |d: &Diagnostic| {
        d.code == lints::UNUSED_RESULT
            && leaks.iter().filter_map(|leak| leak.lost.as_ref()).any(|lost| line(lost.site.span) == line(d.span))
    };
    // Where the value is missed is in the caller; the function is named first.
    let named = |text: &str| text.split('\'').nth(1).map(str::to_owned);
    let missed = |d: &Diagnostic| {
        let same = |f: &Finding| f.kind == Kind::MissingReturn && named(&f.message) == named(&d.message);
        d.code == lints::NO_RETURN_VALUE && findings.iter().any(same)
    };
    let told = |d: &Diagnostic| {
        let mut kinds = lints::TOLD_BY_RUNS.iter().filter(|(code, _)| *code == d.code).map(|(_, kind)| *kind);
        let result = d.code == lints::UNUSED_RESULT && (lost(d) || found(d, Kind::UseAfterFree));
        result || missed(d) || kinds.any(|kind| policy.severity(kind) == Severity::Off || found(d, kind))
    };
    checked.diagnostics.retain(|d| !told(d));
}
