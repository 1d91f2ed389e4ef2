//! Conversions that can be restarted (7.29.6). In the "C" locale a character is one byte,
//! so that `mbstate_t` is not looked into; of UTF-8 it holds the bytes that were read of a
//! character, their number in its first word. A state that was
//! given must have been set to zero in any case (7.29.6p3).

use super::units::{at, get};
use crate::libc::encoding::{self, Decoded, Encoding};
use crate::libc::string::{after, scan};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, Scalar, Trap};
use crate::sema::tree::NodeId;

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
fn given_state(context: &Context<'_>, call: &Call<'_>, place: usize) -> Result<(), Stop> {
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
    given_state(context, call, 0)?;
    let state = call.pointer(0);
    Ok(Next::int(state.is_null() || partial(context, state)?.is_empty()))
}

/// The bytes of a character that a state holds; a null pointer means the library's own.
fn partial(context: &Context<'_>, state: Pointer) -> Result<Vec<u8>, Trap> {
    if context.state.encoding == Encoding::Ascii {
        return Ok(Vec::new());
    }
    if state.is_null() {
        return Ok(context.state.partial.clone());
    }
    let memory = &context.machine.memory;
    let count = usize::try_from(memory.get::<I32>(state)?).unwrap_or(0);
    let bytes = memory.get::<I32>(state.offset(4))?.to_le_bytes();
    Ok(bytes.into_iter().take(count.min(3)).collect())
}

fn keep(context: &mut Context<'_>, state: Pointer, bytes: &[u8], node: NodeId) -> Result<(), Trap> {
    if state.is_null() {
        context.state.partial = bytes.to_vec();
        return Ok(());
    }
    let value = bytes.iter().rev().fold(0_i64, |value, byte| (value << 8) | i64::from(*byte));
    let memory = &mut context.machine.memory;
    memory.put::<I32>(state, i64::try_from(bytes.len()).unwrap_or(0), node)?;
    memory.put::<I32>(state.offset(4), value, node)?;
    Ok(())
}

/// One character from at most `limit` bytes.
fn decode<T: Scalar<Value = i64>>(
    context: &mut Context<'_>,
    to: Pointer,
    from: Pointer,
    (limit, state): (u64, Pointer),
    call: &Call<'_>,
) -> Result<Next, Stop> {
    if from.is_null() {
        return Ok(Next::int(0));
    }
    if limit == 0 {
        return Ok(Next::size(INCOMPLETE));
    }
    let before = partial(context, state)?;
    let (value, length) = match encoding::read(context, &before, from, limit)? {
        Decoded::Character(character, length) => (i64::from(u32::from(character)), length),
        Decoded::Incomplete => {
            let new = scan::block(&context.machine.memory, from, limit)?;
            let all = [before.as_slice(), new].concat();
            keep(context, state, &all, call.node)?;
            return Ok(Next::size(INCOMPLETE));
        }
        Decoded::Illegal => return illegal(context),
    };
    // A pair of surrogates would be two answers.
    if T::SIZE == 2 && value > 0xffff {
        return illegal(context);
    }
    if !before.is_empty() {
        keep(context, state, &[], call.node)?;
    }
    if !to.is_null() {
        context.machine.memory.put::<T>(to, value, call.node)?;
    }
    Ok(Next::size(if value == 0 { 0 } else { scan::wide(length.saturating_sub(before.len())) }))
}

pub(super) fn mbrlen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    given_state(context, call, 2)?;
    decode::<I32>(context, Pointer::NULL, call.pointer(0), (call.size(1), call.pointer(2)), call)
}

/// `mbrtowc` and its relatives, by the type of a character.
pub(super) fn mbrtowc<T: Scalar<Value = i64>>(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    given_state(context, call, 3)?;
    decode::<T>(context, call.pointer(0), call.pointer(1), (call.size(2), call.pointer(3)), call)
}

pub(super) fn wcrtomb(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    given_state(context, call, 2)?;
    let to = call.pointer(0);
    if to.is_null() {
        return Ok(Next::int(1));
    }
    let Some(bytes) = context.state.encoding.encode(call.int(1)) else { return illegal(context) };
    context.machine.memory.write(to, &bytes, call.node)?;
    Ok(Next::size(scan::wide(bytes.len())))
}

/// `mbsrtowcs` (7.29.6.4.1): the source pointer moves along, and is null at the end.
pub(super) fn mbsrtowcs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    given_state(context, call, 3)?;
    let (to, source, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let from = context.machine.memory.get_pointer(source)?;
    let (mut count, mut place) = (0_u64, from);
    while to.is_null() || count < limit {
        let Decoded::Character(character, length) = encoding::read(context, &[], place, u64::MAX)? else {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, place, call.node)?;
            }
            return illegal(context);
        };
        if !to.is_null() {
            context.machine.memory.put::<I32>(at(to, count), i64::from(u32::from(character)), call.node)?;
        }
        if character == '\0' {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, Pointer::NULL, call.node)?;
            }
            return Ok(Next::size(count));
        }
        count = count.saturating_add(1);
        place = after(place, scan::wide(length));
    }
    context.machine.memory.put_pointer(source, place, call.node)?;
    Ok(Next::size(count))
}

/// `wcsrtombs` (7.29.6.4.2).
pub(super) fn wcsrtombs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    given_state(context, call, 3)?;
    let (to, source, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let from = context.machine.memory.get_pointer(source)?;
    let (mut count, mut read) = (0_u64, 0_u64);
    while to.is_null() || count < limit {
        let character = get(&context.machine.memory, from, read)?;
        let Some(bytes) = context.state.encoding.encode(character) else {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, at(from, read), call.node)?;
            }
            return illegal(context);
        };
        let end = count.saturating_add(scan::wide(bytes.len()));
        if !to.is_null() {
            if end > limit {
                break;
            }
            context.machine.memory.write(after(to, count), &bytes, call.node)?;
        }
        if character == 0 {
            if !to.is_null() {
                context.machine.memory.put_pointer(source, Pointer::NULL, call.node)?;
            }
            return Ok(Next::size(count));
        }
        count = end;
        read = read.saturating_add(1);
    }
    if !to.is_null() {
        context.machine.memory.put_pointer(source, at(from, read), call.node)?;
    }
    Ok(Next::size(count))
}
