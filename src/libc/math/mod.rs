//! `<math.h>` (7.12) in double and float; the `long double` forms are the double ones.
//!
//! Functions of one or two values that cannot fail, or are called in hot loops,
//! are rows the evaluator calls directly ([`Action::Float1`]); those do not set
//! errno. The others set EDOM and ERANGE as glibc does. A float form computes in
//! double and rounds once, which is as near as glibc's own.

mod gamma;
mod parts;
mod round;
mod settle;

pub use settle::settled;

use super::{Action, Call, Context, Next, Row, errno};
use crate::machine::Stop;

const HEADER: &str = "math.h";

/// The NaN that x86 makes for an invalid operation has its sign set.
pub(super) const INVALID: f64 = f64::from_bits(0xfff8_0000_0000_0000);

/// Rounds to float.
#[allow(clippy::as_conversions, reason = "the one way to round a double to a float")]
pub(super) fn single(value: f64) -> f64 {
    f64::from(value as f32)
}

/// A result that is a NaN although the argument is none is x86's; a NaN goes through as it is.
fn settle(x: f64, y: f64) -> f64 {
    match (y.is_nan(), x.is_nan()) {
        (false, _) => y,
        (true, true) => x,
        (true, false) => INVALID,
    }
}

fn settle_two(a: f64, b: f64, y: f64) -> f64 {
    match (y.is_nan(), a.is_nan(), b.is_nan()) {
        (false, ..) => y,
        (true, true, _) => a,
        (true, false, true) => b,
        (true, false, false) => INVALID,
    }
}

/// Three rows for each function of one value that sets no errno.
macro_rules! pure_one {
    ($($name:literal $function:expr;)*) => { &[$(
        Row { name: $name, header: HEADER, action: Action::Float1(|x| settle(x, $function(x))) },
        Row { name: concat!($name, "f"), header: HEADER, action: Action::Float1(|x| single(settle(x, $function(x)))) },
        Row { name: concat!($name, "l"), header: HEADER, action: Action::Float1(|x| settle(x, $function(x))) },
    )*] };
}

/// Three rows for each function of two values that sets no errno.
macro_rules! pure_two {
    ($($name:literal $function:expr;)*) => { &[$(
        Row { name: $name, header: HEADER, action: Action::Float2(|a, b| settle_two(a, b, $function(a, b))) },
        Row {
            name: concat!($name, "f"),
            header: HEADER,
            action: Action::Float2(|a, b| single(settle_two(a, b, $function(a, b)))),
        },
        Row {
            name: concat!($name, "l"),
            header: HEADER,
            action: Action::Float2(|a, b| settle_two(a, b, $function(a, b))),
        },
    )*] };
}

/// Three rows for each function of one value that sets errno, and the NaN it makes.
macro_rules! checked_one {
    ($invalid:expr; $($name:literal $function:expr;)*) => { &[$(
        Row::full($name, HEADER, |context, call| one(context, call, $function, $invalid, false)),
        Row::full(concat!($name, "f"), HEADER, |context, call| one(context, call, $function, $invalid, true)),
        Row::full(concat!($name, "l"), HEADER, |context, call| one(context, call, $function, $invalid, false)),
    )*] };
}

/// Three rows for each function of two values that sets errno.
macro_rules! checked_two {
    ($($name:literal $function:expr;)*) => { &[$(
        Row::full($name, HEADER, |context, call| two(context, call, $function, false)),
        Row::full(concat!($name, "f"), HEADER, |context, call| two(context, call, $function, true)),
        Row::full(concat!($name, "l"), HEADER, |context, call| two(context, call, $function, false)),
    )*] };
}

/// Functions of one value that are called directly.
pub(super) const PURE_ONE: &[Row] = pure_one! {
    "sqrt" libm::sqrt;
    "floor" libm::floor;
    "ceil" libm::ceil;
    "trunc" libm::trunc;
    "round" libm::round;
    "roundeven" libm::rint;
    "rint" libm::rint;
    "nearbyint" libm::rint;
    "sin" libm::sin;
    "cos" libm::cos;
    "tan" libm::tan;
    "atan" libm::atan;
    "tanh" libm::tanh;
    "asinh" libm::asinh;
    "exp" libm::exp;
    "log" libm::log;
    "cbrt" libm::cbrt;
    "erf" libm::erf;
    "j0" libm::j0;
    "j1" libm::j1;
};

