//! Places of the source, one line each: where, what stands there, what happened.

use super::style::{Paint, Style, columns_of, cut, padded};
use crate::source::{SourceMap, Span};
use std::cell::Cell;

/// A row: a place and what is said of it.
pub(super) struct Row {
    /// Where; [`Span::NONE`] if nowhere.
    pub span: Span,
    /// What happened there.
    pub message: String,
}

/// Columns that a line of the source may take in a row; fewer where the words
/// then stay on one line.
const SOURCE_COLUMNS: usize = 36;

/// Columns that a place may take in a row with its folders.
const PLACE_COLUMNS: usize = 24;

/// Of a line of the source so much is shown in any case.
const FEWEST_SOURCE_COLUMNS: usize = 22;

/// A long line is shown from its beginning if so much of what stands at the
/// place is seen then.
const FEWEST_AT_PLACE: usize = 6;

/// Words get at least so many columns beside the source, or stand below it.
const WORDS_COLUMNS: usize = 24;

/// Words that would take more lines beside the source stand below it.
const WORDS_LINES: usize = 3;

/// `a.c:5` (empty if it is nowhere).
pub(super) fn place(map: &SourceMap, span: Span) -> String {
    let at = map.place(span);
    if at.line == 0 { String::new() } else { format!("{}:{}", at.file, at.line) }
}

/// The line of the source at a place, without blanks at its ends, in at most
/// `columns` columns; of a long one the part that begins at the place, if that
/// would not be seen otherwise.
fn line(map: &SourceMap, span: Span, columns: usize) -> String {
    let Some(file) = map.file_of(span.lo).and_then(|id| map.file(id)) else { return String::new() };
    let at = usize::try_from(span.lo.saturating_sub(file.start)).unwrap_or(usize::MAX);
    let (Some(before), Some(after)) = (file.text.get(..at), file.text.get(at..)) else { return String::new() };
    let before = before.rsplit('\n').next().unwrap_or("").trim_start();
    let after = without_comment(after.split('\n').next().unwrap_or(""));
    let long = columns_of(before) + columns_of(after.trim_end()) > columns;
    let hidden = columns_of(before) + FEWEST_AT_PLACE > columns;
    let before = if long && hidden && !before.is_empty() { "…" } else { before };
    // The source is not ours: what would move the cursor is not printed as it is.
    let clean = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    cut(format!("{before}{after}").trim().chars().map(clean).collect::<String>().as_str(), columns)
}

/// A line of the source, or the rest of one, without the comment at its end.
fn without_comment(text: &str) -> &str {
    let mut quote = None;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                chars.next();
            }
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '/') if text.get(at..).is_some_and(begins_last_comment) => {
                return text.get(..at).unwrap_or(text);
            }
            _ => {}
        }
    }
    text
}

/// Is this a comment behind which nothing stands on its line?
fn begins_last_comment(text: &str) -> bool {
    match text.strip_prefix("/*") {
        Some(rest) => rest.find("*/").is_none_or(|end| rest.get(end + 2..).is_none_or(|r| r.trim().is_empty())),
        None => text.starts_with("//"),
    }
}

/// Rows in columns, each on a line that begins with `indent`. The first names its file,
/// the others only where they are in another one.
pub(super) fn rows(map: &SourceMap, rows: &[Row], indent: &str, style: Style) -> String {
    let home = rows.first().map(|row| map.place(row.span).file).unwrap_or_default();
    let first = Cell::new(true);
    in_columns(map, rows, indent, style, &|span| match first.replace(false) {
        true => shortened(place(map, span)),
        false => nearby(map, span, &home),
    })
}

/// Without the folders, where the name of a file would take the room of what is told.
fn shortened(place: String) -> String {
    match place.rsplit_once('/') {
        Some((_, name)) if columns_of(&place) > PLACE_COLUMNS => format!("…/{name}"),
        _ => place,
    }
}

/// The same below a snippet of the file `home`, whose places are told by the line alone.
pub(super) fn history(map: &SourceMap, rows: &[Row], home: &str, style: Style) -> String {
    in_columns(map, rows, "  ", style, &|span| nearby(map, span, home))
}

