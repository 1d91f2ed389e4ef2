//! Places of the source, one line each: where, what stands there, what happened.

use super::style::{Paint, Style, columns_of, cut, padded};
use crate::source::{SourceMap, Span};

/// A row: a place and what is said of it.
pub(super) struct Row {
    /// Where; [`Span::NONE`] if nowhere.
    pub span: Span,
    /// What happened there.
    pub message: String,
}

/// Columns that a line of the source may take in a row.
const SOURCE_COLUMNS: usize = 36;

/// Words get at least so many columns beside the source, or stand below it.
const WORDS_COLUMNS: usize = 24;

/// Words that would take more lines beside the source stand below it.
const WORDS_LINES: usize = 3;

/// `a.c:5` (empty if it is nowhere).
pub(super) fn place(map: &SourceMap, span: Span) -> String {
    let at = map.place(span);
    if at.line == 0 { String::new() } else { format!("{}:{}", at.file, at.line) }
}

/// The line of the source at a place, without blanks at its ends; of a long one
/// the part that begins at the place.
fn line(map: &SourceMap, span: Span) -> String {
    let Some(file) = map.file_of(span.lo).and_then(|id| map.file(id)) else { return String::new() };
    let at = usize::try_from(span.lo.saturating_sub(file.start)).unwrap_or(usize::MAX);
    let (Some(before), Some(after)) = (file.text.get(..at), file.text.get(at..)) else { return String::new() };
    let before = before.rsplit('\n').next().unwrap_or("").trim_start();
    let after = after.split('\n').next().unwrap_or("");
    let long = columns_of(before) + columns_of(after.trim_end()) > SOURCE_COLUMNS;
    let before = if long && !before.is_empty() { "…" } else { before };
    // The source is not ours: what would move the cursor is not printed as it is.
    let clean = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    cut(format!("{before}{after}").trim().chars().map(clean).collect::<String>().as_str(), SOURCE_COLUMNS)
}

/// Rows in columns, each on a line that begins with `indent`.
pub(super) fn rows(map: &SourceMap, rows: &[Row], indent: &str, style: Style) -> String {
    in_columns(map, rows, indent, style, &|span| place(map, span))
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
    let told: Vec<(String, String, &str)> =
        rows.iter().map(|row| (place(row.span), line(map, row.span), row.message.as_str())).collect();
    let places = told.iter().map(|(place, ..)| columns_of(place)).max().unwrap_or(0);
    let lines = told.iter().map(|(_, line, _)| columns_of(line)).max().unwrap_or(0);
    let mut out = String::new();
    for (place, line, message) in told {
        if place.is_empty() {
            out.push_str(&style.wrap(indent, message));
            continue;
        }
        let head = format!("{indent}{}  {}  ", padded(&place, places), padded(&line, lines));
        let room = style.columns().saturating_sub(columns_of(&head));
        let lines_beside = columns_of(message).div_ceil(room.max(1));
        let text = if lines_beside <= 1 || (room >= WORDS_COLUMNS && lines_beside <= WORDS_LINES) {
            style.wrap(&head, message)
        } else {
            format!("{}\n{}", head.trim_end(), style.wrap(&format!("{indent}    "), message))
        };
        out.push_str(&text.replacen(&place, &style.paint(Paint::Dim, &place), 1));
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
        let expected = "  a.c:1  int *p = malloc(4);  4 bytes were allocated here\n  \
                        a.c:2  free(p);\u{fffd}[2J         freed here\n  not used again\n";
        assert_eq!(rows(&map, &told, "  ", Style::default()), expected);
    }

    #[test]
    fn of_a_long_line_the_part_at_the_place_is_shown() {
        let mut map = SourceMap::new();
        map.add("a.c", "int main(void) { int *pointer = malloc(4 * sizeof(int)); return 0; }\n", FileKind::User, None)
            .expect("fits");
        assert_eq!(line(&map, Span::new(33, 39)), "…malloc(4 * sizeof(int)); return 0;…");
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
