//! Diagnostics as text. The only file that names codespan-reporting.

use super::long_lines::{Places, Windows, is_long};
use super::{Diagnostic, Severity};
use crate::source::{FileId, SourceFile, SourceMap, Span};
use codespan_reporting::diagnostic as shown;
use codespan_reporting::files::{Error, Files, column_index};
use codespan_reporting::term::{self, Chars, Config, termcolor::Ansi};
use std::borrow::Cow;
use std::ops::Range;

/// How the text is to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// With colours (ANSI escapes).
    pub colour: bool,
    /// Nothing but ASCII.
    pub ascii: bool,
}

/// Of a stretch of more lines than this only the first is marked.
const MARKED_LINES: u32 = 6;
/// So many macros are named when they are expanded in each other.
const NAMED_MACROS: usize = 4;

/// The text of one diagnostic: message, snippet with caret, notes, a newline at the end.
pub fn render(map: &SourceMap, diagnostic: &Diagnostic, style: Style) -> String {
    let mut pages = Pages { map, ascii: style.ascii, pages: Vec::new() };
    let severity = match diagnostic.severity {
        Severity::Error => shown::Severity::Error,
        Severity::Warning => shown::Severity::Warning,
    };
    let mut notes = Vec::new();
    let mut labels = Vec::new();
    match pages.stretch(diagnostic.span) {
        Some((page, range)) => {
            labels.push(shown::Label::primary(page, range).with_message(diagnostic.label.as_deref().unwrap_or("")));
        }
        None => notes.extend(named_place(map, diagnostic.span)),
    }
    for other in &diagnostic.others {
        match pages.stretch(other.span) {
            Some((page, range)) => labels.push(shown::Label::secondary(page, range).with_message(&other.message)),
            None => notes.extend(named_place(map, other.span).map(|place| format!("{} ({place})", other.message))),
        }
    }
    for (name, definition) in user_macros(map, diagnostic.span) {
        if diagnostic.others.iter().any(|o| o.span.lo == definition.lo) {
            continue;
        }
        let message = format!("in the expansion of macro '{name}'");
        match pages.stretch(definition) {
            Some((page, range)) => labels.push(shown::Label::secondary(page, range).with_message(message)),
            None => notes.push(message),
        }
    }
    notes.extend(diagnostic.notes.iter().cloned());
    notes.extend(including_files(map, diagnostic.span));
    let whole =
        shown::Diagnostic::new(severity).with_code(diagnostic.code).with_message(&diagnostic.message).with_notes(notes);
    pages.cut(&mut labels);
    let whole = whole.with_labels(labels);
    let mut text = emitted(&pages, &whole, style).unwrap_or_else(|| format!("{}\n", diagnostic.message));
    text = without_empty_gutters(&text);
    text.truncate(text.trim_end_matches('\n').len());
    text.push('\n');
    text
}

fn emitted(pages: &Pages<'_>, whole: &shown::Diagnostic<usize>, style: Style) -> Option<String> {
    let chars = if style.ascii { Chars::ascii() } else { Chars::default() };
    let config = Config { chars, ..Config::default() };
    if !style.colour {
        return term::emit_into_string(&config, pages, whole).ok();
    }
    let mut coloured = Ansi::new(Vec::new());
    term::emit_to_write_style(&mut coloured, &config, pages, whole).ok()?;
    String::from_utf8(coloured.into_inner()).ok()
}

/// Without the empty line between the name of a file and what is shown of it.
fn without_empty_gutters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut below_name = false;
    for line in text.split_inclusive('\n') {
        let shown = uncoloured(line);
        let is_gutter = matches!(shown.trim(), "│" | "|");
        if !(below_name && is_gutter) {
            kept.push_str(line);
        }
        below_name = shown.trim_start().starts_with(['┌', '-']);
    }
    kept
}

/// A line without the escapes that colour it.
fn uncoloured(line: &str) -> String {
    let mut parts = line.split('\x1b');
    let first = parts.next().unwrap_or("");
    let rest = parts.map(|part| part.split_once('m').map_or(part, |(_, text)| text));
    std::iter::once(first).chain(rest).collect()
}

