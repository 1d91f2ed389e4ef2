//! What the functions of `<math.h>` leave in errno and raise (7.12.1), for programs
//! that ask. It follows from the function, its arguments and its result.

use super::round::truncated;
use crate::arith::{ArithOp, FloatEnvironment, flag};
use crate::libc::{Context, errno, row};
use crate::machine::{Stop, Value};

/// Their results are exact wherever they have one.
const EXACT: &[&str] = &[
    "floor",
    "ceil",
    "trunc",
    "round",
    "roundeven",
    "fabs",
    "copysign",
    "fmod",
    "remainder",
    "drem",
    "fmax",
    "fmin",
    "frexp",
    "modf",
    "logb",
    "ilogb",
    "nan",
    "remquo",
    "significand",
    "lround",
    "llround",
];
/// An infinity that comes of a finite value is a pole.
const POLES: &[&str] = &["log", "log2", "log10", "log1p", "logb", "atanh", "lgamma", "gamma", "tgamma", "y0", "y1"];

/// 2^63.
const LONG: f64 = 9_223_372_036_854_775_808.0;

/// The result of a function of this header, settled.
///
/// # Errors
/// If errno cannot be set (never).
pub fn settled(context: &mut Context<'_>, name: &str, arguments: &[Value], result: Value) -> Result<Value, Stop> {
    let name = name.strip_prefix("__builtin_").unwrap_or(name);
    let (stem, single) = stem(name);
    let mut given =
        arguments.iter().filter_map(|value| if let Value::Float(value) = value { Some(*value) } else { None });
    let Some(x) = given.next() else { return Ok(result) };
    let y = given.next();
    // nextafter goes towards its second argument; that may be an infinity.
    let finite = x.is_finite() && (stem.starts_with("next") || y.is_none_or(f64::is_finite));
    if let Some(value) = rounded(&mut context.machine.float, stem, x, single) {
        return settle_rounded(context, stem, x, value, result);
    }
    let Value::Float(value) = result else {
        // ilogb and lround: what does not fit, or is no number.
        let fits = if stem == "ilogb" { x != 0.0 && x.is_finite() } else { x.abs() < LONG };
        context.machine.float.raised |= if fits { 0 } else { flag::INVALID };
        return Ok(result);
    };
    let number = !x.is_nan() && y.is_none_or(|y| !y.is_nan());
    if value.is_nan() {
        if number {
            context.machine.float.raised |= flag::INVALID;
            context.set_errno(errno::EDOM)?;
        }
        return Ok(result);
    }
    if value.is_infinite() && finite {
        let pole = POLES.contains(&stem) || (stem == "pow" && x == 0.0);
        context.machine.float.raised |= if pole { flag::DIVIDED } else { flag::OVERFLOW | flag::INEXACT };
        if stem != "logb" {
            context.set_errno(errno::ERANGE)?;
        }
        return Ok(result);
    }
    if EXACT.contains(&stem) || !number || is_exact(stem, x, y, value) {
        return Ok(result);
    }
    let least = if single { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
    context.machine.float.raised |= flag::INEXACT;
    if value.abs() < least && finite {
        context.machine.float.raised |= flag::UNDERFLOW;
        if value == 0.0 && matches!(stem, "exp" | "exp2" | "exp10" | "pow") {
            context.set_errno(errno::ERANGE)?;
        }
    }
    Ok(result)
}

/// A name without the letter of its form, and whether that is `float`'s.
fn stem(name: &str) -> (&str, bool) {
    let of =
        |letter: char| name.strip_suffix(letter).filter(|stem| row(stem).is_some_and(|row| row.header == "math.h"));
    match (of('f'), of('l')) {
        (Some(stem), _) => (stem, true),
        (None, Some(stem)) => (stem, false),
        (None, None) => (name, false),
    }
}

/// What follows the rounding direction, or is rounded as operators are.
fn rounded(float: &mut FloatEnvironment, stem: &str, x: f64, single: bool) -> Option<f64> {
    match stem {
        "rint" | "lrint" | "llrint" => Some(float.integral(x, true)),
        "nearbyint" => Some(float.integral(x, false)),
        "sqrt" => Some(float.square_root(x, single)),
        _ => None,
    }
}

fn settle_rounded(context: &mut Context<'_>, stem: &str, x: f64, value: f64, result: Value) -> Result<Value, Stop> {
    if stem == "sqrt" && x < 0.0 {
        context.set_errno(errno::EDOM)?;
    }
    Ok(match result {
        Value::Float(_) if x.is_nan() => result,
        Value::Float(_) => Value::Float(value),
        // What does not fit was told, and has its value.
        Value::Int(i64::MIN) => {
            context.machine.float.raised |= flag::INVALID;
            result
        }
        _ => Value::Int(truncated(value)),
    })
}

/// Is the result just what the function is, so that glibc raises nothing? (The values of
/// transcendental functions are rational at a few places only.)
fn is_exact(stem: &str, x: f64, y: Option<f64>, value: f64) -> bool {
    let special = x == 0.0 || !x.is_finite();
    match (stem, y) {
        ("pow", Some(y)) => special || x == 1.0 || y == 0.0 || !y.is_finite(),
        ("atan2", Some(y)) => special || y == 0.0 || !y.is_finite(),
        ("hypot" | "fdim" | "fma", Some(y)) => {
            let mut float = FloatEnvironment::default();
            if stem == "fdim" {
                float.binary(ArithOp::Sub, x, y, false);
            } else if stem == "fma" {
                let product = float.binary(ArithOp::Mul, x, y, false);
                float.binary(ArithOp::Sub, value, product, false);
            } else {
                let (a, b) = (float.binary(ArithOp::Mul, x, x, false), float.binary(ArithOp::Mul, y, y, false));
                let sum = float.binary(ArithOp::Add, a, b, false);
                float.square_root(sum, false);
            }
            float.raised == 0
        }
        ("nextafter" | "nexttoward", _) => value.is_normal() || value == x,
        ("ldexp" | "scalbn" | "scalbln", _) => special || (value != 0.0 && libm::frexp(value).0 == libm::frexp(x).0),
        ("tgamma" | "log" | "log2" | "log10" | "acos" | "acosh", _) => x == 1.0 || !x.is_finite(),
        ("lgamma" | "gamma", _) => x == 1.0 || x == 2.0 || !x.is_finite(),
        ("exp2", _) => special || (libm::trunc(x) == x && value != 0.0),
        _ => special,
    }
}
