//! Integer and floating constants (6.4.4.1, 6.4.4.2).

use super::token::{FloatSuffix, FloatingToken, IntegerToken, TokenKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;

/// The constant that a preprocessing number stands for. After an error, which
/// is added to `found`, it is some constant of the likely kind.
pub(super) fn constant(text: &str, place: Span, found: &mut Vec<Diagnostic>) -> TokenKind {
    let bytes = text.as_bytes();
    let hexadecimal = bytes.len() > 1 && bytes.starts_with(b"0") && matches!(bytes.get(1), Some(b'x' | b'X'));
    let floating = if hexadecimal {
        text.contains(['.', 'p', 'P'])
    } else {
        let digits_end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        matches!(bytes.get(digits_end), Some(b'.' | b'e' | b'E'))
    };
    match (floating, hexadecimal) {
        (false, _) => TokenKind::Integer(integer(text, place, found)),
        (true, false) => TokenKind::Floating(decimal(text, place, found)),
        (true, true) => TokenKind::Floating(hexadecimal_float(text, place, found)),
    }
}

/// The span of the characters from `from` on, if the token stands in the text as it is.
fn tail(place: Span, text: &str, from: usize) -> Span {
    let whole = usize::try_from(place.hi.saturating_sub(place.lo)).unwrap_or(0);
    if whole != text.len() || !place_is_plain(place) {
        return place;
    }
    Span { lo: place.lo.saturating_add(u32::try_from(from).unwrap_or(0)), ..place }
}

fn place_is_plain(place: Span) -> bool {
    place.expansion == crate::source::ExpansionId::NONE
}

fn integer(text: &str, place: Span, found: &mut Vec<Diagnostic>) -> IntegerToken {
    let (radix, start, name) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, 2, "hexadecimal"),
        [b'0', b'b' | b'B', ..] => (2, 2, "binary"),
        [b'0', b'0'..=b'9', ..] => (8, 1, "octal"),
        _ => (10, 0, "decimal"),
    };
    let digits = text.get(start..).unwrap_or("");
    // In an octal or binary constant 8 and 9 are wrong digits, not the start of a suffix.
    let is_digit = |c: char| if radix == 16 { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
    let end = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
    let (digits, suffix) = digits.split_at(end);
    let mut result = IntegerToken { value: 0, decimal: radix == 10, unsigned: false, longs: 0 };
    if digits.is_empty() {
        found.push(Diagnostic::error("bad-number", place, format!("the {name} constant '{text}' has no digits")));
        return result;
    }
    if radix == 2 {
        found.push(Diagnostic::strict("binary-constant", place, "C11 has no binary constants"));
    }
    let (mut value, mut too_large) = (0_u64, false);
    for (i, c) in digits.char_indices() {
        let Some(digit) = c.to_digit(radix) else {
            let at = Span {
                hi: tail(place, text, start + i).lo.saturating_add(1).min(place.hi),
                ..tail(place, text, start + i)
            };
            let mut d = Diagnostic::error(
                "bad-number",
                at,
                format!("'{c}' is no digit of an {name} constant").replace("an binary", "a binary"),
            );
            if radix == 8 {
                d = d.with_note("a number that begins with 0 is octal: its digits are 0 to 7");
            }
            found.push(d);
            return result;
        };
        // What is too large keeps its last 64 bits, as with gcc.
        let (product, lost) = value.overflowing_mul(u64::from(radix));
        let (sum, carried) = product.overflowing_add(u64::from(digit));
        value = sum;
        too_large |= lost || carried;
    }
    result.value = value;
    if too_large {
        let message = format!("the constant {text} is too large; it becomes {value}");
        found.push(
            Diagnostic::pedantic("integer-too-large", place, message).with_note("the largest integer type has 64 bits"),
        );
    }
    match suffix {
        "" => {}
        "u" | "U" => result.unsigned = true,
        "l" | "L" => result.longs = 1,
        "ll" | "LL" => result.longs = 2,
        "ul" | "uL" | "Ul" | "UL" | "lu" | "lU" | "Lu" | "LU" => (result.unsigned, result.longs) = (true, 1),
        "ull" | "uLL" | "Ull" | "ULL" | "llu" | "llU" | "LLu" | "LLU" => (result.unsigned, result.longs) = (true, 2),
        "i" | "j" | "I" | "J" => found.push(Diagnostic::unsupported(place, format!("the imaginary constant {text}"))),
        _ => found.push(bad_suffix(text, suffix, start + end, "an integer", place)),
    }
    result
}

