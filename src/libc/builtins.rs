//! gcc's `__builtin_` functions that are no other function's second name
//! (`__builtin_memcpy` is `memcpy`'s row; see `table`).

use super::{Call, Context, Next, Row};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::Trap;

/// Built-in functions belong to no header.
const HEADER: &str = "";

/// Counting equal bits at the top. What else counts bits or classifies numbers is said in C's own operators by `sema`.
pub(super) const BITS: &[Row] = &[
    Row::full("__builtin_clrsb", HEADER, |_, call| redundant_sign_bits(call, 32)),
    Row::full("__builtin_clrsbl", HEADER, |_, call| redundant_sign_bits(call, 64)),
    Row::full("__builtin_clrsbll", HEADER, |_, call| redundant_sign_bits(call, 64)),
    Row::full("__builtin_assume_aligned", HEADER, assume_aligned),
];

/// The functions (POSIX, BSD) behind the macros of math.h that classify.
pub(super) const ROWS: &[Row] = &[
    Row::full("isnan", "math.h", is_nan),
    Row::full("isnanf", "math.h", is_nan),
    Row::full("isnanl", "math.h", is_nan),
    Row::full("isinf", "math.h", infinite),
    Row::full("isinff", "math.h", infinite),
    Row::full("isinfl", "math.h", infinite),
    Row::full("finite", "math.h", is_finite),
    Row::full("finitef", "math.h", is_finite),
    Row::full("finitel", "math.h", is_finite),
];

fn redundant_sign_bits(call: &Call<'_>, width: u32) -> Result<Next, Stop> {
    let value = call.int(0);
    let magnitude = 64_u32.saturating_sub((if value < 0 { !value } else { value }).leading_zeros());
    Ok(Next::int(width.saturating_sub(magnitude).saturating_sub(1)))
}

/// The pointer itself; a compiler may rely on what is promised of it.
fn assume_aligned(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (pointer, alignment, beyond) = (call.pointer(0), call.size(1), call.size(2));
    let past = pointer.addr.wrapping_sub(beyond).checked_rem(alignment);
    if alignment.is_power_of_two() && past != Some(0) {
        let text = format!("the pointer is promised to be a multiple of {alignment} bytes, and it is none");
        context.machine.warn(Trap::text(Kind::BadArgument, text))?;
    }
    Ok(Next::pointer(pointer))
}

fn is_nan(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(call.float(0).is_nan()))
}

fn is_finite(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(call.float(0).is_finite()))
}

/// −1, 0 or 1, as gcc's macro for `isinf`.
fn infinite(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.float(0);
    Ok(Next::int(match value.is_infinite() {
        true if value < 0.0 => -1,
        infinite => i32::from(infinite),
    }))
}
