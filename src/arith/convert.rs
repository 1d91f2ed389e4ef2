//! Conversions between integers and floating values (6.3.1.4), as x86-64 does them.

use super::width::IntRepr;

/// What a conversion to an integer gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloatToInt {
    /// The value, as x86-64 computes it also where C leaves it open.
    pub value: i64,
    /// It does not fit the type (6.3.1.4p1).
    pub overflows: bool,
}

/// An integer of the type as a double.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "rounds to nearest, as C does")]
pub fn int_to_float(repr: IntRepr, value: i64) -> f64 {
    if repr.signed || repr.bits < 64 { value as f64 } else { value.cast_unsigned() as f64 }
}

/// An integer of the type as a float: rounded once, not by way of double.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "rounds to nearest, as C does")]
pub fn int_to_single(repr: IntRepr, value: i64) -> f64 {
    if repr.signed || repr.bits < 64 { f64::from(value as f32) } else { f64::from(value.cast_unsigned() as f32) }
}

/// Rounded to float.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "rounds to nearest, as C does")]
pub fn to_single(value: f64) -> f64 {
    f64::from(value as f32)
}

/// Truncated towards zero.
#[inline(always)]
#[allow(clippy::as_conversions, reason = "the saturating casts are told apart by range just before")]
pub fn float_to_int(repr: IntRepr, value: f64) -> FloatToInt {
    let truncated = libm::trunc(value);
    let (low, high) = range(repr);
    if truncated >= low && truncated < high {
        let result = if repr.signed || repr.bits < 64 { truncated as i64 } else { (truncated as u64).cast_signed() };
        FloatToInt { value: result, overflows: false }
    } else {
        FloatToInt { value: indefinite(repr, truncated), overflows: true }
    }
}

/// The first value of the type and the first one beyond it.
#[inline(always)]
fn range(repr: IntRepr) -> (f64, f64) {
    match (repr.bits, repr.signed) {
        (8, true) => (-128.0, 128.0),
        (8, false) => (0.0, 256.0),
        (16, true) => (-32768.0, 32768.0),
        (16, false) => (0.0, 65536.0),
        (32, true) => (-2_147_483_648.0, 2_147_483_648.0),
        (32, false) => (0.0, 4_294_967_296.0),
        (_, true) => (-9_223_372_036_854_775_808.0, 9_223_372_036_854_775_808.0),
        (_, false) => (0.0, 18_446_744_073_709_551_616.0),
    }
}

/// What cvttsd2si and gcc's sequences around it leave behind.
#[cold]
#[allow(clippy::as_conversions, reason = "in range after the test")]
fn indefinite(repr: IntRepr, truncated: f64) -> i64 {
    let fits64 = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&truncated);
    let fits32 = (-2_147_483_648.0..2_147_483_648.0).contains(&truncated);
    let as64 = if fits64 { truncated as i64 } else { i64::MIN };
    let as32 = if fits32 { truncated as i64 } else { i64::from(i32::MIN) };
    match (repr.bits, repr.signed) {
        (32, false) => repr.wrap(as64),
        (64, true) => i64::MIN,
        // Negative values go through the signed instruction; large ones have 2^63 taken off first.
        (64, false) if truncated < 0.0 => as64,
        (64, false) => 0,
        _ => repr.wrap(as32),
    }
}