/// Functions of two values that are called directly.
pub(super) const PURE_TWO: &[Row] = pure_two! {
    "pow" libm::pow;
    "atan2" libm::atan2;
    "fmax" parts::larger;
    "fmin" libm::fmin;
};

/// Functions of one value that set errno.
pub(super) const CHECKED_ONE: &[Row] = checked_one! {
    INVALID;
    "acosh" libm::acosh;
    "atanh" libm::atanh;
    "cosh" libm::cosh;
    "sinh" libm::sinh;
    "exp2" libm::exp2;
    "exp10" libm::exp10;
    "expm1" libm::expm1;
    "erfc" libm::erfc;
    "log2" libm::log2;
    "log1p" libm::log1p;
    "logb" parts::exponent;
};

/// Functions of one value whose NaN is positive, because glibc's wrappers make it.
pub(super) const WRAPPED_ONE: &[Row] = checked_one! {
    f64::NAN;
    "acos" libm::acos;
    "asin" libm::asin;
    "log10" libm::log10;
    "tgamma" libm::tgamma;
    "y0" libm::y0;
    "y1" libm::y1;
};

/// Functions of two values that set errno.
pub(super) const CHECKED_TWO: &[Row] = checked_two! {
    "fmod" libm::fmod;
    "remainder" libm::remainder;
    "drem" libm::remainder;
    "hypot" libm::hypot;
    "fdim" libm::fdim;
};

