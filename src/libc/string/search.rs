//! Search (7.24.5). What is found keeps the provenance of the argument.

use super::copy::byte;
use super::scan::{self, View, wide};
use super::{after, same};
use crate::libc::{Call, Context, Next};
use crate::machine::Stop;
use crate::memory::{Memory, Pointer, Trap};

fn at(start: Pointer, found: Option<u64>) -> Next {
    Next::pointer(found.map_or(Pointer::NULL, |place| after(start, place)))
}

pub(super) fn memchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), byte(call.int(1)));
    Ok(at(start, scan::find(&context.machine.memory, start, call.size(2), |b| b == wanted)?))
}

pub(super) fn rawmemchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), byte(call.int(1)));
    Ok(at(start, scan::find(&context.machine.memory, start, u64::MAX, |b| b == wanted)?))
}

/// `memrchr` (GNU): from the end; bytes before the one found are not needed.
pub(super) fn memrchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted, size) = (call.pointer(0), byte(call.int(1)), call.size(2));
    let memory = &context.machine.memory;
    if size > 0 {
        memory.check_read(start, size)?;
    }
    let all = View::open(memory, start, size)?;
    let found = all.bytes.iter().rposition(|b| *b == wanted).map(wide);
    let first = found.unwrap_or(0);
    scan::block(memory, after(start, first), size.saturating_sub(first))?;
    Ok(at(start, found))
}

/// Where `needle` first begins in `haystack`.
fn position(haystack: &[u8], needle: &[u8], fold: fn(u8) -> u8) -> Option<usize> {
    if needle.is_empty() {
        return Some(0);
    }
    haystack.windows(needle.len()).position(|window| window.iter().zip(needle).all(|(a, b)| fold(*a) == fold(*b)))
}

pub(super) fn memmem(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let haystack = scan::block(memory, call.pointer(0), call.size(1))?;
    let needle = scan::block(memory, call.pointer(2), call.size(3))?;
    Ok(at(call.pointer(0), position(haystack, needle, same).map(wide)))
}

pub(super) fn strchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), byte(call.int(1)));
    let memory = &context.machine.memory;
    let place = scan::find(memory, start, u64::MAX, |b| b == wanted || b == 0)?;
    let is_it = match place {
        Some(place) => scan::block(memory, after(start, place), 1)? == [wanted],
        None => false,
    };
    Ok(at(start, place.filter(|_| is_it)))
}

pub(super) fn strchrnul(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), byte(call.int(1)));
    Ok(at(start, scan::find(&context.machine.memory, start, u64::MAX, |b| b == wanted || b == 0)?))
}

pub(super) fn strrchr(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, wanted) = (call.pointer(0), byte(call.int(1)));
    let text = scan::string(&context.machine.memory, start)?;
    let found = if wanted == 0 { Some(text.len()) } else { text.iter().rposition(|b| *b == wanted) };
    Ok(at(start, found.map(wide)))
}

/// Which bytes a string contains.
fn members(memory: &Memory, set: Pointer) -> Result<[bool; 256], Trap> {
    let mut found = [false; 256];
    for member in scan::string(memory, set)? {
        if let Some(entry) = found.get_mut(usize::from(*member)) {
            *entry = true;
        }
    }
    Ok(found)
}

/// The first byte of a string that is (not) in the set, or its end.
pub(super) fn first(memory: &Memory, start: Pointer, set: Pointer, inside: bool) -> Result<u64, Trap> {
    let members = members(memory, set)?;
    let belongs = |b: u8| members.get(usize::from(b)).copied().unwrap_or(false);
    Ok(scan::find(memory, start, u64::MAX, |b| b == 0 || belongs(b) == inside)?.unwrap_or(0))
}

/// `strspn` (`inside`) and `strcspn`.
pub(super) fn span(context: &mut Context<'_>, call: &Call<'_>, inside: bool) -> Result<Next, Stop> {
    Ok(Next::size(first(&context.machine.memory, call.pointer(0), call.pointer(1), !inside)?))
}

pub(super) fn strpbrk(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let (start, memory) = (call.pointer(0), &context.machine.memory);
    let place = first(memory, start, call.pointer(1), true)?;
    let ended = scan::block(memory, after(start, place), 1)? == [0];
    Ok(at(start, (!ended).then_some(place)))
}

pub(super) fn strstr(context: &mut Context<'_>, call: &Call<'_>, fold: fn(u8) -> u8) -> Result<Next, Stop> {
    let memory = &context.machine.memory;
    let haystack = scan::string(memory, call.pointer(0))?;
    let needle = scan::string(memory, call.pointer(1))?;
    Ok(at(call.pointer(0), position(haystack, needle, fold).map(wide)))
}
