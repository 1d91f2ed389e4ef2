//! Text to floating value (7.22.1.3), correctly rounded, without memory.
//!
//! Decimal numbers go through Rust's own conversion, which is correctly
//! rounded; hexadecimal ones are rounded here.

use super::integer::is_space;

/// What was read from the start of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scanned {
    /// The value; ±infinity if it is too large, ±0 if too small.
    pub value: f64,
    /// The number is not 0 but its value is infinite, subnormal and inexact, or 0.
    pub out_of_range: bool,
    /// Bytes used, white space and sign included; 0 if there is no number.
    pub used: usize,
}

/// Which format the result is rounded to. (`long double` is computed as double.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Binary32.
    Single,
    /// Binary64.
    Double,
}

impl Format {
    /// Bits of the significand, and the exponent of its lowest bit in the smallest number.
    fn shape(self) -> (u32, i64) {
        match self {
            Format::Single => (24, -149),
            Format::Double => (53, -1074),
        }
    }

    /// The smallest normal number.
    fn smallest_normal(self) -> f64 {
        match self {
            Format::Single => f64::from(f32::MIN_POSITIVE),
            Format::Double => f64::MIN_POSITIVE,
        }
    }
}

/// Reads a floating number from the start of `text`.
pub fn scan(text: &[u8], format: Format) -> Scanned {
    let blank = text.iter().take_while(|b| is_space(**b)).count();
    let rest = text.get(blank..).unwrap_or_default();
    let negative = rest.first() == Some(&b'-');
    let sign = usize::from(matches!(rest.first(), Some(b'+' | b'-')));
    let body = rest.get(sign..).unwrap_or_default();
    let Some((value, out_of_range, length)) = unsigned(body, format) else {
        return Scanned { value: 0.0, out_of_range: false, used: 0 };
    };
    let used = blank.saturating_add(sign).saturating_add(length);
    Scanned { value: if negative { -value } else { value }, out_of_range, used }
}

/// A number without sign: value, out of range, bytes.
fn unsigned(body: &[u8], format: Format) -> Option<(f64, bool, usize)> {
    let begins = |word: &[u8]| body.get(..word.len()).is_some_and(|b| b.eq_ignore_ascii_case(word));
    if begins(b"infinity") {
        return Some((f64::INFINITY, false, 8));
    }
    if begins(b"inf") {
        return Some((f64::INFINITY, false, 3));
    }
    if begins(b"nan") {
        let sequence = nan_sequence(body.get(3..).unwrap_or_default());
        let inner = body.get(4..2_usize.saturating_add(sequence)).unwrap_or_default();
        return Some((nan(inner, format), false, 3_usize.saturating_add(sequence)));
    }
    if begins(b"0x")
        && let Some(found) = hexadecimal(body, format)
    {
        return Some(found);
    }
    decimal(body, format)
}

/// The NaN of a sequence in parentheses: as in glibc, a number becomes its low bits.
fn nan(sequence: &[u8], format: Format) -> f64 {
    let found = super::integer::scan(sequence, 0);
    let whole = found.used == sequence.len() && !found.negative && sequence.first().is_some_and(u8::is_ascii_digit);
    let payload = if whole { found.unsigned().0 } else { 0 };
    let payload = match format {
        Format::Single => (payload & 0x3f_ffff) << 29,
        Format::Double => payload & 0x7_ffff_ffff_ffff,
    };
    f64::from_bits(f64::NAN.to_bits() | payload)
}

/// Length of `(n-char-sequence)` after `nan`.
fn nan_sequence(rest: &[u8]) -> usize {
    let inner = rest.iter().skip(1).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let close = inner.saturating_add(1);
    if rest.first() == Some(&b'(') && rest.get(close) == Some(&b')') { close.saturating_add(1) } else { 0 }
}

/// Digits with at most one point: length, and whether there is a digit.
fn mantissa(body: &[u8], is_digit: fn(u8) -> bool) -> (usize, bool) {
    let mut point = false;
    let mut any = false;
    let mut length = 0_usize;
    for byte in body {
        match *byte {
            b'.' if !point => point = true,
            byte if is_digit(byte) => any = true,
            _ => break,
        }
        length = length.saturating_add(1);
    }
    (length, any)
}

/// An exponent part that begins with one of these letters: bytes and value
/// (saturated); 0 bytes if it is not complete.
fn exponent(rest: &[u8], letters: [u8; 2]) -> (usize, i64) {
    if !rest.first().is_some_and(|b| letters.contains(b)) {
        return (0, 0);
    }
    let sign = rest.get(1).copied().unwrap_or(0);
    let start = if matches!(sign, b'+' | b'-') { 2_usize } else { 1 };
    let mut length = start;
    let mut value = 0_i64;
    while let Some(digit) = rest.get(length).filter(|b| b.is_ascii_digit()) {
        value = value.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0'))).min(1 << 40);
        length = length.saturating_add(1);
    }
    if length == start {
        return (0, 0);
    }
    (length, if sign == b'-' { value.wrapping_neg() } else { value })
}

fn decimal(body: &[u8], format: Format) -> Option<(f64, bool, usize)> {
    let (digits, any) = mantissa(body, |b| b.is_ascii_digit());
    if !any {
        return None;
    }
    let significand = body.get(..digits)?;
    let (extra, _) = exponent(body.get(digits..).unwrap_or_default(), [b'e', b'E']);
    let length = digits.saturating_add(extra);
    let text = std::str::from_utf8(body.get(..length)?).ok()?;
    let value = match format {
        Format::Single => text.parse::<f32>().map(f64::from).ok()?,
        Format::Double => text.parse::<f64>().ok()?,
    };
    let is_zero = significand.iter().all(|b| matches!(b, b'0' | b'.'));
    let tiny = value < format.smallest_normal();
    Some((value, !is_zero && (value.is_infinite() || tiny), length))
}

