//! Colours and line breaking.

use crate::diagnostics;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How the text is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// With colours (ANSI escapes).
    pub colour: bool,
    /// Columns of a line.
    pub width: usize,
    /// Nothing but ASCII.
    pub ascii: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style { colour: false, width: 80, ascii: false }
    }
}

/// Narrower than this nothing is readable; lines then run over.
const NARROWEST: usize = 40;

/// Longer lines are hard to read, whatever the terminal has.
const WIDEST: usize = 100;

/// A part of the text that is to stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Headings.
    Strong,
    /// What went wrong.
    Red,
    /// What may be wrong.
    Yellow,
    /// What is well.
    Green,
    /// Places and what else is only there to be looked up.
    Dim,
}

impl Style {
    /// The style of the diagnostics' renderer.
    pub(super) fn of_diagnostics(self) -> diagnostics::Style {
        diagnostics::Style { colour: self.colour, ascii: self.ascii }
    }

    /// The text in a colour, if colours are wanted.
    pub(super) fn paint(self, paint: Paint, text: &str) -> String {
        let code = match paint {
            Paint::Strong => "1",
            Paint::Red => "1;31",
            Paint::Yellow => "1;33",
            Paint::Green => "32",
            Paint::Dim => "2",
        };
        if self.colour && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// Columns that lines may take.
    pub(super) fn columns(self) -> usize {
        self.width.clamp(NARROWEST, WIDEST)
    }

    /// Breaks a text into lines; the first begins with `first`, the others with as many blanks.
    pub(super) fn wrap(self, first: &str, text: &str) -> String {
        let indent = " ".repeat(columns_of(first));
        let mut out = String::new();
        for paragraph in text.split('\n') {
            let start = if out.is_empty() { first } else { &indent };
            let mut line = start.to_owned();
            let mut used = columns_of(start);
            let mut empty = true;
            for word in paragraph.split(' ') {
                let length = columns_of(word);
                if !empty && used + 1 + length > self.columns() {
                    out.push_str(line.trim_end());
                    out.push('\n');
                    line.clone_from(&indent);
                    used = indent.len();
                    empty = true;
                }
                if !empty {
                    line.push(' ');
                    used += 1;
                }
                line.push_str(word);
                used += length;
                empty = false;
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// Columns that a text takes on a terminal: letters of East Asia take two.
pub(super) fn columns_of(text: &str) -> usize {
    text.width()
}

/// The text in at most `columns` columns, with `…` where it was cut.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if columns_of(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > columns {
            break;
        }
        kept.push(c);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The text filled up with blanks to `columns` columns.
pub(super) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(columns_of(text))))
}

/// The text in ASCII: dots for an ellipsis, '?' for what has no such letter.
pub(super) fn in_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '…' => out.push_str("..."),
            '−' | '–' => out.push('-'),
            c if c.is_ascii() => out.push(c),
            _ => out.push('?'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_broken_at_blanks() {
        let style = Style { width: 40, ..Style::default() };
        let text = style.wrap("  try: ", "Set the pointer to NULL when you free it, and test it later.");
        assert_eq!(text, "  try: Set the pointer to NULL when you\n       free it, and test it later.\n");
        assert_eq!(style.wrap("", "a\nb"), "a\nb\n");
        assert_eq!(style.wrap("", &"x".repeat(60)), format!("{}\n", "x".repeat(60)));
    }

    #[test]
    fn ascii_has_a_letter_for_every_column() {
        assert_eq!(in_ascii("für … 1 − 2"), "f?r ... 1 - 2");
    }

    #[test]
    fn cutting_keeps_the_width() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("ab cdef", 4), "ab…");
        assert_eq!(cut("äöüäöü", 4), "äöü…");
        assert_eq!(cut("漢字漢字", 6), "漢字…");
        assert_eq!(padded("漢", 3), "漢 ");
    }
}