fn bad_suffix(text: &str, suffix: &str, at: usize, what: &str, place: Span) -> Diagnostic {
    let mut d =
        Diagnostic::error("bad-number", tail(place, text, at), format!("'{suffix}' cannot follow {what} constant"));
    if suffix.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.starts_with(|c: char| c.is_ascii_digit())
    {
        if matches!(suffix, "f" | "F") {
            d = d.with_note("only a floating constant may have the suffix f, like 1.0f");
        } else if suffix.len() > 1 && text.chars().take_while(char::is_ascii_digit).count() + suffix.len() == text.len()
        {
            d = d.with_note("if this is a name: a name does not begin with a digit");
        } else if suffix.len() > 3 || suffix.starts_with('_') {
            d = d.with_note("a name cannot begin with a digit");
        }
    } else if suffix.starts_with(['+', '-']) {
        d = d.with_note("write a blank before the operator: a number takes all that could be an exponent");
    } else if suffix.starts_with('.') {
        d = d.with_note("a number has only one point");
    }
    d
}

fn float_suffix(text: &str, end: usize, place: Span, found: &mut Vec<Diagnostic>) -> FloatSuffix {
    match text.get(end..).unwrap_or("") {
        "" => FloatSuffix::Double,
        "f" | "F" => FloatSuffix::Float,
        "l" | "L" => FloatSuffix::LongDouble,
        other => {
            if matches!(other, "i" | "j" | "fi" | "if" | "fj" | "jf") {
                found.push(Diagnostic::unsupported(place, format!("the imaginary constant {text}")));
            } else {
                found.push(bad_suffix(text, other, end, "a floating", place));
            }
            FloatSuffix::Double
        }
    }
}

