//! What can be wrong with an operation on values.

/// What is wrong, and the value x86-64 goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A signed result does not fit (6.5p5); it wraps.
    Overflow(i64),
    /// `/` or `%` by 0 (6.5.5p5): the processor traps.
    DivisionByZero,
    /// `INT_MIN / -1` (6.5.5p6): the processor traps.
    DivisionOverflow,
    /// A shift by a negative amount or by the width or more (6.5.7p3); to the
    /// left of a negative value, or of one whose bits do not even fit the
    /// unsigned type (6.5.7p4).
    Shift(i64),
}
