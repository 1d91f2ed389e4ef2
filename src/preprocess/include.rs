//! `#include` (6.10.2): finding the file and entering it.

use super::driver::{Guard, Preprocessor, Source};
use super::lexer::Lexer;
use super::pp_token::{PpKind, PpToken};
use super::{decode, headers, limits, splice};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{FileKind, ReadError, Span};
use std::rc::Rc;

/// Where to look for a header.
#[derive(Clone, Copy)]
struct Search {
    /// `<>`: not beside the including file.
    angled: bool,
    /// Only behind the folder in which the including file was found.
    next: bool,
}

/// A file that was found.
enum Found {
    /// One of ours.
    BuiltIn(&'static str),
    /// At this path, with these bytes, after so many of the `-I` folders.
    File(String, Vec<u8>, usize),
    /// It is there, but cannot be read.
    Unreadable(String, String),
}

impl Preprocessor<'_> {
    /// `#include`: the rest of its line. `next`: it is gcc's `#include_next`,
    /// which looks only behind the folder of the including file.
    pub(super) fn include(&mut self, directive: Span, next: bool) {
        let Some(source) = self.sources.last_mut() else { return };
        let (name, place) = match source.lexer.header_name(&mut self.symbols) {
            Some(token) => {
                let rest = self.rest_of_line();
                self.nothing_more(&rest, "include");
                (self.symbols.shared_text(token.text).to_string(), token.place)
            }
            None => {
                // Computed: the line expands to one of the two forms.
                let line = self.rest_of_line();
                let line = self.expand_list(line);
                let place = line.first().map_or(directive, |t| t.place);
                (self.header_spelling(&line), place)
            }
        };
        let angled = name.starts_with('<') && name.ends_with('>');
        let quoted = name.starts_with('"') && name.ends_with('"');
        if !(angled || quoted) || name.len() < 2 {
            let d = Diagnostic::error("bad-include", place, "#include needs a header's name in \"\" or <>");
            let bare = name.trim_matches(['<', '>', '"', ';', ' ']);
            let meant = [bare.to_owned(), format!("{bare}.h")].into_iter().find(|h| headers::text(h).is_some());
            self.report(match meant {
                Some(header) => d.with_note(format!("write '#include <{header}>'")),
                None if name.is_empty() => d,
                None => d.with_label("this is neither"),
            });
            return;
        }
        let header = name.get(1..name.len() - 1).unwrap_or("").to_owned();
        if header.is_empty() {
            self.error("bad-include", place, "the name of the header is empty");
            return;
        }
        self.include_header(&header, Search { angled, next }, directive.to(place));
    }

    /// Tokens of a header's name, as one text: `<`, `stdio`, `.`, `h`, `>`.
    pub(super) fn header_spelling(&self, tokens: &[PpToken]) -> String {
        match tokens.first() {
            Some(first) if first.kind == PpKind::String => self.spelling(first).to_owned(),
            Some(_) => self.spell_all(tokens),
            None => String::new(),
        }
    }

    /// `__has_include`: could this be included?
    pub(super) fn header_exists(&self, name: &str, next: bool) -> bool {
        let header = name.get(1..name.len().saturating_sub(1)).unwrap_or("");
        let search = Search { angled: name.starts_with('<'), next };
        matches!(self.find(header, search), Some(Found::BuiltIn(_) | Found::File(..)))
    }

    /// Looks beside the including file (for `""`), in the given folders, among our headers.
    fn find(&self, header: &str, search: Search) -> Option<Found> {
        let current = self.sources.last();
        // In the main file there is nothing to be behind of.
        let next = search.next && self.sources.len() > 1;
        let skipped = if next { current.map_or(0, |s| s.searched) } else { 0 };
        let beside = (!search.angled && !next).then(|| (current.map_or("", |s| folder(&s.path)), 0));
        let given = self.options.include_dirs.iter().enumerate().map(|(i, dir)| (dir.as_str(), i + 1)).skip(skipped);
        for (folder, searched) in beside.into_iter().chain(given) {
            let path = normalised(&join(folder, header));
            match self.files.read(&path) {
                Ok(bytes) => return Some(Found::File(path, bytes, searched)),
                Err(ReadError::Unreadable(why)) => return Some(Found::Unreadable(path, why)),
                Err(ReadError::NotFound) => {}
            }
        }
        headers::text(header).map(Found::BuiltIn)
    }

