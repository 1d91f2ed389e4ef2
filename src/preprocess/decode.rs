//! From the bytes of a file to text (5.1.1.2, phase 1).

use std::borrow::Cow;

/// Bytes that are no UTF-8 (old files in Latin-1) become private characters
/// from here on, so that a string literal can give the byte back unchanged.
const RAW_BYTES: u32 = 0x10_FE00;

/// The text of a file; nothing is lost, see [`raw_byte`].
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let mut text = String::with_capacity(bytes.len() + 64);
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().filter_map(|&b| char::from_u32(RAW_BYTES + u32::from(b))));
            }
            Cow::Owned(text)
        }
    }
}

/// The byte of the file for which this character stands, if it is no real one.
pub(super) fn raw_byte(c: char) -> Option<u8> {
    u32::from(c).checked_sub(RAW_BYTES).and_then(|b| u8::try_from(b).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_can_be_given_back() {
        assert_eq!(decode(b"caf\xc3\xa9"), "café");
        let text = decode(b"\xEF\xBB\xBFcaf\xe9!");
        let back: Vec<Option<u8>> = text.chars().map(raw_byte).collect();
        assert_eq!(back, [None, None, None, Some(0xe9), None]);
    }
}
