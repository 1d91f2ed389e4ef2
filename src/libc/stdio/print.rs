//! Formatted output: the printf family (7.21.6).

use super::stream::{self, STDOUT};
use super::transfer;
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::format::{self, Arguments, Characters, Formatted};
use crate::libc::text::{host, wide};
use crate::machine::{Output, Stop};
use crate::memory::{Pointer, Trap};

type Answer = Result<Next, Stop>;

/// The count that a printf function returns.
fn count(context: &mut Context<'_>, done: &Formatted, written: bool) -> Result<Next, Stop> {
    if let Some(number) = done.failed {
        context.set_errno(number)?;
    }
    let result = match i32::try_from(done.bytes.len()) {
        Ok(count) if done.failed.is_none() && written => count,
        _ => -1,
    };
    transfer::answer(context, Next::int(result))
}

/// Formats with the format at `place` and the arguments after it.
pub(in crate::libc) fn formatted(
    context: &mut Context<'_>,
    call: &Call<'_>,
    place: usize,
    listed: bool,
) -> Result<Formatted, Stop> {
    let text = context.string(call.pointer(place))?;
    let mut arguments = Arguments::from(context, call, place.saturating_add(1), listed)?;
    format::format(context, Characters::Narrow, &text, &mut arguments)
}

fn to_stream(context: &mut Context<'_>, call: &Call<'_>, number: usize, place: usize, listed: bool) -> Answer {
    let done = formatted(context, call, place, listed)?;
    let written = transfer::write_bytes(context, number, &done.bytes)?;
    count(context, &done, written)
}

pub(super) fn printf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_stream(context, call, STDOUT, 0, false)
}

pub(super) fn vprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_stream(context, call, STDOUT, 0, true)
}

pub(super) fn fprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    to_stream(context, call, number, 1, false)
}

pub(super) fn vfprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    to_stream(context, call, number, 1, true)
}

/// Standard output and error only: no other descriptor is given to a program.
fn to_descriptor(context: &mut Context<'_>, call: &Call<'_>, listed: bool) -> Answer {
    let done = formatted(context, call, 1, listed)?;
    let to = match call.int(0) {
        1 => Output::Stdout,
        2 => Output::Stderr,
        _ => {
            context.set_errno(errno::EBADF)?;
            return Ok(Next::int(-1));
        }
    };
    let written = match transfer::hand_on(context, to, &done.bytes)? {
        Ok(()) => true,
        Err(error) => {
            context.state.streams.gone |= error.broken_pipe;
            context.set_errno(error.errno)?;
            false
        }
    };
    count(context, &done, written)
}

pub(super) fn dprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_descriptor(context, call, false)
}

pub(super) fn vdprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_descriptor(context, call, true)
}

/// `sprintf`: everything, and a zero.
fn to_array(context: &mut Context<'_>, call: &Call<'_>, listed: bool) -> Answer {
    let done = formatted(context, call, 1, listed)?;
    let mut bytes = done.bytes.clone();
    bytes.push(0);
    context.machine.memory.check_write(call.pointer(0), wide(bytes.len()))?;
    done.keep_apart(if listed { "vsprintf" } else { "sprintf" }, call.pointer(0), wide(bytes.len()))?;
    context.machine.memory.write(call.pointer(0), &bytes, call.node)?;
    count(context, &done, true)
}

pub(super) fn sprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_array(context, call, false)
}

pub(super) fn vsprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_array(context, call, true)
}

/// `snprintf`: what fits, and a zero; the pointer is not used if nothing fits.
fn to_bounded_array(context: &mut Context<'_>, call: &Call<'_>, listed: bool) -> Answer {
    let size = call.size(1);
    let done = formatted(context, call, 2, listed)?;
    if size > 0 {
        let most = host(size.saturating_sub(1)).min(done.bytes.len());
        let mut bytes = done.bytes.get(..most).unwrap_or_default().to_vec();
        bytes.push(0);
        debug_assert!(wide(bytes.len()) <= size);
        context.machine.memory.check_write(call.pointer(0), wide(bytes.len()))?;
        done.keep_apart(if listed { "vsnprintf" } else { "snprintf" }, call.pointer(0), wide(bytes.len()))?;
        context.machine.memory.write(call.pointer(0), &bytes, call.node)?;
    }
    count(context, &done, true)
}

pub(super) fn snprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_bounded_array(context, call, false)
}

pub(super) fn vsnprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_bounded_array(context, call, true)
}

/// `asprintf`: a new block of the heap with everything, and a zero.
fn to_block(context: &mut Context<'_>, call: &Call<'_>, listed: bool) -> Answer {
    let done = formatted(context, call, 1, listed)?;
    let mut bytes = done.bytes.clone();
    bytes.push(0);
    let event = context.machine.event(call.node);
    let room = context.machine.memory.malloc(wide(bytes.len()), event).map_err(Trap::from)?;
    context.machine.memory.put_pointer(call.pointer(0), room.unwrap_or(Pointer::NULL), call.node)?;
    let Some(room) = room else {
        context.set_errno(errno::ENOMEM)?;
        return Ok(Next::int(-1));
    };
    context.machine.memory.write(room, &bytes, call.node)?;
    count(context, &done, true)
}

pub(super) fn asprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_block(context, call, false)
}

pub(super) fn vasprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_block(context, call, true)
}
