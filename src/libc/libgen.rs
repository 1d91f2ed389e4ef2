//! `<libgen.h>` (POSIX): the parts of a path. Both functions write into the path they are given.

use super::string::{after, scan};
use super::{Call, Context, Next, Row, Static};
use crate::machine::Stop;
use crate::memory::Pointer;

const HEADER: &str = "libgen.h";

/// The rows of this header, and GNU's `basename`, which writes nothing.
pub(super) const ROWS: &[Row] = &[
    Row::full("dirname", HEADER, dirname),
    Row::full("__xpg_basename", HEADER, posix_basename),
    Row::full("basename", "string.h", gnu_basename),
];

/// What stands for the current folder.
pub(super) const STATICS: &[Static] =
    &[Static { name: "current folder", size: 2, align: 1, count: 1, read_only: false }];

fn dot(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let place = context.state.object("current folder", 0);
    context.close_text(place, b".\0", call.node)?;
    Ok(Next::pointer(place))
}

/// The path; `None` if it is null.
fn path(context: &Context<'_>, call: &Call<'_>) -> Result<Option<Vec<u8>>, Stop> {
    let place = call.pointer(0);
    if place.is_null() { Ok(None) } else { Ok(Some(scan::string(&context.machine.memory, place)?.to_vec())) }
}

fn at(start: Pointer, offset: usize) -> Pointer {
    after(start, scan::wide(offset))
}

/// How much is left without the slashes at the end.
fn trimmed(path: &[u8]) -> usize {
    path.iter().rposition(|b| *b != b'/').map_or(0, |last| last.saturating_add(1))
}

/// `basename`: the last part, without slashes after it.
fn posix_basename(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let Some(path) = path(context, call)?.filter(|path| !path.is_empty()) else { return dot(context, call) };
    let end = trimmed(&path);
    if end == 0 {
        // Slashes only: the last of them.
        return Ok(Next::pointer(at(call.pointer(0), path.len().saturating_sub(1))));
    }
    if end < path.len() {
        context.machine.memory.write(at(call.pointer(0), end), &[0], call.node)?;
    }
    let part = path.get(..end).and_then(|path| path.iter().rposition(|b| *b == b'/'));
    Ok(Next::pointer(at(call.pointer(0), part.map_or(0, |slash| slash.saturating_add(1)))))
}

/// `dirname`: what stands before the last part.
fn dirname(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let Some(path) = path(context, call)? else { return dot(context, call) };
    let end = trimmed(&path);
    // Of slashes only the last counts as the one before the last part.
    let searched = if end == 0 { path.as_slice() } else { path.get(..end).unwrap_or_default() };
    let Some(slash) = searched.iter().rposition(|b| *b == b'/') else { return dot(context, call) };
    let length = match trimmed(path.get(..slash).unwrap_or_default()) {
        // Two slashes at the start are kept, as POSIX allows.
        0 if slash == 1 => 2,
        0 => 1,
        length => length,
    };
    if length < path.len() {
        context.machine.memory.write(at(call.pointer(0), length), &[0], call.node)?;
    }
    Ok(Next::pointer(call.pointer(0)))
}

/// GNU's `basename`: what follows the last slash.
fn gnu_basename(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let path = scan::string(&context.machine.memory, call.pointer(0))?;
    let start = path.iter().rposition(|b| *b == b'/').map_or(0, |slash| slash.saturating_add(1));
    Ok(Next::pointer(at(call.pointer(0), start)))
}
