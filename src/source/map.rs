//! The map from positions back to files, lines and macro uses.

use super::{ExpansionId, FileId, Pos, Span};
use std::ops::Range;
use std::rc::Rc;

/// Whose text a file is: findings point into the student's, never into ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Written by the user.
    User,
    /// One of cglass's own headers, or the text of predefined macros.
    BuiltIn,
}

/// One file's text.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as the user gave it, or `<stdio.h>`.
    pub name: String,
    /// The text. Bytes that are not UTF-8 were replaced when it was added.
    pub text: Rc<str>,
    /// Whose it is.
    pub kind: FileKind,
    /// The global position of its first byte.
    pub start: Pos,
    /// Where the `#include` stands that brought it in.
    pub included_at: Option<Span>,
    line_starts: Vec<Pos>,
    presumed: Vec<Presumed>,
}

/// What a `#line` directive said (6.10.4): from `at` on.
#[derive(Debug)]
struct Presumed {
    at: Pos,
    physical_line: u32,
    line: u32,
    name: Option<String>,
}

/// One use of a macro. All tokens of its result share it (those of an argument
/// too, unless they came out of a macro themselves).
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The macro's name.
    pub name: Rc<str>,
    /// Where the macro is defined.
    pub definition: Span,
    /// Where the macro's name stands: in the text, or in the body of the `parent`.
    pub spelled: Span,
    /// The expansion this one stands in, or [`ExpansionId::NONE`].
    pub parent: ExpansionId,
}

/// A place as people name it; lines and columns from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Name of the file (as `#line` has it).
    pub file: String,
    /// Line, from 1; 0 where there is none.
    pub line: u32,
    /// Column in characters, from 1; 0 where there is none.
    pub column: u32,
}

/// All files read in one session together exceed 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceTooLarge;

/// All text of one session.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    expansions: Vec<Expansion>,
}

impl SourceMap {
    /// An empty map.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds a file and gives it the next stretch of positions.
    ///
    /// # Errors
    /// If positions would no longer fit 32 bits.
    pub fn add(
        &mut self,
        name: &str,
        text: &str,
        kind: FileKind,
        included_at: Option<Span>,
    ) -> Result<FileId, SourceTooLarge> {
        // Position 0 belongs to no file, and one free position between files
        // keeps the end of one apart from the start of the next.
        let start = self.files.last().map_or(1, |f| f.end().saturating_add(1));
        let len = u32::try_from(text.len()).map_err(|_| SourceTooLarge)?;
        start.checked_add(len).and_then(|e| e.checked_add(2)).ok_or(SourceTooLarge)?;
        let mut line_starts = vec![start];
        for (i, b) in text.bytes().enumerate() {
            if b == b'\n' {
                let offset = u32::try_from(i + 1).map_err(|_| SourceTooLarge)?;
                line_starts.push(start + offset);
            }
        }
        let id = FileId(u32::try_from(self.files.len()).map_err(|_| SourceTooLarge)?);
        self.files.push(SourceFile {
            name: name.to_owned(),
            text: Rc::from(text),
            kind,
            start,
            included_at,
            line_starts,
            presumed: Vec::new(),
        });
        Ok(id)
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(usize::try_from(id.0).ok()?)
    }

    /// All files, in the order they were added.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file that holds a position.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        let after = self.files.partition_point(|f| f.start <= pos);
        let index = after.checked_sub(1)?;
        let file = self.files.get(index)?;
        if pos > file.end() {
            return None;
        }
        Some(FileId(u32::try_from(index).ok()?))
    }

    /// Line and column of a position, as `#line` has it.
    pub fn locate(&self, pos: Pos) -> Location {
        match self.file_of(pos).and_then(|id| self.file(id)) {
            Some(file) => file.locate(pos),
            None => Location { file: String::new(), line: 0, column: 0 },
        }
    }

    /// Where a span begins.
    pub fn place(&self, span: Span) -> Location {
        self.locate(span.lo)
    }

    /// How far the line of a position is indented, in columns; tabs go to the next multiple of 8.
    pub fn indentation(&self, pos: Pos) -> u32 {
        let Some(file) = self.file_of(pos).and_then(|id| self.file(id)) else { return 0 };
        let blanks = file.line_text(file.line_of(pos)).chars().take_while(|c| matches!(c, ' ' | '\t'));
        blanks.fold(0, |column: u32, c| {
            if c == '\t' { (column / 8).saturating_add(1).saturating_mul(8) } else { column.saturating_add(1) }
        })
    }

    /// The text of a span (empty if it is in no file).
    pub fn text(&self, span: Span) -> &str {
        let Some(file) = self.file_of(span.lo).and_then(|id| self.file(id)) else { return "" };
        let lo = usize::try_from(span.lo - file.start).unwrap_or(usize::MAX);
        let hi = usize::try_from(span.hi.saturating_sub(file.start)).unwrap_or(usize::MAX);
        file.text.get(lo..hi.min(file.text.len())).unwrap_or("")
    }

    /// Is this text one of cglass's own headers?
    pub fn is_built_in(&self, span: Span) -> bool {
        self.file_of(span.lo).and_then(|id| self.file(id)).is_some_and(|f| f.kind == FileKind::BuiltIn)
    }

    /// Records what `#line` said: the line after `at` is `line` of `name`.
    pub fn presume(&mut self, at: Pos, line: u32, name: Option<String>) {
        let Some(id) = self.file_of(at) else { return };
        let Some(file) = usize::try_from(id.0).ok().and_then(|i| self.files.get_mut(i)) else { return };
        let physical_line = file.line_of(at) + 1;
        file.presumed.push(Presumed { at, physical_line, line, name });
    }

    /// Records a use of a macro.
    pub fn add_expansion(&mut self, expansion: Expansion) -> ExpansionId {
        self.expansions.push(expansion);
        ExpansionId(u32::try_from(self.expansions.len()).unwrap_or(0))
    }

    /// What is known of a macro's use.
    pub fn expansion(&self, id: ExpansionId) -> Option<&Expansion> {
        self.expansions.get(usize::try_from(id.0).ok()?.checked_sub(1)?)
    }
}

