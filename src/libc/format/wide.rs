//! Wide characters in narrow formats. In the "C" locale only those of ASCII
//! have an encoding, as in glibc.

use crate::libc::call::Context;
use crate::machine::Stop;
use crate::memory::{I32, Pointer};

/// The bytes of one wide character; `None` if it has no encoding.
pub(super) fn encode(character: i64) -> Option<Vec<u8>> {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => Some(vec![byte]),
        _ => None,
    }
}

/// The bytes of a wide string, at most so many; `None` if a character has no
/// encoding. Reads no further than it must.
pub(super) fn encode_string(
    context: &mut Context<'_>,
    mut from: Pointer,
    most: Option<usize>,
) -> Result<Option<Vec<u8>>, Stop> {
    let mut bytes = Vec::new();
    while most.is_none_or(|most| bytes.len() < most) {
        let character = context.machine.memory.get::<I32>(from)?;
        if character == 0 {
            break;
        }
        let Some(mut encoded) = encode(character) else { return Ok(None) };
        bytes.append(&mut encoded);
        from = from.offset(4);
    }
    Ok(Some(bytes))
}
