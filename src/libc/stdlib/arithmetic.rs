//! Integer arithmetic (7.22.6).

use crate::kinds::{Kind, Severity};
use crate::libc::{Call, Context, Next};
use crate::machine::{Stop, Value};
use crate::memory::{Scalar, Trap, TrapData};
use crate::sema::tree::ArithOp;

/// The least value of a signed type of so many bits.
fn least(bits: u8) -> i64 {
    if bits == 32 { i64::from(i32::MIN) } else { i64::MIN }
}

/// `abs`, `labs`, `llabs`. The least value has no counterpart; it stays as it is.
pub(super) fn absolute(context: &mut Context<'_>, call: &Call<'_>, bits: u8) -> Result<Next, Stop> {
    let value = call.int(0);
    if value == least(bits) {
        context.machine.warn(Trap { kind: Kind::SignedOverflow, data: TrapData::Value { value, bits } })?;
        return Ok(Next::int(value));
    }
    Ok(Next::int(value.wrapping_abs()))
}

/// `div`, `ldiv`, `lldiv`: quotient and remainder of two equal types.
pub(in crate::libc) fn divide<T: Scalar<Value = i64>>(
    context: &mut Context<'_>,
    call: &Call<'_>,
) -> Result<Next, Stop> {
    let (left, right) = (call.int(0), call.int(1));
    let bits = u8::try_from(T::SIZE.saturating_mul(8)).unwrap_or(64);
    let data = TrapData::Arith { op: ArithOp::Div, left, right, bits };
    // `None` is a divisor of 0.
    let (Some(quotient), Some(remainder)) = (quotient(left, right), remainder(left, right)) else {
        return Err(Trap { kind: Kind::DivisionByZero, data }.into());
    };
    if left == least(bits) && right == -1 {
        context.machine.tell(Trap { kind: Kind::SignedOverflow, data }, Severity::Error)?;
    }
    let Some(result) = call.result else { return Ok(Next::VOID) };
    let memory = &mut context.machine.memory;
    memory.put::<T>(result, quotient, call.node)?;
    memory.put::<T>(result.offset(i64::from(bits / 8)), remainder, call.node)?;
    Ok(Next::Return(Value::Record(result)))
}

/// `left / right`, wrapping; `None` for a divisor of 0.
fn quotient(left: i64, right: i64) -> Option<i64> {
    if right == -1 { Some(left.wrapping_neg()) } else { left.checked_div(right) }
}

/// `left % right`; `None` for a divisor of 0.
fn remainder(left: i64, right: i64) -> Option<i64> {
    if right == -1 { Some(0) } else { left.checked_rem(right) }
}
