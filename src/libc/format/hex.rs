//! Floating values in hexadecimal: `a` and `A`.

use super::field;

/// The digits after `0x`: glibc's choice of the leading digit, rounded to even.
///
/// A double is shown with leading digit 1 (0 for zero and subnormal values);
/// `extended` as the 64-bit significand of an x87 register, leading digit 8 to f.
pub(super) fn digits(value: f64, precision: Option<usize>, point: bool, extended: bool) -> Vec<u8> {
    let (mut leading, mut rest, mut exponent, places) = if extended { x87(value) } else { double(value) };
    // `rest` holds `places` hexadecimal digits.
    if let Some(kept) = precision
        && kept < places
    {
        let dropped = u32::try_from(places.saturating_sub(kept).saturating_mul(4)).unwrap_or(0);
        let whole = (u128::from(leading) << (places.saturating_mul(4))) | u128::from(rest);
        let unit = 1u128 << dropped;
        let remainder = whole & unit.wrapping_sub(1);
        let mut quotient = whole >> dropped;
        let half = unit >> 1;
        if remainder > half || (remainder == half && quotient & 1 == 1) {
            quotient = quotient.wrapping_add(1);
        }
        let kept_bits = kept.saturating_mul(4);
        leading = u64::try_from(quotient >> kept_bits).unwrap_or(0);
        rest = u64::try_from((quotient & (1u128 << kept_bits).wrapping_sub(1)) << dropped).unwrap_or(0);
        if leading == 16 {
            // Only an extended value can be rounded out of its leading digit.
            leading = 1;
            exponent = exponent.saturating_add(4);
        }
    }
    let mut fraction: Vec<u8> = format!("{rest:0places$x}").into_bytes();
    match precision {
        Some(kept) if kept < places => fraction.truncate(kept),
        Some(kept) => field::fill(&mut fraction, b'0', kept.saturating_sub(places)),
        None => {
            while fraction.last() == Some(&b'0') {
                fraction.pop();
            }
        }
    }
    let mut body = format!("{leading:x}").into_bytes();
    if !fraction.is_empty() || point {
        body.push(b'.');
    }
    body.append(&mut fraction);
    body.extend_from_slice(format!("p{exponent:+}").as_bytes());
    body
}

const FRACTION: u64 = (1 << 52) - 1;

/// Leading digit, the 13 digits after it, exponent.
fn double(value: f64) -> (u64, u64, i64, usize) {
    let bits = value.to_bits();
    let (fraction, biased) = (bits & FRACTION, (bits >> 52) & 0x7ff);
    match biased {
        0 if fraction == 0 => (0, 0, 0, 13),
        0 => (0, fraction, -1022, 13),
        _ => (1, fraction, biased.cast_signed().wrapping_sub(1023), 13),
    }
}

/// Leading digit, the 15 digits after it, exponent, of the value in extended precision.
fn x87(value: f64) -> (u64, u64, i64, usize) {
    let (leading, fraction, exponent, _) = double(value);
    let significand = (leading << 52) | fraction;
    if significand == 0 {
        return (0, 0, 0, 15);
    }
    let shift = significand.leading_zeros();
    let normal = significand << shift;
    // A normal double has 11 zeros before its leading digit.
    let exponent = exponent.wrapping_sub(i64::from(shift).wrapping_sub(11)).wrapping_sub(3);
    (normal >> 60, normal & ((1 << 60) - 1), exponent, 15)
}
