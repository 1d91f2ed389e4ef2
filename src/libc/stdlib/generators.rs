//! `rand` and its relatives as functions of the library.

use super::random::{Additive, Congruential, step_reentrant};
use crate::libc::{Call, Context, Next, Static};
use crate::machine::Stop;
use crate::memory::{I64, Memory, Pointer, Trap, U16, U32};
use crate::sema::tree::NodeId;

/// What `seed48` returns: the state before.
pub(super) const STATICS: &[Static] = &[Static { name: "seed48", size: 6, align: 2, count: 1, read_only: false }];

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

/// The 48 bits of three `unsigned short`, the lowest first.
fn read_bits(memory: &Memory, place: Pointer) -> Result<u64, Trap> {
    let mut bits = 0;
    for word in [4, 2, 0] {
        bits = (bits << 16) | memory.get::<U16>(place.offset(word))?.cast_unsigned();
    }
    Ok(bits)
}

fn write_bits(memory: &mut Memory, place: Pointer, bits: u64, node: NodeId) -> Result<(), Trap> {
    for (word, shift) in [(0, 0), (2, 16), (4, 32)] {
        memory.put::<U16>(place.offset(word), ((bits >> shift) & 0xffff).cast_signed(), node)?;
    }
    Ok(())
}

/// `erand48`, `nrand48`, `jrand48`: the state is the caller's.
pub(super) fn with_state(
    context: &mut Context<'_>,
    call: &Call<'_>,
    next: fn(&mut Congruential) -> Next,
) -> Result<Next, Stop> {
    let place = call.pointer(0);
    let state = read_bits(&context.machine.memory, place)?;
    let mut generator = Congruential { state, ..context.state.generators.congruential };
    let answer = next(&mut generator);
    write_bits(&mut context.machine.memory, place, generator.state, call.node)?;
    Ok(answer)
}

/// `seed48`: the state before, in an object of the library.
pub(super) fn seed48(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let state = read_bits(&context.machine.memory, call.pointer(0))?;
    let before = std::mem::replace(
        &mut context.state.generators.congruential,
        Congruential { state, ..Congruential::default() },
    );
    let place = context.state.object("seed48", 0);
    write_bits(&mut context.machine.memory, place, before.state, call.node)?;
    Ok(Next::pointer(place))
}

/// `lcong48`: state, factor and addend.
pub(super) fn lcong48(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let state = read_bits(memory, call.pointer(0))?;
    let factor = read_bits(memory, call.pointer(0).offset(6))?;
    let addend = memory.get::<U16>(call.pointer(0).offset(12))?.cast_unsigned();
    context.state.generators.congruential = Congruential { state, factor, addend };
    Ok(Next::VOID)
}

/// Where `struct drand48_data` has its addend and its factor.
const ADDEND: i64 = 12;
const FACTOR: i64 = 16;
/// Its size.
const DATA_SIZE: u64 = 24;

/// `srand48_r` (GNU): fills the caller's generator.
pub(super) fn srand48_r(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (place, generator) = (call.pointer(1), Congruential::seeded(low_word(call.int(0))));
    let memory = &mut context.machine.memory;
    memory.check_write(place, DATA_SIZE)?;
    memory.write(place, &[0; 24], call.node)?;
    write_bits(memory, place, generator.state, call.node)?;
    memory.put::<U16>(place.offset(ADDEND), generator.addend.cast_signed(), call.node)?;
    memory.put::<I64>(place.offset(FACTOR), generator.factor.cast_signed(), call.node)?;
    Ok(Next::int(0))
}

/// A step of the caller's generator.
pub(super) fn step_data<T>(
    context: &mut Context<'_>,
    call: &Call<'_>,
    next: fn(&mut Congruential) -> T,
) -> Result<T, Stop> {
    let place = call.pointer(0);
    let memory = &mut context.machine.memory;
    let state = read_bits(memory, place)?;
    let addend = memory.get::<U16>(place.offset(ADDEND))?.cast_unsigned();
    let factor = memory.get::<I64>(place.offset(FACTOR))?.cast_unsigned();
    let mut generator = Congruential { state, factor, addend };
    let value = next(&mut generator);
    write_bits(memory, place, generator.state, call.node)?;
    Ok(value)
}
