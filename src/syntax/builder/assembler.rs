//! `asm("" : … )` without instructions: it only holds an optimiser back.

use super::Builder;
use crate::preprocess::token::{Punct, StringToken, TokenKind};

impl Builder<'_> {
    /// Is there nothing to be done: no instruction, no operand that gets a value
    /// or has an effect? The tokens are those from `asm` to the `;`.
    pub(super) fn is_inert_assembler(&self, first: usize, last: usize) -> bool {
        let tokens: Vec<&TokenKind> = (first..=last).filter_map(|index| self.token(index)).collect();
        let open = tokens.iter().position(|t| is(t, Punct::LParen)).map_or(tokens.len(), |at| at.saturating_add(1));
        let rest = tokens.get(open..).unwrap_or_default();
        let template = rest.iter().take_while(|t| text(t).is_some()).count();
        let (template, operands) = rest.split_at(template);
        !template.is_empty()
            && template.iter().all(|t| text(t).is_some_and(|s| s.units.is_empty()))
            && stay_what_they_are(operands)
    }
}

/// Operands that are only read, or read and written (`"+r"`) by nothing, and are
/// reached without calls and assignments.
fn stay_what_they_are(operands: &[&TokenKind]) -> bool {
    let mut before: Option<&TokenKind> = None;
    operands.iter().all(|token| {
        let quiet = match token {
            TokenKind::String(constraint) => !constraint.units.contains(&u32::from(b'=')),
            TokenKind::Punct(Punct::LParen) => {
                !before.is_some_and(|t| matches!(t, TokenKind::Identifier(_)) || is(t, Punct::RParen))
            }
            TokenKind::Punct(punct) => {
                !matches!(punct, Punct::Inc | Punct::Dec | Punct::Assign) && !punct.spelling().ends_with("=")
                    || matches!(punct, Punct::EqEq | Punct::Ne | Punct::Le | Punct::Ge)
            }
            _ => true,
        };
        before = Some(token);
        quiet
    })
}

fn is(token: &TokenKind, punct: Punct) -> bool {
    matches!(token, TokenKind::Punct(p) if *p == punct)
}

fn text(token: &TokenKind) -> Option<&StringToken> {
    match token {
        TokenKind::String(string) => Some(string),
        _ => None,
    }
}
