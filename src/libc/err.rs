//! `<err.h>` (BSD) and `<error.h>` (GNU): messages on standard error that begin with
//! the program's name, and the end of the program with them.

use super::{Call, Context, Next, Row, errno, stdio};
use crate::machine::Stop;

const HEADER: &str = "err.h";

/// The rows of both headers. `x` leaves out what errno means, `v` takes a `va_list`.
pub(super) const ROWS: &[Row] = &[
    Row::full("warn", HEADER, |context, call| warn(context, call, 0, true, false)),
    Row::full("warnx", HEADER, |context, call| warn(context, call, 0, false, false)),
    Row::full("vwarn", HEADER, |context, call| warn(context, call, 0, true, true)),
    Row::full("vwarnx", HEADER, |context, call| warn(context, call, 0, false, true)),
    Row::full("err", HEADER, |context, call| end(context, call, true, false)),
    Row::full("errx", HEADER, |context, call| end(context, call, false, false)),
    Row::full("verr", HEADER, |context, call| end(context, call, true, true)),
    Row::full("verrx", HEADER, |context, call| end(context, call, false, true)),
    Row::full("error", "error.h", error),
];

/// A message with the format at `place`, if there is one, and an error's meaning, if there is one.
fn tell(
    context: &mut Context<'_>,
    call: &Call<'_>,
    (place, listed): (usize, bool),
    name: &[u8],
    number: Option<i32>,
) -> Result<(), Stop> {
    let mut line = [name, b": "].concat();
    let has_format = !call.pointer(place).is_null();
    if has_format {
        line.extend(stdio::formatted(context, call, place, listed)?.bytes);
    }
    if let Some(number) = number {
        line.extend_from_slice(if has_format { b": " } else { b"" });
        line.extend(errno::message(number).into_bytes());
    }
    line.push(b'\n');
    stdio::to_stderr(context, &line)
}

/// The program's name without the folders it lies in.
fn short_name(context: &Context<'_>) -> Vec<u8> {
    context.state.program.rsplit(|b| *b == b'/').next().unwrap_or_default().to_vec()
}

fn warn(context: &mut Context<'_>, call: &Call<'_>, place: usize, means: bool, listed: bool) -> Result<Next, Stop> {
    let number = means.then(|| context.errno());
    let name = short_name(context);
    tell(context, call, (place, listed), &name, number)?;
    stdio::answer(context, Next::VOID)
}

fn end(context: &mut Context<'_>, call: &Call<'_>, means: bool, listed: bool) -> Result<Next, Stop> {
    warn(context, call, 1, means, listed)?;
    Ok(Next::Exit(i32::try_from(call.int(0)).unwrap_or(1)))
}

/// `error`: standard output is flushed first; the program ends unless the status is 0.
fn error(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    stdio::flush_all(context)?;
    let number = i32::try_from(call.int(1)).ok().filter(|number| *number != 0);
    let name = context.state.program.clone();
    tell(context, call, (2, false), &name, number)?;
    match i32::try_from(call.int(0)) {
        Ok(0) => stdio::answer(context, Next::VOID),
        status => Ok(Next::Exit(status.unwrap_or(1))),
    }
}
