//! The lexer: from text to preprocessing tokens (5.1.1.2, phase 3), in one pass.

use super::pp_token::{PpKind, PpToken};
use super::punctuators;
use super::splice::Spliced;
use super::symbols::{Symbol, Symbols};
use crate::source::{Pos, Span};
use std::rc::Rc;

/// Reads one text.
#[derive(Debug)]
pub(super) struct Lexer {
    text: Rc<str>,
    at: usize,
    base: Pos,
    spliced: Option<Spliced>,
    starts_line: bool,
    /// Inside a directive the end of the line is a token.
    pub in_directive: bool,
    /// A comment that never closes begins here.
    pub open_comment: Option<Pos>,
}

impl Lexer {
    /// A lexer for a text whose first byte has position `base`. `spliced` is
    /// the text without continuation lines, if it has any.
    pub fn new(text: Rc<str>, base: Pos, spliced: Option<Spliced>) -> Lexer {
        let text = spliced.as_ref().map_or(text, |s| Rc::clone(&s.text));
        Lexer { text, at: 0, base, spliced, starts_line: true, in_directive: false, open_comment: None }
    }

    /// Everything has been read.
    pub fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn slice(&self, from: usize) -> &str {
        self.text.get(from..self.at).unwrap_or("")
    }

    fn position(&self, offset: usize) -> Pos {
        let original = self.spliced.as_ref().map_or(offset, |s| s.original(offset));
        self.base.saturating_add(Pos::try_from(original).unwrap_or(Pos::MAX))
    }

    /// The position of what comes next.
    pub fn here(&self) -> Pos {
        self.position(self.at)
    }

    fn token(&mut self, kind: PpKind, text: Symbol, from: usize, space: bool) -> PpToken {
        let lo = self.position(from);
        // The end is one past the last character, not the far end of a continuation.
        let hi = if self.at > from { self.position(self.at - 1).saturating_add(1) } else { lo };
        let starts_line = std::mem::replace(&mut self.starts_line, false);
        PpToken { kind, text, place: Span::new(lo, hi), spelled: (lo, hi), space, starts_line, painted: false }
    }

    /// The next token; at the end [`PpKind::End`], again and again.
    pub fn next(&mut self, symbols: &mut Symbols) -> PpToken {
        let space = self.skip_blanks();
        let from = self.at;
        let Some(byte) = self.byte(0) else {
            let kind = if self.in_directive { PpKind::EndOfLine } else { PpKind::End };
            return self.token(kind, Symbol::NONE, from, space);
        };
        match byte {
            b'\n' => self.token(PpKind::EndOfLine, Symbol::NONE, from, space),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' => self.identifier(symbols, from, space),
            b'0'..=b'9' => self.number(symbols, from, space),
            b'.' if self.byte(1).is_some_and(|b| b.is_ascii_digit()) => self.number(symbols, from, space),
            b'"' | b'\'' => self.quoted(symbols, from, space),
            b'\\' if matches!(self.byte(1), Some(b'u' | b'U')) => self.identifier(symbols, from, space),
            0x80.. => self.beyond_ascii(symbols, from, space),
            _ => match punctuators::longest(self.text.as_bytes().get(from..).unwrap_or(&[])) {
                Some((kind, len, usual)) => {
                    self.at += len;
                    let text = if usual { Symbol::NONE } else { symbols.intern(self.slice(from)) };
                    self.token(kind, text, from, space)
                }
                None => {
                    self.at += 1;
                    let text = symbols.intern(self.slice(from));
                    self.token(PpKind::Other, text, from, space)
                }
            },
        }
    }

    /// Skips white space and comments; stops before a line's end in a directive.
    fn skip_blanks(&mut self) -> bool {
        let from = self.at;
        while let Some(byte) = self.byte(0) {
            match byte {
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => self.at += 1,
                b'\n' if self.in_directive => break,
                b'\n' => {
                    self.at += 1;
                    self.starts_line = true;
                }
                b'/' if self.byte(1) == Some(b'*') => self.skip_comment(),
                b'/' if self.byte(1) == Some(b'/') => self.skip_to_newline(),
                _ => break,
            }
        }
        self.at > from
    }

    fn skip_comment(&mut self) {
        let from = self.at;
        let rest = self.text.get(from + 2..).unwrap_or("");
        match rest.find("*/") {
            Some(len) => self.at = from + 2 + len + 2,
            None => {
                self.open_comment = Some(self.position(from));
                self.at = self.text.len();
            }
        }
    }

    fn skip_to_newline(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or("");
        self.at += rest.find('\n').unwrap_or(rest.len());
    }

    fn identifier(&mut self, symbols: &mut Symbols, from: usize, space: bool) -> PpToken {
        while self.byte(0).is_some_and(is_word_byte) {
            self.at += 1;
        }
        match self.byte(0) {
            Some(b'"') if matches!(self.slice(from), "L" | "u" | "U" | "u8") => self.quoted(symbols, from, space),
            Some(b'\'') if matches!(self.slice(from), "L" | "u" | "U") => self.quoted(symbols, from, space),
            Some(b'\\' | 0x80..) => self.wide_identifier(symbols, from, space),
            _ => {
                let text = symbols.intern(self.text.get(from..self.at).unwrap_or(""));
                self.token(PpKind::Identifier, text, from, space)
            }
        }
    }

