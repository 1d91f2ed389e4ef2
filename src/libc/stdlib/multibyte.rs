//! Multibyte characters (7.22.7, 7.22.8): one byte each in the "C" locale, else UTF-8.

use crate::libc::encoding::{self, Decoded};
use crate::libc::string::{after, scan};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, U8};

/// What is no character, or has no encoding.
fn illegal(context: &mut Context<'_>) -> Result<Next, Stop> {
    context.set_errno(errno::EILSEQ)?;
    Ok(Next::int(-1))
}

/// The length of the character at `from`, whose value goes to `to`, if that is no null pointer.
fn one(context: &mut Context<'_>, call: &Call<'_>, to: Pointer, from: Pointer, limit: u64) -> Result<Next, Stop> {
    if from.is_null() {
        // No encoding has states.
        return Ok(Next::int(0));
    }
    match encoding::read(context, &[], from, limit)? {
        Decoded::Character(character, length) => {
            if !to.is_null() {
                context.machine.memory.put::<I32>(to, i64::from(u32::from(character)), call.node)?;
            }
            Ok(Next::size(if character == '\0' { 0 } else { scan::wide(length) }))
        }
        Decoded::Incomplete => Ok(Next::int(-1)),
        Decoded::Illegal => illegal(context),
    }
}

pub(super) fn mblen(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    one(context, call, Pointer::NULL, call.pointer(0), call.size(1))
}

pub(super) fn mbtowc(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    one(context, call, call.pointer(0), call.pointer(1), call.size(2))
}

pub(super) fn wctomb(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let to = call.pointer(0);
    if to.is_null() {
        return Ok(Next::int(0));
    }
    let Some(bytes) = context.state.encoding.encode(call.int(1)) else { return illegal(context) };
    context.machine.memory.write(to, &bytes, call.node)?;
    Ok(Next::size(scan::wide(bytes.len())))
}

pub(super) fn mbstowcs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (mut to, mut from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let stores = !to.is_null();
    let mut count = 0_u64;
    while !stores || count < limit {
        let Decoded::Character(character, length) = encoding::read(context, &[], from, u64::MAX)? else {
            return illegal(context);
        };
        if stores {
            context.machine.memory.put::<I32>(to, i64::from(u32::from(character)), call.node)?;
            to = after(to, 4);
        }
        if character == '\0' {
            break;
        }
        count = count.saturating_add(1);
        from = after(from, scan::wide(length));
    }
    Ok(Next::size(count))
}

pub(super) fn wcstombs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (to, mut from, limit) = (call.pointer(0), call.pointer(1), call.size(2));
    let mut count = 0_u64;
    while to.is_null() || count < limit {
        let character = context.machine.memory.get::<I32>(from)?;
        let Some(bytes) = context.state.encoding.encode(character) else { return illegal(context) };
        let end = count.saturating_add(scan::wide(bytes.len()));
        if !to.is_null() {
            if end > limit {
                break;
            }
            if let [byte] = bytes.as_slice() {
                context.machine.memory.put::<U8>(after(to, count), i64::from(*byte), call.node)?;
            } else {
                context.machine.memory.write(after(to, count), &bytes, call.node)?;
            }
        }
        if character == 0 {
            break;
        }
        count = end;
        from = after(from, 4);
    }
    Ok(Next::size(count))
}
