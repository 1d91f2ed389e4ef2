//! `<locale.h>` (7.11): the "C" locale, which is the only one.

use super::string::scan;
use super::{Call, Context, Next, Row, Static};
use crate::machine::Stop;
use crate::memory::{Pointer, U8};

const HEADER: &str = "locale.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] =
    &[Row::full("setlocale", HEADER, setlocale), Row::full("localeconv", HEADER, localeconv)];

/// Ten pointers to texts, then fourteen characters.
const LCONV_POINTERS: i64 = 10;
const LCONV_CHARACTERS: i64 = 14;

/// Its objects: the name "C", the record of `localeconv` and its two texts.
pub(super) const STATICS: &[Static] = &[
    Static { name: "setlocale", size: 2, align: 1, count: 1, read_only: false },
    Static { name: "localeconv", size: 96, align: 8, count: 1, read_only: false },
    Static { name: "lconv text", size: 2, align: 1, count: 2, read_only: false },
];

/// `setlocale` (7.11.1.1): null if there is no such locale.
fn setlocale(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let name = call.pointer(1);
    let is_there = (0..=12).contains(&call.int(0))
        && (name.is_null() || matches!(scan::string(&context.machine.memory, name)?, b"" | b"C" | b"POSIX"));
    if !is_there {
        return Ok(Next::pointer(Pointer::NULL));
    }
    let place = context.state.object("setlocale", 0);
    context.close_text(place, b"C\0", call.node)?;
    Ok(Next::pointer(place))
}

/// `localeconv` (7.11.2.1): a point, no other text, no number known.
fn localeconv(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let record = context.state.object("localeconv", 0);
    let (point, nothing) = (context.state.object("lconv text", 0), context.state.object("lconv text", 1));
    context.close_text(point, b".\0", call.node)?;
    context.close_text(nothing, b"\0", call.node)?;
    let memory = &mut context.machine.memory;
    if memory.check_write(record, 1).is_ok() {
        for i in 0..LCONV_POINTERS {
            let text = if i == 0 { point } else { nothing };
            memory.put_pointer(record.offset(i.wrapping_mul(8)), text, call.node)?;
        }
        for i in 0..LCONV_CHARACTERS {
            let at = LCONV_POINTERS.wrapping_mul(8).wrapping_add(i);
            memory.put::<U8>(record.offset(at), i64::from(i8::MAX), call.node)?;
        }
        memory.seal(record.tag);
    }
    Ok(Next::pointer(record))
}
