//! Clocks and waiting (7.27.2 and POSIX).

use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I64, Pointer};
use crate::sema::tree::NodeId;

const NANOSECONDS: i64 = 1_000_000_000;
const CLOCK_REALTIME: i64 = 0;
const CLOCK_PROCESS: i64 = 2;
/// Monotonic, per thread, raw and coarse clocks count as one.
const CLOCK_LAST: i64 = 7;

fn now(context: &mut Context<'_>) -> i64 {
    let steps = context.machine.memory.steps;
    context.machine.host.now(steps)
}

/// A wrong argument: −1 and EINVAL.
fn invalid(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.set_errno(errno::EINVAL)?;
    Ok(Next::int(-1))
}

/// Two words: seconds, and the rest divided by `unit`.
fn store(context: &mut Context<'_>, to: Pointer, nanoseconds: i64, unit: i64, node: NodeId) -> Result<(), Stop> {
    let rest = nanoseconds.rem_euclid(NANOSECONDS).checked_div(unit).unwrap_or(0);
    let memory = &mut context.machine.memory;
    memory.check_write(to, 16)?;
    memory.put::<I64>(to, nanoseconds.div_euclid(NANOSECONDS), node)?;
    memory.put::<I64>(to.offset(8), rest, node)?;
    Ok(())
}

pub(super) fn time(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let seconds = now(context).div_euclid(NANOSECONDS);
    if !call.pointer(0).is_null() {
        context.machine.memory.put::<I64>(call.pointer(0), seconds, call.node)?;
    }
    Ok(Next::int(seconds))
}

/// In microseconds (CLOCKS_PER_SEC is a million).
pub(super) fn clock(context: &mut Context<'_>, _call: &Call<'_>) -> Result<Next, Stop> {
    let steps = context.machine.memory.steps;
    Ok(Next::int(context.machine.host.processor_time(steps).div_euclid(1000)))
}

pub(super) fn difftime(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::float(in_float(call.int(0)) - in_float(call.int(1))))
}

#[allow(clippy::as_conversions, reason = "the one way to round an integer to a double")]
fn in_float(value: i64) -> f64 {
    value as f64
}

/// 7.27.2.5; 0 if the base is not TIME_UTC.
pub(super) fn timespec_get(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if call.int(1) != 1 {
        return Ok(Next::int(0));
    }
    let time = now(context);
    store(context, call.pointer(0), time, 1, call.node)?;
    Ok(Next::int(1))
}

pub(super) fn clock_gettime(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let steps = context.machine.memory.steps;
    let time = match call.int(0) {
        CLOCK_PROCESS | 3 => context.machine.host.processor_time(steps),
        CLOCK_REALTIME..=CLOCK_LAST => now(context),
        _ => return invalid(context),
    };
    store(context, call.pointer(1), time, 1, call.node)?;
    Ok(Next::int(0))
}

pub(super) fn clock_getres(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if !(CLOCK_REALTIME..=CLOCK_LAST).contains(&call.int(0)) {
        return invalid(context);
    }
    if !call.pointer(1).is_null() {
        store(context, call.pointer(1), 1, 1, call.node)?;
    }
    Ok(Next::int(0))
}

pub(super) fn gettimeofday(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let time = now(context);
    store(context, call.pointer(0), time, 1000, call.node)?;
    if !call.pointer(1).is_null() {
        context.machine.memory.write(call.pointer(1), &[0; 8], call.node)?;
    }
    Ok(Next::int(0))
}

/// Waits the whole time: nothing interrupts it.
pub(super) fn nanosleep(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let seconds = memory.get::<I64>(call.pointer(0))?;
    let rest = memory.get::<I64>(call.pointer(0).offset(8))?;
    let (Ok(seconds), Ok(rest)) = (u64::try_from(seconds), u64::try_from(rest)) else { return invalid(context) };
    if rest >= NANOSECONDS.unsigned_abs() {
        return invalid(context);
    }
    context.machine.host.sleep(seconds.saturating_mul(NANOSECONDS.unsigned_abs()).saturating_add(rest));
    Ok(Next::int(0))
}

pub(super) fn sleep(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    context.machine.host.sleep((call.size(0) & 0xffff_ffff).saturating_mul(NANOSECONDS.unsigned_abs()));
    Ok(Next::int(0))
}

pub(super) fn usleep(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    context.machine.host.sleep((call.size(0) & 0xffff_ffff).saturating_mul(1000));
    Ok(Next::int(0))
}

/// `clock_nanosleep`: for a time, or (flag TIMER_ABSTIME) until one.
pub(super) fn clock_nanosleep(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const ABSOLUTE: i64 = 1;
    let memory = &context.machine.memory;
    let seconds = memory.get::<I64>(call.pointer(2))?;
    let rest = memory.get::<I64>(call.pointer(2).offset(8))?;
    if !(CLOCK_REALTIME..=CLOCK_LAST).contains(&call.int(0)) || seconds < 0 || !(0..NANOSECONDS).contains(&rest) {
        // The number is the result here, errno stays.
        return Ok(Next::int(errno::EINVAL));
    }
    let wanted = seconds.saturating_mul(NANOSECONDS).saturating_add(rest);
    let wanted = if call.int(1) & ABSOLUTE != 0 { wanted.saturating_sub(now(context)) } else { wanted };
    context.machine.host.sleep(u64::try_from(wanted).unwrap_or(0));
    Ok(Next::int(0))
}

/// `times`: a tick is a hundredth of a second; all of it is the program's own.
pub(super) fn times(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    const TICK: i64 = NANOSECONDS / 100;
    let steps = context.machine.memory.steps;
    let busy = context.machine.host.processor_time(steps).div_euclid(TICK);
    if !call.pointer(0).is_null() {
        context.machine.memory.check_write(call.pointer(0), 32)?;
        for (place, ticks) in [(0, busy), (8, 0), (16, 0), (24, 0)] {
            context.machine.memory.put::<I64>(call.pointer(0).offset(place), ticks, call.node)?;
        }
    }
    Ok(Next::int(now(context).div_euclid(TICK)))
}

/// `getrusage`: the processor's time; everything else is 0.
pub(super) fn getrusage(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let steps = context.machine.memory.steps;
    let busy = match call.int(0) {
        0 => context.machine.host.processor_time(steps),
        -1 => 0,
        _ => return invalid(context),
    };
    context.machine.memory.write(call.pointer(1), &[0; 144], call.node)?;
    store(context, call.pointer(1), busy, 1000, call.node)?;
    Ok(Next::int(0))
}