    /// An identifier with letters beyond ASCII or universal character names, which are decoded.
    fn wide_identifier(&mut self, symbols: &mut Symbols, from: usize, space: bool) -> PpToken {
        let mut name = self.slice(from).to_owned();
        while let Some(c) = self.text.get(self.at..).and_then(|t| t.chars().next()) {
            if c == '\\' {
                let Some((decoded, len)) = universal_name(self.text.get(self.at..).unwrap_or("")) else { break };
                name.push(decoded);
                self.at += len;
            } else if c.is_alphanumeric() || c == '_' || c == '$' {
                name.push(c);
                self.at += c.len_utf8();
            } else {
                break;
            }
        }
        if self.at == from {
            // A backslash that begins no letter.
            self.at += 1;
            let text = symbols.intern("\\");
            return self.token(PpKind::Other, text, from, space);
        }
        let text = symbols.intern(&name);
        self.token(PpKind::Identifier, text, from, space)
    }

    fn beyond_ascii(&mut self, symbols: &mut Symbols, from: usize, space: bool) -> PpToken {
        let c = self.text.get(from..).and_then(|t| t.chars().next()).unwrap_or('\u{FFFD}');
        if c.is_alphabetic() {
            return self.wide_identifier(symbols, from, space);
        }
        self.at += c.len_utf8();
        let text = symbols.intern(self.text.get(from..self.at).unwrap_or(""));
        self.token(PpKind::Other, text, from, space)
    }

    /// A preprocessing number (6.4.8): takes more than any constant may have.
    fn number(&mut self, symbols: &mut Symbols, from: usize, space: bool) -> PpToken {
        let mut before = 0;
        while let Some(byte) = self.byte(0) {
            let sign_of_exponent = matches!(byte, b'+' | b'-') && matches!(before, b'e' | b'E' | b'p' | b'P');
            if !(is_word_byte(byte) || byte == b'.' || sign_of_exponent) {
                break;
            }
            before = byte;
            self.at += 1;
        }
        let text = symbols.intern(self.text.get(from..self.at).unwrap_or(""));
        self.token(PpKind::Number, text, from, space)
    }

    /// From the opening quote at the current place to the closing one.
    fn quoted(&mut self, symbols: &mut Symbols, from: usize, space: bool) -> PpToken {
        let closed = self.skip_quoted();
        let quote_kind = if self.slice(from).ends_with('\'') { PpKind::Character } else { PpKind::String };
        let kind = if closed { quote_kind } else { PpKind::Unterminated };
        let text = symbols.intern(self.text.get(from..self.at).unwrap_or(""));
        self.token(kind, text, from, space)
    }

    /// Goes past a quoted text; if it does not close on this line, to the line's end.
    fn skip_quoted(&mut self) -> bool {
        let Some(quote) = self.byte(0) else { return false };
        self.at += 1;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\n' => return false,
                b'\\' if self.byte(1).is_some_and(|b| b != b'\n') => {
                    self.at += 1;
                    // The escaped character may be more than one byte.
                    self.at += self.text.get(self.at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
                }
                _ => {
                    self.at += 1;
                    if byte == quote {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// After `#include`: the name between `<>` or quotes (6.4.7), in which
    /// backslashes and `//` mean nothing. `None` if something else stands there.
    pub fn header_name(&mut self, symbols: &mut Symbols) -> Option<PpToken> {
        let space = self.skip_blanks();
        let from = self.at;
        let close = match self.byte(0)? {
            b'<' => '>',
            b'"' => '"',
            _ => return None,
        };
        let line = self.text.get(from + 1..)?.split('\n').next()?;
        self.at = from + 1 + line.find(close)? + 1;
        let text = symbols.intern(self.text.get(from..self.at).unwrap_or(""));
        Some(self.token(PpKind::HeaderName, text, from, space))
    }

    /// Skips what is left of a directive's line.
    pub fn skip_line(&mut self) {
        self.in_directive = false;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\n' => return,
                b'/' if self.byte(1) == Some(b'*') => self.skip_comment(),
                b'/' if self.byte(1) == Some(b'/') => self.skip_to_newline(),
                // A quote that does not close takes the rest of its line, as in gcc.
                b'"' | b'\'' => {
                    self.skip_quoted();
                }
                _ => self.at += 1,
            }
        }
    }

    /// Skips lines until one begins with `#`, and stops before it.
    /// False if the text ends first.
    pub fn skip_to_directive(&mut self) -> bool {
        loop {
            self.skip_blanks();
            match self.byte(0) {
                None => return false,
                Some(b'#') if self.starts_line => return true,
                Some(b'%') if self.starts_line && self.byte(1) == Some(b':') => return true,
                Some(_) => {
                    self.starts_line = false;
                    self.skip_line();
                }
            }
        }
    }
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

/// The character of a universal character name at the start of `text`
/// (6.4.3), and the bytes it takes.
pub(super) fn universal_name(text: &str) -> Option<(char, usize)> {
    let digits = match text.as_bytes().get(..2)? {
        b"\\u" => 4,
        b"\\U" => 8,
        _ => return None,
    };
    let hex = text.get(2..2 + digits)?;
    if !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, 2 + digits))
}