fn hexadecimal(body: &[u8], format: Format) -> Option<(f64, bool, usize)> {
    let digits_at = 2_usize;
    let (digits, any) = mantissa(body.get(digits_at..)?, |b| b.is_ascii_hexdigit());
    if !any {
        return None;
    }
    let end = digits_at.saturating_add(digits);
    let (extra, power) = exponent(body.get(end..).unwrap_or_default(), [b'p', b'P']);
    // The significand as an integer of at most 124 bits; a bit below stands for all that is lost.
    let mut significand = 0_u128;
    let mut scale = power;
    let mut after_point = false;
    for byte in body.get(digits_at..end)? {
        let Some(value) = char::from(*byte).to_digit(16) else {
            after_point = true;
            continue;
        };
        if significand >> 120 == 0 {
            significand = (significand << 4) | u128::from(value);
            scale = scale.saturating_sub(if after_point { 4 } else { 0 });
        } else {
            significand |= u128::from(value != 0);
            scale = scale.saturating_add(if after_point { 0 } else { 4 });
        }
    }
    let (value, out_of_range) = compose(significand, scale, format);
    Some((value, out_of_range, end.saturating_add(extra)))
}

/// `significand · 2^scale`, rounded to nearest, ties to even.
fn compose(significand: u128, scale: i64, format: Format) -> (f64, bool) {
    if significand == 0 {
        return (0.0, false);
    }
    let (precision, lowest) = format.shape();
    let length = i64::from(128_u32.saturating_sub(significand.leading_zeros()));
    // The exponent of the lowest bit that is kept.
    let unit = scale.saturating_add(length).saturating_sub(i64::from(precision)).max(lowest);
    let drop = unit.saturating_sub(scale);
    let (kept, inexact) = match u32::try_from(drop) {
        Ok(drop) if drop > 127 => (0, true),
        Ok(drop) => {
            let kept = significand >> drop;
            let lost = significand ^ (kept << drop);
            let half = if drop == 0 { 0 } else { 1_u128 << drop.saturating_sub(1) };
            let up = lost > half || (lost == half && half != 0 && kept & 1 == 1);
            (kept.saturating_add(u128::from(up)), lost != 0)
        }
        // Fewer bits than the format has: nothing is lost.
        Err(_) => (significand << u32::try_from(drop.wrapping_neg()).unwrap_or(0).min(127), false),
    };
    let Ok(kept) = u64::try_from(kept) else { return (f64::INFINITY, true) };
    let largest = match format {
        Format::Single => 128,
        Format::Double => 1024,
    };
    if unit > largest {
        return (f64::INFINITY, true);
    }
    // Exact: `kept` has at most 53 bits (or is 2^53), and the two steps of scaling do not round.
    let value = scaled(kept, unit);
    let value = if format == Format::Single && value > f64::from(f32::MAX) { f64::INFINITY } else { value };
    let tiny = inexact && value < format.smallest_normal();
    (value, value.is_infinite() || tiny)
}

/// `kept · 2^unit` where the result is exact or infinite.
fn scaled(kept: u64, unit: i64) -> f64 {
    let unit = i32::try_from(unit).unwrap_or(if unit < 0 { i32::MIN } else { i32::MAX });
    let high = u32::try_from(kept >> 32).unwrap_or(0);
    let low = u32::try_from(kept & 0xffff_ffff).unwrap_or(0);
    libm::ldexp(f64::from(high) * 4_294_967_296.0 + f64::from(low), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn double(text: &str) -> (f64, usize) {
        let found = scan(text.as_bytes(), Format::Double);
        (found.value, found.used)
    }

    #[test]
    fn forms() {
        assert_eq!(double("  -1.5e3x"), (-1500.0, 8));
        assert_eq!(double("1e"), (1.0, 1));
        assert_eq!(double("1e+"), (1.0, 1));
        assert_eq!(double(".5"), (0.5, 2));
        assert_eq!(double("5."), (5.0, 2));
        assert_eq!(double("."), (0.0, 0));
        assert_eq!(double("0x"), (0.0, 1));
        assert_eq!(double("0x.p1"), (0.0, 1));
        assert_eq!(double("0x1.8p1"), (3.0, 7));
        assert_eq!(double("0x1p"), (1.0, 3));
        assert_eq!(double("infinite"), (f64::INFINITY, 3));
        assert_eq!(double("-INFINITY"), (f64::NEG_INFINITY, 9));
        assert_eq!(double("nan(12)").1, 7);
        assert_eq!(double("nan(12").1, 3);
    }

    #[test]
    fn rounding() {
        assert_eq!(double("0x1.00000000000008p0").0, 1.0);
        assert_eq!(double("0x1.000000000000080000000000000000000000000000000000001p0").0, 1.0000000000000002);
        assert_eq!(double("0x1.fffffffffffff8p1023"), (f64::INFINITY, 23));
        assert_eq!(double("0x0.0000000000001p-1022").0, 5e-324);
        assert_eq!(double("0x1p-1075").0, 0.0);
        assert_eq!(double("0x1.8p-1075").0, 5e-324);
        assert_eq!(scan(b"0x1.000001p0", Format::Single).value, 1.0);
        assert!(scan(b"1e999", Format::Double).out_of_range);
        assert!(scan(b"1e-999", Format::Double).out_of_range);
        assert!(!scan(b"0e-999", Format::Double).out_of_range);
    }
}
