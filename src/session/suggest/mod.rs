//! Where `free` would stand: candidates from where the last pointers went
//! ([`candidates`]), each put into the text ([`edits`]) and tried by running again on
//! the same recorded input.
//!
//! A candidate is taken if fewer blocks leak (and no more are still reachable), the
//! program writes the same, ends with the same exit code, asks its host the same, and
//! nothing new is found, neither in the text nor in the run.

mod candidates;
mod edits;
mod placed;
mod releases;

use super::check::{Source, check, has_errors};
use super::replay::{Again, Past, Wanted};
use super::{Ended, LeakClass, LeakRecord, Outcome, Suggestion, leaks};
use crate::eval::End;
use crate::sema::tree::Program;
use crate::source::{Files, SourceMap};
use candidates::candidates;
use edits::{Edit, Edited, applied, edited};

/// Runs that are tried in all.
const TRIES: usize = 40;

/// A run of more steps is not tried again and again.
const LONGEST_RUN: u64 = 50_000_000;

/// Steps that freeing may add to a run: it at most doubles it.
const SMALL_RUN: u64 = 10_000;

/// What was run.
pub(super) struct Sources<'a> {
    pub files: &'a dyn Files,
    pub sources: &'a [Source],
    pub past: Past<'a>,
}

/// The outcome with what would free its leaks.
pub(super) fn with_suggestion(outcome: Outcome, program: Program, steps: u64, sources: &Sources<'_>) -> Outcome {
    if !outcome.leaks.iter().any(counts) {
        return outcome;
    }
    if !matches!(outcome.ended, Ended::Exit(_)) || steps > LONGEST_RUN {
        let suggestion = Suggestion {
            insertions: Vec::new(),
            left: lost_blocks(&outcome.leaks),
            reachable: kept_blocks(&outcome.leaks),
        };
        return Outcome { suggestion: Some(suggestion), ..outcome };
    }
    let mut search = Search {
        sources,
        steps,
        code: outcome.program_exit_code,
        findings: outcome.findings.len(),
        diagnostics: outcome.diagnostics.len(),
        tries: 0,
    };
    let mut best = Version { leaks: outcome.leaks.clone(), edits: Vec::new(), texts: Vec::new() };
    let mut current: Option<(Program, SourceMap)> = None;
    loop {
        let candidates = match &current {
            Some((program, map)) => candidates(program, map, &best.leaks),
            None => candidates(&program, &outcome.map, &best.leaks),
        };
        let found = candidates.into_iter().find_map(|edit| search.improve(&best, edit));
        match found {
            Some((version, program, map)) => {
                best = version;
                current = Some((program, map));
            }
            None => break,
        }
        if !best.leaks.iter().any(counts) {
            break;
        }
    }
    let insertions = placed::insertions(&best.edits, &outcome.map);
    let suggestion = Suggestion { insertions, left: lost_blocks(&best.leaks), reachable: kept_blocks(&best.leaks) };
    Outcome { suggestion: Some(suggestion), ..outcome }
}

/// Is this to be freed? What can still be reached may be meant to stay.
fn counts(leak: &LeakRecord) -> bool {
    matches!(leak.class, LeakClass::Definite | LeakClass::Cycle)
}

fn lost_blocks(leaks: &[LeakRecord]) -> u64 {
    blocks(leaks.iter().filter(|leak| counts(leak)))
}

/// Those that can still be reached.
fn kept_blocks(leaks: &[LeakRecord]) -> u64 {
    blocks(leaks.iter().filter(|leak| !counts(leak)))
}

fn blocks<'l>(leaks: impl Iterator<Item = &'l LeakRecord>) -> u64 {
    leaks.map(|leak| leak.blocks.saturating_add(leak.indirect_blocks)).fold(0, u64::saturating_add)
}

/// The program with some edits, and what it still leaks.
struct Version {
    leaks: Vec<LeakRecord>,
    /// In the order in which they were made, each in the text that the ones before left.
    edits: Vec<Edit>,
    /// Files as they are now.
    texts: Vec<(String, String)>,
}

struct Search<'a> {
    sources: &'a Sources<'a>,
    steps: u64,
    code: Option<i32>,
    findings: usize,
    diagnostics: usize,
    tries: usize,
}

impl Search<'_> {
    /// The version with one edit more, if it is better.
    fn improve(&mut self, version: &Version, edit: Edit) -> Option<(Version, Program, SourceMap)> {
        if self.tries >= TRIES {
            return None;
        }
        self.tries = self.tries.saturating_add(1);
        let text = match version.texts.iter().find(|(name, _)| *name == edit.file) {
            Some((_, text)) => text.clone(),
            None => self.text(&edit.file)?,
        };
        let text = applied(&text, &edit)?;
        let mut texts: Vec<(String, String)> =
            version.texts.iter().filter(|(name, _)| *name != edit.file).cloned().collect();
        texts.push((edit.file.clone(), text));
        let (leaks, program, map) = self.run(&texts)?;
        // A leak that only moves on to where it can be reached is not mended.
        let fewer = lost_blocks(&leaks) < lost_blocks(&version.leaks);
        if !fewer || kept_blocks(&leaks) > kept_blocks(&version.leaks) {
            return None;
        }
        let edits = version.edits.iter().cloned().chain([edit]).collect();
        Some((Version { leaks, edits, texts }, program, map))
    }

    fn text(&self, name: &str) -> Option<String> {
        let bytes = self.sources.sources.iter().find_map(|source| match source {
            Source::Text { name: own, bytes } if own == name => Some(bytes.clone()),
            _ => None,
        });
        let bytes = bytes.or_else(|| self.sources.files.read(name).ok())?;
        String::from_utf8(bytes).ok()
    }

    /// Checks and runs edited texts; `None` unless all but the leaks stays as it was.
    fn run(&self, texts: &[(String, String)]) -> Option<(Vec<LeakRecord>, Program, SourceMap)> {
        let files = Edited { files: self.sources.files, texts };
        let sources: Vec<Source> = self.sources.sources.iter().map(|source| edited(source, texts)).collect();
        let past = &self.sources.past;
        let mut checked = check(&files, &sources, past.options);
        let same = !has_errors(&checked.diagnostics) && checked.diagnostics.len() <= self.diagnostics;
        let program = checked.program.take().filter(|_| same)?;
        let limit = self.steps.saturating_mul(2).saturating_add(SMALL_RUN);
        let Again { mut run, replayed } =
            past.again(&program, &checked.map, Wanted { steps: Some(limit), ..Wanted::default() })?;
        let same_end = matches!(run.end, End::Exit(code) if Some(super::verdict::shell_code(code)) == self.code);
        let same = same_end
            && !replayed.diverged
            && replayed.written.same(&past.recording.written)
            && run.findings.len() <= self.findings;
        if !same {
            return None;
        }
        let leaks = leaks::records(&program, &checked.map, &mut run, past);
        Some((leaks, program, checked.map))
    }
}
