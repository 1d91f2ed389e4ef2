//! Tokens for tests, without a preprocessor: plain text, no macros, no escapes.

use crate::preprocess::token::*;
use crate::source::Span;
use std::rc::Rc;

/// Splits C text into tokens. Position 0 of the text is position 1 of the spans.
pub(in crate::syntax) fn lex(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let (mut tokens, mut i, mut fresh) = (Vec::new(), 0, true);
    while i < bytes.len() {
        let start = i;
        let b = bytes[i];
        let kind = if b == b'\n' {
            (fresh, i) = (true, i + 1);
            continue;
        } else if b.is_ascii_whitespace() {
            i += 1;
            continue;
        } else if b.is_ascii_alphabetic() || b == b'_' {
            i += bytes[i..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
            let word = &text[start..i];
            let encoding = match word {
                "L" => Encoding::Wide,
                "u8" => Encoding::Utf8,
                "u" => Encoding::Char16,
                "U" => Encoding::Char32,
                _ => Encoding::Plain,
            };
            if bytes.get(i) == Some(&b'"') && encoding != Encoding::Plain {
                let units = quoted(bytes, &mut i);
                TokenKind::String(StringToken { units, encoding })
            } else {
                Keyword::from_spelling(word).map_or_else(|| TokenKind::Identifier(Rc::from(word)), TokenKind::Keyword)
            }
        } else if b.is_ascii_digit() {
            i += bytes[i..].iter().take_while(|b| b.is_ascii_digit()).count();
            let value = text[start..i].parse().expect("a number");
            if bytes.get(i) == Some(&b'.') && bytes.get(i + 1) != Some(&b'.') {
                i += 1 + bytes[i + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
                TokenKind::Floating(FloatingToken { value: 0.5, suffix: FloatSuffix::Double })
            } else {
                TokenKind::Integer(IntegerToken { value, decimal: true, unsigned: false, longs: 0 })
            }
        } else if b == b'"' {
            TokenKind::String(StringToken { units: quoted(bytes, &mut i), encoding: Encoding::Plain })
        } else if b == b'\'' {
            let units = quoted(bytes, &mut i);
            TokenKind::Character(CharacterToken { value: units[0].into(), encoding: Encoding::Plain })
        } else {
            let punct = (1..=3).rev().find_map(|n| Some((Punct::from_spelling(text.get(i..i + n)?)?, n)));
            let (punct, n) = punct.unwrap_or_else(|| panic!("no token: {}", &text[i..]));
            i += n;
            TokenKind::Punct(punct)
        };
        let span = Span::new(start as u32 + 1, i as u32 + 1);
        tokens.push(Token { kind, span, indent: fresh.then(|| column(text, start)) });
        fresh = false;
    }
    tokens
}

fn quoted(bytes: &[u8], i: &mut usize) -> Rc<[u32]> {
    let quote = bytes[*i];
    let from = *i + 1;
    *i = from + bytes[from..].iter().take_while(|b| **b != quote).count() + 1;
    bytes[from..*i - 1].iter().map(|&b| u32::from(b)).collect()
}

/// Columns before a byte on its line.
fn column(text: &str, at: usize) -> u32 {
    (at - text[..at].rfind('\n').map_or(0, |newline| newline + 1)) as u32
}
