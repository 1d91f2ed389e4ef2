//! Comparison and search of wide strings.

use super::units::{at, find, get, length as length_of, string};
use crate::libc::wctype::lower;
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{I32, Memory, Pointer, Trap};

fn found(start: Pointer, place: Option<u64>) -> Next {
    Next::pointer(place.map_or(Pointer::NULL, |number| at(start, number)))
}

/// A character as it is compared.
fn folded(context: &Context<'_>, character: i64, fold: bool) -> i64 {
    if fold { lower(context, character.cast_unsigned()).cast_signed() } else { character }
}

/// −1, 0 or 1; with `strings` the end of a string ends it.
pub(super) fn compare(
    context: &mut Context<'_>,
    call: &Call<'_>,
    limit: u64,
    strings: bool,
    fold: bool,
) -> Result<Next, Stop> {
    let (left, right, memory) = (call.pointer(0), call.pointer(1), &context.machine.memory);
    for number in 0..limit {
        let a = folded(context, get(memory, left, number)?, fold);
        let b = folded(context, get(memory, right, number)?, fold);
        if a != b {
            return Ok(Next::int(if a < b { -1 } else { 1 }));
        }
        if strings && a == 0 {
            break;
        }
    }
    Ok(Next::int(0))
}

pub(super) fn length(context: &mut Context<'_>, call: &Call<'_>, limit: u64) -> Result<Next, Stop> {
    Ok(Next::size(length_of(&context.machine.memory, call.pointer(0), limit)?))
}

pub(super) fn wcschr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted, memory) = (call.pointer(0), call.int(1), &context.machine.memory);
    let place = find(memory, start, u64::MAX, |c| c == wanted || c == 0)?;
    let is_it = match place {
        Some(number) => get(memory, start, number)? == wanted,
        None => false,
    };
    Ok(found(start, place.filter(|_| is_it)))
}

/// `wcschrnul` (GNU): the end where the character is not.
pub(super) fn wcschrnul(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), call.int(1));
    let place = find(&context.machine.memory, start, u64::MAX, |c| c == wanted || c == 0)?;
    Ok(found(start, place))
}

pub(super) fn wcsrchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), call.int(1));
    let mut text = string(&context.machine.memory, start)?;
    text.push(0);
    let place = text.iter().rposition(|c| *c == wanted).and_then(|place| u64::try_from(place).ok());
    Ok(found(start, place))
}

pub(super) fn wmemchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), call.int(1));
    Ok(found(start, find(&context.machine.memory, start, call.size(2), |c| c == wanted)?))
}

/// The first character that is (not) in the set, or the end.
fn first(memory: &Memory, start: Pointer, set: Pointer, inside: bool) -> Result<u64, Trap> {
    let set = string(memory, set)?;
    Ok(find(memory, start, u64::MAX, |c| c == 0 || set.contains(&c) == inside)?.unwrap_or(0))
}

/// `wcscspn` (`until`) and `wcsspn`.
pub(super) fn span(context: &mut Context<'_>, call: &Call<'_>, until: bool) -> Result<Next, Stop> {
    Ok(Next::size(first(&context.machine.memory, call.pointer(0), call.pointer(1), until)?))
}

pub(super) fn wcspbrk(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, memory) = (call.pointer(0), &context.machine.memory);
    let place = first(memory, start, call.pointer(1), true)?;
    let ended = get(memory, start, place)? == 0;
    Ok(found(start, (!ended).then_some(place)))
}

pub(super) fn wcsstr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let (text, wanted) = (string(memory, call.pointer(0))?, string(memory, call.pointer(1))?);
    let place = match wanted.len() {
        0 => Some(0),
        length => text.windows(length).position(|window| window == wanted),
    };
    Ok(found(call.pointer(0), place.and_then(|place| u64::try_from(place).ok())))
}

/// `wcstok` (7.29.4.5.7): as `strtok_r`.
pub(super) fn wcstok(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (given, set, save) = (call.pointer(0), call.pointer(1), call.pointer(2));
    let memory = &mut context.machine.memory;
    let start = if given.is_null() { memory.get_pointer(save)? } else { given };
    if start.is_null() {
        return Ok(Next::pointer(start));
    }
    let begin = at(start, first(memory, start, set, false)?);
    if get(memory, begin, 0)? == 0 {
        memory.put_pointer(save, Pointer::NULL, call.node)?;
        return Ok(Next::pointer(Pointer::NULL));
    }
    let end = at(begin, first(memory, begin, set, true)?);
    let rest = if get(memory, end, 0)? == 0 {
        Pointer::NULL
    } else {
        memory.put::<I32>(end, 0, call.node)?;
        at(end, 1)
    };
    memory.put_pointer(save, rest, call.node)?;
    Ok(Next::pointer(begin))
}

/// Columns of a character in the C locale: −1 if it cannot be printed.
fn width(character: i64) -> i64 {
    match character {
        0 => 0,
        0x20..=0x7e => 1,
        _ => -1,
    }
}

pub(super) fn wcwidth(_context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    Ok(Next::int(width(call.int(0))))
}

pub(super) fn wcswidth(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, memory) = (call.pointer(0), &context.machine.memory);
    let mut columns = 0_i64;
    for number in 0..call.size(1) {
        match get(memory, start, number)? {
            0 => break,
            character if width(character) < 0 => return Ok(Next::int(-1)),
            character => columns = columns.saturating_add(width(character)),
        }
    }
    Ok(Next::int(columns))
}