/// File and line of a place that is not shown; none if it is in no file.
fn named_place(map: &SourceMap, span: Span) -> Option<String> {
    let place = map.place(span);
    (place.line > 0).then(|| format!("at {}:{}:{}", place.file, place.line, place.column))
}

/// The user's macros out of which a place came, innermost first.
fn user_macros(map: &SourceMap, span: Span) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut next = map.expansion(span.expansion);
    while let Some(expansion) = next {
        if !expansion.definition.is_none() && !map.is_built_in(expansion.definition) {
            found.push((expansion.name.to_string(), expansion.definition));
        }
        if found.len() == NAMED_MACROS {
            break;
        }
        // A parent was always recorded before: this ends.
        next = if expansion.parent < span.expansion { map.expansion(expansion.parent) } else { None };
    }
    found
}

/// The `#include` lines that led to a user's header.
fn including_files(map: &SourceMap, span: Span) -> Vec<String> {
    let mut notes = Vec::new();
    let mut at = map.file_of(span.lo).and_then(|id| map.file(id)).and_then(|f| f.included_at);
    while let Some(place) = at.filter(|_| notes.len() < NAMED_MACROS) {
        let from = map.place(place);
        if from.line > 0 {
            notes.push(format!("included from {}:{}", from.file, from.line));
        }
        at = map.file_of(place.lo).and_then(|id| map.file(id)).and_then(|f| f.included_at);
    }
    notes
}

/// A file as it is shown.
struct Page<'m> {
    id: FileId,
    file: &'m SourceFile,
    /// As `#line` has it at the place that is shown.
    name: String,
    text: Cow<'m, str>,
    /// The long lines that are shown in part.
    windows: Windows,
    /// Where its bytes are, if it has been cut.
    places: Option<Places>,
}

/// The files that one diagnostic shows.
struct Pages<'m> {
    map: &'m SourceMap,
    /// Sources are shown in ASCII.
    ascii: bool,
    pages: Vec<Page<'m>>,
}

impl<'m> Pages<'m> {
    /// The page and the bytes to mark for a span; `None` if it cannot be shown.
    fn stretch(&mut self, span: Span) -> Option<(usize, Range<usize>)> {
        if span.is_none() {
            return None;
        }
        let map = self.map;
        let id = map.file_of(span.lo)?;
        let file = map.file(id)?;
        let text: &str = &file.text;
        // What stands after the last line is shown at its end.
        let last = text.trim_end().len();
        let mut lo = usize::try_from(span.lo - file.start).ok()?.min(last);
        let mut hi = usize::try_from(span.hi.min(file.end()).saturating_sub(file.start)).ok()?.clamp(lo, last.max(lo));
        while !text.is_char_boundary(lo) {
            lo -= 1;
        }
        while !text.is_char_boundary(hi) {
            hi += 1;
        }
        let position = |offset: usize| file.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        let (first_line, last_line) = (file.line_of(position(lo)), file.line_of(position(hi)));
        if last_line - first_line >= MARKED_LINES {
            hi = text.get(lo..).and_then(|t| t.find('\n')).map_or(hi, |length| lo + length);
        }
        let bytes = |line: u32| {
            let range = file.line_range(line)?;
            let offset = |at: u32| usize::try_from(at.checked_sub(file.start)?).ok();
            Some(offset(range.start)?..offset(range.end)?)
        };
        let last_line = last_line.min(first_line.saturating_add(MARKED_LINES));
        let first = bytes(first_line).unwrap_or(lo..hi);
        let is_long = (first_line..=last_line).any(|line| is_long(file.line_text(line)));
        // Of a long line, and of several of which one is long, the first is marked.
        if is_long {
            hi = hi.min(first.start + text.get(first.clone()).map_or(0, |line| line.trim_end().len())).max(lo);
        }
        let name = map.locate(position(lo)).file;
        let page = match self.pages.iter().position(|p| p.id == id && p.name == name) {
            Some(page) => page,
            None => {
                let windows = Windows::default();
                self.pages.push(Page { id, file, name, text: harmless(text, self.ascii), windows, places: None });
                self.pages.len() - 1
            }
        };
        if !is_long {
            return Some((page, lo..hi));
        }
        let shown = self.pages.get_mut(page)?.windows.around(text, first, lo..hi)?;
        Some((page, shown))
    }

