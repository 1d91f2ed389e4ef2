//! The floating-point environment (7.6): what operations raise, and how they round.
//!
//! Only programs that ask for it compute through it. An operation is done in double
//! to nearest; the sign of what the result is short of says whether it is inexact,
//! and which neighbour another rounding direction takes.

use super::convert::{FloatToInt, int_to_float, int_to_single, to_single};
use super::fold::{ArithOp, fold_float};
use super::width::IntRepr;

/// An operation has no result.
pub const INVALID: u16 = 1;
/// An exact infinity comes of finite operands.
pub const DIVIDED: u16 = 4;
/// A result is too large.
pub const OVERFLOW: u16 = 8;
/// An inexact result is too small to be normal.
pub const UNDERFLOW: u16 = 16;
/// A result is rounded.
pub const INEXACT: u16 = 32;

/// A rounding direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest value, ties to even.
    #[default]
    Nearest,
    /// Towards minus infinity.
    Down,
    /// Towards infinity.
    Up,
    /// Towards zero.
    Zero,
}

/// The flags that are raised and the direction in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FloatEnvironment {
    /// The flags.
    pub raised: u16,
    /// The direction.
    pub rounding: Rounding,
}

impl FloatEnvironment {
    /// `+ - * /` of two doubles, or of two floats.
    pub fn binary(&mut self, op: ArithOp, left: f64, right: f64, single: bool) -> f64 {
        let near = fold_float(op, left, right).unwrap_or(left);
        if near.is_nan() {
            if !left.is_nan() && !right.is_nan() {
                self.raised |= INVALID;
            }
            return near;
        }
        if !left.is_finite() || !right.is_finite() {
            return near;
        }
        if op == ArithOp::Div && right == 0.0 {
            self.raised |= DIVIDED;
            return near;
        }
        let short = if near.is_infinite() { -near } else { missing(op, left, right, near) };
        if near == 0.0 && short == 0.0 && left != 0.0 && matches!(op, ArithOp::Add | ArithOp::Sub) {
            return if self.rounding == Rounding::Down { -0.0 } else { 0.0 };
        }
        self.round(near, short, single)
    }

    /// The square root.
    pub fn square_root(&mut self, value: f64, single: bool) -> f64 {
        if value < 0.0 {
            self.raised |= INVALID;
            return f64::from_bits(0xFFF8_0000_0000_0000);
        }
        let near = libm::sqrt(value);
        if near == 0.0 || !near.is_finite() {
            return near;
        }
        self.round(near, (-near).mul_add(near, value), single)
    }

    /// A double as a float.
    pub fn narrow(&mut self, value: f64) -> f64 {
        if value.is_finite() { self.round(value, 0.0, true) } else { value }
    }

    /// An integer as a floating value.
    #[allow(clippy::as_conversions, reason = "a double that an integer became fits 128 bits")]
    pub fn from_int(&mut self, repr: IntRepr, value: i64, single: bool) -> f64 {
        let near = if single { int_to_single(repr, value) } else { int_to_float(repr, value) };
        let unsigned = !repr.signed && repr.bits == 64;
        let exact = if unsigned { i128::from(value.cast_unsigned()) } else { i128::from(value) };
        let short = exact.wrapping_sub(near as i128).signum() as f64;
        self.round(near, short, single)
    }

    /// What a conversion to an integer raises.
    pub fn to_int(&mut self, value: f64, result: FloatToInt) {
        if result.overflows {
            self.raised |= INVALID;
        } else if libm::trunc(value) != value {
            self.raised |= INEXACT;
        }
    }

    /// What an ordered comparison raises.
    pub fn compared(&mut self, left: f64, right: f64) {
        if left.is_nan() || right.is_nan() {
            self.raised |= INVALID;
        }
    }

    /// To an integral value in the direction in force; `rint` raises what it drops.
    pub fn integral(&mut self, value: f64, raises: bool) -> f64 {
        let whole = match self.rounding {
            Rounding::Nearest => libm::rint(value),
            Rounding::Down => libm::floor(value),
            Rounding::Up => libm::ceil(value),
            Rounding::Zero => libm::trunc(value),
        };
        if raises && whole != value && !value.is_nan() {
            self.raised |= INEXACT;
        }
        libm::copysign(whole, value)
    }

