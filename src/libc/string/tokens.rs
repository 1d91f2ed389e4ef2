//! `strtok` (7.24.5.8), `strtok_r` and `strsep`.

use super::{after, scan, search};
use crate::kinds::Kind;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{Pointer, Trap, U8};

/// What `strtok` remembers: where the next token is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::libc) struct Tokens {
    rest: Option<Pointer>,
}

/// The next token from `start`, and where to go on; the delimiter after it becomes its end.
fn next(context: &mut Context<'_>, start: Pointer, set: Pointer, call: &Call<'_>) -> Result<(Pointer, Pointer), Trap> {
    let memory = &mut context.machine.memory;
    let begin = after(start, search::first(memory, start, set, false)?);
    if scan::block(memory, begin, 1)? == [0] {
        return Ok((Pointer::NULL, begin));
    }
    let end = after(begin, search::first(memory, begin, set, true)?);
    if scan::block(memory, end, 1)? == [0] {
        return Ok((begin, end));
    }
    memory.put::<U8>(end, 0, call.node)?;
    Ok((begin, after(end, 1)))
}

pub(super) fn strtok(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let given = call.pointer(0);
    let start = if given.is_null() { context.state.tokens.rest } else { Some(given) };
    let Some(start) = start else {
        let text = "'strtok' is given NULL before it was given a string to begin with";
        return Err(Trap::text(Kind::BadArgument, text).into());
    };
    let (token, rest) = next(context, start, call.pointer(1), call)?;
    context.state.tokens.rest = Some(rest);
    Ok(Next::pointer(token))
}

pub(super) fn strtok_r(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (given, save) = (call.pointer(0), call.pointer(2));
    let start = if given.is_null() { context.machine.memory.get_pointer(save)? } else { given };
    if start.is_null() {
        return Ok(Next::pointer(Pointer::NULL));
    }
    let (token, rest) = next(context, start, call.pointer(1), call)?;
    context.machine.memory.put_pointer(save, rest, call.node)?;
    Ok(Next::pointer(token))
}

/// `strsep` (BSD): empty tokens count; at the end the pointer becomes null.
pub(super) fn strsep(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let place = call.pointer(0);
    let memory = &mut context.machine.memory;
    let begin = memory.get_pointer(place)?;
    if begin.is_null() {
        return Ok(Next::pointer(begin));
    }
    let end = after(begin, search::first(memory, begin, call.pointer(1), true)?);
    let rest = if scan::block(memory, end, 1)? == [0] {
        Pointer::NULL
    } else {
        memory.put::<U8>(end, 0, call.node)?;
        after(end, 1)
    };
    memory.put_pointer(place, rest, call.node)?;
    Ok(Next::pointer(begin))
}