/// Where the exponent that begins at `at` ends, if it has digits.
fn exponent_end(bytes: &[u8], at: usize) -> Option<usize> {
    let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
    let first = at + 1 + sign;
    let digits = bytes.get(first..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    (digits > 0).then_some(first + digits)
}

fn decimal(text: &str, place: Span, found: &mut Vec<Diagnostic>) -> FloatingToken {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| from + bytes.get(from..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        match exponent_end(bytes, end) {
            Some(after) => end = after,
            None => {
                found.push(Diagnostic::error(
                    "bad-number",
                    tail(place, text, end),
                    format!("the exponent of {text} has no digits"),
                ));
                return FloatingToken { value: 0.0, suffix: FloatSuffix::Double };
            }
        }
    }
    let suffix = float_suffix(text, end, place, found);
    let number = text.get(..end).unwrap_or("0");
    // Rust's conversion rounds correctly; a float is rounded once, from the text.
    let value = match suffix {
        FloatSuffix::Float => number.parse::<f32>().map_or(0.0, f64::from),
        _ => number.parse::<f64>().unwrap_or(0.0),
    };
    finished(value, suffix, text, place, found)
}

fn finished(value: f64, suffix: FloatSuffix, text: &str, place: Span, found: &mut Vec<Diagnostic>) -> FloatingToken {
    if value.is_infinite() {
        let name = if suffix == FloatSuffix::Float { "float" } else { "double" };
        found.push(Diagnostic::warning(
            "float-overflow",
            place,
            format!("the constant {text} is too large for {name}"),
        ));
    }
    FloatingToken { value, suffix }
}

fn hexadecimal_float(text: &str, place: Span, found: &mut Vec<Diagnostic>) -> FloatingToken {
    let bytes = text.as_bytes();
    let zero = FloatingToken { value: 0.0, suffix: FloatSuffix::Double };
    let (mut mantissa, mut exponent, mut lost) = (0_u64, 0_i64, false);
    let (mut at, mut seen_point, mut any) = (2, false, false);
    while let Some(&byte) = bytes.get(at) {
        if byte == b'.' && !seen_point {
            seen_point = true;
        } else if let Some(digit) = char::from(byte).to_digit(16) {
            any = true;
            if mantissa >> 60 == 0 {
                mantissa = (mantissa << 4) | u64::from(digit);
                exponent -= if seen_point { 4 } else { 0 };
            } else {
                lost |= digit != 0;
                exponent += if seen_point { 0 } else { 4 };
            }
        } else {
            break;
        }
        at += 1;
    }
    let end = match bytes.get(at) {
        Some(b'p' | b'P') => exponent_end(bytes, at),
        _ => None,
    };
    let Some(end) = end.filter(|_| any) else {
        let message = if any {
            "a hexadecimal floating constant needs an exponent, like p0"
        } else {
            "the constant has no digits"
        };
        found.push(Diagnostic::error("bad-number", place, message));
        return zero;
    };
    let written = text.get(at + 1..end).unwrap_or("0");
    let limit = 1_000_000_000;
    let written = written.parse::<i64>().unwrap_or(if written.starts_with('-') { -limit } else { limit });
    let suffix = float_suffix(text, end, place, found);
    let exponent = exponent.saturating_add(written).clamp(-limit, limit);
    let value = match suffix {
        FloatSuffix::Float => rounded(mantissa, exponent, lost, 24, -149),
        _ => rounded(mantissa, exponent, lost, 53, -1074),
    };
    finished(value, suffix, text, place, found)
}

/// `mantissa × 2^exponent` (and a little more if `lost`), rounded to nearest
/// even with `precision` bits, of which none is worth less than `2^least`.
fn rounded(mantissa: u64, exponent: i64, lost: bool, precision: i64, least: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let bits = i64::from(64 - mantissa.leading_zeros());
    let drop = (bits - precision).max(least - exponent).max(0);
    if drop > 65 {
        return 0.0;
    }
    let wide = u128::from(mantissa) << 1 | u128::from(lost);
    // One more bit below keeps what was lost.
    let kept = wide >> (drop + 1);
    let rest = wide & ((1_u128 << (drop + 1)) - 1);
    let half = 1_u128 << drop;
    let up = rest > half || (rest == half && kept & 1 == 1);
    let kept = u64::try_from(kept).unwrap_or(0) + u64::from(up);
    let highest = if precision == 24 { 128 } else { 1024 };
    let result = scale(kept, exponent + drop);
    if result >= libm::ldexp(1.0, 127) * 2.0 && highest == 128 { f64::INFINITY } else { result }
}

/// `kept × 2^exponent`, exact as `kept` has at most 53 bits (or infinite).
fn scale(kept: u64, exponent: i64) -> f64 {
    let exponent = i32::try_from(exponent.clamp(-2_000, 2_000)).unwrap_or(0);
    // Two halves of 32 bits convert without loss; their sum is exact.
    let high = u32::try_from(kept >> 32).map_or(0.0, f64::from) * 4_294_967_296.0;
    let low = u32::try_from(kept & 0xffff_ffff).map_or(0.0, f64::from);
    libm::ldexp(high + low, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> TokenKind {
        let mut found = Vec::new();
        let kind = constant(text, Span::NONE, &mut found);
        assert!(found.iter().all(|d| d.silent), "{text}: {found:?}");
        kind
    }

    fn complaint(text: &str) -> String {
        let mut found = Vec::new();
        constant(text, Span::NONE, &mut found);
        found.iter().find(|d| !d.silent).map_or(String::new(), |d| d.message.clone())
    }

    fn int(value: u64, decimal: bool, unsigned: bool, longs: u8) -> TokenKind {
        TokenKind::Integer(IntegerToken { value, decimal, unsigned, longs })
    }

    fn float(text: &str) -> f64 {
        match value(text) {
            TokenKind::Floating(f) => f.value,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn integers_have_their_value_radix_and_suffix() {
        assert_eq!(value("0"), int(0, true, false, 0));
        assert_eq!(value("42"), int(42, true, false, 0));
        assert_eq!(value("017"), int(15, false, false, 0));
        assert_eq!(value("0x7fFFull"), int(0x7fff, false, true, 2));
        assert_eq!(value("0b101LU"), int(5, false, true, 1));
        assert_eq!(value("18446744073709551615u"), int(u64::MAX, true, true, 0));
    }

    #[test]
    fn wrong_numbers_are_told_apart() {
        assert_eq!(complaint("18446744073709551616"), "the constant 18446744073709551616 is too large; it becomes 0");
        assert_eq!(complaint("089"), "'8' is no digit of an octal constant");
        assert_eq!(complaint("0b12"), "'2' is no digit of a binary constant");
        assert_eq!(complaint("0x"), "the hexadecimal constant '0x' has no digits");
        assert_eq!(complaint("12abc"), "'abc' cannot follow an integer constant");
        assert_eq!(complaint("10lL"), "'lL' cannot follow an integer constant");
        assert_eq!(complaint("0xe+1"), "'+1' cannot follow an integer constant");
        assert_eq!(complaint("1e"), "the exponent of 1e has no digits");
        assert_eq!(complaint("1.2.3"), "'.3' cannot follow a floating constant");
        assert_eq!(complaint("0x1.8"), "a hexadecimal floating constant needs an exponent, like p0");
    }

    #[test]
    fn floating_constants_are_rounded_once() {
        assert_eq!(float("1.5"), 1.5);
        assert_eq!(float(".5e1"), 5.0);
        assert_eq!(float("1.e3"), 1000.0);
        assert_eq!(float("0.1f"), f64::from(0.1_f32));
        assert_eq!(float("1e-400"), 0.0);
        assert_eq!(float("017.5"), 17.5);
        assert_eq!(float("0x1.8p1"), 3.0);
        assert_eq!(float("0x.1p4"), 1.0);
        assert_eq!(float("0x1.fffffffffffffp1023"), f64::MAX);
        assert_eq!(float("0x1p-1074"), f64::from_bits(1));
        assert_eq!(float("0x0.8p-1074"), 0.0);
        assert_eq!(float("0x0.8000000000000000001p-1074"), f64::from_bits(1));
        assert_eq!(float("0x1.00000000000008p0"), 1.0);
        assert_eq!(float("0x1.000000000000080000001p0"), 1.0 + f64::EPSILON);
        assert_eq!(float("0x1.fffffep127f"), f64::from(f32::MAX));
        assert_eq!(float("0x1p-149f"), f64::from(f32::from_bits(1)));
        assert_eq!(complaint("1e400"), "the constant 1e400 is too large for double");
        assert_eq!(complaint("0x1.ffffffp127f"), "the constant 0x1.ffffffp127f is too large for float");
    }
}
