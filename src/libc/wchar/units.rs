//! Wide strings in memory: one `int` after another.

use crate::libc::string::after;
use crate::memory::{I32, Memory, Pointer, Trap};

/// Bytes of a `wchar_t`.
pub(super) const UNIT: u64 = 4;

/// The place of the character of this number.
pub(super) fn at(start: Pointer, number: u64) -> Pointer {
    after(start, number.wrapping_mul(UNIT))
}

/// A character.
pub(super) fn get(memory: &Memory, start: Pointer, number: u64) -> Result<i64, Trap> {
    memory.get::<I32>(at(start, number))
}

/// The first of at most `limit` characters that `stop` accepts; nothing after it is read.
pub(super) fn find(
    memory: &Memory,
    start: Pointer,
    limit: u64,
    stop: impl Fn(i64) -> bool,
) -> Result<Option<u64>, Trap> {
    let mut number = 0;
    while number < limit {
        if stop(get(memory, start, number)?) {
            return Ok(Some(number));
        }
        number = number.wrapping_add(1);
    }
    Ok(None)
}

/// The length of a string that may go on after `limit` characters.
pub(super) fn length(memory: &Memory, start: Pointer, limit: u64) -> Result<u64, Trap> {
    Ok(find(memory, start, limit, |character| character == 0)?.unwrap_or(limit))
}

/// The characters of a string.
pub(in crate::libc) fn string(memory: &Memory, start: Pointer) -> Result<Vec<i64>, Trap> {
    let mut characters = Vec::new();
    let mut place = start;
    loop {
        match memory.get::<I32>(place)? {
            0 => return Ok(characters),
            character => characters.push(character),
        }
        place = after(place, UNIT);
    }
}
