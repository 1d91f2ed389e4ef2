//! The meaning of every operator on values, pure. Folding constants and running
//! the program both call this, so neither can differ from the other.
//!
//! All integers travel as `i64`, extended as their type says (an `unsigned
//! long` is the same 64 bits); all floating values as `f64`, a float rounded.
//! Each operator has a fast answer, `None` where something is to be told, and
//! [`Fault`] says what, with the value that x86-64 gives.
#![deny(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod convert;
mod environment;
mod fault;
mod float;
mod fold;
mod integer;
mod width;

pub use convert::{FloatToInt, float_to_int, int_to_float, int_to_single, to_single};
pub use environment::{FloatEnvironment, Rounding};
pub use fault::Fault;
pub use float::FloatOperator;
pub use fold::{ArithOp, CompareOp, UnaryOp, fold_compare, fold_float, fold_float_compare, fold_int, fold_unary};
pub use integer::{Comparison, IntOperator};
pub use width::{IntRepr, Width};

/// The flags of `<fenv.h>`.
pub mod flag {
    pub use super::environment::{DIVIDED, INEXACT, INVALID, OVERFLOW, UNDERFLOW};
}

/// The operators as types, for code that is made once for each.
pub mod op {
    pub use super::float::{FAdd, FDiv, FMul, FSub};
    pub use super::integer::{Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Shl, Shr, Sub, Xor};
    pub use super::width::{S8, S16, S32, S64, U8, U16, U32, U64};
}
