//! Copying and concatenation (7.24.2, 7.24.3). Marks and pointers move along.

use super::{after, keep_apart, scan};
use crate::libc::stdlib::allocated;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap};
use crate::sema::tree::NodeId;
use scan::short;

/// Copies `size` bytes, whatever they hold; both places are checked in full first.
fn transfer(context: &mut Context<'_>, to: Pointer, from: Pointer, size: u64, node: NodeId) -> Result<(), Trap> {
    if size == 0 {
        return Ok(());
    }
    let memory = &mut context.machine.memory;
    let source = memory.check_read(from, size)?;
    let target = memory.check_write(to, size)?;
    memory.copy(target, source, short(size), node);
    memory.keep_declared_type(to, target, short(size));
    Ok(())
}

/// Sets `size` bytes.
fn fill(context: &mut Context<'_>, to: Pointer, byte: u8, size: u64, node: NodeId) -> Result<(), Trap> {
    if size == 0 {
        return Ok(());
    }
    let memory = &mut context.machine.memory;
    let target = memory.check_write(to, size)?;
    memory.fill(target, byte, short(size), node);
    Ok(())
}

/// The low byte of an `int` argument (converted to unsigned char).
pub(super) fn byte(value: i64) -> u8 {
    u8::try_from(value & 0xff).unwrap_or(0)
}

pub(super) fn memcpy(context: &mut Context<'_>, call: &Call<'_>, name: &str, end: bool) -> Result<Next, Stop> {
    let (to, from, size) = (call.pointer(0), call.pointer(1), call.size(2));
    // A block copied onto itself is left as it is everywhere, and swaps of equal places do it.
    if to != from && size > 0 {
        context.machine.memory.check_read(from, size)?;
        context.machine.memory.check_write(to, size)?;
        if to.addr != from.addr {
            keep_apart(name, to, size, from, size)?;
        }
    }
    transfer(context, to, from, size, call.node)?;
    Ok(Next::pointer(if end { after(to, size) } else { to }))
}

pub(super) fn memmove(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    transfer(context, call.pointer(0), call.pointer(1), call.size(2), call.node)?;
    Ok(Next::pointer(call.pointer(0)))
}

pub(super) fn bcopy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    transfer(context, call.pointer(1), call.pointer(0), call.size(2), call.node)?;
    Ok(Next::VOID)
}

/// `memccpy` (POSIX): up to and with the first byte that is `c`.
pub(super) fn memccpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from, wanted, limit) = (call.pointer(0), call.pointer(1), byte(call.int(2)), call.size(3));
    let found = scan::find(&context.machine.memory, from, limit, |b| b == wanted)?;
    let size = found.map_or(limit, |place| place.saturating_add(1));
    keep_apart("memccpy", to, size, from, size)?;
    transfer(context, to, from, size, call.node)?;
    Ok(Next::pointer(if found.is_some() { after(to, size) } else { Pointer::NULL }))
}

pub(super) fn memset(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    fill(context, call.pointer(0), byte(call.int(1)), call.size(2), call.node)?;
    Ok(Next::pointer(call.pointer(0)))
}

pub(super) fn bzero(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    fill(context, call.pointer(0), 0, call.size(1), call.node)?;
    Ok(Next::VOID)
}

pub(super) fn strcpy(context: &mut Context<'_>, call: &Call<'_>, name: &str, end: bool) -> Result<Next, Stop> {
    let (to, from) = (call.pointer(0), call.pointer(1));
    let length = scan::length(&context.machine.memory, from)?;
    let size = length.saturating_add(1);
    context.machine.memory.check_write(to, size)?;
    keep_apart(name, to, size, from, size)?;
    transfer(context, to, from, size, call.node)?;
    Ok(Next::pointer(if end { after(to, length) } else { to }))
}

