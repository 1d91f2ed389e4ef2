//! Text to numbers (7.22.1): `atoi`, `strtol`, `strtod` and their relatives.

use super::floating::{self, Format};
use super::integer;
use crate::kinds::{Kind, Severity};
use crate::libc::string::after;
use crate::libc::string::scan::{self, View, wide};
use crate::libc::{Call, Context, Next, errno};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap};

/// Reads from the start of a text with `scan`, which tells its result and how many
/// bytes it used. The bytes used and the one that ended it must be there and written.
fn read<T>(
    context: &Context<'_>,
    start: Pointer,
    scan: impl Fn(&[u8]) -> T,
    used: impl Fn(&T) -> usize,
) -> Result<T, Trap> {
    let view = View::open(&context.machine.memory, start, u64::MAX)?;
    let end = view.bytes.iter().position(|byte| *byte == 0);
    let text = view.bytes.get(..end.unwrap_or(view.bytes.len())).unwrap_or_default();
    let result = scan(text);
    // Where there is no number, all the white space was looked at.
    let blank = text.iter().take_while(|byte| integer::is_space(**byte)).count();
    let looked = used(&result).max(blank);
    if end.is_none() && looked == text.len() {
        return Err(view.ended());
    }
    view.need(looked.saturating_add(1))?;
    Ok(result)
}

fn integer(context: &Context<'_>, start: Pointer, base: u64) -> Result<integer::Scanned, Trap> {
    read(context, start, |text| integer::scan(text, base), |found| found.used)
}

/// Stores where the number ended, if that is wanted.
fn store_end(context: &mut Context<'_>, call: &Call<'_>, used: usize) -> Result<(), Trap> {
    let place = call.pointer(1);
    if !place.is_null() {
        let end = after(call.pointer(0), wide(used));
        context.machine.memory.put_pointer(place, end, call.node)?;
    }
    Ok(())
}

/// The low 32 bits of a `long`, as an `int`.
fn as_int(value: i64) -> i64 {
    let low = u32::try_from(value & 0xffff_ffff).unwrap_or(0);
    i64::from(low.cast_signed())
}

/// `atoi`: `(int)strtol(s, NULL, 10)`, as in glibc.
pub(super) fn atoi(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (value, out_of_range) = integer(context, call.pointer(0), 10)?.signed();
    if out_of_range || i32::try_from(value).is_err() {
        too_large(context, call, ("atoi", "an int"))?;
    }
    Ok(Next::int(as_int(value)))
}

/// `atol` and `atoll`.
pub(super) fn atol(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Next, Stop> {
    let (value, out_of_range) = integer(context, call.pointer(0), 10)?.signed();
    if out_of_range {
        too_large(context, call, (name, "a long"))?;
    }
    Ok(Next::int(value))
}

/// Unlike `strtol`, `atoi` has no value for what does not fit (7.22.1p1).
fn too_large(context: &mut Context<'_>, call: &Call<'_>, (name, ty): (&str, &str)) -> Result<(), Stop> {
    let used = integer(context, call.pointer(0), 10)?.used;
    let text = scan::block(&context.machine.memory, call.pointer(0), wide(used))?;
    let number = String::from_utf8_lossy(text).trim().to_owned();
    let text = format!("'{name}' is given {number}, which does not fit {ty}; strtol tells such numbers by errno");
    context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)
}

pub(super) fn atof(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let found = read(context, call.pointer(0), |text| floating::scan(text, Format::Double), |found| found.used)?;
    Ok(Next::float(found.value))
}

/// The base argument; `None` after a wrong one was told of (EINVAL).
fn base(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Option<u64>, Stop> {
    let base = call.int(2);
    match u64::try_from(base) {
        Ok(base @ (0 | 2..=36)) => Ok(Some(base)),
        _ => {
            let text = format!("'{name}' is given {base} as base; it takes 0 and 2 to 36");
            context.machine.tell(Trap::text(Kind::BadArgument, text), Severity::Warning)?;
            context.set_errno(errno::EINVAL)?;
            Ok(None)
        }
    }
}

/// `strtol`, `strtoll`, `strtoimax`.
pub(in crate::libc) fn signed(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Next, Stop> {
    let Some(base) = base(context, call, name)? else { return Ok(Next::int(0)) };
    let found = integer(context, call.pointer(0), base)?;
    store_end(context, call, found.used)?;
    let (value, out_of_range) = found.signed();
    if out_of_range {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::int(value))
}

/// `strtoul`, `strtoull`, `strtoumax`.
pub(in crate::libc) fn unsigned(context: &mut Context<'_>, call: &Call<'_>, name: &str) -> Result<Next, Stop> {
    let Some(base) = base(context, call, name)? else { return Ok(Next::int(0)) };
    let found = integer(context, call.pointer(0), base)?;
    store_end(context, call, found.used)?;
    let (value, out_of_range) = found.unsigned();
    if out_of_range {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::size(value))
}

/// `strtod`, `strtof`, `strtold`.
pub(super) fn floating(context: &mut Context<'_>, call: &Call<'_>, format: Format) -> Result<Next, Stop> {
    let found = read(context, call.pointer(0), |text| floating::scan(text, format), |found| found.used)?;
    store_end(context, call, found.used)?;
    if found.out_of_range {
        context.set_errno(errno::ERANGE)?;
    }
    Ok(Next::float(found.value))
}

/// `gcvt`: as `%.*g`, with so many digits.
pub(super) fn gcvt(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let digits = usize::try_from(call.int(1)).unwrap_or(0).min(17);
    let mut text = crate::libc::format::general(call.float(0), digits);
    text.push(0);
    context.machine.memory.write(call.pointer(2), &text, call.node)?;
    Ok(Next::pointer(call.pointer(2)))
}
