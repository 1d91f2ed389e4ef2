//! Where `free` would stand: candidates from where the last pointers went, each
//! put into the text and tried by running again on the same recorded input.
//!
//! A candidate is taken if fewer blocks leak, the program writes the same, ends
//! with the same exit code, asks its host the same, and nothing new is found.

use super::check::{Source, check, has_errors};
use super::replay::{Again, Past};
use super::{Ended, Insertion, LeakClass, LeakRecord, Loss, Outcome, Shape, Suggestion, leaks};
use crate::eval::End;
use crate::findings::{self, Around};
use crate::memory::Reason;
use crate::sema::tree::Program;
use crate::source::{FileKind, Files, ReadError, SourceMap, Span};

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

/// Texts to be put into one file: where, in bytes, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    file: String,
    pieces: Vec<(usize, String)>,
}

/// The outcome with what would free its leaks.
pub(super) fn with_suggestion(outcome: Outcome, program: Program, steps: u64, sources: &Sources<'_>) -> Outcome {
    let lost = outcome.leaks.iter().any(counts);
    if !lost || !matches!(outcome.ended, Ended::Exit(_)) || steps > LONGEST_RUN {
        return outcome;
    }
    let mut search =
        Search { sources, steps, code: outcome.program_exit_code, findings: outcome.findings.len(), tries: 0 };
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
    let insertions = best.insertions(&outcome.map);
    let suggestion = Suggestion { insertions, left: lost_blocks(&best.leaks) };
    Outcome { suggestion: Some(suggestion), ..outcome }
}

/// Is this to be freed? What can still be reached may be meant to stay.
fn counts(leak: &LeakRecord) -> bool {
    matches!(leak.class, LeakClass::Definite | LeakClass::Cycle)
}

fn lost_blocks(leaks: &[LeakRecord]) -> u64 {
    let lost = leaks.iter().filter(|leak| counts(leak));
    lost.map(|leak| leak.blocks.saturating_add(leak.indirect_blocks)).fold(0, u64::saturating_add)
}

/// The program with some edits, and what it still leaks.
struct Version {
    leaks: Vec<LeakRecord>,
    /// In the order in which they were made, each in the text that the ones before left.
    edits: Vec<Edit>,
    /// Files as they are now.
    texts: Vec<(String, String)>,
}

impl Version {
    /// The edits as they stand in the first text.
    fn insertions(&self, map: &SourceMap) -> Vec<Insertion> {
        let mut placed: Vec<Placed> = Vec::new();
        for edit in &self.edits {
            let Some(file) = map.files().iter().position(|f| f.name == edit.file) else { continue };
            let new = edit.pieces.iter().map(|(at, text)| {
                let before = placed.iter().filter(|p| p.file == file && p.now < *at);
                let shift: usize = before.map(|p| p.text.len()).sum();
                Placed { file, first: at.saturating_sub(shift), now: *at, text: text.clone() }
            });
            placed.extend(new.collect::<Vec<_>>());
            // All that stand behind a new piece, or at its place before it, move on.
            let known = placed.len().saturating_sub(edit.pieces.len());
            for (number, one) in placed.iter_mut().enumerate().filter(|(_, p)| p.file == file) {
                let moving = |at: usize| at < one.now || (at == one.now && number < known);
                let pieces = edit.pieces.iter().filter(|(at, _)| moving(*at));
                one.now = one.now.saturating_add(pieces.map(|(_, text)| text.len()).sum());
            }
        }
        placed.sort_by_key(|one| (one.file, one.now));
        let span = |one: &Placed| {
            let start = map.files().get(one.file).map_or(0, |f| f.start);
            let at = start.saturating_add(u32::try_from(one.first).unwrap_or(0));
            Span::new(at, at.saturating_add(1))
        };
        placed.iter().map(|one| Insertion { span: span(one), text: one.text.clone() }).collect()
    }
}

/// A piece of an edit: where it belongs in the first text, and where it is now.
struct Placed {
    file: usize,
    first: usize,
    now: usize,
    text: String,
}

struct Search<'a> {
    sources: &'a Sources<'a>,
    steps: u64,
    code: Option<i32>,
    findings: usize,
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
        if lost_blocks(&leaks) >= lost_blocks(&version.leaks) {
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
        let program = checked.program.take().filter(|_| !has_errors(&checked.diagnostics))?;
        let limit = self.steps.saturating_mul(2).saturating_add(SMALL_RUN);
        let Again { mut run, replayed } = past.again(&program, &checked.map, Vec::new(), Some(limit))?;
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

/// Files, some of them with another text.
struct Edited<'a> {
    files: &'a dyn Files,
    texts: &'a [(String, String)],
}

