//! The one place where C is not context-free: which identifiers are typedef names (6.7.8).
//!
//! One pass over the tokens follows scopes and declarators just far enough to know,
//! and writes [`TYPEDEF_NAME`] over the kind of each identifier that stands for a
//! type. It never fails: what it cannot follow, the grammar will complain about.
//!
//! Its rules: a name behind `. -> struct union enum goto` is no type; behind a type
//! specifier the next name is the declarator; a name is declared right behind its
//! declarator, before `=`; enumeration constants at once, members never; the
//! parameter list nearest the name becomes the body's scope; `for` opens a scope;
//! labels are looked for before declarations; `(` and a type inside an expression
//! are specifiers and a declarator.
//!
//! The recursion is bounded: [`super::depth`] has refused deeper input before.

mod declarations;
mod expressions;
mod scopes;
mod statements;
#[cfg(test)]
mod tests;

use super::kinds::*;
use crate::preprocess::token::{Token, TokenKind};
use scopes::Scopes;

/// The kinds of all tokens, typedef names told apart, and what was learnt.
#[derive(Debug)]
pub(super) struct Marked {
    /// One kind for each token.
    pub kinds: Vec<Kind>,
    /// All names that are types at the end of the file, sorted.
    pub types: Vec<String>,
}

/// Finds the typedef names. `known` are types from the start.
pub(super) fn mark(tokens: &[Token], known: &[String]) -> Marked {
    let built_in = std::iter::once("__builtin_va_list");
    let scopes = Scopes::new(built_in.chain(known.iter().map(String::as_str)));
    let mut marker = Marker { tokens, kinds: kinds_of(tokens), at: 0, scopes };
    while marker.at < tokens.len() {
        marker.progress(|m| m.block_item());
    }
    let types = marker.scopes.types().into_iter().map(str::to_owned).collect();
    Marked { kinds: marker.kinds, types }
}

/// The state of the pass.
struct Marker<'t> {
    tokens: &'t [Token],
    kinds: Vec<Kind>,
    at: usize,
    scopes: Scopes<'t>,
}

/// A kind that no token has: the end of the file.
const END: Kind = 0;

impl<'t> Marker<'t> {
    fn kind(&self) -> Kind {
        self.kind_ahead(0)
    }

    fn kind_ahead(&self, n: usize) -> Kind {
        self.kinds.get(self.at + n).copied().unwrap_or(END)
    }

    fn name_ahead(&self, n: usize) -> Option<&'t str> {
        match self.tokens.get(self.at + n) {
            Some(Token { kind: TokenKind::Identifier(name), .. }) => Some(name),
            _ => None,
        }
    }

    /// Is the token there an identifier that is a typedef name now?
    fn type_ahead(&self, n: usize) -> bool {
        self.kind_ahead(n) == IDENTIFIER && self.name_ahead(n).is_some_and(|name| self.scopes.is_type(name))
    }

    /// Steps over a token of this kind, if it is there.
    fn take(&mut self, kind: Kind) -> bool {
        let there = self.kind() == kind;
        if there {
            self.at += 1;
        }
        there
    }

    /// Does something, and steps over one token if that moved nothing: no loop stands still.
    fn progress(&mut self, act: impl FnOnce(&mut Self)) {
        let before = self.at;
        act(self);
        if self.at == before {
            self.at += 1;
        }
    }

    fn mark_type(&mut self) {
        if let Some(kind) = self.kinds.get_mut(self.at) {
            *kind = TYPEDEF_NAME;
        }
        self.at += 1;
    }
}