/// `line 5` in the file `home`, `list.c:5` in another.
pub(super) fn nearby(map: &SourceMap, span: Span, home: &str) -> String {
    let at = map.place(span);
    if at.line > 0 && at.file == home { format!("line {}", at.line) } else { place(map, span) }
}

fn in_columns(map: &SourceMap, rows: &[Row], indent: &str, style: Style, place: &dyn Fn(Span) -> String) -> String {
    let places: Vec<String> = rows.iter().map(|row| place(row.span)).collect();
    let widest = places.iter().map(|place| columns_of(place)).max().unwrap_or(0);
    let drawn = |source: usize| {
        let told: Vec<(&str, String, &str)> = rows
            .iter()
            .zip(&places)
            .map(|(row, place)| (place.as_str(), line(map, row.span, source), row.message.as_str()))
            .collect();
        drawn(&told, widest, indent, style)
    };
    // As much of the source as can be shown without making the report longer.
    let all = (FEWEST_SOURCE_COLUMNS..=SOURCE_COLUMNS).rev().map(drawn);
    all.min_by_key(|text| text.lines().count()).unwrap_or_default()
}

/// Rows of a place, a line of the source, and words.
fn drawn(told: &[(&str, String, &str)], widest: usize, indent: &str, style: Style) -> String {
    let lines = told.iter().map(|(_, line, _)| columns_of(line)).max().unwrap_or(0);
    let mut out = String::new();
    for (place, line, message) in told {
        if place.is_empty() {
            out.push_str(&style.wrap(indent, message));
            continue;
        }
        let head = format!("{indent}{}  {}  ", padded(place, widest), padded(line, lines));
        let room = style.columns().saturating_sub(columns_of(&head));
        let lines_beside = columns_of(message).div_ceil(room.max(1));
        let text = if lines_beside <= 1 || (room >= WORDS_COLUMNS && lines_beside <= WORDS_LINES) {
            style.wrap(&head, message)
        } else {
            format!("{}\n{}", head.trim_end(), style.wrap(&format!("{indent}    "), message))
        };
        out.push_str(&text.replacen(place, &style.paint(Paint::Dim, place), 1));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileKind;

    #[test]
    fn rows_stand_in_columns() {
        let mut map = SourceMap::new();
        map.add("a.c", "int *p =\tmalloc(4);\n  free(p);\x1b[2J\n", FileKind::User, None).expect("fits");
        let told = [
            Row { span: Span::new(1, 4), message: "4 bytes were allocated here".into() },
            Row { span: Span::new(24, 28), message: "freed here".into() },
            Row { span: Span::NONE, message: "not used again".into() },
        ];
        let expected = "  a.c:1   int *p = malloc(4);  4 bytes were allocated here\n  \
                        line 2  free(p);\u{fffd}[2J         freed here\n  not used again\n";
        assert_eq!(rows(&map, &told, "  ", Style::default()), expected);
    }

    #[test]
    fn of_a_long_line_the_part_at_the_place_is_shown() {
        let mut map = SourceMap::new();
        map.add("a.c", "int main(void) { int *pointer = malloc(4 * sizeof(int)); return 0; }\n", FileKind::User, None)
            .expect("fits");
        assert_eq!(line(&map, Span::new(33, 39), SOURCE_COLUMNS), "…malloc(4 * sizeof(int)); return 0;…");
    }

    #[test]
    fn comments_at_the_end_are_left_out() {
        assert_eq!(without_comment("p = f(\"//\", '\\''); /* lost */"), "p = f(\"//\", '\\''); ");
        assert_eq!(without_comment("a /* of b */ = 2; // so"), "a /* of b */ = 2; ");
        assert_eq!(without_comment("a / b / c; /* and"), "a / b / c; ");
    }

    #[test]
    fn words_go_below_where_there_is_no_room() {
        let mut map = SourceMap::new();
        map.add("a.c", "int *pointer = malloc(4 * sizeof(int));\n", FileKind::User, None).expect("fits");
        let told = [Row { span: Span::new(1, 4), message: "16 bytes were allocated here".into() }];
        let text = rows(&map, &told, "  ", Style { width: 50, ..Style::default() });
        let expected = "  a.c:1  int *pointer = malloc(4 * sizeof(in…\n      16 bytes were allocated here\n";
        assert_eq!(text, expected);
    }
}
