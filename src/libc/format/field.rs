//! A converted value in its field.

use super::spec::Flags;

/// A width and a precision, their `*` filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// Least width of the field.
    pub width: usize,
    /// Precision, if given.
    pub precision: Option<usize>,
}

/// Writes `prefix` (sign, `0x`) and `body` into a field of this width; zeros, if
/// they fill it, stand between the two.
pub(super) fn place(out: &mut Vec<u8>, flags: Flags, zeros: bool, width: usize, prefix: &[u8], body: &[u8]) {
    let missing = width.saturating_sub(prefix.len().saturating_add(body.len()));
    if !flags.left && !zeros {
        fill(out, b' ', missing);
    }
    out.extend_from_slice(prefix);
    if !flags.left && zeros {
        fill(out, b'0', missing);
    }
    out.extend_from_slice(body);
    if flags.left {
        fill(out, b' ', missing);
    }
}

/// So many times this byte.
pub(super) fn fill(out: &mut Vec<u8>, byte: u8, times: usize) {
    out.resize(out.len().saturating_add(times), byte);
}
