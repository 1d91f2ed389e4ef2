//! The guilty token and what is around it.

use crate::preprocess::token::{Token, TokenKind};
use crate::source::Span;
use crate::syntax::builder::KindSet;
use crate::syntax::kinds::*;

/// What kind of place the innermost open bracket makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::syntax) enum Place {
    File,
    Block,
    Members,
    Enumerators,
    Braces,
    Parentheses,
    Brackets,
}

/// A syntax error and what is around it.
pub(in crate::syntax) struct Context<'a> {
    pub tokens: &'a [Token],
    pub kinds: &'a [Kind],
    /// Typedef names that are known, sorted.
    pub types: &'a [String],
    /// The first token of the external declaration.
    pub start: usize,
    /// The guilty token; the number of tokens at the end of the file.
    pub at: usize,
    /// What could have stood there.
    pub expected: KindSet,
    /// The innermost bracket that is open there.
    pub opener: Option<usize>,
    /// What that bracket makes.
    pub place: Place,
    /// Where the statement, declaration or list element begins.
    pub statement: usize,
}

impl<'a> Context<'a> {
    pub(in crate::syntax) fn new(
        tokens: &'a [Token],
        kinds: &'a [Kind],
        types: &'a [String],
        start: usize,
        at: usize,
        expected: KindSet,
    ) -> Context<'a> {
        let (opener, statement) = (None, start);
        let mut c = Context { tokens, kinds, types, start, at, expected, opener, place: Place::File, statement };
        c.look_around();
        c
    }

    /// Follows brackets and statements from the beginning of the declaration.
    fn look_around(&mut self) {
        // Each open bracket, and where the statement around it began.
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut statement = self.start;
        for i in self.start..self.at {
            match self.kind(i) {
                LP | LSQ | LB => {
                    open.push((i, statement));
                    statement = i + 1;
                }
                RP | RSQ | RB => {
                    let closed = open.pop();
                    statement = closed.map_or(self.start, |(_, s)| s);
                    let head = closed.map_or(0, |(o, _)| self.before(o));
                    if self.kind(i) == RB && self.ends_statement(i)
                        || matches!(head, KW_IF | KW_WHILE | KW_FOR | KW_SWITCH)
                    {
                        statement = i + 1;
                    }
                }
                SEMI | KW_ELSE | KW_DO => statement = i + 1,
                COLON if matches!(self.kind(statement), KW_CASE | KW_DEFAULT) || i == statement + 1 => {
                    statement = i + 1;
                }
                _ => {}
            }
        }
        self.statement = statement;
        self.opener = open.last().map(|(i, _)| *i);
        self.place = self.opener.map_or(Place::File, |o| self.place_of(o));
    }

    /// Behind a block's brace something new begins; behind a struct's it goes on.
    fn ends_statement(&self, close: usize) -> bool {
        let next = self.kind(close + 1);
        !(is_infix(next) || matches!(next, SEMI | DOT | LSQ | RP | RSQ | QUESTION | COLON))
    }

    fn place_of(&self, opener: usize) -> Place {
        match self.kind(opener) {
            LP => return Place::Parentheses,
            LSQ => return Place::Brackets,
            _ => {}
        }
        let tag = usize::from(self.before(opener) == IDENTIFIER);
        match self.before(opener - tag) {
            KW_STRUCT | KW_UNION => Place::Members,
            KW_ENUM => Place::Enumerators,
            ASSIGN | COMMA if tag == 0 => Place::Braces,
            _ => Place::Block,
        }
    }

    pub(super) fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(0)
    }

    /// The kind of the token before; 0 before the first.
    pub(super) fn before(&self, index: usize) -> Kind {
        index.checked_sub(1).map_or(0, |i| self.kind(i))
    }

    pub(super) fn span(&self, index: usize) -> Span {
        self.tokens.get(index).map_or(Span::NONE, |t| t.span)
    }

    /// The guilty token; the end of the last one where the file ended.
    pub(super) fn here(&self) -> Span {
        if self.at < self.tokens.len() { self.span(self.at) } else { self.behind_last() }
    }

    /// Right behind the token before.
    pub(super) fn behind_last(&self) -> Span {
        self.at.checked_sub(1).map_or(Span::NONE, |i| self.span(i).end())
    }

    pub(super) fn starts_line(&self, index: usize) -> bool {
        self.tokens.get(index).is_none_or(|t| t.starts_line())
    }

    pub(super) fn name(&self, index: usize) -> Option<&'a str> {
        match self.tokens.get(index).map(|t| &t.kind) {
            Some(TokenKind::Identifier(name)) => Some(name),
            _ => None,
        }
    }

    pub(super) fn quoted(&self, index: usize) -> String {
        self.tokens.get(index).map_or_else(|| "the end of the file".to_owned(), |t| super::quoted(&t.kind))
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closer(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (i, &kind) in self.kinds.iter().enumerate().skip(open) {
            match kind {
                LP | LSQ | LB => depth += 1,
                RP | RSQ | RB => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return i;
                    }
                }
                _ => {}
            }
        }
        self.kinds.len()
    }

    /// The first token from `from` on, outside of brackets that open behind it, that
    /// `stops`; or the bracket that closes what is around it.
    pub(super) fn find(&self, from: usize, stops: impl Fn(Kind) -> bool) -> usize {
        let mut i = from;
        while i < self.kinds.len() {
            let kind = self.kind(i);
            if stops(kind) || matches!(kind, RP | RSQ | RB) {
                return i;
            }
            i = if matches!(kind, LP | LSQ | LB) { self.closer(i) + 1 } else { i + 1 };
        }
        self.kinds.len()
    }

    /// Is a name expected here, and no expression?
    pub(super) fn expects_name(&self) -> bool {
        self.expected.has(IDENTIFIER) && !self.expected.has(INTEGER)
    }

    pub(super) fn expects_expression(&self) -> bool {
        self.expected.has(INTEGER) && self.expected.has(LP)
    }

    pub(super) fn expects_statement(&self) -> bool {
        self.expected.has(KW_IF) && self.expected.has(KW_RETURN)
    }

    pub(super) fn expects_type(&self) -> bool {
        self.expected.has(KW_INT) && !self.expected.has(INTEGER)
    }

    /// Leaves out the statement the error is in; where there is none, the declaration.
    pub(super) fn without_statement(&self) -> super::Repair {
        if !matches!(self.place, Place::Block | Place::Members | Place::Parentheses | Place::Brackets | Place::Braces)
            || self.block_statement() <= self.start
        {
            return super::Repair::Skip;
        }
        let from = self.block_statement();
        let end = self.find(self.at.max(from), |k| k == SEMI);
        // Inside of brackets that belong to the statement: its end is behind them.
        let mut end = end;
        while matches!(self.kind(end), RP | RSQ) {
            end = self.find(end + 1, |k| k == SEMI);
        }
        if self.kind(end) == SEMI { super::Repair::delete(from, end) } else { super::Repair::Skip }
    }

    /// Where the statement begins in its block, outside of parentheses.
    pub(in crate::syntax) fn block_statement(&self) -> usize {
        if matches!(self.place, Place::Block | Place::Members) {
            return self.statement;
        }
        let mut i = self.opener.unwrap_or(self.start);
        while i > self.start && !matches!(self.before(i), SEMI | LB | RB) {
            i -= 1;
        }
        i
    }
}