    /// Cuts what is too long out of the pages that need it; the labels move with it.
    fn cut(&mut self, labels: &mut [shown::Label<usize>]) {
        for (id, page) in self.pages.iter_mut().enumerate() {
            let Some((text, places)) = page.windows.cut(&page.text, self.ascii) else { continue };
            page.text = Cow::Owned(text);
            for label in labels.iter_mut().filter(|label| label.file_id == id) {
                label.range = places.shown(label.range.start)..places.shown(label.range.end);
            }
            page.places = Some(places);
        }
    }

    fn page(&self, id: usize) -> Result<&Page<'m>, Error> {
        self.pages.get(id).ok_or(Error::FileMissing)
    }

    /// The bytes of a line (from 0) of the file as it is.
    fn whole_line(&self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        let page = self.page(id)?;
        let too_large = Error::LineTooLarge { given: line_index, max: page.text.len() };
        let line = u32::try_from(line_index).ok().and_then(|l| l.checked_add(1));
        let range = line.and_then(|l| page.file.line_range(l)).ok_or(too_large)?;
        let offset = |at: u32| usize::try_from(at - page.file.start).unwrap_or(0);
        Ok(offset(range.start)..offset(range.end))
    }
}

/// The text without characters that would change the terminal's state or the
/// order in which it shows letters, and in ASCII if that is wanted; each is
/// replaced by as many bytes, so that places stay what they are.
fn harmless(text: &str, ascii: bool) -> Cow<'_, str> {
    let acts = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let replaced = |c: char| acts(c) || (ascii && !c.is_ascii());
    if !text.contains(replaced) {
        return Cow::Borrowed(text);
    }
    let mut copy = String::with_capacity(text.len());
    for c in text.chars() {
        match c.len_utf8() {
            _ if !replaced(c) => copy.push(c),
            3 if !ascii => copy.push('\u{FFFD}'),
            length => copy.extend(std::iter::repeat_n('?', length)),
        }
    }
    Cow::Owned(copy)
}

