//! Lines in: `fgets`, `gets`, `getline`, `getdelim`.

use super::characters::EOF;
use super::stream::{self, STDIN};
use super::transfer;
use crate::kinds::{Kind, Severity};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::text::{host, wide};
use crate::machine::Stop;
use crate::memory::{I64, Pointer, Trap};

type Answer = Result<Next, Stop>;

/// Bytes up to the delimiter, which is kept, or so many. Tells also whether it
/// ended at the end of the file.
fn line(context: &mut Context<'_>, number: usize, delimiter: u8, most: usize) -> Result<(Vec<u8>, bool), Stop> {
    let mut bytes = Vec::new();
    while bytes.len() < most {
        match transfer::read_byte(context, number)? {
            None => return Ok((bytes, true)),
            Some(byte) => bytes.push(byte),
        }
        if bytes.last() == Some(&delimiter) {
            break;
        }
    }
    Ok((bytes, false))
}

/// Did an error, rather than the end of the file, stop the reading?
fn broken(context: &Context<'_>, number: usize) -> bool {
    context.state.streams.get(number).is_none_or(|stream| stream.error)
}

pub(super) fn fgets(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let (into, size) = (call.pointer(0), call.int(1));
    let number = stream::argument(context, call, 2)?;
    if size <= 0 {
        let words = format!("fgets is given an array of {size} bytes");
        context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    let most = host(size.cast_unsigned().saturating_sub(1));
    let (mut bytes, end) = line(context, number, b'\n', most)?;
    if end && (bytes.is_empty() || broken(context, number)) {
        let reason = "fgets met the end of the input and left the array as it was";
        context.state.unassigned.note(into, size.cast_unsigned(), call.node, reason);
        return transfer::answer(context, Next::pointer(Pointer::NULL));
    }
    bytes.push(0);
    context.machine.memory.write(into, &bytes, call.node)?;
    transfer::answer(context, Next::pointer(into))
}

/// `gets`, which C11 took out: nothing bounds what it writes.
pub(super) fn gets(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let into = call.pointer(0);
    let (mut bytes, end) = line(context, STDIN, b'\n', usize::MAX)?;
    if end && bytes.is_empty() {
        let room = context.machine.memory.room(into).unwrap_or(1);
        let reason = "gets met the end of the input and left the array as it was";
        context.state.unassigned.note(into, room, call.node, reason);
        return transfer::answer(context, Next::pointer(Pointer::NULL));
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    }
    let length = bytes.len();
    bytes.push(0);
    let written = context.machine.memory.write(into, &bytes, call.node);
    written.map_err(|trap| {
        trap.noted(format!("gets read a line of {length} characters; it cannot know where the array ends"), None)
    })?;
    let words = "gets cannot know how large the array is; fgets(array, sizeof array, stdin) does";
    context.machine.tell(Trap::text(Kind::BadArgument, words), Severity::Warning)?;
    transfer::answer(context, Next::pointer(into))
}

pub(super) fn getline(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 2)?;
    delimited(context, call, number, b'\n')
}

pub(super) fn getdelim(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 3)?;
    let [delimiter, ..] = call.int(2).to_le_bytes();
    delimited(context, call, number, delimiter)
}

/// The size of a first buffer, as in glibc.
const FIRST: u64 = 120;

/// Reads into a block of the heap that grows as needed, as POSIX has it.
fn delimited(context: &mut Context<'_>, call: &Call<'_>, number: usize, delimiter: u8) -> Answer {
    let (line_place, size_place) = (call.pointer(0), call.pointer(1));
    if line_place.is_null() || size_place.is_null() {
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(-1));
    }
    let mut block = context.machine.memory.get_pointer(line_place)?;
    let mut size = if block.is_null() { 0 } else { context.machine.memory.get::<I64>(size_place)?.cast_unsigned() };
    if block.is_null() {
        let event = context.machine.event(call.node);
        let Some(fresh) = context.machine.memory.malloc(FIRST, event).map_err(Trap::from)? else {
            context.set_errno(errno::ENOMEM)?;
            return Ok(Next::int(-1));
        };
        (block, size) = (fresh, FIRST);
        context.machine.memory.put_pointer(line_place, block, call.node)?;
        context.machine.memory.put::<I64>(size_place, size.cast_signed(), call.node)?;
    }
    let (mut bytes, end) = line(context, number, delimiter, usize::MAX)?;
    if end && (bytes.is_empty() || broken(context, number)) {
        return transfer::answer(context, Next::int(EOF));
    }
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    bytes.push(0);
    let need = wide(bytes.len());
    if size < need {
        let grown = need.max(size.saturating_mul(2));
        let event = context.machine.event(call.node);
        let Some(moved) = context.machine.memory.realloc(block, grown, event)? else {
            context.set_errno(errno::ENOMEM)?;
            return Ok(Next::int(-1));
        };
        block = moved;
        context.machine.memory.put_pointer(line_place, block, call.node)?;
        context.machine.memory.put::<I64>(size_place, grown.cast_signed(), call.node)?;
    }
    context.machine.memory.write(block, &bytes, call.node)?;
    transfer::answer(context, Next::int(length))
}
