//! `rand` and its relatives as functions of the library.

use super::random::{Additive, Congruential, step_reentrant};
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::U32;

/// The state of the generators.
#[derive(Clone, Debug, Default)]
pub(in crate::libc) struct Generators {
    additive: Additive,
    congruential: Congruential,
}

/// The low 32 bits of an integer argument.
fn low_word(value: i64) -> u32 {
    u32::try_from(value & 0xffff_ffff).unwrap_or(0)
}

/// `rand` and `random`, which are one generator.
pub(super) fn rand(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(context.state.generators.additive.next()))
}

pub(super) fn srand(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    context.state.generators.additive = Additive::new(low_word(call.int(0)));
    Ok(Next::VOID)
}

pub(super) fn rand_r(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &mut context.machine.memory;
    let seed = memory.get::<U32>(call.pointer(0))?;
    let (next, result) = step_reentrant(low_word(seed));
    memory.put::<U32>(call.pointer(0), i64::from(next), call.node)?;
    Ok(Next::int(result))
}

pub(super) fn drand48(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::float(context.state.generators.congruential.next_float()))
}

pub(super) fn lrand48(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(context.state.generators.congruential.next_long()))
}

pub(super) fn mrand48(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(context.state.generators.congruential.next_signed()))
}

pub(super) fn srand48(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    context.state.generators.congruential = Congruential::seeded(low_word(call.int(0)));
    Ok(Next::VOID)
}
