//! From preprocessing tokens to tokens (5.1.1.2, phases 5 and 7).

use super::driver::Preprocessor;
use super::pp_token::{PpKind, PpToken};
use super::token::{Keyword, Punct, Token, TokenKind};
use super::{decode, limits, literal, number};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use std::rc::Rc;

impl Preprocessor<'_> {
    /// Hands a token to the parser, or says what is wrong with it.
    pub(super) fn emit(&mut self, token: &PpToken) {
        let place = token.place;
        let kind = match token.kind {
            PpKind::Identifier => match self.symbols.word(token.text) {
                Some(word) => match word.keyword {
                    Some(keyword) => TokenKind::Keyword(keyword),
                    None => TokenKind::Identifier(Rc::clone(&word.text)),
                },
                None => return,
            },
            PpKind::Punct(punct) => {
                if punct == Punct::LBrace
                    && let Some(&bytes @ 1..) = self.packing.last()
                {
                    self.pack_record(place, bytes);
                }
                TokenKind::Punct(punct)
            }
            PpKind::Number => {
                let text = self.symbols.shared_text(token.text);
                self.checked(|found| number::constant(&text, place, found))
            }
            PpKind::Character | PpKind::String => {
                let text = self.symbols.shared_text(token.text);
                self.checked(|found| literal::constant(&text, place, found))
            }
            PpKind::Unterminated => {
                self.unterminated(token);
                return;
            }
            _ => {
                self.stray(token);
                return;
            }
        };
        if self.output.len() >= limits::TOKENS {
            let message = format!("the program has more than {} tokens", limits::TOKENS);
            self.fatal(Diagnostic::error("limit", place, message));
            return;
        }
        let indent = token.starts_line.then(|| self.map.indentation(place.lo));
        self.output.push(Token { kind, span: place, indent });
    }

    fn checked(&mut self, convert: impl FnOnce(&mut Vec<Diagnostic>) -> TokenKind) -> TokenKind {
        let mut found = Vec::new();
        let kind = convert(&mut found);
        for diagnostic in found {
            self.report(diagnostic);
        }
        kind
    }

    fn unterminated(&mut self, token: &PpToken) {
        let text = self.spelling(token);
        let quote = if text.trim_start_matches(['L', 'u', 'U', '8']).starts_with('"') { '"' } else { '\'' };
        let first = Span { hi: token.place.lo.saturating_add(1).min(token.place.hi), ..token.place };
        let mut d = if quote == '"' {
            Diagnostic::error("unterminated-string", first, "the string has no closing '\"' on its line")
        } else {
            Diagnostic::error(
                "unterminated-character",
                first,
                "the character constant has no closing \"'\" on its line",
            )
        };
        if quote == '"' && text.ends_with('\\') {
            d = d.with_note("the file ends after the backslash");
        } else if quote == '"' && text.ends_with("\\\"") {
            d = d.with_note(
                "the last '\\\"' is a quote inside the string; to end the string with a backslash write '\\\\'",
            );
        }
        self.lexical(d, quote == '"');
    }

    fn stray(&mut self, token: &PpToken) {
        let text = self.spelling(token).to_owned();
        let c = text.chars().next().unwrap_or('\0');
        let place = token.place;
        let instead = match c {
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}' | '\u{00BB}' | '\u{FF02}' => Some("\""),
            '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{00B4}' => Some("'"),
            '\u{2013}' | '\u{2014}' | '\u{2212}' => Some("-"),
            '\u{00D7}' => Some("*"),
            '\u{00F7}' => Some("/"),
            '\u{2264}' => Some("<="),
            '\u{2265}' => Some(">="),
            '\u{2260}' => Some("!="),
            '\u{FF1B}' | '\u{037E}' => Some(";"),
            '\u{FF0C}' => Some(","),
            '\u{FF08}' => Some("("),
            '\u{FF09}' => Some(")"),
            '\u{2026}' => Some("..."),
            _ => None,
        };
        let message = match c {
            '#' => format!("stray '{text}' in the program"),
            '\u{A0}' | '\u{2000}'..='\u{200F}' | '\u{202F}' | '\u{3000}' | '\u{FEFF}' => {
                format!("an invisible character (U+{:04X}) stands here", u32::from(c))
            }
            c if c.is_control() => format!("stray control character (code {}) in the program", u32::from(c)),
            c => match decode::raw_byte(c) {
                Some(byte) => format!("stray byte 0x{byte:02x} in the program"),
                None => format!("stray '{c}' in the program"),
            },
        };
        let mut d = Diagnostic::error("stray-character", place, message);
        if let Some(instead) = instead {
            d = d.with_note(format!("it looks like {instead} but is another character; type {instead}"));
        } else if c == '#' {
            d = d.with_note("a directive must be the first thing on its line");
        } else if c == '\\' {
            d = d.with_note(
                "a '\\' belongs inside of quotes, or at the very end of a line: is a '\"' missing before it?",
            );
        } else if !c.is_ascii() && !c.is_control() && message_is_blank(c) {
            d = d.with_note("replace it by a blank; such characters come from copying out of web pages");
        }
        self.lexical(d, false);
    }

    /// What follows from one wrong character is not told: nothing more about its line,
    /// nor about the one behind a string that is open.
    fn lexical(&mut self, diagnostic: Diagnostic, open: bool) {
        let line = self.map.place(diagnostic.span).line;
        let follows =
            self.wrong_line.is_some_and(|(last, open)| line == last || (open && line == last.saturating_add(1)));
        if !follows {
            self.wrong_line = Some((line, open));
            self.report(diagnostic);
        }
    }

    /// Under `#pragma pack(n)` a struct or union defined here says so in an
    /// attribute whose name, with a blank in it, no program can write.
    fn pack_record(&mut self, place: Span, bytes: u8) {
        let named = matches!(self.output.last().map(|t| &t.kind), Some(TokenKind::Identifier(_)));
        let at = self.output.len().saturating_sub(usize::from(named));
        let before = self.output.get(..at).map_or(0, before_attributes);
        let keyword = before.checked_sub(1).and_then(|last| self.output.get(last)).map(|t| &t.kind);
        if !matches!(keyword, Some(TokenKind::Keyword(Keyword::Struct | Keyword::Union))) {
            return;
        }
        let attribute = [
            TokenKind::Keyword(Keyword::Attribute),
            TokenKind::Punct(Punct::LParen),
            TokenKind::Punct(Punct::LParen),
            TokenKind::Identifier(Rc::from(format!("pack {bytes}"))),
            TokenKind::Punct(Punct::RParen),
            TokenKind::Punct(Punct::RParen),
        ];
        let name = self.output.split_off(at);
        self.output.extend(attribute.map(|kind| Token { kind, span: place, indent: None }));
        self.output.extend(name);
    }
}

/// How many of these tokens stand before the attributes that they end with.
fn before_attributes(tokens: &[Token]) -> usize {
    let mut before = tokens.len();
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().rev() {
        match &token.kind {
            TokenKind::Punct(Punct::RParen) => depth += 1,
            TokenKind::Punct(Punct::LParen) if depth > 0 => depth -= 1,
            TokenKind::Keyword(Keyword::Attribute) if depth == 0 => before = index,
            _ if depth > 0 => {}
            _ => break,
        }
    }
    before
}

fn message_is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}
