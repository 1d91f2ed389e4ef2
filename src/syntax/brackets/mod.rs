//! Brackets that do not match, found before the grammar is asked: what a
//! statement's end says of those still open ([`statements`]), what a closing
//! bracket and the end of the file say ([`closing`]).

mod closing;
mod statements;

use super::kinds::*;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::Token;
use crate::source::{Pos, Span};
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
    /// The `{` of an initialiser, or of one in it.
    initializer: bool,
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
    let swallowed = diagnostics.iter().any(|d| d.code == "unterminated-macro-call");
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
        swallowed,
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
    /// The call of a macro without its `)` has taken all up to the end of the file.
    swallowed: bool,
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

    /// Is the innermost bracket the `{` of an initialiser?
    fn in_initializer(&self) -> bool {
        self.open.last().is_some_and(|open| open.initializer)
    }

    fn step(&mut self, index: usize) {
        let kind = self.kind(index);
        match kind {
            LP | LSQ => self.open.push(Open { index, kind, semicolons: 0, initializer: false }),
            LB => {
                if self.block_in_parentheses(index) {
                    self.close_until_block(index);
                }
                let initializer = match self.before(index) {
                    ASSIGN => true,
                    LB | COMMA => self.in_initializer(),
                    _ => false,
                };
                self.open.push(Open { index, kind, semicolons: 0, initializer });
            }
            RP | RSQ | RB => self.closing(index, kind),
            SEMI if matches!(self.top(), LP | LSQ) => self.semicolon(index),
            SEMI if self.in_initializer() => self.semicolon_in_initializer(index),
            _ if starts_statement(kind) && kind != KW_DEFAULT && kind != KW_GOTO && matches!(self.top(), LP | LSQ) => {
                self.close_until_block(index);
            }
            _ => {}
        }
        if self.inner.is_none() && self.top() == LB && self.begins_function(index) {
            self.inner = Some((index, self.open.clone()));
        }
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
