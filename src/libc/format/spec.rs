//! Reading an output format: pieces of text and conversion specifications.

use std::ops::Range;

/// The flags of a conversion (7.21.6.1p6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    /// `-`: at the left of the field.
    pub left: bool,
    /// `+`: always a sign.
    pub plus: bool,
    /// A space where a sign would stand.
    pub space: bool,
    /// `#`
    pub alternative: bool,
    /// `0`: filled with zeros.
    pub zero: bool,
}

/// A width or precision as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Count {
    /// Not given.
    #[default]
    None,
    /// A number; one too large for any field is `u64::MAX`.
    Fixed(u64),
    /// `*`, or with a place `*2$`.
    Argument(Option<usize>),
}

/// A length modifier (7.21.6.1p7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Length {
    /// None.
    #[default]
    None,
    /// `hh`
    Char,
    /// `h`
    Short,
    /// `l`
    Long,
    /// `ll`, `q`
    LongLong,
    /// `j`
    Max,
    /// `z`
    Size,
    /// `t`
    Difference,
    /// `L`
    LongDouble,
}

impl Length {
    /// Bytes of the integer that it means.
    pub(super) fn bytes(self) -> u64 {
        match self {
            Length::Char => 1,
            Length::Short => 2,
            Length::None => 4,
            _ => 8,
        }
    }

    /// The C type of a signed integer of this length.
    pub(super) fn signed_name(self) -> &'static str {
        match self {
            Length::Char => "signed char",
            Length::Short => "short",
            Length::None => "int",
            Length::Long => "long",
            Length::LongLong | Length::LongDouble => "long long",
            Length::Max => "intmax_t",
            Length::Size => "ssize_t",
            Length::Difference => "ptrdiff_t",
        }
    }

    /// The C type of an unsigned integer of this length.
    pub(super) fn unsigned_name(self) -> &'static str {
        match self {
            Length::Char => "unsigned char",
            Length::Short => "unsigned short",
            Length::None => "unsigned int",
            Length::Long => "unsigned long",
            Length::LongLong | Length::LongDouble => "unsigned long long",
            Length::Max => "uintmax_t",
            Length::Size => "size_t",
            Length::Difference => "unsigned ptrdiff_t",
        }
    }
}

/// A conversion specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spec {
    /// Where it stands in the format.
    pub text: Range<usize>,
    /// Which argument (`%2$d`), from 1.
    pub argument: Option<usize>,
    /// Its flags.
    pub flags: Flags,
    /// Its least width.
    pub width: Count,
    /// Its precision.
    pub precision: Count,
    /// Its length modifier.
    pub length: Length,
    /// The conversion's letter; 0 if the format ends before it.
    pub conversion: u8,
}

/// A part of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Copied as it is.
    Text(Range<usize>),
    /// A conversion.
    Conversion(Spec),
}

/// Reads a format from left to right.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of a format.
    pub(super) fn new(bytes: &'a [u8]) -> Cursor<'a> {
        Cursor { bytes, at: 0 }
    }

    /// Where it stands.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The byte ahead; 0 at the end (a format holds no 0).
    pub(super) fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// The byte ahead is passed; 0 at the end.
    pub(super) fn advance(&mut self) -> u8 {
        let byte = self.peek();
        if byte != 0 {
            self.at = self.at.saturating_add(1);
        }
        byte
    }

    /// Passes the byte ahead if it is this one.
    pub(super) fn accept(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        if there {
            self.advance();
        }
        there
    }

    /// A decimal number, if there is one; `u64::MAX` if it is beyond any use.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut value = None;
        while self.peek().is_ascii_digit() {
            let digit = u64::from(self.advance().wrapping_sub(b'0'));
            value = Some(value.unwrap_or(0u64).saturating_mul(10).saturating_add(digit));
        }
        value
    }

    /// A length modifier.
    pub(super) fn length(&mut self) -> Length {
        let (length, double) = match self.peek() {
            b'h' => (Length::Short, Some(Length::Char)),
            b'l' => (Length::Long, Some(Length::LongLong)),
            b'q' => (Length::LongLong, None),
            b'j' => (Length::Max, None),
            b'z' => (Length::Size, None),
            b't' => (Length::Difference, None),
            b'L' => (Length::LongDouble, None),
            _ => return Length::None,
        };
        let letter = self.advance();
        match double {
            Some(double) if self.accept(letter) => double,
            _ => length,
        }
    }

    /// The next piece of an output format.
    pub(super) fn piece(&mut self) -> Option<Piece> {
        let start = self.at;
        if self.peek() == 0 {
            return None;
        }
        if self.peek() != b'%' {
            while !matches!(self.peek(), 0 | b'%') {
                self.advance();
            }
            return Some(Piece::Text(start..self.at));
        }
        self.advance();
        Some(Piece::Conversion(self.conversion(start)))
    }

    /// The rest of a specification whose `%` was passed.
    fn conversion(&mut self, start: usize) -> Spec {
        let argument = self.place();
        let mut flags = Flags::default();
        loop {
            match self.peek() {
                b'-' => flags.left = true,
                b'+' => flags.plus = true,
                b' ' => flags.space = true,
                b'#' => flags.alternative = true,
                b'0' => flags.zero = true,
                // Grouping as the locale has it: the "C" locale has none.
                b'\'' | b'I' => {}
                _ => break,
            }
            self.advance();
        }
        let width = self.count();
        let precision = if self.accept(b'.') {
            match self.count() {
                Count::None => Count::Fixed(0),
                count => count,
            }
        } else {
            Count::None
        };
        let length = self.length();
        let conversion = self.advance();
        // To glibc `L` is `l` where characters are printed.
        let length = match (length, conversion) {
            (Length::LongDouble, b's' | b'c') => Length::Long,
            (length, _) => length,
        };
        Spec { text: start..self.at, argument, flags, width, precision, length, conversion }
    }

    fn count(&mut self) -> Count {
        if self.accept(b'*') {
            return Count::Argument(self.place());
        }
        self.number().map_or(Count::None, Count::Fixed)
    }

    /// `2$`, if it stands here.
    pub(super) fn place(&mut self) -> Option<usize> {
        let before = self.at;
        if let Some(number) = self.number()
            && number > 0
            && self.accept(b'$')
        {
            return usize::try_from(number).ok();
        }
        self.at = before;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_specification() {
        let mut cursor = Cursor::new(b"ab%-+ #012.*lld%");
        assert_eq!(cursor.piece(), Some(Piece::Text(0..2)));
        let Some(Piece::Conversion(spec)) = cursor.piece() else { panic!("a conversion") };
        assert_eq!(spec.flags, Flags { left: true, plus: true, space: true, alternative: true, zero: true });
        assert_eq!((spec.width, spec.precision), (Count::Fixed(12), Count::Argument(None)));
        assert_eq!((spec.length, spec.conversion), (Length::LongLong, b'd'));
        let Some(Piece::Conversion(last)) = cursor.piece() else { panic!("a conversion") };
        assert_eq!(last.conversion, 0);
        assert_eq!(cursor.piece(), None);
    }

    #[test]
    fn places() {
        let Some(Piece::Conversion(spec)) = Cursor::new(b"%2$*1$.3d").piece() else { panic!("a conversion") };
        assert_eq!((spec.argument, spec.width, spec.precision), (Some(2), Count::Argument(Some(1)), Count::Fixed(3)));
    }
}
