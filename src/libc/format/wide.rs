//! Wide characters in formats. In the "C" locale only those of ASCII have an
//! encoding as bytes, as in glibc; in wide output every character stands for itself.

use super::output::Characters;
use crate::libc::call::Context;
use crate::machine::Stop;
use crate::memory::{I32, Pointer};

/// The bytes of one wide character; `None` if it has no encoding.
pub(super) fn encode(characters: Characters, character: i64) -> Option<Vec<u8>> {
    match characters {
        Characters::Narrow => u8::try_from(character).ok().filter(u8::is_ascii).map(|byte| vec![byte]),
        Characters::Wide => {
            let found = u32::try_from(character).ok().and_then(char::from_u32)?;
            Some(String::from(found).into_bytes())
        }
    }
}

/// The bytes of a wide string, at most so many (wide output: characters);
/// `None` if one has no encoding. Reads no further than it must.
pub(super) fn encode_string(
    context: &mut Context<'_>,
    characters: Characters,
    mut from: Pointer,
    most: Option<usize>,
) -> Result<Option<Vec<u8>>, Stop> {
    let mut bytes = Vec::new();
    let mut count = 0usize;
    while most.is_none_or(|most| count < most) {
        let character = context.machine.memory.get::<I32>(from)?;
        if character == 0 {
            break;
        }
        let Some(mut encoded) = encode(characters, character) else { return Ok(None) };
        bytes.append(&mut encoded);
        count = count.saturating_add(1);
        from = from.offset(4);
    }
    Ok(Some(bytes))
}
