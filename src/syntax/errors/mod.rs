//! Syntax errors in plain words.
//!
//! The grammar says at which token it could not go on and which kinds would have been
//! right. The rules look at that token, the ones around it and those kinds, in a fixed
//! order; the first that fits speaks. Each also says how to repair the tokens so that
//! reading can go on.

use super::builder::KindSet;
use super::kinds::*;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::{Token, TokenKind};
use crate::source::Span;

/// A syntax error and what is around it.
pub(super) struct Context<'a> {
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
}

/// What a rule has to say.
pub(super) struct Complaint {
    pub diagnostic: Diagnostic,
    pub repair: Repair,
}

/// How to go on.
pub(super) enum Repair {
    /// With the next external declaration.
    Skip,
    /// This name is a type.
    Type(String),
    /// With other tokens. Later places first, so that indices hold.
    Change(Vec<Change>),
}

/// A change to the tokens.
pub(super) enum Change {
    /// Puts a token before the one with this index.
    Insert(usize, Kind),
    /// Takes out the tokens from the first index up to the second, not included.
    Delete(usize, usize),
}

type Rule = fn(&Context<'_>) -> Option<Complaint>;

/// In order: the first that fits speaks.
const RULES: &[Rule] = &[missing_semicolon];

/// Says what is wrong.
pub(super) fn explain(context: &Context<'_>) -> Complaint {
    RULES.iter().find_map(|rule| rule(context)).unwrap_or_else(|| general(context))
}

fn missing_semicolon(c: &Context<'_>) -> Option<Complaint> {
    (c.expected.has(SEMI) && c.starts_line(c.at)).then(|| Complaint {
        diagnostic: Diagnostic::error("missing-semicolon", c.span(c.at - 1).end(), "missing ';'"),
        repair: Repair::Change(vec![Change::Insert(c.at, SEMI)]),
    })
}

fn general(c: &Context<'_>) -> Complaint {
    Complaint {
        diagnostic: Diagnostic::error("syntax-error", c.span(c.at), format!("unexpected {}", c.quoted(c.at))),
        repair: Repair::Skip,
    }
}

impl Context<'_> {
    fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(0)
    }

    fn span(&self, index: usize) -> Span {
        self.tokens.get(index).map_or(Span::NONE, |t| t.span)
    }

    fn starts_line(&self, index: usize) -> bool {
        self.tokens.get(index).is_none_or(|t| t.starts_line)
    }

    fn quoted(&self, index: usize) -> String {
        self.tokens.get(index).map_or_else(|| "the end of the file".to_owned(), |t| quoted(&t.kind))
    }
}

/// A token as messages name it: quoted, or described where its spelling is not known.
pub(super) fn quoted(token: &TokenKind) -> String {
    match token {
        TokenKind::Keyword(k) => format!("'{}'", k.spelling()),
        TokenKind::Identifier(name) => format!("'{name}'"),
        TokenKind::Integer(i) => format!("the number {}", i.value),
        TokenKind::Floating(_) => "a number".to_owned(),
        TokenKind::Character(_) => "a character constant".to_owned(),
        TokenKind::String(_) => "a string".to_owned(),
        TokenKind::Punct(p) => format!("'{}'", p.spelling()),
    }
}
