//! Conversions that can be restarted (7.29.6). In the "C" locale a character is
//! one byte, so there is nothing to remember; a state that was
//! given must have been set to zero all the same (7.29.6p3).

use super::units::{at, get};
use crate::libc::string::{after, scan};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, Scalar, U8};

/// `(size_t)-1`: not a character.
const ILLEGAL: u64 = u64::MAX;
/// `(size_t)-2`: not enough bytes.
const INCOMPLETE: u64 = u64::MAX - 1;
/// The bytes of an `mbstate_t`.
const STATE: u64 = 8;
/// `WEOF` as a `wint_t`.
const WEOF: i64 = 0xffff_ffff;

fn illegal(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.set_errno(errno::EILSEQ)?;
    Ok(Next::size(ILLEGAL))
}

/// The state of a conversion, unless it is the library's own.
fn state(context: &Context<'_>, call: &Call<'_>, place: usize) -> Result<(), Stop> {
    let state = call.pointer(place);
    if !state.is_null() {
        scan::block(&context.machine.memory, state, STATE)?;
    }
    Ok(())
}

pub(super) fn btowc(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(if (0..128).contains(&call.int(0)) { call.int(0) } else { WEOF }))
}

pub(super) fn wctob(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(if (0..128).contains(&call.int(0)) { call.int(0) } else { -1 }))
}

pub(super) fn mbsinit(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 0)?;
    Ok(Next::int(1))
}

/// One character from at most `limit` bytes.
fn decode<T: Scalar<Value = i64>>(
    context: &mut Context<'_>,
    to: Pointer,
    from: Pointer,
    limit: u64,
    call: &Call<'_>,
) -> Result<Next, Stop> {
    if from.is_null() {
        return Ok(Next::int(0));
    }
    if limit == 0 {
        return Ok(Next::size(INCOMPLETE));
    }
    let byte = scan::block(&context.machine.memory, from, 1)?.first().copied().unwrap_or(0);
    if !byte.is_ascii() {
        return illegal(context);
    }
    if !to.is_null() {
        context.machine.memory.put::<T>(to, i64::from(byte), call.node)?;
    }
    Ok(Next::int(byte != 0))
}

pub(super) fn mbrlen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 2)?;
    decode::<I32>(context, Pointer::NULL, call.pointer(0), call.size(1), call)
}

/// `mbrtowc` and its relatives, by the type of a character.
pub(super) fn mbrtowc<T: Scalar<Value = i64>>(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 3)?;
    decode::<T>(context, call.pointer(0), call.pointer(1), call.size(2), call)
}

pub(super) fn wcrtomb(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 2)?;
    let (to, character) = (call.pointer(0), call.int(1));
    if to.is_null() {
        return Ok(Next::int(1));
    }
    if !(0..128).contains(&character) {
        return illegal(context);
    }
    context.machine.memory.put::<U8>(to, character, call.node)?;
    Ok(Next::int(1))
}

/// `mbsrtowcs` (7.29.6.4.1): the source pointer moves along, and is null at the end.
pub(super) fn mbsrtowcs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 3)?;
    let (to, source, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let from = context.machine.memory.get_pointer(source)?;
    let mut count = 0_u64;
    while to.is_null() || count < limit {
        let place = after(from, count);
        let byte = scan::block(&context.machine.memory, place, 1)?.first().copied().unwrap_or(0);
        if !byte.is_ascii() {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, place, call.node)?;
            }
            return illegal(context);
        }
        if !to.is_null() {
            context.machine.memory.put::<I32>(at(to, count), i64::from(byte), call.node)?;
        }
        if byte == 0 {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, Pointer::NULL, call.node)?;
            }
            return Ok(Next::size(count));
        }
        count = count.saturating_add(1);
    }
    context.machine.memory.put_pointer(source, after(from, count), call.node)?;
    Ok(Next::size(count))
}

/// `wcsrtombs` (7.29.6.4.2).
pub(super) fn wcsrtombs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    state(context, call, 3)?;
    let (to, source, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let from = context.machine.memory.get_pointer(source)?;
    let mut count = 0_u64;
    while to.is_null() || count < limit {
        let character = get(&context.machine.memory, from, count)?;
        if !(0..128).contains(&character) {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, at(from, count), call.node)?;
            }
            return illegal(context);
        }
        if !to.is_null() {
            context.machine.memory.put::<U8>(after(to, count), character, call.node)?;
        }
        if character == 0 {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, Pointer::NULL, call.node)?;
            }
            return Ok(Next::size(count));
        }
        count = count.saturating_add(1);
    }
    context.machine.memory.put_pointer(source, at(from, count), call.node)?;
    Ok(Next::size(count))
}
