//! Integers: `d i u o x X b B` and pointers.

use super::field::{self, Room};
use super::spec::Flags;

/// In which digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// `d i u`
    Decimal,
    /// `o`
    Octal,
    /// `x`
    LowerHex,
    /// `X`
    UpperHex,
    /// `b`
    LowerBinary,
    /// `B`
    UpperBinary,
}

/// Writes an integer: its sign (`None` for unsigned conversions, which never
/// have one) and its magnitude.
pub(super) fn write(
    out: &mut Vec<u8>,
    flags: Flags,
    room: Room,
    digits: Digits,
    negative: Option<bool>,
    magnitude: u64,
) {
    let mut body = match digits {
        // No digit at all is written of a zero with precision 0 (7.21.6.1p8).
        _ if magnitude == 0 && room.precision == Some(0) => String::new(),
        Digits::Decimal => magnitude.to_string(),
        Digits::Octal => format!("{magnitude:o}"),
        Digits::LowerHex => format!("{magnitude:x}"),
        Digits::UpperHex => format!("{magnitude:X}"),
        Digits::LowerBinary | Digits::UpperBinary => format!("{magnitude:b}"),
    }
    .into_bytes();
    if let Some(precision) = room.precision {
        let missing = precision.saturating_sub(body.len());
        let mut longer = Vec::new();
        field::fill(&mut longer, b'0', missing);
        longer.append(&mut body);
        body = longer;
    }
    let mut prefix: Vec<u8> = match negative {
        Some(true) => vec![b'-'],
        Some(false) if flags.plus => vec![b'+'],
        Some(false) if flags.space => vec![b' '],
        _ => Vec::new(),
    };
    if flags.alternative {
        match digits {
            Digits::Octal if body.first() != Some(&b'0') => body.insert(0, b'0'),
            Digits::LowerHex if magnitude != 0 => prefix.extend_from_slice(b"0x"),
            Digits::UpperHex if magnitude != 0 => prefix.extend_from_slice(b"0X"),
            Digits::LowerBinary if magnitude != 0 => prefix.extend_from_slice(b"0b"),
            Digits::UpperBinary if magnitude != 0 => prefix.extend_from_slice(b"0B"),
            _ => {}
        }
    }
    let zeros = flags.zero && room.precision.is_none();
    field::place(out, flags, zeros, room.width, &prefix, &body);
}
