//! Brackets that do not match, found before the grammar is asked.

use super::indentation::{Unclosed, closed_too_early, unclosed};
use super::kinds::*;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::Token;
use crate::source::{ExpansionId, Pos, Span};
use std::borrow::Cow;

/// Tokens with balanced brackets.
pub(super) struct Balanced<'t> {
    /// The tokens as given where nothing was wrong.
    pub tokens: Cow<'t, [Token]>,
    /// Where something was put in or left out: a token's index in `tokens`.
    pub repaired: Vec<usize>,
}

/// An open bracket.
#[derive(Clone, Copy)]
struct Open {
    index: usize,
    kind: Kind,
    /// The number of `;` seen directly in it (two may stand in a `for`'s).
    semicolons: usize,
}

/// What is to be done to the tokens.
enum Edit {
    InsertBefore(usize, Kind),
    Delete(usize),
}

/// Finds unbalanced brackets, tells them, and gives tokens in which all match.
pub(super) fn balance<'t>(tokens: &'t [Token], diagnostics: &mut Vec<Diagnostic>) -> Balanced<'t> {
    let kinds = kinds_of(tokens);
    let wrong = super::wrong_places(diagnostics);
    let mut scan = Scan {
        tokens,
        kinds: &kinds,
        open: Vec::new(),
        edits: Vec::new(),
        diagnostics,
        inner: None,
        closed: 0,
        wrong,
        macro_told: false,
    };
    for index in 0..kinds.len() {
        scan.step(index);
    }
    scan.finish();
    let mut edits = scan.edits;
    // Edits are applied in the order of their places.
    edits.sort_by_key(|e| match e {
        Edit::InsertBefore(i, _) | Edit::Delete(i) => *i,
    });
    if edits.is_empty() {
        return Balanced { tokens: Cow::Borrowed(tokens), repaired: Vec::new() };
    }
    apply(tokens, edits)
}

fn apply<'t>(tokens: &'t [Token], edits: Vec<Edit>) -> Balanced<'t> {
    let mut result = Vec::with_capacity(tokens.len() + edits.len());
    let mut repaired = Vec::new();
    let mut edits = edits.into_iter().peekable();
    for index in 0..=tokens.len() {
        let mut keep = true;
        while let Some(edit) = edits.next_if(|e| matches!(e, Edit::InsertBefore(i, _) | Edit::Delete(i) if *i <= index))
        {
            repaired.push(result.len());
            match edit {
                Edit::InsertBefore(_, kind) => {
                    let span = result.last().map_or(Span::NONE, |t: &Token| t.span.end());
                    result.extend(token_of(kind).map(|kind| Token { kind, span, indent: None }));
                }
                Edit::Delete(_) => keep = false,
            }
        }
        if keep {
            result.extend(tokens.get(index).cloned());
        }
    }
    Balanced { tokens: Cow::Owned(result), repaired }
}

struct Scan<'a> {
    tokens: &'a [Token],
    kinds: &'a [Kind],
    open: Vec<Open>,
    edits: Vec<Edit>,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// The first place where a function seems to begin inside of another, and the
    /// brackets open there: where a '}' is missing, it is missing before this.
    inner: Option<(usize, Vec<Open>)>,
    /// Where the group that was closed last begins.
    closed: usize,
    /// Where the lexer found something wrong: what is missing there is not told again.
    wrong: Vec<Pos>,
    /// A macro that ends in `;` was told.
    macro_told: bool,
}

impl Scan<'_> {
    fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(SEMI)
    }

    fn before(&self, index: usize) -> Kind {
        index.checked_sub(1).map_or(SEMI, |i| self.kind(i))
    }

    fn span(&self, index: usize) -> Span {
        self.tokens.get(index).map_or(Span::NONE, |t| t.span)
    }

    fn top(&self) -> Kind {
        self.open.last().map_or(SEMI, |o| o.kind)
    }

    fn step(&mut self, index: usize) {
        let kind = self.kind(index);
        match kind {
            LP | LSQ => self.open.push(Open { index, kind, semicolons: 0 }),
            LB => {
                if self.block_in_parentheses(index) {
                    self.close_until_block(index);
                }
                self.open.push(Open { index, kind, semicolons: 0 });
            }
            RP | RSQ | RB => self.closing(index, kind),
            SEMI if matches!(self.top(), LP | LSQ) => self.semicolon(index),
            _ if starts_statement(kind) && kind != KW_DEFAULT && kind != KW_GOTO && matches!(self.top(), LP | LSQ) => {
                self.close_until_block(index);
            }
            _ => {}
        }
        if self.inner.is_none() && self.top() == LB && self.begins_function(index) {
            self.inner = Some((index, self.open.clone()));
        }
    }

    /// Does the `{` of a statement stand where parentheses are still open?
    fn block_in_parentheses(&self, index: usize) -> bool {
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

    fn semicolon(&mut self, index: usize) {
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
        let message = format!("the ';' stands behind the '{}'", word(self.kind(index + 1)));
        self.diagnostics.push(Diagnostic::error("unbalanced-bracket", self.span(index), message));
        self.edits.push(Edit::Delete(index));
        if self.kind(end) != SEMI {
            self.edits.push(Edit::InsertBefore(end, SEMI));
        }
    }

    /// `while x < 3)`, `printf"x");`, `int main) {`: where the `(` of this `)` is missing.
    fn missing_opener(&self, index: usize) -> Option<usize> {
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
        // In the head of a `for` it may be one of the two, unless the next is a `;` as well.
        if span.expansion == ExpansionId::NONE || (for_head && self.kind(index + 1) != SEMI) {
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
    fn close_until_block(&mut self, index: usize) {
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
    fn end_of_head(&self, open: Open, index: usize) -> usize {
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

    fn missing(&mut self, index: usize, open: Open, closer: Kind) {
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

    fn closing(&mut self, index: usize, kind: Kind) {
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

    /// `type name ( … ) {` at the beginning of a line, behind a finished statement.
    fn begins_function(&self, index: usize) -> bool {
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
    fn finish(&mut self) {
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
        self.diagnostics.push(complaint);
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

fn closer(opener: Kind) -> Kind {
    match opener {
        LP => RP,
        LSQ => RSQ,
        _ => RB,
    }
}

fn opener(closer: Kind) -> Kind {
    match closer {
        RP => LP,
        RSQ => LSQ,
        _ => LB,
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        LP => "(",
        RP => ")",
        LSQ => "[",
        RSQ => "]",
        LB => "{",
        _ => "}",
    }
}

fn spelling(token: Option<&Token>) -> String {
    token.map_or_else(|| "the end of the file".to_owned(), |t| super::errors::quoted(&t.kind))
}
