//! Text to integer (7.22.1.4), without memory: what `strtol` and its relatives read.

/// What was read from the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scanned {
    /// Absolute value; meaningless if `overflow`.
    pub magnitude: u64,
    /// There was a minus sign.
    pub negative: bool,
    /// The magnitude does not fit 64 bits.
    pub overflow: bool,
    /// Bytes used, white space and sign included; 0 if there is no number.
    pub used: usize,
}

/// White space in the C locale (7.4.1.10).
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// The value of a digit in bases up to 36.
fn digit(byte: u8) -> Option<u64> {
    char::from(byte).to_digit(36).map(u64::from)
}

/// Reads an integer in `base` (0, or 2 to 36) from the start of `text`.
pub fn scan(text: &[u8], base: u64) -> Scanned {
    let at = |i: usize| text.get(i).copied().unwrap_or(0);
    let mut i = text.iter().take_while(|b| is_space(**b)).count();
    let negative = at(i) == b'-';
    if matches!(at(i), b'+' | b'-') {
        i = i.saturating_add(1);
    }
    let prefixed = at(i) == b'0'
        && matches!(at(i.saturating_add(1)), b'x' | b'X')
        && digit(at(i.saturating_add(2))).is_some_and(|d| d < 16);
    let base = match base {
        0 if prefixed => 16,
        0 if at(i) == b'0' => 8,
        0 => 10,
        base => base,
    };
    if base == 16 && prefixed {
        i = i.saturating_add(2);
    }
    let digits = i;
    let mut magnitude = Some(0_u64);
    while let Some(value) = text.get(i).copied().and_then(digit).filter(|d| *d < base) {
        magnitude = magnitude.and_then(|m| m.checked_mul(base)?.checked_add(value));
        i = i.saturating_add(1);
    }
    let used = if i == digits { 0 } else { i };
    Scanned { magnitude: magnitude.unwrap_or(u64::MAX), negative, overflow: magnitude.is_none(), used }
}

impl Scanned {
    /// As `strtol` gives it: the value and whether it was out of range.
    pub fn signed(self) -> (i64, bool) {
        let limit = if self.negative { i64::MIN } else { i64::MAX };
        if self.overflow {
            return (limit, true);
        }
        let value = i128::from(self.magnitude);
        match i64::try_from(if self.negative { value.wrapping_neg() } else { value }) {
            Ok(value) => (value, false),
            Err(_) => (limit, true),
        }
    }

    /// As `strtoul` gives it: a minus sign negates in the unsigned type.
    pub fn unsigned(self) -> (u64, bool) {
        match (self.overflow, self.negative) {
            (true, _) => (u64::MAX, true),
            (false, true) => (self.magnitude.wrapping_neg(), false),
            (false, false) => (self.magnitude, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_ends() {
        assert_eq!(scan(b" -0x1Fg", 0).signed(), (-31, false));
        assert_eq!(scan(b"0x", 16).used, 1);
        assert_eq!(scan(b"0xg", 0), Scanned { magnitude: 0, negative: false, overflow: false, used: 1 });
        assert_eq!(scan(b"089", 0).used, 1);
        assert_eq!(scan(b"+", 10).used, 0);
        assert_eq!(scan(b"zz", 36).signed(), (35 * 36 + 35, false));
    }

    #[test]
    fn limits() {
        assert_eq!(scan(b"9223372036854775807", 10).signed(), (i64::MAX, false));
        assert_eq!(scan(b"9223372036854775808", 10).signed(), (i64::MAX, true));
        assert_eq!(scan(b"-9223372036854775808", 10).signed(), (i64::MIN, false));
        assert_eq!(scan(b"-99999999999999999999", 10).signed(), (i64::MIN, true));
        assert_eq!(scan(b"-1", 10).unsigned(), (u64::MAX, false));
        assert_eq!(scan(b"18446744073709551616", 10).unsigned(), (u64::MAX, true));
    }
}
