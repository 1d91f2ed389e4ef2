//! Adjacent string literals become one (translation phase 6, 6.4.5p5).

use super::Builder;
use super::grammar::Pair;
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::{Encoding, StringToken, TokenKind};

impl Builder<'_> {
    /// Joins the literals of a `strings` pair. A literal without a prefix takes the others'.
    pub(super) fn strings(&mut self, pair: &Pair<'_>) -> StringToken {
        let (first, last) = (self.first(pair), self.last(pair));
        let literals: Vec<&StringToken> = (first..=last)
            .filter_map(|i| match self.tokens.get(i).map(|t| &t.kind) {
                Some(TokenKind::String(s)) => Some(s),
                _ => None,
            })
            .collect();
        if let [only] = literals.as_slice() {
            return (*only).clone();
        }
        let mut encoding = Encoding::Plain;
        let mut mixed = false;
        for literal in &literals {
            if literal.encoding != Encoding::Plain {
                mixed |= encoding != Encoding::Plain && encoding != literal.encoding;
                encoding = literal.encoding;
            }
        }
        let mut units = Vec::new();
        for literal in &literals {
            if literal.encoding == Encoding::Plain {
                widen(&literal.units, encoding, &mut units);
            } else {
                units.extend_from_slice(&literal.units);
            }
        }
        if mixed {
            let message = "string literals with different prefixes cannot be joined";
            self.diagnostics.push(Diagnostic::error("mixed-string-prefixes", self.span(pair), message));
        }
        StringToken { units: units.into(), encoding }
    }
}

/// The bytes of a plain literal as elements of the joined one.
fn widen(bytes: &[u32], encoding: Encoding, units: &mut Vec<u32>) {
    if matches!(encoding, Encoding::Plain | Encoding::Utf8) {
        units.extend_from_slice(bytes);
        return;
    }
    let raw: Option<Vec<u8>> = bytes.iter().map(|&u| u8::try_from(u).ok()).collect();
    match raw.and_then(|r| String::from_utf8(r).ok()) {
        Some(text) if encoding == Encoding::Char16 => units.extend(text.encode_utf16().map(u32::from)),
        Some(text) => units.extend(text.chars().map(u32::from)),
        // Bytes written as escapes that are no UTF-8: each is an element.
        None => units.extend_from_slice(bytes),
    }
}