impl SourceFile {
    /// The position one past the last byte.
    pub fn end(&self) -> Pos {
        self.start.saturating_add(u32::try_from(self.text.len()).unwrap_or(u32::MAX))
    }

    /// The physical line of a position, from 1, whatever `#line` says.
    pub fn line_of(&self, pos: Pos) -> u32 {
        u32::try_from(self.line_starts.partition_point(|&s| s <= pos)).unwrap_or(u32::MAX)
    }

    /// The positions of a physical line (from 1), with its newline.
    pub fn line_range(&self, line: u32) -> Option<Range<Pos>> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let start = *self.line_starts.get(index)?;
        Some(start..self.line_starts.get(index + 1).copied().unwrap_or(self.end()))
    }

    /// The text of a physical line (from 1), without its newline.
    pub fn line_text(&self, line: u32) -> &str {
        let index = usize::try_from(line).unwrap_or(usize::MAX).wrapping_sub(1);
        let Some(&lo) = self.line_starts.get(index) else { return "" };
        let rest = usize::try_from(lo - self.start).ok().and_then(|o| self.text.get(o..)).unwrap_or("");
        rest.split('\n').next().unwrap_or("").trim_end_matches('\r')
    }

    fn locate(&self, pos: Pos) -> Location {
        let physical = self.line_of(pos);
        let line_start =
            self.line_starts.get(usize::try_from(physical).unwrap_or(1).wrapping_sub(1)).copied().unwrap_or(self.start);
        let from = usize::try_from(line_start - self.start).unwrap_or(0);
        let to = usize::try_from(pos - self.start).unwrap_or(0);
        let column = self.text.get(from..to).map_or(1, |t| t.chars().count() + 1);
        let (mut line, mut name) = (physical, self.name.as_str());
        for p in self.presumed.iter().take_while(|p| p.at <= pos) {
            if physical >= p.physical_line {
                line = p.line + (physical - p.physical_line);
            }
            if let Some(n) = &p.name {
                name = n;
            }
        }
        Location { file: name.to_owned(), line, column: u32::try_from(column).unwrap_or(u32::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lead_back_to_lines_and_columns() {
        let mut map = SourceMap::new();
        map.add("a.c", "int x;\n  y\n", FileKind::User, None).expect("fits");
        let b = map.add("b.c", "z", FileKind::User, None).expect("fits");
        assert_eq!(map.locate(1), Location { file: "a.c".into(), line: 1, column: 1 });
        assert_eq!(map.locate(10), Location { file: "a.c".into(), line: 2, column: 3 });
        let start = map.file(b).expect("there").start;
        assert_eq!(map.locate(start), Location { file: "b.c".into(), line: 1, column: 1 });
        assert_eq!(map.locate(0).line, 0);
        assert_eq!(map.text(Span::new(10, 11)), "y");
    }

    #[test]
    fn line_directives_rename_what_follows() {
        let mut map = SourceMap::new();
        map.add("a.c", "a\n#line 70 \"g.y\"\nb\nc\n", FileKind::User, None).expect("fits");
        map.presume(4, 70, Some("g.y".into()));
        assert_eq!(map.locate(1).line, 1);
        let b = map.locate(18);
        assert_eq!((b.file.as_str(), b.line), ("g.y", 70));
        assert_eq!(map.locate(20).line, 71);
    }
}
