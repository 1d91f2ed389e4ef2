//! Wide characters in formats. As bytes they have the locale's encoding; in wide output
//! every character stands for itself.

use super::output::Characters;
use crate::libc::call::Context;
use crate::libc::encoding::Encoding;
use crate::machine::Stop;
use crate::memory::{I32, Pointer};

/// The bytes of one wide character; `None` if it has no encoding.
pub(super) fn encode(context: &Context<'_>, characters: Characters, character: i64) -> Option<Vec<u8>> {
    match characters {
        Characters::Narrow => context.state.encoding.encode(character),
        Characters::Wide => Encoding::Utf8.encode(character),
    }
}

/// The bytes of a wide string, at most so many (wide output: characters), no character in part;
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
        let Some(mut encoded) = encode(context, characters, character) else { return Ok(None) };
        count = count.saturating_add(characters.count(&encoded));
        if most.is_some_and(|most| count > most) {
            break;
        }
        bytes.append(&mut encoded);
        from = from.offset(4);
    }
    Ok(Some(bytes))
}
