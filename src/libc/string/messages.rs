//! `strerror` (7.24.6.2) and `strsignal`: texts the program may read, not write.

use super::scan::{short, wide};
use crate::libc::{Call, Context, Next, Static, errno, signal};
use crate::machine::Stop;
use crate::memory::Trap;

/// One object for each message, and one each for numbers that have none.
pub(super) const STATICS: &[Static] = &[
    Static { name: "strerror", size: 64, align: 1, count: 135, read_only: false },
    Static { name: "strsignal", size: 48, align: 1, count: 66, read_only: false },
];

/// Messages have the numbers 0 to 133; what lies outside shares the last object.
const KNOWN: i64 = 134;

/// An `int` argument as an error number.
fn number(call: &Call<'_>) -> i32 {
    i32::try_from(call.int(0)).unwrap_or(-1)
}

/// Has this number a message of its own?
fn is_known(number: i32) -> bool {
    !errno::message(number).starts_with("Unknown error ")
}

/// The object of this name for a number below `last`, with the text in it. The
/// last one is shared by all numbers without a message, and changes.
fn hand_out(
    context: &mut Context<'_>,
    call: &Call<'_>,
    name: &'static str,
    last: i64,
    text: String,
) -> Result<Next, Stop> {
    let number = Some(call.int(0)).filter(|n| (0..last).contains(n)).unwrap_or(last);
    let place = context.state.object(name, usize::try_from(number).unwrap_or(0));
    let mut bytes = text.into_bytes();
    bytes.push(0);
    if number < last {
        context.close_text(place, &bytes, call.node)?;
    } else {
        context.machine.memory.write(place, &bytes, call.node)?;
    }
    Ok(Next::pointer(place))
}

pub(super) fn strerror(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    hand_out(context, call, "strerror", KNOWN, errno::message(number(call)))
}

pub(super) fn strsignal(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    hand_out(context, call, "strsignal", 65, signal::message(call.int(0)))
}

/// GNU's `strerror_r`: the buffer is only used for numbers without a message.
pub(super) fn strerror_r(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    if is_known(number(call)) {
        return strerror(context, call);
    }
    place_text(context, call)?;
    Ok(Next::pointer(call.pointer(1)))
}

/// POSIX's `strerror_r`: 0, or an error number.
pub(super) fn strerror_posix(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let fits = place_text(context, call)?;
    Ok(Next::int(match (is_known(number(call)), fits) {
        (false, _) => errno::EINVAL,
        (true, false) => errno::ERANGE,
        (true, true) => 0,
    }))
}

/// Puts the message, cut to the buffer, at the second argument; did it fit?
fn place_text(context: &mut Context<'_>, call: &Call<'_>) -> Result<bool, Trap> {
    let mut bytes = errno::message(number(call)).into_bytes();
    bytes.push(0);
    let room = call.size(2);
    let fits = wide(bytes.len()) <= room;
    if !fits {
        bytes.truncate(short(room.saturating_sub(1)));
        bytes.push(0);
    }
    if room > 0 {
        context.machine.memory.write(call.pointer(1), &bytes, call.node)?;
    }
    Ok(fits)
}