impl<'a> Files<'a> for Pages<'_> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.page(id)?.name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        Ok(&self.page(id)?.text)
    }

    fn line_index(&'a self, id: usize, byte_index: usize) -> Result<usize, Error> {
        let page = self.page(id)?;
        if let Some(places) = &page.places {
            return Ok(places.line_of(byte_index));
        }
        let file = page.file;
        let offset = u32::try_from(byte_index).unwrap_or(u32::MAX);
        let line = file.line_of(file.start.saturating_add(offset).min(file.end()));
        Ok(usize::try_from(line).unwrap_or(1).saturating_sub(1))
    }

    fn line_number(&'a self, id: usize, line_index: usize) -> Result<usize, Error> {
        let range = self.whole_line(id, line_index)?;
        let file = self.page(id)?.file;
        let start = file.start.saturating_add(u32::try_from(range.start).unwrap_or(u32::MAX));
        // `#line 0` names no line; the renderer needs one from 1 on.
        Ok(usize::try_from(self.map.locate(start).line).unwrap_or(0).max(1))
    }

    fn column_number(&'a self, id: usize, line_index: usize, byte_index: usize) -> Result<usize, Error> {
        // In the text as it was written: what replaces a character may be several.
        let range = self.whole_line(id, line_index)?;
        let byte_index = self.page(id)?.places.as_ref().map_or(byte_index, |places| places.whole(byte_index));
        Ok(column_index(&self.page(id)?.file.text, range, byte_index).saturating_add(1))
    }

    fn line_range(&'a self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        match &self.page(id)?.places {
            Some(places) => {
                places.line(line_index).ok_or(Error::LineTooLarge { given: line_index, max: self.page(id)?.text.len() })
            }
            None => self.whole_line(id, line_index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Expansion, ExpansionId, FileKind};

    fn one(text: &str) -> SourceMap {
        let mut map = SourceMap::new();
        map.add("a.c", text, FileKind::User, None).expect("fits");
        map
    }

    #[test]
    fn the_caret_stands_under_the_place_with_labels_and_notes() {
        let map = one("int main(void)\n{\n\treturn coutn;\n}\n");
        let d = Diagnostic::error("undeclared-name", Span::new(26, 31), "'coutn' is not declared")
            .with_label("used here")
            .with_other(Span::new(5, 9), "in this function")
            .with_note("did you mean 'count'?");
        let expected = "\
error[undeclared-name]: 'coutn' is not declared
  ┌─ a.c:3:9
1 │ int main(void)
  │     ---- in this function
2 │ {
3 │     return coutn;
  │            ^^^^^ used here
  │
  = did you mean 'count'?
";
        assert_eq!(render(&map, &d, Style::default()), expected);
        assert!(render(&map, &d, Style { colour: true, ascii: false }).contains('\u{1b}'));
    }

    #[test]
    fn macros_and_headers_are_named() {
        let mut map = one("#include \"m.h\"\nint a = HALF(0);\n");
        let include = Span::new(1, 15);
        let header = map.add("m.h", "#define HALF(x) (1 / (x))\n", FileKind::User, Some(include)).expect("fits");
        let start = map.file(header).expect("there").start;
        let expansion = map.add_expansion(Expansion {
            name: "HALF".into(),
            definition: Span::new(start + 8, start + 12),
            spelled: Span::new(24, 28),
            parent: ExpansionId::NONE,
        });
        let d = Diagnostic::warning("division-by-zero", Span { lo: 24, hi: 31, expansion }, "division by zero");
        let text = render(&map, &d, Style::default());
        assert!(text.contains("2 │ int a = HALF(0);\n  │         ^^^^^^^"), "{text}");
        assert!(
            text.contains("m.h:1:9\n1 │ #define HALF(x) (1 / (x))\n  │         ---- in the expansion of macro 'HALF'"),
            "{text}"
        );
        let d = Diagnostic::error("x", Span::new(start, start + 1), "in the header");
        assert!(render(&map, &d, Style::default()).contains("included from a.c:1"));
    }

    #[test]
    fn the_caret_stands_right_under_wide_letters_tabs_and_carriage_returns() {
        let map = one("\tint 漢 = xy;\r\n");
        let d = Diagnostic::error("undeclared-name", Span::new(12, 14), "'xy' is not declared");
        let text = render(&map, &d, Style::default());
        assert!(text.contains("1 │     int 漢 = xy;\n  │              ^^\n"), "{text}");
        assert!(!text.contains('\r'), "{text:?}");
        let text = render(&map, &d, Style { ascii: true, ..Style::default() });
        assert!(text.is_ascii() && text.contains("1 |     int ??? = xy;\n  |               ^^\n"), "{text}");
    }

    #[test]
    fn line_directives_name_file_and_line() {
        let mut map = one("#line 70 \"g.y\"\nint a = ;\n");
        map.presume(15, 70, Some("g.y".into()));
        let d = Diagnostic::error("syntax", Span::new(24, 25), "an expression is missing");
        let text = render(&map, &d, Style::default());
        assert!(text.contains("g.y:70:9") && text.contains("70 │ int a = ;"), "{text}");
    }

    #[test]
    fn any_span_can_be_shown() {
        for text in [
            "",
            "\n",
            "x",
            "é\n\n\n",
            "a\r\nb\0\u{1b}[31m\u{202E}\r\n",
            "if\n{\n\n\n\n\n\n\n\n\n\n}\n",
            &"long ".repeat(1_000),
        ] {
            let mut map = one(text);
            map.add("b.c", text, FileKind::User, None).expect("fits");
            let end = u32::try_from(text.len() * 2 + 4).expect("small");
            let step = if end > 200 { 997 } else { 1 };
            for lo in (0..end).step_by(step) {
                for hi in (0..end).step_by(step) {
                    let expansion = ExpansionId(hi % 3);
                    let span = Span { lo, hi, expansion };
                    let d = Diagnostic::error("x", span, "the message").with_other(Span::new(hi, lo), "other");
                    let text = render(&map, &d, Style::default());
                    assert!(text.starts_with("error[x]: the message\n") && !text.ends_with("\n\n"));
                    assert!(!text.contains(['\u{1b}', '\u{202E}']));
                }
            }
        }
        let d = Diagnostic::error("missing-file", Span::NONE, "'a.c' cannot be read");
        assert_eq!(render(&SourceMap::new(), &d, Style::default()), "error[missing-file]: 'a.c' cannot be read\n");
    }
}
