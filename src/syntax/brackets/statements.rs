//! What a `;` or a block inside of open parentheses says: one is missing before it.

use super::{Edit, Open, Scan, closer, spelling, word};
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::Token;
use crate::source::{ExpansionId, Span};
use crate::syntax::kinds::*;

impl Scan<'_> {
    /// Does the `{` of a statement stand where parentheses are still open?
    pub(super) fn block_in_parentheses(&self, index: usize) -> bool {
        let Some(top) = self.open.last() else { return false };
        if top.kind == LSQ {
            return false;
        }
        // `int main(void {` outside of all blocks.
        if self.open.len() == 1 && matches!(self.before(top.index), IDENTIFIER) && self.before(index) != RP {
            return true;
        }
        let heads = matches!(self.before(top.index), KW_IF | KW_WHILE | KW_FOR | KW_SWITCH);
        match self.before(index) {
            // Behind `(T)` it is a compound literal, behind `f(x)` it is a block.
            RP => heads && !starts_specifiers(self.kind(self.closed + 1)),
            LP | COMMA | ASSIGN | LB => false,
            _ => heads && top.kind == LP,
        }
    }

    pub(super) fn semicolon(&mut self, index: usize) {
        let Some(top) = self.open.last().copied() else { return };
        if self.semicolon_of_macro(index, top) {
            return;
        }
        if top.kind == LP && self.before(top.index) == KW_FOR {
            if top.semicolons < 2 {
                if let Some(top) = self.open.last_mut() {
                    top.semicolons += 1;
                }
                return;
            }
            if self.closes_before_block(index + 1) {
                let message = "a 'for' has two ';': this is the third";
                self.diagnostics.push(Diagnostic::error("syntax-error", self.span(index), message));
                self.edits.push(Edit::Delete(index));
                return;
            }
        } else if self.kind(index + 1) == closer(top.kind) {
            self.semicolon_too_early(index);
            return;
        }
        self.close_until_block(index);
    }

    /// `int a[] = {1, 2, 3;`
    pub(super) fn semicolon_in_initializer(&mut self, index: usize) {
        let closes_here = self.kind(index + 1) == RB && !self.tokens.get(index + 1).is_some_and(Token::starts_line);
        if closes_here {
            self.semicolon_too_early(index);
            return;
        }
        let mut told = false;
        while let Some(open) = self.open.pop_if(|open| open.initializer) {
            if !told {
                self.missing(index, open, RB);
                told = true;
            }
            self.edits.push(Edit::InsertBefore(index, RB));
        }
    }

    /// How many `;` stand directly in the parentheses whose inside begins here.
    fn semicolons_within(&self, from: usize) -> usize {
        let (mut depth, mut count) = (0usize, 0usize);
        for &kind in self.kinds.iter().skip(from) {
            match kind {
                LP => depth += 1,
                RP if depth == 0 => break,
                RP => depth -= 1,
                SEMI if depth == 0 => count += 1,
                LB | RB => break,
                _ => {}
            }
        }
        count
    }

    /// Does a `)` close what is open, before a block or another `;`?
    fn closes_before_block(&self, from: usize) -> bool {
        let mut depth = 0usize;
        for &kind in self.kinds.iter().skip(from) {
            match kind {
                LP => depth += 1,
                RP if depth == 0 => return true,
                RP => depth -= 1,
                SEMI | LB | RB => return false,
                _ => {}
            }
        }
        false
    }

    /// `f(x;)`: the `;` and the `)` are swapped.
    fn semicolon_too_early(&mut self, index: usize) {
        let mut end = index + 1;
        while matches!(self.kind(end), RP | RSQ) {
            end += 1;
        }
        let message = format!("the ';' belongs after the '{}'", word(self.kind(index + 1)));
        self.diagnostics.push(Diagnostic::error("unbalanced-bracket", self.span(index), message));
        self.edits.push(Edit::Delete(index));
        if self.kind(end) != SEMI {
            self.edits.push(Edit::InsertBefore(end, SEMI));
        }
    }

    /// `while x < 3)`, `printf"x");`, `int main) {`: where the `(` of this `)` is missing.
    pub(super) fn missing_opener(&self, index: usize) -> Option<usize> {
        if matches!(self.top(), LP | LSQ) {
            return None;
        }
        let mut at = index;
        while at > 0 && !matches!(self.before(at), SEMI | LB | RB | LP | LSQ) {
            at -= 1;
            let head = matches!(self.kind(at), KW_IF | KW_WHILE | KW_FOR | KW_SWITCH);
            let call = self.kind(at) == IDENTIFIER && matches!(self.kind(at + 1), STRING);
            let header = at + 1 == index
                && self.kind(at) == IDENTIFIER
                && self.open.is_empty()
                && self.kind(index + 1) == LB
                && starts_specifiers(self.before(at));
            if (head && self.kind(at + 1) != LP) || call || header {
                return Some(at);
            }
        }
        None
    }

    /// `#define N 10;`: the `;` comes along to every use.
    fn semicolon_of_macro(&mut self, index: usize, top: Open) -> bool {
        let span = self.span(index);
        let for_head = top.kind == LP && self.before(top.index) == KW_FOR;
        // In the head of a `for` it may be one of the two, unless there are more, and the next one is a `;` too.
        let own = || self.kind(index + 1) != SEMI || self.semicolons_within(top.index + 1) <= 2;
        if span.expansion == ExpansionId::NONE || (for_head && own()) {
            return false;
        }
        if !self.macro_told {
            self.macro_told = true;
            self.diagnostics.push(
                Diagnostic::error(
                    "macro-semicolon",
                    span,
                    "the text of this macro ends in ';', and it stands here too",
                )
                .with_note("a '#define' has no ';' at its end"),
            );
        }
        self.edits.push(Edit::Delete(index));
        true
    }

    /// Closes all `(` and `[` above the nearest block, and complains about the innermost.
    pub(super) fn close_until_block(&mut self, index: usize) {
        let mut told = false;
        while let Some(open) = self.open.pop_if(|o| o.kind != LB) {
            let closer = closer(open.kind);
            let at = self.end_of_head(open, index);
            if !told {
                self.missing(at, open, closer);
                told = true;
            }
            self.edits.push(Edit::InsertBefore(at, closer));
        }
    }

    /// Where the `)` of `if (x > 2` belongs: at the end of its line, where a new
    /// statement begins. Other brackets are closed before `index`.
    pub(super) fn end_of_head(&self, open: Open, index: usize) -> usize {
        if open.kind != LP || !matches!(self.before(open.index), KW_IF | KW_WHILE | KW_SWITCH) {
            return index;
        }
        let new = |i: &usize| {
            let starts = self.tokens.get(*i).is_some_and(Token::starts_line);
            starts
                && !is_infix(self.kind(*i))
                && !is_infix(self.before(*i))
                && (is_leaf(self.before(*i)) || matches!(self.before(*i), RP | RSQ))
        };
        (open.index + 2..index).find(new).unwrap_or(index)
    }

    pub(super) fn missing(&mut self, index: usize, open: Open, closer: Kind) {
        let place = index.checked_sub(1).map_or(Span::NONE, |i| self.span(i).end());
        let (from, to) = (self.span(open.index).lo, self.span(index).lo);
        if self.wrong.iter().any(|at| (from..=to).contains(at)) {
            return;
        }
        let before = spelling(self.tokens.get(index));
        let message = format!("missing '{}' before {before}", word(closer));
        self.diagnostics.push(
            Diagnostic::error("unbalanced-bracket", place, message)
                .with_other(self.span(open.index), format!("this '{}' is not closed", word(open.kind))),
        );
    }
}
