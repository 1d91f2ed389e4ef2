//! Character constants and string literals (6.4.4.4, 6.4.5).

use super::decode::raw_byte;
use super::lexer::universal_name;
use super::token::{CharacterToken, Encoding, StringToken, TokenKind};
use crate::diagnostics::Diagnostic;
use crate::source::{ExpansionId, Span};
use std::rc::Rc;

/// The constant that a closed character constant or string literal stands
/// for. Errors and warnings are added to `found`.
pub(super) fn constant(text: &str, place: Span, found: &mut Vec<Diagnostic>) -> TokenKind {
    let (encoding, prefix) = encoding(text);
    let inner = text.get(prefix + 1..text.len().saturating_sub(1)).unwrap_or("");
    let plain = place.expansion == ExpansionId::NONE
        && usize::try_from(place.hi.saturating_sub(place.lo)).is_ok_and(|length| length == text.len());
    let mut reader =
        Reader { text: inner, at: 0, encoding, place, start: if plain { Some(prefix + 1) } else { None }, found };
    let mut units = Vec::with_capacity(inner.len());
    let mut characters = 0_usize;
    while reader.at < inner.len() {
        reader.next_unit(&mut units);
        characters += 1;
    }
    if text.as_bytes().get(prefix) == Some(&b'"') {
        return TokenKind::String(StringToken { units: Rc::from(units), encoding });
    }
    TokenKind::Character(CharacterToken { value: character(&units, characters, encoding, place, found), encoding })
}

/// The prefix and its length.
fn encoding(text: &str) -> (Encoding, usize) {
    match text.as_bytes() {
        [b'u', b'8', ..] => (Encoding::Utf8, 2),
        [b'u', ..] => (Encoding::Char16, 1),
        [b'U', ..] => (Encoding::Char32, 1),
        [b'L', ..] => (Encoding::Wide, 1),
        _ => (Encoding::Plain, 0),
    }
}

/// The value of a plain string literal as text, for file names and pragmas.
pub(super) fn plain_text(literal: &str) -> String {
    let (_, prefix) = encoding(literal);
    let inner = literal.get(prefix + 1..literal.len().saturating_sub(1)).unwrap_or("");
    let mut text = String::with_capacity(inner.len());
    let mut escaped = false;
    for c in inner.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            escaped = false;
            text.push(c);
        }
    }
    text
}

/// The value of a character constant (6.4.4.4p10; several characters as gcc has it).
fn character(units: &[u32], characters: usize, encoding: Encoding, place: Span, found: &mut Vec<Diagnostic>) -> i64 {
    let last = units.last().copied().unwrap_or(0);
    if units.is_empty() {
        found.push(Diagnostic::error("empty-character", place, "an empty character constant has no value"));
        return 0;
    }
    if encoding != Encoding::Plain {
        if units.len() > 1 {
            found.push(Diagnostic::warning(
                "multi-character",
                place,
                "the character constant is too long for its type; only its last part counts",
            ));
        }
        return match encoding {
            Encoding::Wide => i64::from(last.cast_signed()),
            _ => i64::from(last),
        };
    }
    if units.len() == 1 {
        return u8::try_from(last).map_or(0, |b| i64::from(b.cast_signed()));
    }
    if units.len() > 4 {
        found.push(
            Diagnostic::warning(
                "multi-character",
                place,
                "the character constant is too long for its type; only its last 4 bytes count",
            )
            .with_note("strings stand in double quotes"),
        );
    } else if characters == 1 {
        let message = format!("this character takes {} bytes, which make an int, not a char", units.len());
        found.push(Diagnostic::warning("multi-character", place, message));
    } else {
        found.push(
            Diagnostic::warning("multi-character", place, "a character constant with several characters")
                .with_note("strings stand in double quotes"),
        );
    }
    let value = units.iter().fold(0_u32, |value, unit| (value << 8) | (unit & 0xff));
    i64::from(value.cast_signed())
}

