//! Rounding to integers (7.12.9.5, 7.12.9.7).

use crate::kinds::Kind;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{Trap, TrapData};

/// 2^63: the first value above `long`.
const ABOVE: f64 = 9_223_372_036_854_775_808.0;

/// Rounds and converts to `long`; what does not fit is told of, and becomes x86's value.
pub(super) fn to_long(context: &mut Context<'_>, call: &Call<'_>, round: fn(f64) -> f64) -> Result<Next, Stop> {
    let value = round(call.float(0));
    if (-ABOVE..ABOVE).contains(&value) {
        return Ok(Next::int(truncated(value)));
    }
    let data = TrapData::Float { value: call.float(0), bits: 64, signed: true };
    context.machine.warn(Trap { kind: Kind::FloatToIntOverflow, data })?;
    Ok(Next::int(i64::MIN))
}

/// A value that is in range, as an integer.
#[allow(clippy::as_conversions, reason = "the one way to make an integer of a double; the range was checked")]
pub(super) fn truncated(value: f64) -> i64 {
    value as i64
}
