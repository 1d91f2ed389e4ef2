//! Formatted input: the scanf family (7.21.6).

use super::stream::{self, STDIN};
use super::transfer;
use crate::libc::call::{Call, Context, Next};
use crate::libc::format::{self, Arguments, Source};
use crate::machine::Stop;

type Answer = Result<Next, Stop>;

/// Reads from `source` with the format at `place` and the arguments after it.
fn scan(
    context: &mut Context<'_>,
    call: &Call<'_>,
    function: &'static str,
    source: Source,
    (place, listed): (usize, bool),
) -> Answer {
    let text = context.string(call.pointer(place))?;
    let mut arguments = Arguments::from(context, call, place.saturating_add(1), listed)?;
    let assigned = format::scan(context, function, &text, &mut arguments, source)?;
    transfer::answer(context, Next::int(assigned))
}

pub(super) fn scanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    scan(context, call, "scanf", Source::stream(STDIN), (0, false))
}

pub(super) fn vscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    scan(context, call, "vscanf", Source::stream(STDIN), (0, true))
}

pub(super) fn fscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    scan(context, call, "fscanf", Source::stream(number), (1, false))
}

pub(super) fn vfscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let number = stream::argument(context, call, 0)?;
    scan(context, call, "vfscanf", Source::stream(number), (1, true))
}

pub(super) fn sscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let text = context.string(call.pointer(0))?;
    scan(context, call, "sscanf", Source::text(text, call.pointer(0)), (1, false))
}

pub(super) fn vsscanf(context: &mut Context<'_>, call: &Call<'_>) -> Answer {
    let text = context.string(call.pointer(0))?;
    scan(context, call, "vsscanf", Source::text(text, call.pointer(0)), (1, true))
}
