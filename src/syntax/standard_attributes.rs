//! `[[…]]`, C23's attributes, which gcc takes in all its modes: they are read as
//! gcc's own, `__attribute__((…))`. Two brackets in a row open nothing else.

use crate::diagnostics::Diagnostic;
use crate::preprocess::token::{Keyword, Punct, Token, TokenKind};
use std::borrow::Cow;
use std::rc::Rc;

/// What gcc calls the attributes of the standard that have other names.
const NAMES: &[(&str, &str)] =
    &[("maybe_unused", "unused"), ("nodiscard", "warn_unused_result"), ("_Noreturn", "noreturn")];

/// The tokens with gcc's attributes in place of C23's.
pub(super) fn rewritten<'t>(tokens: &'t [Token], diagnostics: &mut Vec<Diagnostic>) -> Cow<'t, [Token]> {
    let twice = |at: usize, p| is(tokens, at, p) && is(tokens, at.saturating_add(1), p);
    if !(0..tokens.len()).any(|at| twice(at, Punct::LBracket)) {
        return Cow::Borrowed(tokens);
    }
    let mut result = Vec::with_capacity(tokens.len());
    let mut at = 0_usize;
    while let Some(token) = tokens.get(at) {
        let end = twice(at, Punct::LBracket).then(|| end_of(tokens, at)).flatten();
        let Some(end) = end else {
            result.push(token.clone());
            at = at.saturating_add(1);
            continue;
        };
        let inside = tokens.get(at.saturating_add(2)..end).unwrap_or_default();
        let span = tokens.get(end).map_or(token.span, |last| token.span.to(last.span));
        diagnostics.push(Diagnostic::strict("standard-attribute", span, "attributes in '[[ ]]' came with C23"));
        let with = |kind: TokenKind, like: &Token, indent| Token { kind, span: like.span, indent };
        result.push(with(TokenKind::Keyword(Keyword::Attribute), token, token.indent));
        result.push(with(TokenKind::Punct(Punct::LParen), token, None));
        result.push(with(TokenKind::Punct(Punct::LParen), token, None));
        items(inside, &mut result);
        for closing in tokens.get(end..).into_iter().flatten().take(2) {
            result.push(with(TokenKind::Punct(Punct::RParen), closing, None));
        }
        at = end.saturating_add(2);
    }
    Cow::Owned(result)
}

/// The attributes without `gnu::` before them, under the names that gcc has for them.
fn items(inside: &[Token], result: &mut Vec<Token>) {
    let mut at = 0_usize;
    let mut depth = 0_usize;
    while let Some(token) = inside.get(at) {
        let colons = is(inside, at.saturating_add(1), Punct::Colon) && is(inside, at.saturating_add(2), Punct::Colon);
        if depth == 0 && colons {
            at = at.saturating_add(3);
            continue;
        }
        match &token.kind {
            TokenKind::Punct(Punct::LParen) => depth = depth.saturating_add(1),
            TokenKind::Punct(Punct::RParen) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let known = match &token.kind {
            TokenKind::Identifier(name) if depth == 0 => NAMES.iter().find(|(theirs, _)| **theirs == **name),
            _ => None,
        };
        result.push(match known {
            Some((_, ours)) => Token { kind: TokenKind::Identifier(Rc::from(*ours)), ..token.clone() },
            None => token.clone(),
        });
        at = at.saturating_add(1);
    }
}

/// The first of the two brackets that close what two of them open here.
fn end_of(tokens: &[Token], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match token.kind {
            TokenKind::Punct(Punct::LBracket) => depth = depth.saturating_add(1),
            TokenKind::Punct(Punct::RBracket) => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    return is(tokens, i.saturating_add(1), Punct::RBracket).then_some(i);
                }
            }
            TokenKind::Punct(Punct::Semi | Punct::LBrace) => return None,
            _ => {}
        }
    }
    None
}

fn is(tokens: &[Token], at: usize, wanted: Punct) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == TokenKind::Punct(wanted))
}
