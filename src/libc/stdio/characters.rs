//! Characters one by one (7.21.7), and whole strings out.

use super::stream::{self, STDERR, STDIN, STDOUT};
use super::transfer;
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::machine::Stop;

type Answer = Result<Next, Stop>;

/// What the functions of characters return at the end or after an error.
pub(super) const EOF: i32 = -1;

fn get(context: &mut Context<'_>, number: usize) -> Answer {
    let byte = transfer::read_byte(context, number)?;
    transfer::answer(context, Next::int(byte.map_or(EOF, i32::from)))
}

pub(super) fn getchar(context: &mut Context<'_>, _: &Call<'_>) -> Answer {
    get(context, STDIN)
}

/// `fgetc` and `getc`.
pub(super) fn fgetc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    get(context, number)
}

fn put(context: &mut Context<'_>, number: usize, character: i64) -> Answer {
    let [byte, ..] = character.to_le_bytes();
    let written = transfer::write_bytes(context, number, &[byte])?;
    transfer::answer(context, Next::int(if written { i32::from(byte) } else { EOF }))
}

pub(super) fn putchar(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    put(context, STDOUT, call.int(0))
}

/// `fputc` and `putc`.
pub(super) fn fputc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    put(context, number, call.int(0))
}

pub(super) fn ungetc(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    if call.int(0) == i64::from(EOF) || !transfer::begin_read(context, number)? {
        return Ok(Next::int(EOF));
    }
    let [byte, ..] = call.int(0).to_le_bytes();
    transfer::unread_byte(context, number, byte);
    Ok(Next::int(i32::from(byte)))
}

/// `puts`: the string and the end of the line.
pub(super) fn puts(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let mut bytes = context.string(call.pointer(0))?;
    bytes.push(b'\n');
    let written = transfer::write_bytes(context, STDOUT, &bytes)?;
    let count = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
    transfer::answer(context, Next::int(if written { count } else { EOF }))
}

pub(super) fn fputs(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    let bytes = context.string(call.pointer(0))?;
    let written = transfer::write_bytes(context, number, &bytes)?;
    transfer::answer(context, Next::int(if written { 1 } else { EOF }))
}

/// `perror`: what errno means, to standard error.
pub(super) fn perror(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let message = errno::message(context.errno());
    let mut bytes = Vec::new();
    if !call.pointer(0).is_null() {
        bytes = context.string(call.pointer(0))?;
        if !bytes.is_empty() {
            bytes.extend_from_slice(b": ");
        }
    }
    bytes.extend_from_slice(message.as_bytes());
    bytes.push(b'\n');
    transfer::write_bytes(context, STDERR, &bytes)?;
    transfer::answer(context, Next::VOID)
}

/// `getw`: an int as its four bytes.
pub(super) fn getw(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    let mut word = [0; 4];
    for place in &mut word {
        let Some(byte) = transfer::read_byte(context, number)? else {
            return transfer::answer(context, Next::int(EOF));
        };
        *place = byte;
    }
    transfer::answer(context, Next::int(i32::from_le_bytes(word)))
}

/// `putw`: the four bytes of an int.
pub(super) fn putw(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 1)?;
    let [a, b, c, d, ..] = call.int(0).to_le_bytes();
    let written = transfer::write_bytes(context, number, &[a, b, c, d])?;
    transfer::answer(context, Next::int(if written { 0 } else { EOF }))
}
