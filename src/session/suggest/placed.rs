//! Edits that were made one after the other, as they stand in the first text.

use super::edits::{Edit, Piece};
use crate::session::Insertion;
use crate::source::{SourceMap, Span};

/// A piece: where it belongs in the first text, and where it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    first: usize,
    now: usize,
    removed: usize,
    text: String,
}

impl Placed {
    /// Does a place lie inside of the text?
    fn contains(&self, at: usize) -> bool {
        self.now < at && at < self.now.saturating_add(self.text.len())
    }
}

/// All that the edits put in, in the order of the source.
pub(super) fn insertions(edits: &[Edit], map: &SourceMap) -> Vec<Insertion> {
    let mut all = Vec::new();
    for file in map.files() {
        let own = edits.iter().filter(|edit| edit.file == file.name);
        for one in placed(own) {
            let at = file.start.saturating_add(u32::try_from(one.first).unwrap_or(0));
            let removed = u32::try_from(one.removed).unwrap_or(0);
            all.push(Insertion { span: Span::new(at, at.saturating_add(removed.max(1))), removed, text: one.text });
        }
    }
    all
}

/// Pieces of one file, each edit in the text that those before it left.
fn placed<'e>(edits: impl Iterator<Item = &'e Edit>) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for edit in edits {
        let mut pieces = edit.pieces.clone();
        // From the back, so that the places of those before stay as they are.
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.at));
        for piece in pieces {
            put(&mut placed, piece);
        }
    }
    placed.sort_by_key(|one| one.now);
    placed
}

fn put(placed: &mut Vec<Placed>, piece: Piece) {
    let Piece { at, removed, text } = piece;
    let moved = |now: usize| now.saturating_add(text.len()).saturating_sub(removed);
    if let Some(index) = placed.iter().position(|one| one.contains(at)) {
        // Into the text of an earlier edit.
        let Some(now) = placed.get(index).map(|one| one.now) else { return };
        for one in placed.iter_mut().filter(|one| one.now > now) {
            one.now = moved(one.now);
        }
        if let Some(one) = placed.get_mut(index) {
            let from = at.saturating_sub(now);
            let to = from.saturating_add(removed).min(one.text.len());
            let (before, after) = (one.text.get(..from).unwrap_or(""), one.text.get(to..).unwrap_or(""));
            one.text = format!("{before}{text}{after}");
        }
        return;
    }
    let (mut put_in, mut taken) = (0_usize, 0_usize);
    for one in placed.iter().filter(|one| one.now < at) {
        put_in = put_in.saturating_add(one.text.len());
        taken = taken.saturating_add(one.removed);
    }
    for one in placed.iter_mut().filter(|one| one.now >= at) {
        one.now = moved(one.now);
    }
    placed.push(Placed { first: at.saturating_add(taken).saturating_sub(put_in), now: at, removed, text });
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::super::edits::applied;
    use super::*;

    fn edit(pieces: &[(usize, usize, &str)]) -> Edit {
        let piece = |(at, removed, text): &(usize, usize, &str)| Piece::new(*at, *removed, *text);
        Edit { file: "a.c".to_owned(), pieces: pieces.iter().map(piece).collect() }
    }

    /// The edits one after the other give what their places in the first text give at once.
    #[test]
    fn places_are_those_of_the_first_text() {
        let text = "one; two; return three;";
        let edits = [
            edit(&[(10, 6, "{ int r ="), (23, 0, " f(a); return r; }")]),
            edit(&[(33, 0, "f(b); ")]),
            edit(&[(0, 0, "{ "), (4, 0, " }")]),
            edit(&[(0, 0, "x; ")]),
        ];
        let mut stepwise = text.to_owned();
        for edit in &edits {
            stepwise = applied(&stepwise, edit).expect("fits");
        }
        let all = placed(edits.iter());
        let at_once = edit(&all.iter().map(|p| (p.first, p.removed, p.text.as_str())).collect::<Vec<_>>());
        assert_eq!(applied(text, &at_once).expect("fits"), stepwise);
        assert_eq!(stepwise, "x; { one; } two; { int r = three; f(a); f(b); return r; }");
    }
}
