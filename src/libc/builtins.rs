//! gcc's `__builtin_` functions that are no other function's second name
//! (`__builtin_memcpy` is `memcpy`'s row; see `table`).

use super::string::first_set;
use super::{Action, Call, Context, Next, Row};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::Trap;
use crate::types::{FloatKind, TypeKind};

/// Built-in functions belong to no header.
const HEADER: &str = "";

/// Rows for `unsigned int`, `unsigned long` and `unsigned long long`.
macro_rules! by_width {
    ($($name:literal $function:expr;)*) => { &[$(
        Row::full($name, HEADER, |_, call| $function(call, $name, 32)),
        Row::full(concat!($name, "l"), HEADER, |_, call| $function(call, concat!($name, "l"), 64)),
        Row::full(concat!($name, "ll"), HEADER, |_, call| $function(call, concat!($name, "ll"), 64)),
    )*] };
}

/// Counting bits.
pub(super) const BITS: &[Row] = by_width! {
    "__builtin_popcount" popcount;
    "__builtin_parity" parity;
    "__builtin_clz" leading_zeros;
    "__builtin_ctz" trailing_zeros;
    "__builtin_clrsb" redundant_sign_bits;
    "__builtin_ffs" lowest_set;
};

/// The others.
pub(super) const ROWS: &[Row] = &[
    Row::full("__builtin_bswap16", HEADER, |_, call| Ok(Next::size(bits(call, 64).swap_bytes() >> 48))),
    Row::full("__builtin_bswap32", HEADER, |_, call| Ok(Next::size(bits(call, 64).swap_bytes() >> 32))),
    Row::full("__builtin_bswap64", HEADER, |_, call| Ok(Next::size(bits(call, 64).swap_bytes()))),
    Row::full("__builtin_isnan", HEADER, |_, call| Ok(Next::int(call.float(0).is_nan()))),
    Row::full("__builtin_isinf", HEADER, infinite),
    Row::full("__builtin_isinf_sign", HEADER, infinite),
    Row::full("__builtin_isfinite", HEADER, |_, call| Ok(Next::int(call.float(0).is_finite()))),
    Row::full("__builtin_finite", HEADER, |_, call| Ok(Next::int(call.float(0).is_finite()))),
    Row::full("__builtin_isnormal", HEADER, normal),
    Row::full("__builtin_signbit", HEADER, |_, call| Ok(Next::int(call.float(0).is_sign_negative()))),
    Row::full("__builtin_signbitf", HEADER, |_, call| Ok(Next::int(call.float(0).is_sign_negative()))),
    Row::full("__builtin_signbitl", HEADER, |_, call| Ok(Next::int(call.float(0).is_sign_negative()))),
    Row::full("__builtin_fpclassify", HEADER, classify),
    Row::full("__builtin_isgreater", HEADER, |_, call| Ok(Next::int(call.float(0) > call.float(1)))),
    Row::full("__builtin_isgreaterequal", HEADER, |_, call| Ok(Next::int(call.float(0) >= call.float(1)))),
    Row::full("__builtin_isless", HEADER, |_, call| Ok(Next::int(call.float(0) < call.float(1)))),
    Row::full("__builtin_islessequal", HEADER, |_, call| Ok(Next::int(call.float(0) <= call.float(1)))),
    Row::full("__builtin_islessgreater", HEADER, |_, call| {
        let order = call.float(0).partial_cmp(&call.float(1));
        Ok(Next::int(order.is_some_and(std::cmp::Ordering::is_ne)))
    }),
    Row::full("__builtin_isunordered", HEADER, |_, call| {
        Ok(Next::int(call.float(0).is_nan() || call.float(1).is_nan()))
    }),
    Row::full("__builtin_inf", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row::full("__builtin_inff", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row::full("__builtin_infl", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row::full("__builtin_huge_val", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row::full("__builtin_huge_valf", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row::full("__builtin_huge_vall", HEADER, |_, _| Ok(Next::float(f64::INFINITY))),
    Row { name: "__builtin_expect", header: HEADER, action: Action::Int1(|value| value) },
    // The same as functions (POSIX, BSD).
    Row::full("isnan", "math.h", |_, call| Ok(Next::int(call.float(0).is_nan()))),
    Row::full("isinf", "math.h", infinite),
    Row::full("finite", "math.h", |_, call| Ok(Next::int(call.float(0).is_finite()))),
];

/// The argument's low bits.
fn bits(call: &Call<'_>, width: u32) -> u64 {
    call.size(0) & (u64::MAX >> 64_u32.saturating_sub(width))
}

/// Counting zeros is not defined for 0.
fn not_zero(call: &Call<'_>, name: &str, width: u32) -> Result<u64, Stop> {
    match bits(call, width) {
        0 => Err(Trap::text(Kind::BadArgument, format!("'{name}' is given 0, for which it has no answer")).into()),
        value => Ok(value),
    }
}

fn popcount(call: &Call<'_>, _name: &str, width: u32) -> Result<Next, Stop> {
    Ok(Next::int(bits(call, width).count_ones()))
}

fn parity(call: &Call<'_>, _name: &str, width: u32) -> Result<Next, Stop> {
    Ok(Next::int(bits(call, width).count_ones() & 1))
}

fn leading_zeros(call: &Call<'_>, name: &str, width: u32) -> Result<Next, Stop> {
    Ok(Next::int(not_zero(call, name, width)?.leading_zeros().saturating_sub(64_u32.saturating_sub(width))))
}

fn trailing_zeros(call: &Call<'_>, name: &str, width: u32) -> Result<Next, Stop> {
    Ok(Next::int(not_zero(call, name, width)?.trailing_zeros()))
}

fn redundant_sign_bits(call: &Call<'_>, _name: &str, width: u32) -> Result<Next, Stop> {
    let value = call.int(0);
    let magnitude = bits_of(if value < 0 { !value } else { value });
    Ok(Next::int(width.saturating_sub(magnitude).saturating_sub(1)))
}

/// Bits that a value that is not negative needs.
fn bits_of(value: i64) -> u32 {
    64_u32.saturating_sub(value.leading_zeros())
}

fn lowest_set(call: &Call<'_>, _name: &str, width: u32) -> Result<Next, Stop> {
    Ok(Next::int(first_set(bits(call, width).cast_signed())))
}

/// −1, 0 or 1, as gcc's macro for `isinf`.
fn infinite(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(0);
    Ok(Next::int(match value.is_infinite() {
        true if value < 0.0 => -1,
        infinite => i32::from(infinite),
    }))
}

/// Is a value normal in the type it had before it became an argument?
fn is_normal(context: &Context<'_>, call: &Call<'_>, place: usize) -> bool {
    let value = call.float(place);
    let is_float = call
        .types
        .get(place)
        .is_some_and(|ty| matches!(context.machine.types.kind(*ty), TypeKind::Float(FloatKind::Float)));
    let least = if is_float { f64::from(f32::MIN_POSITIVE) } else { f64::MIN_POSITIVE };
    value.is_finite() && value.abs() >= least
}

fn normal(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(is_normal(context, call, 0)))
}

/// `__builtin_fpclassify(nan, infinite, normal, subnormal, zero, x)`.
fn classify(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(5);
    let class = match value {
        v if v.is_nan() => 0,
        v if v.is_infinite() => 1,
        0.0 => 4,
        _ if is_normal(context, call, 5) => 2,
        _ => 3,
    };
    Ok(Next::int(call.int(class)))
}