    /// The value that is `near` and a little of the sign of `short`.
    fn round(&mut self, near: f64, short: f64, single: bool) -> f64 {
        let (near, short) = match to_single(near) {
            narrow if single && narrow != near => (narrow, near - narrow),
            _ => (near, short),
        };
        if short == 0.0 || short.is_nan() {
            return near;
        }
        let outwards = (short > 0.0) == near.is_sign_positive();
        let value = match self.rounding {
            Rounding::Up if short > 0.0 => above(near, single),
            Rounding::Down if short < 0.0 => -above(-near, single),
            Rounding::Zero if !outwards && near > 0.0 => -above(-near, single),
            Rounding::Zero if !outwards && near < 0.0 => above(near, single),
            _ => near,
        };
        let least = if single { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
        self.raised |= INEXACT;
        if near.is_infinite() || value.is_infinite() {
            self.raised |= OVERFLOW;
        }
        if value.abs() < least {
            self.raised |= UNDERFLOW;
        }
        value
    }
}

/// The next larger value.
#[allow(clippy::as_conversions, reason = "a float's value is one in double too")]
fn above(value: f64, single: bool) -> f64 {
    if single { f64::from((value as f32).next_up()) } else { value.next_up() }
}

/// Something of the sign of the exact result less `near`; 0 if they are equal.
fn missing(op: ArithOp, left: f64, right: f64, near: f64) -> f64 {
    match op {
        ArithOp::Add => sum_missing(left, right, near),
        ArithOp::Sub => sum_missing(left, -right, near),
        ArithOp::Mul | ArithOp::Div if left == 0.0 => 0.0,
        ArithOp::Mul if right == 0.0 => 0.0,
        ArithOp::Mul => {
            // Between ½ and 1 nothing underflows.
            let ((left, by), (right, also)) = (libm::frexp(left), libm::frexp(right));
            left.mul_add(right, -libm::ldexp(near, by.saturating_add(also).saturating_neg()))
        }
        _ => {
            let ((left, by), (right, also)) = (libm::frexp(left), libm::frexp(right));
            let near = libm::ldexp(near, also.saturating_sub(by));
            (-near).mul_add(right, left) * right.signum()
        }
    }
}

/// Knuth's: what a sum lost, exactly.
fn sum_missing(left: f64, right: f64, sum: f64) -> f64 {
    let of_right = sum - left;
    (left - (sum - of_right)) + (right - of_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(op: ArithOp, left: f64, right: f64, single: bool) -> u16 {
        let mut environment = FloatEnvironment::default();
        environment.binary(op, left, right, single);
        environment.raised
    }

    #[test]
    fn flags() {
        assert_eq!(raised(ArithOp::Div, 1.0, 0.0, false), DIVIDED);
        assert_eq!(raised(ArithOp::Div, 0.0, 0.0, false), INVALID);
        assert_eq!(raised(ArithOp::Div, 1.0, 3.0, false), INEXACT);
        assert_eq!(raised(ArithOp::Div, 1.0, 4.0, false), 0);
        assert_eq!(raised(ArithOp::Mul, f64::MAX, 2.0, false), OVERFLOW | INEXACT);
        assert_eq!(raised(ArithOp::Mul, f64::MIN_POSITIVE, 0.3, false), UNDERFLOW | INEXACT);
        assert_eq!(raised(ArithOp::Mul, f64::MIN_POSITIVE, 0.5, false), 0, "exact, though tiny");
        assert_eq!(raised(ArithOp::Mul, f64::MIN_POSITIVE, f64::MIN_POSITIVE, false), UNDERFLOW | INEXACT);
        assert_eq!(raised(ArithOp::Add, 0.5, 0.25, true), 0);
        assert_eq!(raised(ArithOp::Add, 1.0, 1e-10, true), INEXACT);
        assert_eq!(raised(ArithOp::Mul, 3e38, 3.0, true), OVERFLOW | INEXACT);
    }

    #[test]
    fn directions() {
        let third = |rounding| FloatEnvironment { raised: 0, rounding }.binary(ArithOp::Div, 1.0, 3.0, false);
        assert!(third(Rounding::Down) < third(Rounding::Up));
        assert_eq!(third(Rounding::Down).next_up(), third(Rounding::Up));
        assert_eq!(third(Rounding::Zero), third(Rounding::Down));
        let most = FloatEnvironment { raised: 0, rounding: Rounding::Zero }.binary(ArithOp::Mul, f64::MAX, 2.0, false);
        assert_eq!(most, f64::MAX);
        let zero = FloatEnvironment { raised: 0, rounding: Rounding::Down }.binary(ArithOp::Sub, 1.0, 1.0, false);
        assert!(zero.is_sign_negative());
    }

    #[test]
    fn conversions() {
        let mut environment = FloatEnvironment::default();
        let long = IntRepr { bits: 64, signed: true };
        environment.from_int(long, 1 << 60, false);
        assert_eq!(environment.raised, 0);
        environment.from_int(long, (1 << 60) + 1, false);
        assert_eq!(environment.raised, INEXACT);
        assert_eq!(FloatEnvironment { raised: 0, rounding: Rounding::Up }.narrow(1e300), f64::INFINITY);
        assert_eq!(FloatEnvironment { raised: 0, rounding: Rounding::Down }.integral(-2.5, true), -3.0);
    }
}