/// `strncpy` (7.24.2.4): exactly `n` bytes are written, zeros after the string.
pub(super) fn strncpy(context: &mut Context<'_>, call: &Call<'_>, name: &str, end: bool) -> Result<Next, Stop> {
    let (to, from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let length = scan::length_at_most(&context.machine.memory, from, limit)?;
    if limit > 0 {
        context.machine.memory.check_write(to, limit)?;
    }
    keep_apart(name, to, limit, from, length)?;
    transfer(context, to, from, length, call.node)?;
    fill(context, after(to, length), 0, limit.saturating_sub(length), call.node)?;
    Ok(Next::pointer(if end { after(to, length) } else { to }))
}

/// `strcat` and `strncat` (7.24.3): the end is always written.
pub(super) fn concatenate(context: &mut Context<'_>, call: &Call<'_>, name: &str, limit: u64) -> Result<Next, Stop> {
    let (to, from) = (call.pointer(0), call.pointer(1));
    let memory = &mut context.machine.memory;
    let before = scan::length(memory, to)?;
    let length = scan::length_at_most(memory, from, limit)?;
    let place = after(to, before);
    memory.check_write(place, length.saturating_add(1))?;
    let ended = length < limit;
    keep_apart(name, place, length.saturating_add(1), from, length.saturating_add(u64::from(ended)))?;
    transfer(context, place, from, length, call.node)?;
    fill(context, after(place, length), 0, 1, call.node)?;
    Ok(Next::pointer(to))
}

/// `strlcpy` and `strlcat` (BSD): as much as fits, with an end; the length it would have had.
pub(super) fn bounded(context: &mut Context<'_>, call: &Call<'_>, name: &str, appends: bool) -> Result<Next, Stop> {
    let (to, from, room) = (call.pointer(0), call.pointer(1), call.size(2));
    let memory = &mut context.machine.memory;
    let before = if appends { scan::length_at_most(memory, to, room)? } else { 0 };
    let length = scan::length(memory, from)?;
    let left = room.saturating_sub(before);
    if left > 0 {
        let fitting = length.min(left.saturating_sub(1));
        let place = after(to, before);
        keep_apart(name, place, fitting.saturating_add(1), from, length.saturating_add(1))?;
        transfer(context, place, from, fitting, call.node)?;
        fill(context, after(place, fitting), 0, 1, call.node)?;
    }
    Ok(Next::size(before.saturating_add(length)))
}

/// `strdup` and `strndup` (POSIX): a block of the heap.
pub(super) fn duplicate(context: &mut Context<'_>, call: &Call<'_>, limit: u64) -> Result<Next, Stop> {
    let from = call.pointer(0);
    let length = scan::length_at_most(&context.machine.memory, from, limit)?;
    let event = context.machine.event(call.node);
    let found = context.machine.memory.malloc(length.saturating_add(1), event).map_err(Trap::from)?;
    let Some(block) = found else { return allocated(context, None) };
    transfer(context, block, from, length, call.node)?;
    fill(context, after(block, length), 0, 1, call.node)?;
    Ok(Next::pointer(block))
}

/// `strxfrm` (7.24.4.5): in the C locale the string itself.
pub(super) fn strxfrm(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from, room) = (call.pointer(0), call.pointer(1), call.size(2));
    let length = scan::length(&context.machine.memory, from)?;
    let size = length.saturating_add(1).min(room);
    keep_apart("strxfrm", to, size, from, length.saturating_add(1))?;
    transfer(context, to, from, size, call.node)?;
    if length >= room && room > 0 {
        let reason = format!("strxfrm had {room} bytes here and needed {}", length.saturating_add(1));
        context.indeterminate(to, room, call.node, &reason);
    }
    Ok(Next::size(length))
}

/// `memfrob` (GNU): each byte with its bits 1, 3 and 5 turned over.
pub(super) fn memfrob(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (place, size) = (call.pointer(0), call.size(1));
    if size > 0 {
        let mut bytes = scan::block(&context.machine.memory, place, size)?.to_vec();
        bytes.iter_mut().for_each(|byte| *byte ^= 42);
        context.machine.memory.write(place, &bytes, call.node)?;
    }
    Ok(Next::pointer(place))
}
