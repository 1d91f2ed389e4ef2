//! Lines that are wider than a report: the part around the caret is shown, with `…`
//! where something was left out.

use std::ops::Range;

/// Longer lines are shown in part.
const LONGEST: usize = 120;
/// Characters of a long line that are shown.
const SHOWN: usize = 72;
/// Of a marked stretch that is longer than what is shown, the beginning, with so much before it.
const BEFORE: usize = 12;

/// Is a line too long to be shown as it is?
pub(super) fn is_long(line: &str) -> bool {
    line.len() > LONGEST && line.chars().count() > LONGEST
}

/// The parts of long lines that are shown, in bytes of the text.
#[derive(Debug, Default)]
pub(super) struct Windows(Vec<(usize, Range<usize>)>);

impl Windows {
    /// What is marked of a stretch in a long line; `None` if the line is shown already and
    /// the stretch lies in a part that is left out.
    pub fn around(&mut self, text: &str, line: Range<usize>, marked: Range<usize>) -> Option<Range<usize>> {
        let kept = match self.0.iter().find(|(start, _)| *start == line.start) {
            Some((_, kept)) => kept.clone(),
            None => {
                let kept = window(text, &line, &marked);
                self.0.push((line.start, kept.clone()));
                kept
            }
        };
        let is_inside = kept.start <= marked.start && marked.start <= kept.end;
        is_inside.then(|| marked.start..marked.end.min(kept.end))
    }

    /// The text with its long lines cut, and where its pieces are; `None` if it has no long line.
    pub fn cut(&self, text: &str, ascii: bool) -> Option<(String, Places)> {
        if !text.lines().any(is_long) {
            return None;
        }
        let dots = if ascii { "..." } else { "…" };
        let (mut out, mut places) = (String::new(), Places::default());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end_matches(['\n', '\r']);
            let whole = at..at + shown.len();
            let kept = match self.0.iter().find(|(start, _)| *start == at) {
                Some((_, kept)) => kept.clone(),
                None if is_long(shown) => window(text, &whole, &(at..at)),
                None => whole.clone(),
            };
            places.lines.push(out.len());
            if kept.start > whole.start {
                out.push_str(dots);
            }
            places.pieces.push(Piece { old: kept.start, new: out.len(), length: kept.len() });
            out.push_str(text.get(kept.clone()).unwrap_or(""));
            if kept.end < whole.end {
                out.push_str(dots);
            }
            out.push_str(line.get(shown.len()..).unwrap_or(""));
            at += line.len();
        }
        places.end = out.len();
        Some((out, places))
    }
}

/// The part of a line around what is marked in it.
fn window(text: &str, line: &Range<usize>, marked: &Range<usize>) -> Range<usize> {
    let line_text = text.get(line.clone()).unwrap_or("").trim_end_matches(['\n', '\r']);
    let end = line.start + line_text.len();
    let chars: Vec<usize> = line_text.char_indices().map(|(i, _)| line.start + i).chain([end]).collect();
    let count = chars.len() - 1;
    let index = |at: usize| chars.partition_point(|c| *c < at).min(count);
    let (lo, hi) = (index(marked.start), index(marked.end));
    let length = hi.saturating_sub(lo).min(SHOWN - BEFORE);
    let before = (SHOWN - length) / 2;
    let first = lo.saturating_sub(before).min(count.saturating_sub(SHOWN));
    let at = |i: usize| chars.get(i).copied().unwrap_or(end);
    at(first)..at(first.saturating_add(SHOWN).min(count))
}

/// A stretch that stands in both texts.
#[derive(Debug)]
struct Piece {
    old: usize,
    new: usize,
    length: usize,
}

/// Where the bytes of a text that was cut are.
#[derive(Debug, Default)]
pub(super) struct Places {
    pieces: Vec<Piece>,
    lines: Vec<usize>,
    end: usize,
}

impl Places {
    /// Where a byte of the whole text is in the cut one.
    pub fn shown(&self, old: usize) -> usize {
        let piece = self.pieces.partition_point(|p| p.old <= old).checked_sub(1).and_then(|i| self.pieces.get(i));
        piece.map_or(old, |p| p.new + (old - p.old).min(p.length))
    }

    /// Where a byte of the cut text is in the whole one.
    pub fn whole(&self, new: usize) -> usize {
        let piece = self.pieces.partition_point(|p| p.new <= new).checked_sub(1).and_then(|i| self.pieces.get(i));
        piece.map_or(0, |p| p.old + (new - p.new).min(p.length))
    }

    /// The line (from 0) of a byte of the cut text.
    pub fn line_of(&self, new: usize) -> usize {
        self.lines.partition_point(|start| *start <= new).saturating_sub(1)
    }

    /// The bytes of a line (from 0) of the cut text.
    pub fn line(&self, index: usize) -> Option<Range<usize>> {
        let start = *self.lines.get(index)?;
        Some(start..self.lines.get(index + 1).copied().unwrap_or(self.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("int a;\nx = {}HERE{};\nint b;\n", "1 + ".repeat(50), " + 2".repeat(50));
        let at = text.find("HERE").expect("there");
        let line = 7..text.len() - 7;
        let mut windows = Windows::default();
        assert_eq!(windows.around(&text, line.clone(), at..at + 4), Some(at..at + 4));
        assert_eq!(windows.around(&text, line, 7..8), None);
        let (cut, places) = windows.cut(&text, false).expect("long");
        let here = places.shown(at);
        assert!(cut.get(here..).is_some_and(|rest| rest.starts_with("HERE")), "{cut}");
        assert_eq!(places.whole(here), at);
        let lines: Vec<&str> = cut.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[1].starts_with('…') && lines[1].ends_with('…') && lines[1].chars().count() == SHOWN + 2);
        assert_eq!(places.line_of(here), 1);
    }

    #[test]
    fn short_lines_stay() {
        assert!(Windows::default().cut("int a;\n", false).is_none());
    }
}
