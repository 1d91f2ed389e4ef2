//! The logarithm of the gamma function, and the sign of what it is the logarithm of (`signgam`).

use super::{one, single};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::I32;

/// `lgamma` and `gamma`: the sign goes to `signgam`.
pub(super) fn logarithm(context: &mut Context<'_>, call: &Call<'_>, is_single: bool) -> Result<Next, Stop> {
    let sign = libm::lgamma_r(call.float(0)).1;
    context.set_int_variable("signgam", i64::from(sign), call.node)?;
    one(context, call, libm::lgamma, super::INVALID, is_single)
}

/// `lgamma_r`: the sign goes to the second argument.
pub(super) fn with_sign(context: &mut Context<'_>, call: &Call<'_>, is_single: bool) -> Result<Next, Stop> {
    let (value, sign) = libm::lgamma_r(call.float(0));
    context.machine.memory.put::<I32>(call.pointer(1), i64::from(sign), call.node)?;
    if value.is_infinite() && call.float(0).is_finite() {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(if is_single { single(value) } else { value }))
}