/// Reads the inside of a literal.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    encoding: Encoding,
    place: Span,
    /// Offset of the inside in the token, if the token stands in the text as it is.
    start: Option<usize>,
    found: &'t mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The place of what was read since `from`.
    fn place(&self, from: usize) -> Span {
        let Some(start) = self.start else { return self.place };
        let position = |offset: usize| self.place.lo.saturating_add(u32::try_from(start + offset).unwrap_or(0));
        Span { lo: position(from), hi: position(self.at), ..self.place }
    }

    fn next_unit(&mut self, units: &mut Vec<u32>) {
        let from = self.at;
        let Some(c) = self.text.get(from..).and_then(|t| t.chars().next()) else { return };
        self.at += c.len_utf8();
        if c == '\\' {
            self.escape(from, units);
        } else if let Some(byte) = raw_byte(c) {
            units.push(u32::from(byte));
        } else {
            self.encode(c, units);
        }
    }

    /// Appends a character in the literal's encoding.
    fn encode(&self, c: char, units: &mut Vec<u32>) {
        match self.encoding {
            Encoding::Plain | Encoding::Utf8 => units.extend(c.encode_utf8(&mut [0; 4]).bytes().map(u32::from)),
            Encoding::Char16 => units.extend(c.encode_utf16(&mut [0; 2]).iter().map(|&u| u32::from(u))),
            Encoding::Char32 | Encoding::Wide => units.push(u32::from(c)),
        }
    }

    fn escape(&mut self, from: usize, units: &mut Vec<u32>) {
        let Some(c) = self.text.get(self.at..).and_then(|t| t.chars().next()) else { return };
        let simple = match c {
            'n' => 10,
            't' => 9,
            'r' => 13,
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'v' => 11,
            // gcc's, for the terminal's escape sequences
            'e' | 'E' => 27,
            '\\' | '\'' | '"' | '?' => u32::from(c),
            '0'..='7' => return self.octal(from, units),
            'x' => return self.hexadecimal(from, units),
            'u' | 'U' => return self.universal(from, units),
            _ => {
                self.at += c.len_utf8();
                let place = self.place(from);
                // An old encoding (Shift-JIS) has the byte of '\\' inside of its characters.
                if let Some(byte) = raw_byte(c) {
                    let message = "this text is not UTF-8, and here a byte of it is a backslash, which is left out";
                    self.found.push(Diagnostic::pedantic("unknown-escape", place, message));
                    return units.push(u32::from(byte));
                }
                let message = format!("there is no escape sequence '\\{c}'");
                let mut d = Diagnostic::pedantic("unknown-escape", place, message);
                d = d.with_note(if c == '%' {
                    "a percent sign in a format is written %%".to_owned()
                } else {
                    format!("it is read as '{c}'; a backslash is written '\\\\'")
                });
                self.found.push(d);
                return self.encode(c, units);
            }
        };
        self.at += c.len_utf8();
        units.push(simple);
    }

    fn octal(&mut self, from: usize, units: &mut Vec<u32>) {
        let digits = self.text.get(self.at..).unwrap_or("");
        let length = digits.bytes().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
        self.at += length;
        let value = u64::from_str_radix(digits.get(..length).unwrap_or("0"), 8).unwrap_or(0);
        self.number(value, "octal", from, units);
    }

    fn hexadecimal(&mut self, from: usize, units: &mut Vec<u32>) {
        self.at += 1;
        let digits = self.text.get(self.at..).unwrap_or("");
        let length = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
        self.at += length;
        if length == 0 {
            let place = self.place(from);
            self.found.push(Diagnostic::error("bad-escape", place, "'\\x' must be followed by hexadecimal digits"));
            return units.push(0);
        }
        let digits = digits.get(..length).unwrap_or("0").trim_start_matches('0');
        let value = if digits.is_empty() { 0 } else { u64::from_str_radix(digits, 16).unwrap_or(u64::MAX) };
        self.number(value, "hexadecimal", from, units);
    }

    /// Appends the value of a numeric escape, cut to one element.
    fn number(&mut self, value: u64, what: &str, from: usize, units: &mut Vec<u32>) {
        let most = match self.encoding {
            Encoding::Plain | Encoding::Utf8 => 0xff,
            Encoding::Char16 => 0xffff,
            Encoding::Char32 | Encoding::Wide => 0xffff_ffff,
        };
        if value > most {
            let message = format!("the {what} escape sequence does not fit one character");
            let place = self.place(from);
            let mut d = Diagnostic::pedantic("bad-escape", place, message);
            if what == "hexadecimal" {
                d = d.with_note("all hexadecimal digits that follow belong to it; end the string and begin another: \"\\x41\" \"b\"");
            }
            self.found.push(d);
        }
        units.push(u32::try_from(value & most).unwrap_or(0));
    }

    fn universal(&mut self, from: usize, units: &mut Vec<u32>) {
        match universal_name(self.text.get(from..).unwrap_or("")) {
            Some((c, length)) => {
                self.at = from + length;
                // 6.4.3p2: the basic characters are written as they are.
                if u32::from(c) < 0xa0 && !matches!(c, '$' | '@' | '`') {
                    let written = self.text.get(from..self.at).unwrap_or("");
                    let message = format!("'{written}' names a character that must be written as it is");
                    let place = self.place(from);
                    self.found.push(Diagnostic::error("bad-escape", place, message));
                }
                self.encode(c, units);
            }
            None => {
                let letter = self.text.get(self.at..).and_then(|t| t.chars().next()).unwrap_or('u');
                self.at += 1;
                let digits = self.text.get(self.at..).unwrap_or("").bytes().take_while(u8::is_ascii_hexdigit).count();
                let wanted = if letter == 'u' { 4 } else { 8 };
                self.at += digits.min(wanted);
                let message = if digits < wanted {
                    format!("'\\{letter}' must be followed by {wanted} hexadecimal digits")
                } else {
                    format!("'{}' names no character", self.text.get(from..self.at).unwrap_or(""))
                };
                let place = self.place(from);
                self.found.push(Diagnostic::error("bad-escape", place, message));
                units.push(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<u32> {
        match constant(text, Span::NONE, &mut Vec::new()) {
            TokenKind::String(s) => s.units.to_vec(),
            other => panic!("{other:?}"),
        }
    }

    fn value(text: &str) -> i64 {
        match constant(text, Span::NONE, &mut Vec::new()) {
            TokenKind::Character(c) => c.value,
            other => panic!("{other:?}"),
        }
    }

    fn complaint(text: &str) -> String {
        let mut found = Vec::new();
        constant(text, Span::NONE, &mut found);
        found.first().map_or(String::new(), |d| d.message.clone())
    }

    #[test]
    fn a_backslash_inside_of_a_shift_jis_character_is_left_out() {
        let raw = |b: u32| char::from_u32(0x10_FE00 + b).unwrap_or(' ');
        assert_eq!(units(&format!("\"{}\\{}[\"", raw(0x83), raw(0x81))), [0x83, 0x81, 0x5b]);
    }

    #[test]
    fn characters_have_gccs_values() {
        assert_eq!(value("'a'"), 97);
        assert_eq!(value(r"'\n'"), 10);
        assert_eq!(value(r"'\377'"), -1);
        assert_eq!(value(r"'\xff'"), -1);
        assert_eq!(value("'ab'"), 24930);
        assert_eq!(value("'abcde'"), i64::from(0x6263_6465));
        assert_eq!(value(r"'\xff\xff\xff\xff'"), -1);
        assert_eq!(value(r"L'\xffffffff'"), -1);
        assert_eq!(value(r"u'\xffff'"), 65535);
        assert_eq!(value("L'é'"), 233);
    }

    #[test]
    fn strings_are_encoded_by_their_prefix() {
        assert_eq!(units(r#""a\0b\x41\101""#), [97, 0, 98, 65, 65]);
        assert_eq!(units("\"é\""), [0xc3, 0xa9]);
        assert_eq!(units("u\"😀\""), [0xd83d, 0xde00]);
        assert_eq!(units("U\"😀\""), [0x1f600]);
        assert_eq!(units(r#"L"\u00e9\U0001F600""#), [0xe9, 0x1f600]);
        assert_eq!(units(r#""\e[0m""#), [27, 91, 48, 109]);
        let text = super::super::decode::decode(b"\"\xe9\"");
        assert_eq!(units(&text), [0xe9]);
    }

    #[test]
    fn bad_escapes_are_named() {
        assert_eq!(complaint(r#""\q""#), "there is no escape sequence '\\q'");
        assert_eq!(complaint(r#""\x""#), "'\\x' must be followed by hexadecimal digits");
        assert_eq!(complaint(r#""\u12""#), "'\\u' must be followed by 4 hexadecimal digits");
        assert_eq!(complaint(r#""\ud800""#), "'\\ud800' names no character");
        assert_eq!(complaint("''"), "an empty character constant has no value");
        assert_eq!(complaint(r"'\400'"), "the octal escape sequence does not fit one character");
        assert_eq!(complaint("'é'"), "this character takes 2 bytes, which make an int, not a char");
    }
}
