//! The pieces of input that number conversions take, byte by byte as glibc does.

use super::source::Source;
use crate::libc::call::Context;
use crate::machine::Stop;

/// What was found of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found<T> {
    /// It.
    Value(T),
    /// The input ended before anything.
    End,
    /// There is something else.
    Mismatch,
}

/// Takes bytes, at most `left` of them.
pub(super) struct Reader<'a, 'b> {
    source: &'a mut Source,
    context: &'a mut Context<'b>,
    left: u64,
    /// The byte ahead, which is taken already.
    ahead: Option<u8>,
}

impl<'a, 'b> Reader<'a, 'b> {
    /// Begins; the first byte is ahead.
    pub(super) fn begin(
        source: &'a mut Source,
        context: &'a mut Context<'b>,
        width: Option<u64>,
    ) -> Result<Reader<'a, 'b>, Stop> {
        let ahead = source.next(context)?;
        Ok(Reader { source, context, left: width.unwrap_or(u64::MAX), ahead })
    }

    /// The byte ahead, if the width allows one more.
    fn peek(&self) -> Option<u8> {
        if self.left == 0 { None } else { self.ahead }
    }

    fn pass(&mut self) -> Result<(), Stop> {
        self.left = self.left.saturating_sub(1);
        self.ahead = self.source.next(self.context)?;
        Ok(())
    }

    /// Passes the byte ahead, whatever its case, if it is this one.
    fn accept(&mut self, byte: u8) -> Result<bool, Stop> {
        let there = self.peek().is_some_and(|b| b.eq_ignore_ascii_case(&byte));
        if there {
            self.pass()?;
        }
        Ok(there)
    }

    /// The byte ahead goes back.
    fn end(self) {
        self.source.back(self.context, self.ahead);
    }

    /// An integer in this base (0: as its prefix says): its sign and magnitude,
    /// saturated. `pointer`: "(nil)" is one too.
    pub(super) fn integer(mut self, base: u32, pointer: bool) -> Result<Found<(bool, u128)>, Stop> {
        if self.ahead.is_none() {
            return Ok(Found::End);
        }
        let negative = self.peek() == Some(b'-');
        let signed = negative || self.peek() == Some(b'+');
        if signed {
            self.pass()?;
        }
        let mut base = base;
        let mut digits = 0u64;
        if self.peek() == Some(b'0') {
            digits = 1;
            self.pass()?;
            if matches!(base, 0 | 16) && self.accept(b'x')? {
                base = 16;
            } else if base == 0 {
                base = 8;
            }
        }
        let base = if base == 0 { 10 } else { base };
        let mut magnitude = 0u128;
        while let Some(digit) = self.peek().and_then(|b| char::from(b).to_digit(base)) {
            magnitude = magnitude.saturating_mul(base.into()).saturating_add(digit.into());
            digits = digits.saturating_add(1);
            self.pass()?;
        }
        if digits == 0 && pointer && !signed && self.peek() == Some(b'(') {
            for byte in *b"(nil)" {
                if !self.accept(byte)? {
                    self.end();
                    return Ok(Found::Mismatch);
                }
            }
            digits = 1;
        }
        self.end();
        Ok(if digits == 0 { Found::Mismatch } else { Found::Value((negative, magnitude)) })
    }

    /// A floating number's text, its sign first; hexadecimal, infinities and NaN too.
    pub(super) fn floating(mut self) -> Result<Found<String>, Stop> {
        if self.ahead.is_none() {
            return Ok(Found::End);
        }
        let mut text = String::new();
        if let Some(sign @ (b'-' | b'+')) = self.peek() {
            text.push(char::from(sign));
            self.pass()?;
        }
        if let Some(word) = self.word()? {
            self.end();
            return Ok(word.map_or(Found::Mismatch, |word| Found::Value(text + word)));
        }
        let mut digits = 0u64;
        let mut hexadecimal = false;
        if self.peek() == Some(b'0') {
            text.push('0');
            digits = 1;
            self.pass()?;
            if self.accept(b'x')? {
                text.push('x');
                hexadecimal = true;
                digits = 0;
            }
        }
        let (mut point, mut exponent) = (false, false);
        while let Some(byte) = self.peek() {
            let lower = byte.to_ascii_lowercase();
            let mark = if hexadecimal { b'p' } else { b'e' };
            let taken = match lower {
                b'0'..=b'9' => true,
                b'a'..=b'f' if hexadecimal && !exponent => true,
                b'-' | b'+' => exponent && text.as_bytes().last() == Some(&mark),
                b'.' => !point && !exponent,
                _ => lower == mark && digits > 0 && !exponent,
            };
            if !taken {
                break;
            }
            match lower {
                b'.' => point = true,
                b'-' | b'+' => {}
                _ if lower == mark && !(hexadecimal && lower.is_ascii_hexdigit()) => exponent = true,
                _ => digits = digits.saturating_add(1),
            }
            text.push(char::from(lower));
            self.pass()?;
        }
        self.end();
        Ok(if digits == 0 { Found::Mismatch } else { Found::Value(text) })
    }

    /// `nan`, `inf`, `infinity`, as far as they match: `Some(None)` if one begins and breaks off.
    fn word(&mut self) -> Result<Option<Option<&'static str>>, Stop> {
        if self.accept(b'n')? {
            let whole = self.accept(b'a')? && self.accept(b'n')?;
            return Ok(Some(whole.then_some("nan")));
        }
        if self.accept(b'i')? {
            if !(self.accept(b'n')? && self.accept(b'f')?) {
                return Ok(Some(None));
            }
            if self.accept(b'i')? {
                for byte in *b"nity" {
                    if !self.accept(byte)? {
                        return Ok(Some(None));
                    }
                }
            }
            return Ok(Some(Some("inf")));
        }
        Ok(None)
    }
}
