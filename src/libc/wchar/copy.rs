//! Copying and concatenation of wide strings; pointers and marks move along.

use super::units::{UNIT, at, length};
use crate::libc::stdlib::allocated;
use crate::libc::string::keep_apart;
use crate::libc::string::scan::short;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, Trap};
use crate::sema::tree::NodeId;

/// Bytes of so many characters.
fn bytes(count: u64) -> u64 {
    count.saturating_mul(UNIT)
}

fn transfer(context: &mut Context<'_>, to: Pointer, from: Pointer, count: u64, node: NodeId) -> Result<(), Trap> {
    if count == 0 {
        return Ok(());
    }
    let memory = &mut context.machine.memory;
    let source = memory.check_read(from, bytes(count))?;
    let target = memory.check_write(to, bytes(count))?;
    memory.copy(target, source, short(bytes(count)), node);
    Ok(())
}

/// Puts one character into so many places.
fn fill(context: &mut Context<'_>, to: Pointer, character: i64, count: u64, node: NodeId) -> Result<(), Trap> {
    if count > 0 {
        context.machine.memory.check_write(to, bytes(count))?;
    }
    for number in 0..count {
        context.machine.memory.put::<I32>(at(to, number), character, node)?;
    }
    Ok(())
}

pub(super) fn wcscpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from) = (call.pointer(0), call.pointer(1));
    let count = length(&context.machine.memory, from, u64::MAX)?.saturating_add(1);
    context.machine.memory.check_write(to, bytes(count))?;
    keep_apart("wcscpy", to, bytes(count), from, bytes(count))?;
    transfer(context, to, from, count, call.node)?;
    Ok(Next::pointer(to))
}

pub(super) fn wcsncpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let count = length(&context.machine.memory, from, limit)?;
    if limit > 0 {
        context.machine.memory.check_write(to, bytes(limit))?;
    }
    keep_apart("wcsncpy", to, bytes(limit), from, bytes(count))?;
    transfer(context, to, from, count, call.node)?;
    fill(context, at(to, count), 0, limit.saturating_sub(count), call.node)?;
    Ok(Next::pointer(to))
}

/// `wmemcpy` (`apart`) and `wmemmove`.
pub(super) fn wmemcpy(context: &mut Context<'_>, call: &Call<'_>, apart: bool) -> Result<Next, Stop> {
    let (to, from, count) = (call.pointer(0), call.pointer(1), call.size(2));
    if apart && to.addr != from.addr && count > 0 {
        context.machine.memory.check_read(from, bytes(count))?;
        context.machine.memory.check_write(to, bytes(count))?;
        keep_apart("wmemcpy", to, bytes(count), from, bytes(count))?;
    }
    transfer(context, to, from, count, call.node)?;
    Ok(Next::pointer(to))
}

pub(super) fn concatenate(context: &mut Context<'_>, call: &Call<'_>, name: &str, limit: u64) -> Result<Next, Stop> {
    let (to, from) = (call.pointer(0), call.pointer(1));
    let before = length(&context.machine.memory, to, u64::MAX)?;
    let count = length(&context.machine.memory, from, limit)?;
    let place = at(to, before);
    let total = before.saturating_add(count).saturating_add(1);
    context.machine.memory.check_write(to, bytes(total))?;
    let read = count.saturating_add(u64::from(count < limit));
    keep_apart(name, place, bytes(count.saturating_add(1)), from, bytes(read))?;
    transfer(context, place, from, count, call.node)?;
    fill(context, at(place, count), 0, 1, call.node)?;
    Ok(Next::pointer(to))
}

pub(super) fn wmemset(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    fill(context, call.pointer(0), call.int(1), call.size(2), call.node)?;
    Ok(Next::pointer(call.pointer(0)))
}

pub(super) fn wcsdup(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let from = call.pointer(0);
    let count = length(&context.machine.memory, from, u64::MAX)?.saturating_add(1);
    let event = context.machine.event(call.node);
    let found = context.machine.memory.malloc(bytes(count), event).map_err(Trap::from)?;
    if let Some(block) = found {
        transfer(context, block, from, count, call.node)?;
    }
    allocated(context, found)
}

/// In the C locale the string itself.
pub(super) fn wcsxfrm(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from, room) = (call.pointer(0), call.pointer(1), call.size(2));
    let count = length(&context.machine.memory, from, u64::MAX)?;
    transfer(context, to, from, count.saturating_add(1).min(room), call.node)?;
    Ok(Next::size(count))
}

/// `wmempcpy` (GNU): the place after the copy.
pub(super) fn wmempcpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    wmemcpy(context, call, true)?;
    Ok(Next::pointer(at(call.pointer(0), call.size(2))))
}

/// `wcpcpy` (POSIX): the place of the end.
pub(super) fn wcpcpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    wcscpy(context, call)?;
    let count = length(&context.machine.memory, call.pointer(0), u64::MAX)?;
    Ok(Next::pointer(at(call.pointer(0), count)))
}

/// `wcpncpy` (POSIX): the place of the end, or after the last character.
pub(super) fn wcpncpy(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let count = length(&context.machine.memory, call.pointer(1), call.size(2))?;
    wcsncpy(context, call)?;
    Ok(Next::pointer(at(call.pointer(0), count)))
}
