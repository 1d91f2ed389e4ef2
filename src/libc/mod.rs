//! The C library: one file (or folder) per header, one table row per function.
//!
//! A function never calls the evaluator. It returns what is to be done next,
//! so `qsort`, `bsearch` and `atexit` handlers are calls like any other.
//! Everything is read and written through the same checks as the program's own accesses.
//!
//! Each header's module exports `ROWS` (its functions) and, where the library
//! owns objects the program can see, `STATICS`; [`table`] and [`state`] join them.
#![deny(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod call;
mod state;
mod stdio;
mod table;

pub use call::{Action, Call, Callback, Context, Next, Row, Task};
pub use state::{State, Static};
pub use table::{row, rows};
