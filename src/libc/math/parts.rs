//! Parts of floating values and functions with several results.

use super::{INVALID, settle_two, single};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{F64, I32, Scalar};

/// An `int` argument.
pub(super) fn int(call: &Call<'_>, place: usize) -> i32 {
    let value = call.int(place);
    i32::try_from(value).unwrap_or(if value < 0 { i32::MIN } else { i32::MAX })
}

/// `fmax`: the second of two that are equal (+0 and −0), as glibc's.
pub(super) fn larger(a: f64, b: f64) -> f64 {
    if b.is_nan() || a > b { a } else { b }
}

/// `frexp` (7.12.6.4).
pub(super) fn frexp(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(0);
    let (fraction, exponent) = if value.is_finite() { libm::frexp(value) } else { (value, 0) };
    context.machine.memory.put::<I32>(call.pointer(1), i64::from(exponent), call.node)?;
    Ok(Next::float(fraction))
}

/// `modf` (7.12.6.12): fraction, and the integral part through the pointer.
pub(super) fn modf<T: Scalar<Value = f64>>(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(0);
    let whole = libm::trunc(value);
    let fraction = if value.is_infinite() { 0.0 } else { value - whole };
    context.machine.memory.put::<T>(call.pointer(1), whole, call.node)?;
    Ok(Next::float(if value.is_nan() { value } else { libm::copysign(fraction, value) }))
}

/// `modfl`: a `long double` is a double and eight bytes that count as written.
pub(super) fn modf_long(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let bytes = long_bytes(libm::trunc(call.float(0)));
    context.machine.memory.write(call.pointer(1), &bytes, call.node)?;
    modf::<F64>(context, call)
}

/// `ldexp`, `scalbn`, `scalbln`.
pub(super) fn scale(context: &mut Context<'_>, call: &Call<'_>, is_single: bool) -> Result<Next, Stop> {
    let value = call.float(0);
    let scaled = libm::scalbn(value, int(call, 1));
    let scaled = if is_single { single(scaled) } else { scaled };
    let lost = scaled.is_infinite() || scaled == 0.0;
    if lost && value.is_finite() && value != 0.0 {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(scaled))
}

/// `logb`: the exponent as a floating value.
pub(super) fn exponent(value: f64) -> f64 {
    if value == 0.0 {
        return f64::NEG_INFINITY;
    }
    if !value.is_finite() {
        return value * value;
    }
    f64::from(libm::ilogb(value))
}

/// `significand` (BSD): the value without its exponent, in \[1, 2).
pub(super) fn significand(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    libm::scalbn(value, libm::ilogb(value).wrapping_neg())
}

/// `ilogb` (7.12.6.5).
pub(super) fn ilogb(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(0);
    let (result, fits) = match value {
        v if v == 0.0 || v.is_nan() => (i32::MIN, false),
        v if v.is_infinite() => (i32::MAX, false),
        v => (libm::ilogb(v), true),
    };
    if !fits {
        context.set_errno(errno::EDOM)?;
    }
    Ok(Next::int(result))
}

/// `nan` (7.12.11.2): a number in the text is what the NaN carries.
pub(super) fn nan(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let text = context.string(call.pointer(0))?;
    let text = String::from_utf8_lossy(&text).to_ascii_lowercase();
    let number = match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16),
        None if text.starts_with('0') => u64::from_str_radix(&text, 8),
        None => text.parse(),
    };
    let payload = number.unwrap_or(0) & 0x7_FFFF_FFFF_FFFF;
    Ok(Next::float(f64::from_bits(f64::NAN.to_bits() | payload)))
}

/// `nextafter` and `nexttoward` (7.12.11.3).
pub(super) fn next_after(context: &mut Context<'_>, call: &Call<'_>, is_single: bool) -> Result<Next, Stop> {
    let (from, to) = (call.float(0), call.float(1));
    let next = if from.is_nan() || to.is_nan() {
        settle_two(from, to, f64::NAN)
    } else if is_single {
        single_step(from, to)
    } else {
        libm::nextafter(from, to)
    };
    if next.is_infinite() && from.is_finite() {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(next))
}

/// The float beside `from` on the way to `to`, which may be any double (`nexttowardf`).
fn single_step(from: f64, to: f64) -> f64 {
    if from == to {
        return single(to);
    }
    // A float's value in double is exact; its neighbour is one unit of float away.
    let smallest = f64::from(f32::from_bits(1));
    let up = to > from;
    if from == 0.0 {
        return if up { smallest } else { -smallest };
    }
    let bits = narrowed(from).to_bits();
    let grows = up == (from > 0.0);
    let next = if grows { bits.wrapping_add(1) } else { bits.wrapping_sub(1) };
    f64::from(f32::from_bits(next))
}

#[allow(clippy::as_conversions, reason = "the value is a float's already")]
fn narrowed(value: f64) -> f32 {
    value as f32
}

/// `fma` (7.12.13.1).
pub(super) fn fma(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (a, b, c) = (call.float(0), call.float(1), call.float(2));
    finish_fma(context, [a, b, c], libm::fma(a, b, c))
}

/// `fmaf`: rounded once to float.
pub(super) fn fma_single(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (a, b, c) = (call.float(0), call.float(1), call.float(2));
    finish_fma(context, [a, b, c], f64::from(libm::fmaf(narrowed(a), narrowed(b), narrowed(c))))
}

fn finish_fma(context: &mut Context<'_>, operands: [f64; 3], result: f64) -> Result<Next, Stop> {
    if result.is_nan() {
        let given = operands.into_iter().find(|operand| operand.is_nan());
        if given.is_none() {
            context.set_errno(errno::EDOM)?;
        }
        return Ok(Next::float(given.unwrap_or(INVALID)));
    }
    if result.is_infinite() && operands.iter().all(|operand| operand.is_finite()) {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(result))
}

/// `remquo` (7.12.10.3): the remainder, and the low bits of the quotient.
pub(super) fn remquo(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (a, b) = (call.float(0), call.float(1));
    let (remainder, quotient) = libm::remquo(a, b);
    // glibc keeps three bits and the sign.
    let low = i64::from(quotient).wrapping_abs() & 7;
    let quotient = if quotient < 0 { low.wrapping_neg() } else { low };
    let result = settle_two(a, b, remainder);
    if result.is_nan() && !a.is_nan() && !b.is_nan() {
        context.set_errno(errno::EDOM)?;
    }
    context.machine.memory.put::<I32>(call.pointer(2), if result.is_nan() { 0 } else { quotient }, call.node)?;
    Ok(Next::float(result))
}

/// `sincos` (GNU).
pub(super) fn sincos<T: Scalar<Value = f64>>(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let x = call.float(0);
    let memory = &mut context.machine.memory;
    memory.put::<T>(call.pointer(1), super::settle(x, libm::sin(x)), call.node)?;
    memory.put::<T>(call.pointer(2), super::settle(x, libm::cos(x)), call.node)?;
    Ok(Next::VOID)
}

/// A `long double` as its sixteen bytes: a double, and eight that count as written.
fn long_bytes(value: f64) -> [u8; 16] {
    let mut bytes = [0; 16];
    if let Some(low) = bytes.first_chunk_mut::<8>() {
        *low = value.to_le_bytes();
    }
    bytes
}

pub(super) fn sincos_long(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let x = call.float(0);
    for (place, value) in [(1, libm::sin(x)), (2, libm::cos(x))] {
        context.machine.memory.write(call.pointer(place), &long_bytes(super::settle(x, value)), call.node)?;
    }
    sincos::<F64>(context, call)
}
