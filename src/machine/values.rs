//! Values as they are passed to library functions and variadic ones.

use crate::memory::Pointer;

/// A value outside memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Void,
    /// Any integer, extended to 64 bits as its type says.
    Int(i64),
    /// Any floating value.
    Float(f64),
    /// A pointer.
    Pointer(Pointer),
    /// A struct or union, by where it lies.
    Record(Pointer),
}
