//! The mark of a byte: whether it was written, and as what (semantics.md §3).
//!
//! 0 is unwritten. Otherwise the class of the last store, so that the same byte
//! serves the effective type. Pointers and fragments have the high bit, so one
//! test finds whether a store is about to overwrite a pointer.

/// Never written.
pub const UNWRITTEN: u8 = 0;
/// Written as a character, by the library, or as storage without a type: may be read as anything.
pub const BYTE: u8 = 1;
/// A 16-bit integer.
pub const INT16: u8 = 2;
/// A 32-bit integer or enum.
pub const INT32: u8 = 3;
/// A 64-bit integer.
pub const INT64: u8 = 4;
/// A float.
pub const FLOAT: u8 = 5;
/// A double.
pub const DOUBLE: u8 = 6;
/// A long double.
pub const LONG_DOUBLE: u8 = 7;
/// A `_Bool`.
pub const BOOL: u8 = 8;
/// One of the eight bytes of a pointer whose tag is known.
pub const POINTER: u8 = 0x80;
/// One byte of a pointer, moved here alone; the table of fragments knows which.
pub const FRAGMENT: u8 = 0xC0;

/// The bit that pointers and fragments share.
pub const HOLDS_POINTER: u8 = 0x80;