/// All others.
pub(super) const ROWS: &[Row] = &[
    // These change nothing but the sign, of a NaN too.
    Row { name: "fabs", header: HEADER, action: Action::Float1(f64::abs) },
    Row { name: "fabsf", header: HEADER, action: Action::Float1(f64::abs) },
    Row { name: "fabsl", header: HEADER, action: Action::Float1(f64::abs) },
    Row { name: "copysign", header: HEADER, action: Action::Float2(f64::copysign) },
    Row { name: "copysignf", header: HEADER, action: Action::Float2(f64::copysign) },
    Row { name: "copysignl", header: HEADER, action: Action::Float2(f64::copysign) },
    Row::full("frexp", HEADER, parts::frexp),
    Row::full("frexpf", HEADER, parts::frexp),
    Row::full("frexpl", HEADER, parts::frexp),
    Row::full("modf", HEADER, parts::modf::<crate::memory::F64>),
    Row::full("modff", HEADER, parts::modf::<crate::memory::F32>),
    Row::full("modfl", HEADER, parts::modf_long),
    Row::full("ldexp", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("ldexpf", HEADER, |context, call| parts::scale(context, call, true)),
    Row::full("ldexpl", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("scalbn", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("scalbnf", HEADER, |context, call| parts::scale(context, call, true)),
    Row::full("scalbnl", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("scalbln", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("scalblnf", HEADER, |context, call| parts::scale(context, call, true)),
    Row::full("scalblnl", HEADER, |context, call| parts::scale(context, call, false)),
    Row::full("ilogb", HEADER, parts::ilogb),
    Row::full("ilogbf", HEADER, parts::ilogb),
    Row::full("ilogbl", HEADER, parts::ilogb),
    Row::full("nan", HEADER, parts::nan),
    Row::full("nanf", HEADER, parts::nan),
    Row::full("nanl", HEADER, parts::nan),
    Row::full("nextafter", HEADER, |context, call| parts::next_after(context, call, false)),
    Row::full("nextafterf", HEADER, |context, call| parts::next_after(context, call, true)),
    Row::full("nextafterl", HEADER, |context, call| parts::next_after(context, call, false)),
    Row::full("nexttoward", HEADER, |context, call| parts::next_after(context, call, false)),
    Row::full("nexttowardf", HEADER, |context, call| parts::next_after(context, call, true)),
    Row::full("nexttowardl", HEADER, |context, call| parts::next_after(context, call, false)),
    Row::full("fma", HEADER, parts::fma),
    Row::full("fmaf", HEADER, parts::fma_single),
    Row::full("fmal", HEADER, parts::fma),
    Row::full("remquo", HEADER, parts::remquo),
    Row::full("remquof", HEADER, parts::remquo),
    Row::full("remquol", HEADER, parts::remquo),
    Row::full("sincos", HEADER, parts::sincos::<crate::memory::F64>),
    Row::full("sincosf", HEADER, parts::sincos::<crate::memory::F32>),
    Row::full("sincosl", HEADER, parts::sincos_long),
    Row::full("jn", HEADER, |_, call| Ok(Next::float(libm::jn(parts::int(call, 0), call.float(1))))),
    Row::full("jnf", HEADER, |_, call| Ok(Next::float(single(libm::jn(parts::int(call, 0), call.float(1)))))),
    Row::full("jnl", HEADER, |_, call| Ok(Next::float(libm::jn(parts::int(call, 0), call.float(1))))),
    Row::full("yn", HEADER, |_, call| Ok(Next::float(libm::yn(parts::int(call, 0), call.float(1))))),
    Row::full("ynf", HEADER, |_, call| Ok(Next::float(single(libm::yn(parts::int(call, 0), call.float(1)))))),
    Row::full("ynl", HEADER, |_, call| Ok(Next::float(libm::yn(parts::int(call, 0), call.float(1))))),
    Row::full("lgamma", HEADER, |context, call| gamma::logarithm(context, call, false)),
    Row::full("lgammaf", HEADER, |context, call| gamma::logarithm(context, call, true)),
    Row::full("lgammal", HEADER, |context, call| gamma::logarithm(context, call, false)),
    Row::full("gamma", HEADER, |context, call| gamma::logarithm(context, call, false)),
    Row::full("gammaf", HEADER, |context, call| gamma::logarithm(context, call, true)),
    Row::full("gammal", HEADER, |context, call| gamma::logarithm(context, call, false)),
    Row::full("lgamma_r", HEADER, |context, call| gamma::with_sign(context, call, false)),
    Row::full("lgammaf_r", HEADER, |context, call| gamma::with_sign(context, call, true)),
    Row::full("lgammal_r", HEADER, |context, call| gamma::with_sign(context, call, false)),
    Row { name: "significand", header: HEADER, action: Action::Float1(parts::significand) },
    Row { name: "significandf", header: HEADER, action: Action::Float1(parts::significand) },
    Row { name: "significandl", header: HEADER, action: Action::Float1(parts::significand) },
    Row::full("lround", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("lroundf", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("lroundl", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("llround", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("llroundf", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("llroundl", HEADER, |context, call| round::to_long(context, call, libm::round)),
    Row::full("lrint", HEADER, |context, call| round::to_long(context, call, libm::rint)),
    Row::full("lrintf", HEADER, |context, call| round::to_long(context, call, libm::rint)),
    Row::full("lrintl", HEADER, |context, call| round::to_long(context, call, libm::rint)),
    Row::full("llrint", HEADER, |context, call| round::to_long(context, call, libm::rint)),
    Row::full("llrintf", HEADER, |context, call| round::to_long(context, call, libm::rint)),
    Row::full("llrintl", HEADER, |context, call| round::to_long(context, call, libm::rint)),
];

/// A function of one value with its errno: a NaN out of a number is a domain
/// error; an infinity out of a finite number is a pole or an overflow.
fn one(
    context: &mut Context<'_>,
    call: &Call<'_>,
    function: fn(f64) -> f64,
    invalid: f64,
    is_single: bool,
) -> Result<Next, Stop> {
    let x = call.float(0);
    let y = function(x);
    let y = if is_single { single(y) } else { y };
    if y.is_nan() {
        if x.is_nan() {
            return Ok(Next::float(x));
        }
        context.set_errno(errno::EDOM)?;
        return Ok(Next::float(invalid));
    }
    if y.is_infinite() && x.is_finite() {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(y))
}

/// A function of two values with its errno.
fn two(
    context: &mut Context<'_>,
    call: &Call<'_>,
    function: fn(f64, f64) -> f64,
    is_single: bool,
) -> Result<Next, Stop> {
    let (a, b) = (call.float(0), call.float(1));
    let y = settle_two(a, b, function(a, b));
    let y = if is_single { single(y) } else { y };
    if y.is_nan() && !a.is_nan() && !b.is_nan() {
        context.set_errno(errno::EDOM)?;
    } else if y.is_infinite() && a.is_finite() && b.is_finite() {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(y))
}
