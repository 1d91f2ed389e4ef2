//! `<ctype.h>` (7.4) in the C locale.
//!
//! The answers are glibc's, bit for bit: `isalpha('a')` is 1024 there, and
//! programs print it.

use super::{Call, Context, Next, Row};
use crate::kinds::{Kind, Severity};
use crate::machine::Stop;
use crate::memory::Trap;

const HEADER: &str = "ctype.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("isalnum", HEADER, |context, call| test(context, call, "isalnum", u8::is_ascii_alphanumeric, 8)),
    Row::full("isalpha", HEADER, |context, call| test(context, call, "isalpha", u8::is_ascii_alphabetic, 1024)),
    Row::full("isblank", HEADER, |context, call| test(context, call, "isblank", |b| matches!(b, b' ' | b'\t'), 1)),
    Row::full("iscntrl", HEADER, |context, call| test(context, call, "iscntrl", u8::is_ascii_control, 2)),
    Row::full("isdigit", HEADER, |context, call| test(context, call, "isdigit", u8::is_ascii_digit, 2048)),
    Row::full("isgraph", HEADER, |context, call| test(context, call, "isgraph", u8::is_ascii_graphic, 32768)),
    Row::full("islower", HEADER, |context, call| test(context, call, "islower", u8::is_ascii_lowercase, 512)),
    Row::full("isprint", HEADER, |context, call| test(context, call, "isprint", |b| matches!(b, b' '..=b'~'), 16384)),
    Row::full("ispunct", HEADER, |context, call| test(context, call, "ispunct", u8::is_ascii_punctuation, 4)),
    Row::full("isspace", HEADER, |context, call| test(context, call, "isspace", |b| is_space(*b), 8192)),
    Row::full("isupper", HEADER, |context, call| test(context, call, "isupper", u8::is_ascii_uppercase, 256)),
    Row::full("isxdigit", HEADER, |context, call| test(context, call, "isxdigit", u8::is_ascii_hexdigit, 4096)),
    Row::full("tolower", HEADER, |context, call| convert(context, call, "tolower", u8::to_ascii_lowercase)),
    Row::full("toupper", HEADER, |context, call| convert(context, call, "toupper", u8::to_ascii_uppercase)),
    Row::full("isascii", HEADER, |_, call| Ok(Next::int((0..128).contains(&call.int(0))))),
    Row::full("toascii", HEADER, |_, call| Ok(Next::int(call.int(0) & 0x7f))),
];

fn is_space(byte: u8) -> bool {
    super::stdlib::is_space(byte)
}

/// The argument as a character; `None` for EOF and for what is no ASCII.
fn character(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Option<u8>, Stop> {
    let value = call.int(0);
    match value {
        -1 => Ok(None),
        -128..=-2 => {
            let text = format!(
                "'{name}' is given {value}, a negative character; cast it to unsigned char: {name}((unsigned char)c)"
            );
            context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
            Ok(None)
        }
        _ => match u8::try_from(value) {
            Ok(byte) => Ok(Some(byte)),
            Err(_) => {
                let text =
                    format!("'{name}' is given {value}; it takes the values of unsigned char (0 to 255) and EOF");
                Err(Trap::text(Kind::BadArgument, text).into())
            }
        },
    }
}

fn test(
    context: &mut Context<'_>,
    call: &Call<'_>,
    name: &str,
    is: fn(&u8) -> bool,
    answer: i64,
) -> Result<Next, Stop> {
    let holds = character(context, call, name)?.is_some_and(|byte| is(&byte));
    Ok(Next::int(if holds { answer } else { 0 }))
}

fn convert(context: &mut Context<'_>, call: &Call<'_>, name: &str, to: fn(&u8) -> u8) -> Result<Next, Stop> {
    Ok(match character(context, call, name)? {
        Some(byte) => Next::int(to(&byte)),
        None => Next::int(call.int(0)),
    })
}
