//! From pest's pairs to the tree. Only this folder names pest's `Rule`.
//!
//! Nothing here can fail for want of a pair: the grammar made them. Where the types
//! cannot say so, an empty node stands in.

mod assembler;
mod declarations;
mod declarators;
mod expressions;
mod grammar;
mod initializers;
mod operands;
mod specifiers;
mod statements;
mod strings;

use super::Limits;
use super::ast::{Expr, ExprKind, ExternalDeclaration, Name};
use super::kinds::Kind;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::{IntegerToken, Token, TokenKind};
use crate::source::Span;
pub(super) use grammar::{Failure, KindSet};
use grammar::{Pair, Rule, read};
use std::rc::Rc;

/// An external declaration that was read.
pub(super) struct Read {
    /// It; none for a `;` of its own.
    pub item: Option<ExternalDeclaration>,
    /// The index of the token behind it.
    pub end: usize,
}

/// Reads the external declaration that begins at token `start`.
///
/// `kinds` are the kinds of all `tokens`. `old_style` says that declarations of
/// parameters stand before the body.
///
/// # Errors
/// The token at which the grammar cannot go on.
pub(super) fn read_external(
    tokens: &[Token],
    kinds: &str,
    start: usize,
    old_style: bool,
    limits: &Limits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Read, Failure> {
    let rule = if old_style { Rule::old_style_function } else { Rule::external };
    let rest = kinds.get(start..).unwrap_or("");
    let mut pairs = read(rule, rest).map_err(|f| Failure { at: f.at + start, ..f })?;
    let mut builder =
        Builder { tokens, kinds: kinds.as_bytes(), base: start, limits, diagnostics, tallest: 0, refused: false };
    match pairs.next() {
        Some(pair) => {
            let end = start + pair.as_span().end();
            Ok(Read { item: builder.external(pair), end })
        }
        None => Ok(Read { item: None, end: start + 1 }),
    }
}

/// What is needed to build one external declaration.
struct Builder<'a> {
    tokens: &'a [Token],
    kinds: &'a [Kind],
    /// The index of the token at pest's position 0.
    base: usize,
    limits: &'a Limits,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// The height of the tallest expression since this was last set to 0.
    tallest: usize,
    /// An expression was too tall, and that was said.
    refused: bool,
}

impl Builder<'_> {
    /// The index of a pair's first token.
    fn first(&self, pair: &Pair<'_>) -> usize {
        self.base + pair.as_span().start()
    }

    /// The index of a pair's last token.
    fn last(&self, pair: &Pair<'_>) -> usize {
        (self.base + pair.as_span().end()).saturating_sub(1)
    }

    fn kind_at(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(0)
    }

    fn span_at(&self, index: usize) -> Span {
        self.tokens.get(index).map_or(Span::NONE, |t| t.span)
    }

    fn token(&self, index: usize) -> Option<&TokenKind> {
        self.tokens.get(index).map(|t| &t.kind)
    }

    /// From a pair's first to its last token; nothing if it has none.
    fn span(&self, pair: &Pair<'_>) -> Span {
        let span = pair.as_span();
        if span.start() == span.end() {
            return Span::NONE;
        }
        self.span_at(self.first(pair)).to(self.span_at(self.last(pair)))
    }

    fn name_at(&self, index: usize) -> Name {
        let text = match self.token(index) {
            Some(TokenKind::Identifier(text)) => text.clone(),
            _ => Rc::from(""),
        };
        Name { text, span: self.span_at(index) }
    }

    fn name(&self, pair: &Pair<'_>) -> Name {
        self.name_at(self.first(pair))
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error("syntax-error", span, message));
    }

    /// Stands in where an expression could not be built.
    fn placeholder(&self, span: Span) -> Expr {
        let zero = IntegerToken { value: 0, decimal: true, unsigned: false, longs: 0 };
        Expr { kind: ExprKind::Integer(zero), span }
    }
}
