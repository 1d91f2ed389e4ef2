//! The C library: one file per header, one table row per function.
//!
//! A function never calls the evaluator. It returns what is to be done next,
//! so `qsort`, `bsearch` and `atexit` handlers are calls like any other.
//! Everything is read and written through the same checks as the program's own accesses.
#![deny(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod call;
mod state;

pub use call::{Action, Call, Callback, Context, Next, Row, Task};
pub use state::State;
