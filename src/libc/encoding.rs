//! How characters are bytes: as in the "C" locale, where those of ASCII have one byte
//! and no others exist, or as UTF-8 once the program asked for it (`setlocale`).

use super::Context;
use super::string::scan;
use super::text::after;
use crate::machine::Stop;
use crate::memory::Pointer;

/// The encoding of LC_CTYPE.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// The "C" locale.
    #[default]
    Ascii,
    /// A locale of UTF-8.
    Utf8,
}

/// What begins with some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// A character and its bytes.
    Character(char, usize),
    /// More bytes are needed.
    Incomplete,
    /// No character.
    Illegal,
}

impl Encoding {
    /// `MB_CUR_MAX`: glibc's 6 for UTF-8.
    pub(super) fn longest(self) -> i64 {
        match self {
            Encoding::Ascii => 1,
            Encoding::Utf8 => 6,
        }
    }

    /// The bytes of a wide character; `None` if it has none.
    pub(super) fn encode(self, character: i64) -> Option<Vec<u8>> {
        let character = u32::try_from(character).ok().and_then(char::from_u32)?;
        (character.is_ascii() || self == Encoding::Utf8).then(|| String::from(character).into_bytes())
    }

    /// The character that these bytes begin with.
    pub(super) fn decode(self, bytes: &[u8]) -> Decoded {
        let Some(first) = bytes.first() else { return Decoded::Incomplete };
        if first.is_ascii() {
            return Decoded::Character(char::from(*first), 1);
        }
        let length = match (self, first) {
            (Encoding::Utf8, 0xc2..=0xdf) => 2,
            (Encoding::Utf8, 0xe0..=0xef) => 3,
            (Encoding::Utf8, 0xf0..=0xf4) => 4,
            _ => return Decoded::Illegal,
        };
        let there = bytes.get(..length.min(bytes.len())).unwrap_or(bytes);
        match std::str::from_utf8(there) {
            Ok(text) => text.chars().next().map_or(Decoded::Illegal, |c| Decoded::Character(c, length)),
            Err(error) if error.error_len().is_none() => Decoded::Incomplete,
            Err(_) => Decoded::Illegal,
        }
    }
}

/// The character that begins in memory within `limit` bytes, after bytes that were read before.
/// No byte is read that does not belong to it.
pub(super) fn read(context: &Context<'_>, before: &[u8], from: Pointer, limit: u64) -> Result<Decoded, Stop> {
    let mut bytes = before.to_vec();
    let mut next = 0_usize;
    loop {
        match context.state.encoding.decode(&bytes) {
            Decoded::Incomplete if scan::wide(next) < limit => {
                bytes.extend_from_slice(scan::block(&context.machine.memory, after(from, next), 1)?);
                next = next.saturating_add(1);
            }
            found => return Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_decoded_and_encoded() {
        assert_eq!(Encoding::Utf8.decode("é".as_bytes()), Decoded::Character('é', 2));
        assert_eq!(Encoding::Utf8.decode(b"\xe2\x82"), Decoded::Incomplete);
        assert_eq!(Encoding::Utf8.decode(b"\xe2a"), Decoded::Illegal);
        assert_eq!(Encoding::Utf8.decode(b"\xc0\x80"), Decoded::Illegal);
        assert_eq!(Encoding::Ascii.decode("é".as_bytes()), Decoded::Illegal);
        assert_eq!(Encoding::Utf8.encode(0x20ac), Some(b"\xe2\x82\xac".to_vec()));
        assert_eq!(Encoding::Utf8.encode(0xd800), None);
        assert_eq!(Encoding::Ascii.encode(0xe9), None);
    }
}
