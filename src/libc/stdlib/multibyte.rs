//! Multibyte characters (7.22.7, 7.22.8) in the "C" locale: one byte each, and
//! only those of ASCII are characters, as in glibc.

use crate::libc::string::{after, scan};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, U8};

/// A byte that begins no character.
fn illegal(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.set_errno(errno::EILSEQ)?;
    Ok(Next::int(-1))
}

/// The first byte of at most `limit`; `None` if the limit is 0.
fn first(context: &Context<'_>, from: Pointer, limit: u64) -> Result<Option<u8>, Stop> {
    if limit == 0 {
        return Ok(None);
    }
    Ok(scan::block(&context.machine.memory, from, 1)?.first().copied())
}

pub(super) fn mblen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if call.pointer(0).is_null() {
        return Ok(Next::int(0));
    }
    match first(context, call.pointer(0), call.size(1))? {
        Some(byte) if byte.is_ascii() => Ok(Next::int(byte != 0)),
        Some(_) => illegal(context),
        None => Ok(Next::int(-1)),
    }
}

pub(super) fn mbtowc(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from) = (call.pointer(0), call.pointer(1));
    if from.is_null() {
        return Ok(Next::int(0));
    }
    match first(context, from, call.size(2))? {
        Some(byte) if byte.is_ascii() => {
            if !to.is_null() {
                context.machine.memory.put::<I32>(to, i64::from(byte), call.node)?;
            }
            Ok(Next::int(byte != 0))
        }
        Some(_) => illegal(context),
        None => Ok(Next::int(-1)),
    }
}

pub(super) fn wctomb(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, character) = (call.pointer(0), call.int(1));
    if to.is_null() {
        return Ok(Next::int(0));
    }
    if !(0..128).contains(&character) {
        return illegal(context);
    }
    context.machine.memory.put::<U8>(to, character, call.node)?;
    Ok(Next::int(1))
}

pub(super) fn mbstowcs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let wanted = if to.is_null() { u64::MAX } else { limit };
    let length = scan::length_at_most(&context.machine.memory, from, wanted)?;
    let text = scan::block(&context.machine.memory, from, length)?.to_vec();
    if !text.is_ascii() {
        return illegal(context);
    }
    if !to.is_null() {
        let end = (length < limit).then_some(0);
        let mut place = to;
        for byte in text.into_iter().chain(end) {
            context.machine.memory.put::<I32>(place, i64::from(byte), call.node)?;
            place = after(place, 4);
        }
    }
    Ok(Next::size(length))
}

pub(super) fn wcstombs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, mut from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let mut count = 0_u64;
    while to.is_null() || count < limit {
        let character = context.machine.memory.get::<I32>(from)?;
        if !(0..128).contains(&character) {
            return illegal(context);
        }
        if !to.is_null() {
            context.machine.memory.put::<U8>(after(to, count), character, call.node)?;
        }
        if character == 0 {
            break;
        }
        count = count.saturating_add(1);
        from = after(from, 4);
    }
    Ok(Next::size(count))
}