    /// Enters a header or says why not.
    fn include_header(&mut self, header: &str, search: Search, place: Span) {
        if self.sources.len() >= limits::INCLUDE_DEPTH {
            let message = format!("files include each other more than {} deep", limits::INCLUDE_DEPTH);
            self.fatal(
                Diagnostic::error("limit", place, message)
                    .with_note(format!("does '{header}' include itself, without an include guard?")),
            );
            return;
        }
        self.included_files += 1;
        if self.included_files > limits::INCLUDED_FILES {
            let message = format!("more than {} files are included", limits::INCLUDED_FILES);
            self.fatal(Diagnostic::error("limit", place, message));
            return;
        }
        match self.find(header, search) {
            Some(Found::BuiltIn(text)) => {
                let name = format!("<{header}>");
                if !self.already_read(&name) {
                    self.enter(&name, name.clone(), text, FileKind::BuiltIn, Some(place));
                }
            }
            Some(Found::File(path, bytes, searched)) => {
                if !self.already_read(&path) && !self.is_copy_of_read(&path, &bytes) {
                    let text = decode::decode(&bytes);
                    self.enter(&path, path.clone(), &text, FileKind::User, Some(place));
                    if let Some(source) = self.sources.last_mut() {
                        source.searched = searched;
                    }
                }
            }
            Some(Found::Unreadable(path, why)) => {
                self.error("missing-include", place, format!("'{path}' cannot be read: {why}"))
            }
            None => self.missing_header(header, search.angled, place),
        }
    }

    /// Did this file say it wants to be read only once, or does its include guard?
    fn already_read(&self, path: &str) -> bool {
        let key = normalised(path);
        self.once.contains(&key) || self.guards.get(&key).is_some_and(|&guard| self.symbols.definition(guard).is_some())
    }

    /// Is this, under another path, a file that is to be read only once? Like gcc we
    /// go by what stands in it: paths through folders above cannot be told apart.
    fn is_copy_of_read(&self, path: &str, bytes: &[u8]) -> bool {
        let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
        self.once
            .iter()
            .any(|known| name(known) == name(path) && matches!(self.files.read(known), Ok(before) if before == bytes))
    }

    fn missing_header(&mut self, header: &str, angled: bool, place: Span) {
        if let Some(refused) = headers::refused(header) {
            let told = Diagnostic::warning("unsupported", place, format!("<{header}>: {}", refused.reason));
            // A program may use nothing of a header of the system: what is wrong behind it decides.
            let severity = if refused.system { Severity::Warning } else { Severity::Error };
            self.report(Diagnostic { severity, ..told });
            return;
        }
        let (open, close) = if angled { ('<', '>') } else { ('"', '"') };
        let mut d =
            Diagnostic::error("missing-include", place, format!("the header {open}{header}{close} was not found"));
        if angled && matches!(self.find(header, Search { angled: false, next: false }), Some(Found::File(..))) {
            d = d.with_note(format!("there is a file '{header}' beside this one: write #include \"{header}\""));
        } else if headers::text(&format!("{header}.h")).is_some() {
            d = d.with_note(format!("did you mean <{header}.h>?"));
        } else if let Some(near) = crate::diagnostics::closest(header, headers::names()) {
            d = d.with_note(format!("did you mean <{near}>?"));
        } else if !angled || !self.options.include_dirs.is_empty() {
            let mut places = Vec::new();
            if !angled {
                places.push("the folder of this file".to_owned());
            }
            places.extend(self.options.include_dirs.iter().map(|d| format!("'{d}'")));
            d = d.with_note(format!("looked in {}", places.join(", ")));
        }
        self.report(d);
    }

    /// Begins to read a text; what was being read goes on afterwards.
    pub(super) fn enter(&mut self, name: &str, path: String, text: &str, kind: FileKind, included_at: Option<Span>) {
        self.define_operations(text, kind);
        self.source_bytes = self.source_bytes.saturating_add(text.len());
        let added = if self.source_bytes > limits::SOURCE_BYTES {
            None
        } else {
            self.map.add(name, text, kind, included_at).ok()
        };
        let Some(file) = added.and_then(|id| self.map.file(id)) else {
            let message = format!("all files together are larger than {} MiB", limits::SOURCE_BYTES >> 20);
            self.fatal(Diagnostic::error("limit", included_at.unwrap_or(Span::NONE), message));
            return;
        };
        let spliced = splice::splice(text, self.options.trigraphs);
        let base = file.start;
        let text = Rc::clone(&file.text);
        for &at in spliced.iter().flat_map(|s| &s.blanks_after) {
            let at = base.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            let message = "blanks between the backslash and the end of the line";
            self.report(Diagnostic::warning("blanks-after-backslash", Span::new(at, at.saturating_add(1)), message));
        }
        let lexer = Lexer::new(text, base, spliced);
        self.sources.push(Source {
            lexer,
            conditionals: Vec::new(),
            path: normalised(&path),
            searched: 0,
            guard: Guard::Start,
        });
    }
}

/// The folder of a path, with its `/`; empty for the current one.
fn folder(path: &str) -> &str {
    path.rfind('/').and_then(|i| path.get(..=i)).unwrap_or("")
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() || name.starts_with('/') {
        name.to_owned()
    } else if folder.ends_with('/') {
        format!("{folder}{name}")
    } else {
        format!("{folder}/{name}")
    }
}

/// The path without `./` and `folder/..`: two spellings of one file are to be
/// recognised as one, and a table of files in memory has only one of them.
fn normalised(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|p| !p.is_empty() && *p != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
