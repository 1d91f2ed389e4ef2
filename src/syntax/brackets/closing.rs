//! Closing brackets that fit nothing open, and what is open at the end of the file.

use super::{Edit, Scan, closer, opener, spelling, word};
use crate::diagnostics::Diagnostic;
use crate::syntax::indentation::{Unclosed, closed_too_early, unclosed};
use crate::syntax::kinds::*;

impl Scan<'_> {
    pub(super) fn closing(&mut self, index: usize, kind: Kind) {
        let opener = opener(kind);
        if kind == RB && matches!(self.top(), LP | LSQ) && self.open.iter().any(|o| o.kind == LB) {
            self.close_until_block(index);
        }
        // `[1)` inside of `(`: the bracket between is the one that is not closed.
        if kind != RB && self.top() != opener && self.top() != LB {
            let below = self.open.len().checked_sub(2).and_then(|i| self.open.get(i)).map(|o| o.kind);
            if below == Some(opener)
                && let Some(open) = self.open.pop()
            {
                self.missing(index, open, closer(open.kind));
                self.edits.push(Edit::InsertBefore(index, closer(open.kind)));
            }
        }
        if self.top() == opener {
            if let Some(open) = self.open.pop() {
                self.closed = open.index;
            }
            return;
        }
        if kind != RB
            && let Some(open) = self.open.pop_if(|o| o.kind != LB)
        {
            let right = closer(open.kind);
            let message = format!("'{}' stands where '{}' is needed", word(kind), word(right));
            self.diagnostics.push(
                Diagnostic::error("unbalanced-bracket", self.span(index), message)
                    .with_other(self.span(open.index), format!("this '{}' is open", word(open.kind))),
            );
            self.edits.push(Edit::InsertBefore(index, right));
            self.edits.push(Edit::Delete(index));
            return;
        }
        if kind == RP
            && let Some(head) = self.missing_opener(index)
        {
            let name = spelling(self.tokens.get(head));
            let message = format!("missing '(' after {name}");
            self.diagnostics.push(
                Diagnostic::error("unbalanced-bracket", self.span(head).end(), message)
                    .with_other(self.span(index), "this ')' closes it"),
            );
            self.edits.push(Edit::InsertBefore(head + 1, LP));
            return;
        }
        if kind == RB
            && self.open.is_empty()
            && let Some(first) = self.body_without_opener(index)
        {
            self.diagnostics.push(
                Diagnostic::error(
                    "unbalanced-bracket",
                    self.span(first - 1).end(),
                    "missing '{' before the function's body",
                )
                .with_other(self.span(index), "the body ends here"),
            );
            self.edits.push(Edit::InsertBefore(first, LB));
            return;
        }
        let mut complaint = Diagnostic::error(
            "unbalanced-bracket",
            self.span(index),
            format!("unmatched '{}': no '{}' is open here", word(kind), word(opener)),
        );
        if let Some(top) = self.open.last().filter(|o| o.kind != LB) {
            complaint = complaint.with_other(
                self.span(top.index),
                format!("this '{}' needs '{}'", word(top.kind), word(closer(top.kind))),
            );
        } else if kind == RB
            && self.open.is_empty()
            && let Some(early) = closed_too_early(self.tokens.get(..index).unwrap_or(&[]), self.kinds)
        {
            complaint = complaint.with_other(self.span(early), "this '}' closes the function already: is it too many?");
        }
        self.diagnostics.push(complaint);
        self.edits.push(Edit::Delete(index));
    }

    /// `type name ( … )` and then indented lines up to this `}`: the first token of the body.
    fn body_without_opener(&self, end: usize) -> Option<usize> {
        let (mut depth, mut head, mut first) = (0usize, None, None);
        for index in 0..end {
            let kind = self.kind(index);
            let indent = self.tokens.get(index).and_then(|t| t.indent);
            if depth == 0 && indent == Some(0) {
                (head, first) = (Some(index), None);
            }
            match kind {
                LP | LSQ | LB => depth += 1,
                RP | RSQ | RB => depth = depth.saturating_sub(1),
                SEMI | ASSIGN if depth == 0 => head = None,
                _ => {}
            }
            let next = self.tokens.get(index + 1).and_then(|t| t.indent);
            if depth == 0
                && kind == RP
                && next.is_some_and(|indent| indent > 0)
                && head.is_some_and(|head| self.heads_function(head, index))
            {
                first = Some(index + 1);
                head = None;
            }
        }
        first.filter(|first| *first < end)
    }

    /// Are the tokens from `head` to the `)` at `end` specifiers, a name and parameters?
    fn heads_function(&self, head: usize, end: usize) -> bool {
        let mut i = head;
        while starts_specifiers(self.kind(i)) || matches!(self.kind(i), STAR | IDENTIFIER) {
            i += 1;
        }
        let opens = self.kind(i) == LP && i > head + 1 && self.before(i) == IDENTIFIER;
        let closed = (i + 1..=end).find(|&j| self.kind(j) == RP);
        opens && closed == Some(end)
    }

    /// `type name ( … ) {` at the beginning of a line, behind a finished statement.
    pub(super) fn begins_function(&self, index: usize) -> bool {
        let first = self.kind(index);
        let fresh =
            self.tokens.get(index).is_some_and(|t| t.starts_line()) && matches!(self.before(index), SEMI | RB | LB);
        if !fresh || !starts_specifiers(first) || first == KW_ATTRIBUTE {
            return false;
        }
        let mut i = index;
        while starts_specifiers(self.kind(i)) || matches!(self.kind(i), STAR | IDENTIFIER) {
            i += 1;
        }
        if self.before(i) != IDENTIFIER || self.kind(i) != LP {
            return false;
        }
        let mut depth = 0usize;
        for (i, &kind) in self.kinds.iter().enumerate().skip(i) {
            match kind {
                LP => depth += 1,
                RP if depth == 1 => return self.kind(i + 1) == LB,
                RP => depth -= 1,
                SEMI | LB | RB => return false,
                _ => {}
            }
        }
        false
    }

    /// What is still open at the end of the file.
    pub(super) fn finish(&mut self) {
        let end = self.kinds.len();
        if self.top() != LB && !self.open.is_empty() {
            self.close_until_block(end);
        }
        let Some(last) = self.open.last().copied() else { return };
        let inner = self.inner.take();
        // Where a function seems to begin inside of another the text before it decides.
        let until = inner.as_ref().map_or(end, |(at, _)| *at);
        let indented = unclosed(self.tokens.get(..until).unwrap_or(&[]), self.kinds);
        let told = |index, kind, words: &str| (index, kind, words.to_owned());
        let (open, at, words) = match (indented, inner) {
            (Some(found), _) if self.is_single(&found, until) => {
                told(found.open, found.before, "its '}' is missing before this, as the lines are indented")
            }
            (_, Some((at, open))) => {
                let open = open.last().map_or(last.index, |open| open.index);
                told(open, at, "another function begins here, so it is missing before this")
            }
            (_, None) => told(last.index, end, ""),
        };
        let mut complaint =
            Diagnostic::error("unbalanced-bracket", self.span(open), "this '{' is not closed: a '}' is missing");
        if at < end {
            complaint = complaint.with_other(self.span(at), words);
        }
        if !self.swallowed {
            self.diagnostics.push(complaint);
        }
        let missing = self.open.len();
        for _ in 0..missing {
            self.edits.push(Edit::InsertBefore(at, RB));
        }
    }

    /// Is one '}' there all that is missing in the text up to `until`?
    fn is_single(&self, found: &Unclosed, until: usize) -> bool {
        let count = |kind| self.kinds.iter().take(until).filter(|k| **k == kind).count();
        found.before <= until && count(LB) == count(RB) + 1
    }
}
