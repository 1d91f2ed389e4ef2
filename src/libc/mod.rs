//! The C library: one file (or folder) per header, one table row per function.
//!
//! A function never calls the evaluator. It returns what is to be done next,
//! so `qsort`, `bsearch` and `atexit` handlers are calls like any other.
//! Everything is read and written through the same checks as the program's own accesses.
//!
//! Each header's module exports `ROWS` (its functions) and, where the library
//! owns objects the program can see, `STATICS`; `table` and `state` join them.
#![cfg_attr(not(test), deny(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod assert;
mod builtins;
mod call;
mod contracts;
mod ctype;
#[cfg(test)]
mod differential;
mod dirent;
mod encoding;
mod err;
mod errno;
mod fenv;
mod format;
mod getopt;
mod given;
mod handed_out;
mod inttypes;
mod libgen;
mod locale;
mod manual;
mod math;
mod missing;
mod overflow;
mod search;
mod setjmp;
mod signal;
mod stat;
mod state;
mod stdio;
mod stdlib;
mod string;
mod table;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;
mod text;
mod time;
mod unassigned;
mod unistd;
pub mod varargs;
mod variables;
mod wchar;
mod wctype;

pub use call::{Action, Call, Callback, Context, Next, Row, Task};
pub use given::given;
pub use manual::manual;
pub use math::settled;
pub use missing::EVALUATED;
pub use state::{State, Static, statics};
pub use stdio::{OpenFile, flush_all, lost_buffers, open_files, output_gone};
pub use stdlib::environment_list;
pub use table::{row, rows};
pub use unassigned::{Ring, Unassigned};
pub use variables::{begin, global_value};
