//! Floating values: `f F e E g G`, exact for every double and any precision.
//!
//! The standard library's formatting is exact and rounds to even; what it lacks
//! are C's exponents, `g`, and precisions beyond its own limit (65,535).

use super::field::{self, Room};
use super::hex;
use super::spec::Flags;

/// No double has more digits than this after the point (2^-1074), nor more
/// significant ones (767), so any further digit is a zero.
const DIGITS_MAX: usize = 1_100;

/// Writes a floating value under a conversion of `f e g a` or their capitals.
/// `extended`: `%La`, which shows the value as an x87 register would have it.
pub(super) fn write(out: &mut Vec<u8>, flags: Flags, room: Room, conversion: u8, value: f64, extended: bool) {
    let upper = conversion.is_ascii_uppercase();
    let mut prefix: Vec<u8> = match (value.is_sign_negative(), flags.plus, flags.space) {
        (true, ..) => vec![b'-'],
        (false, true, _) => vec![b'+'],
        (false, false, true) => vec![b' '],
        _ => Vec::new(),
    };
    let value = value.abs();
    if !value.is_finite() {
        let name: &[u8] = match (value.is_nan(), upper) {
            (true, false) => b"nan",
            (true, true) => b"NAN",
            (false, false) => b"inf",
            (false, true) => b"INF",
        };
        field::place(out, flags, false, room.width, &prefix, name);
        return;
    }
    let mut body = match conversion.to_ascii_lowercase() {
        b'f' => fixed(value, room.precision.unwrap_or(6), flags.alternative),
        b'e' => scientific(value, room.precision.unwrap_or(6), flags.alternative),
        b'g' => general(value, room.precision.unwrap_or(6).max(1), flags.alternative),
        _ => {
            prefix.extend_from_slice(b"0x");
            hex::digits(value, room.precision, flags.alternative, extended)
        }
    };
    if upper {
        prefix.make_ascii_uppercase();
        body.make_ascii_uppercase();
    }
    field::place(out, flags, flags.zero, room.width, &prefix, &body);
}

/// `123.450`
fn fixed(value: f64, precision: usize, point: bool) -> Vec<u8> {
    let shown = precision.min(DIGITS_MAX);
    let mut body = format!("{value:.shown$}").into_bytes();
    field::fill(&mut body, b'0', precision.saturating_sub(shown));
    if point && precision == 0 {
        body.push(b'.');
    }
    body
}

/// The digits of a value (one before the point, `precision` after it) and its exponent.
fn decimal(value: f64, precision: usize) -> (Vec<u8>, i32) {
    let shown = precision.min(DIGITS_MAX);
    let text = format!("{value:.shown$e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).collect();
    field::fill(&mut digits, b'0', precision.saturating_sub(shown));
    (digits, exponent.parse().unwrap_or(0))
}

/// `1.2345e+02`
fn scientific(value: f64, precision: usize, point: bool) -> Vec<u8> {
    let (digits, exponent) = decimal(value, precision);
    with_exponent(&digits, exponent, point)
}

/// Digits, the first before the point, with their exponent.
fn with_exponent(digits: &[u8], exponent: i32, point: bool) -> Vec<u8> {
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, &[]));
    let mut body = first.to_vec();
    if !rest.is_empty() || point {
        body.push(b'.');
    }
    body.extend_from_slice(rest);
    body.push(b'e');
    body.push(if exponent < 0 { b'-' } else { b'+' });
    body.extend_from_slice(format!("{:02}", exponent.unsigned_abs()).as_bytes());
    body
}

/// The shorter of the two, with `precision` significant digits (7.21.6.1p8 `g`).
fn general(value: f64, precision: usize, keep_zeros: bool) -> Vec<u8> {
    let (mut digits, exponent) = decimal(value, precision.saturating_sub(1));
    let below = usize::try_from(exponent).map_or(true, |e| e < precision);
    if exponent >= -4 && below {
        let after = i64::try_from(precision).unwrap_or(i64::MAX).saturating_sub(1).saturating_sub(exponent.into());
        let mut body = fixed(value, usize::try_from(after).unwrap_or(0), keep_zeros);
        if !keep_zeros && body.contains(&b'.') {
            strip_zeros(&mut body);
            if body.last() == Some(&b'.') {
                body.pop();
            }
        }
        return body;
    }
    // glibc keeps no zeros after all where only rounding made the number too
    // long for the other form: `%#g` of 999999.5 is "1.e+06".
    let rounded_up = usize::try_from(exponent) == Ok(precision) && value < power_of_ten(precision);
    if !keep_zeros || rounded_up {
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
        }
    }
    with_exponent(&digits, exponent, keep_zeros)
}

/// 10 to this power, infinite beyond the range.
fn power_of_ten(power: usize) -> f64 {
    format!("1e{power}").parse().unwrap_or(f64::INFINITY)
}

fn strip_zeros(digits: &mut Vec<u8>) {
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(conversion: u8, precision: Option<usize>, value: f64) -> String {
        let mut out = Vec::new();
        write(&mut out, Flags::default(), Room { width: 0, precision }, conversion, value, false);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn ties_go_to_even() {
        assert_eq!(shown(b'f', Some(0), 0.5), "0");
        assert_eq!(shown(b'f', Some(0), 1.5), "2");
        assert_eq!(shown(b'f', Some(0), 2.5), "2");
        assert_eq!(shown(b'f', Some(2), 0.125), "0.12");
        assert_eq!(shown(b'e', Some(0), 2.5), "2e+00");
    }

    #[test]
    fn beyond_the_last_digit_come_zeros() {
        let text = shown(b'f', Some(70_000), 0.1);
        assert_eq!(text.len(), 70_002);
        assert!(text.starts_with("0.1000000000000000055511151231257827021181583404541015625000"));
    }
}
