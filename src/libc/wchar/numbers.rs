//! Wide text to numbers (7.29.4.1): the digits are those of ASCII, so it is
//! read as narrow text of the same length.

use super::units::{at, get};
use crate::kinds::{Kind, Severity};
use crate::libc::stdlib::{Format, floating as narrow_floating, integer as narrow_integer};
use crate::libc::string::scan::wide;
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap};

/// The characters up to the first that no number has, as bytes.
fn narrow(context: &Context<'_>, start: Pointer) -> Result<Vec<u8>, Trap> {
    let mut text = Vec::new();
    let mut number = 0;
    loop {
        let character = get(&context.machine.memory, start, number)?;
        match u8::try_from(character) {
            Ok(byte) if byte.is_ascii_graphic() || narrow_integer::is_space(byte) => text.push(byte),
            _ => return Ok(text),
        }
        number = number.wrapping_add(1);
    }
}

fn store_end(context: &mut Context<'_>, call: &Call<'_>, used: usize) -> Result<(), Trap> {
    let place = call.pointer(1);
    if !place.is_null() {
        let end = at(call.pointer(0), wide(used));
        context.machine.memory.put_pointer(place, end, call.node)?;
    }
    Ok(())
}

pub(super) fn integer(context: &mut Context<'_>, call: &Call<'_>, name: &str, signed: bool) -> Result<Next, Stop> {
    let base = call.int(2);
    let Some(base) = u64::try_from(base).ok().filter(|base| matches!(base, 0 | 2..=36)) else {
        let text = format!("'{name}' is given {base} as base; it takes 0 and 2 to 36");
        context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
        context.set_errno(errno::EINVAL)?;
        return Ok(Next::int(0));
    };
    let found = narrow_integer::scan(&narrow(context, call.pointer(0))?, base);
    store_end(context, call, found.used)?;
    let (value, out_of_range) = if signed {
        found.signed()
    } else {
        let (value, out_of_range) = found.unsigned();
        (value.cast_signed(), out_of_range)
    };
    if out_of_range {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::int(value))
}

pub(super) fn floating(context: &mut Context<'_>, call: &Call<'_>, format: Format) -> Result<Next, Stop> {
    let found = narrow_floating::scan(&narrow(context, call.pointer(0))?, format);
    store_end(context, call, found.used)?;
    if found.out_of_range {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(found.value))
}