impl Files for Edited<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        match self.texts.iter().find(|(name, _)| name == path) {
            Some((_, text)) => Ok(text.clone().into_bytes()),
            None => self.files.read(path),
        }
    }
}

fn edited(source: &Source, texts: &[(String, String)]) -> Source {
    match source {
        Source::Text { name, .. } => match texts.iter().find(|(edited, _)| edited == name) {
            Some((_, text)) => Source::Text { name: name.clone(), bytes: text.clone().into_bytes() },
            None => source.clone(),
        },
        Source::Path(_) => source.clone(),
    }
}

/// The text with the pieces of an edit in it.
fn applied(text: &str, edit: &Edit) -> Option<String> {
    let mut pieces = edit.pieces.clone();
    pieces.sort_by_key(|(at, _)| *at);
    let (mut out, mut from) = (String::new(), 0);
    for (at, piece) in pieces {
        out.push_str(text.get(from..at)?);
        out.push_str(&piece);
        from = at;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

/// What might free the leaks, the most likely first.
fn candidates(program: &Program, map: &SourceMap, leaks: &[LeakRecord]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for leak in leaks.iter().filter(|leak| counts(leak)) {
        let Some(loss) = &leak.lost else { continue };
        let Some(around) = findings::statement_around(program, map, loss.node) else { continue };
        if loss.reason == Reason::ResultIgnored {
            let record = leak.record.as_deref().unwrap_or_default();
            for function in findings::freeing_functions(program, record).iter().map(String::as_str).chain(["free"]) {
                edits.extend(around.whole.then(|| wrapped(map, program.span(loss.node), function)).flatten());
            }
            continue;
        }
        for text in holder(leak, loss).into_iter().flat_map(|holder| releases(program, leak, &holder)) {
            edits.extend(before(map, &around, &text));
        }
    }
    edits.dedup();
    edits
}

/// The expression that held the last pointer, as it can be written at the loss.
fn holder(leak: &LeakRecord, loss: &Loss) -> Option<String> {
    match loss.reason {
        Reason::Exit => {
            let (function, variable) = leak.held_by.as_deref()?.split_once(": ")?;
            (function == loss.site.function).then(|| variable.to_owned())
        }
        Reason::Overwritten => loss.removed.place.clone().or_else(|| loss.holder.clone()),
        _ => loss.holder.clone(),
    }
}

/// Statements that free what an expression points to, and what hangs on it.
fn releases(program: &Program, leak: &LeakRecord, holder: &str) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some(record) = &leak.record {
        let functions = findings::freeing_functions(program, record);
        texts.extend(functions.into_iter().map(|function| format!("{function}({holder});")));
    }
    let data: String = leak.data.iter().map(|member| format!("free({holder}->{member}); ")).collect();
    if matches!(leak.structure.shape, Shape::List | Shape::DoublyLinked) {
        for link in &leak.links {
            texts.push(format!(
                "while ({holder}) {{ void *following = {holder}->{link}; {data}free({holder}); {holder} = following; }}"
            ));
        }
    }
    if leak.structure.shape == Shape::Single {
        texts.push(format!("{data}free({holder});"));
    }
    texts
}

/// Puts statements before another one, in braces if it stands alone.
fn before(map: &SourceMap, around: &Around, text: &str) -> Option<Edit> {
    let (file, at) = place(map, around.span, around.span.lo)?;
    if !around.alone {
        return Some(Edit { file, pieces: vec![(at, format!("{text} "))] });
    }
    let (_, end) = place(map, around.span, around.span.hi)?;
    Some(Edit { file, pieces: vec![(at, format!("{{ {text} ")), (end, " }".to_owned())] })
}

/// `make();` as `free(make());`
fn wrapped(map: &SourceMap, span: Span, function: &str) -> Option<Edit> {
    let (file, at) = place(map, span, span.lo)?;
    let (_, end) = place(map, span, span.hi)?;
    Some(Edit { file, pieces: vec![(at, format!("{function}(")), (end, ")".to_owned())] })
}

/// File and byte of a position in the user's own text; `None` in what a macro made.
fn place(map: &SourceMap, span: Span, pos: u32) -> Option<(String, usize)> {
    let file = map.file_of(span.lo).and_then(|id| map.file(id))?;
    let own = file.kind == FileKind::User && span.expansion == crate::source::ExpansionId::NONE;
    let at = usize::try_from(pos.checked_sub(file.start)?).ok()?;
    own.then(|| (file.name.clone(), at))
}
