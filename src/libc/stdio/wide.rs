//! Wide characters on streams (7.29.3), as bytes of the locale's encoding.

use super::stream::{self, STDIN, STDOUT};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::encoding::Decoded;
use crate::libc::errno;
use crate::libc::text::{after, host};
use crate::machine::Stop;
use crate::memory::{I32, Pointer, Trap};

type Answer = Result<Next, Stop>;

/// `WEOF`, an unsigned value.
const WEOF: i64 = 0xffff_ffff;

/// A character could not be converted.
fn unconvertible(context: &mut Context<'_>, number: usize) -> Result<(), Stop> {
    if let Some(stream) = context.state.streams.get_mut(number) {
        stream.error = true;
    }
    context.set_errno(errno::EILSEQ)
}

/// The next wide character; `None` at the end and after an error.
fn next(context: &mut Context<'_>, number: usize) -> Result<Option<i64>, Stop> {
    let mut bytes = Vec::new();
    loop {
        match transfer::take(context, number, true)? {
            Some(byte) => bytes.push(byte),
            None if bytes.is_empty() => return Ok(None),
            None => break,
        }
        match context.state.encoding.decode(&bytes) {
            Decoded::Character(character, _) => return Ok(Some(i64::from(u32::from(character)))),
            Decoded::Incomplete => {}
            Decoded::Illegal => break,
        }
    }
    unconvertible(context, number)?;
    Ok(None)
}

/// Writes wide characters up to the first that has no encoding; tells whether all were written.
pub(super) fn write(context: &mut Context<'_>, number: usize, characters: &[i64]) -> Result<bool, Stop> {
    if !transfer::orient(context, number, true)? {
        return Ok(false);
    }
    let encoding = context.state.encoding;
    let encoded: Vec<Vec<u8>> = characters.iter().map_while(|c| encoding.encode(*c)).collect();
    let written = transfer::emit(context, number, &encoded.concat())?;
    if encoded.len() < characters.len() {
        unconvertible(context, number)?;
        return Ok(false);
    }
    Ok(written)
}

/// The characters of a wide string.
pub(super) fn string(context: &Context<'_>, mut from: Pointer) -> Result<Vec<i64>, Stop> {
    let mut characters = Vec::new();
    loop {
        match context.machine.memory.get::<I32>(from)? {
            0 => return Ok(characters),
            character => characters.push(character),
        }
        from = from.offset(4);
    }
}

/// Writes wide characters and a zero into an array.
pub(super) fn store(context: &mut Context<'_>, into: Pointer, characters: &[i64], call: &Call<'_>) -> Result<(), Stop> {
    for (index, character) in characters.iter().chain([&0]).enumerate() {
        context.machine.memory.put::<I32>(after(into, index.saturating_mul(4)), *character, call.node)?;
    }
    Ok(())
}

fn get(context: &mut Context<'_>, number: usize) -> Answer {
    let found = next(context, number)?;
    transfer::answer(context, Next::int(found.unwrap_or(WEOF)))
}

/// `fgetwc` and `getwc`.
pub(super) fn fgetwc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    get(context, number)
}

pub(super) fn getwchar(context: &mut Context<'_>, _: &Call<'_>) -> Answer {
    get(context, STDIN)
}

fn put(context: &mut Context<'_>, number: usize, character: i64) -> Answer {
    let written = write(context, number, &[character])?;
    transfer::answer(context, Next::int(if written { character } else { WEOF }))
}

/// `fputwc` and `putwc`.
pub(super) fn fputwc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    put(context, number, call.int(0))
}

pub(super) fn putwchar(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    put(context, STDOUT, call.int(0))
}

pub(super) fn ungetwc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    let Some(bytes) = context.state.encoding.encode(call.int(0)) else { return Ok(Next::int(WEOF)) };
    if !transfer::orient(context, number, true)? || !transfer::begin_read(context, number)? {
        return Ok(Next::int(WEOF));
    }
    for byte in bytes.into_iter().rev() {
        transfer::unread_byte(context, number, byte);
    }
    Ok(Next::int(call.int(0)))
}

pub(super) fn fputws(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    let characters = string(context, call.pointer(0))?;
    let written = write(context, number, &characters)?;
    transfer::answer(context, Next::int(if written { 1 } else { -1 }))
}

pub(super) fn fgetws(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (into, size) = (call.pointer(0), call.int(1));
    let number = stream::argument(context, call, 2)?;
    if size <= 0 {
        let words = format!("fgetws is given an array of {size} characters");
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    let most = host(size.cast_unsigned().saturating_sub(1));
    let mut characters = Vec::new();
    while characters.len() < most && characters.last() != Some(&i64::from(b'\n')) {
        match next(context, number)? {
            Some(character) => characters.push(character),
            None => break,
        }
    }
    if characters.is_empty() && most > 0 {
        let reason = "fgetws met the end of the input and left the array as it was";
        context.state.unassigned.note(into, size.cast_unsigned().saturating_mul(4), call.node, reason);
        return transfer::answer(context, Next::pointer(Pointer::NULL));
    }
    store(context, into, &characters, call)?;
    transfer::answer(context, Next::pointer(into))
}

/// `fwide`: asks for an orientation and tells the one the stream has.
pub(super) fn fwide(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let asked = call.int(1);
    let Some(stream) = context.state.streams.get_mut(number) else { return Ok(Next::int(0)) };
    if stream.wide.is_none() && asked != 0 {
        stream.wide = Some(asked > 0);
    }
    Ok(Next::int(match stream.wide {
        None => 0,
        Some(true) => 1,
        Some(false) => -1,
    }))
}
