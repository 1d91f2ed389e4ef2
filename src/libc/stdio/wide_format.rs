//! Formatted wide output and input (7.29.2).

use super::stream::{self, STDIN, STDOUT};
use super::{transfer, wide};
use crate::libc::call::{Call, Context, Next};
use crate::libc::errno;
use crate::libc::format::{self, Arguments, Characters, Formatted, Source};
use crate::libc::text::{host, wide as size_of};
use crate::machine::Stop;
use crate::memory::Pointer;

type Answer = Result<Next, Stop>;

/// A wide string as UTF-8, which is how formats work on it. What is no
/// character of Unicode becomes the replacement character.
fn text(context: &Context<'_>, from: Pointer) -> Result<Vec<u8>, Stop> {
    let characters = wide::string(context, from)?.into_iter();
    let known = characters.map(|c| u32::try_from(c).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
    Ok(known.collect::<String>().into_bytes())
}

fn formatted(context: &mut Context<'_>, call: &Call<'_>, place: usize, listed: bool) -> Result<Formatted, Stop> {
    let text = text(context, call.pointer(place))?;
    let mut arguments = Arguments::from(context, call, place.saturating_add(1), listed)?;
    format::format(context, Characters::Wide, &text, &mut arguments)
}

/// The characters of a result.
fn characters(done: &Formatted) -> Vec<i64> {
    String::from_utf8_lossy(&done.bytes).chars().map(|c| i64::from(u32::from(c))).collect()
}

fn to_stream(context: &mut Context<'_>, call: &Call<'_>, number: usize, place: usize, listed: bool) -> Answer {
    let done = formatted(context, call, place, listed)?;
    let characters = characters(&done);
    let written = wide::write(context, number, &characters)?;
    if let Some(number) = done.failed {
        context.set_errno(number)?;
    }
    let result = match i32::try_from(characters.len()) {
        Ok(count) if done.failed.is_none() && written => count,
        _ => -1,
    };
    transfer::answer(context, Next::int(result))
}

pub(super) fn wprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_stream(context, call, STDOUT, 0, false)
}

pub(super) fn vwprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_stream(context, call, STDOUT, 0, true)
}

pub(super) fn fwprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    to_stream(context, call, number, 1, false)
}

pub(super) fn vfwprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    to_stream(context, call, number, 1, true)
}

/// `swprintf`: unlike `snprintf` it fails if not everything fits (7.29.2.3p3).
fn to_array(context: &mut Context<'_>, call: &Call<'_>, listed: bool) -> Answer {
    let done = formatted(context, call, 2, listed)?;
    let all = characters(&done);
    let size = call.size(1);
    if size == 0 {
        return Ok(Next::int(-1));
    }
    let most = host(size.saturating_sub(1)).min(all.len());
    let bytes = size_of(most).saturating_add(1).saturating_mul(4);
    context.machine.memory.check_write(call.pointer(0), bytes)?;
    done.keep_apart(if listed { "vswprintf" } else { "swprintf" }, call.pointer(0), bytes)?;
    wide::store(context, call.pointer(0), all.get(..most).unwrap_or_default(), call)?;
    if let Some(number) = done.failed {
        context.set_errno(number)?;
    } else if most < all.len() {
        context.set_errno(errno::EOVERFLOW)?;
    }
    let whole = most == all.len() && done.failed.is_none();
    Ok(Next::int(if whole { i32::try_from(most).unwrap_or(-1) } else { -1 }))
}

pub(super) fn swprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_array(context, call, false)
}

pub(super) fn vswprintf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    to_array(context, call, true)
}

fn scan(
    context: &mut Context<'_>,
    call: &Call<'_>,
    function: &'static str,
    source: Source,
    (place, listed): (usize, bool),
) -> Answer {
    let text = text(context, call.pointer(place))?;
    let mut arguments = Arguments::from(context, call, place.saturating_add(1), listed)?;
    let assigned = format::scan(context, function, &text, &mut arguments, source)?;
    transfer::answer(context, Next::int(assigned))
}

pub(super) fn wscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    scan(context, call, "wscanf", Source::wide_stream(STDIN), (0, false))
}

pub(super) fn vwscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    scan(context, call, "vwscanf", Source::wide_stream(STDIN), (0, true))
}

pub(super) fn fwscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    scan(context, call, "fwscanf", Source::wide_stream(number), (1, false))
}

pub(super) fn vfwscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    scan(context, call, "vfwscanf", Source::wide_stream(number), (1, true))
}

pub(super) fn swscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let text = text(context, call.pointer(0))?;
    scan(context, call, "swscanf", Source::text(text, call.pointer(0)), (1, false))
}

pub(super) fn vswscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let text = text(context, call.pointer(0))?;
    scan(context, call, "vswscanf", Source::text(text, call.pointer(0)), (1, true))
}
