//! From a trap to what is told: one file per kind or family of kinds.

mod describe;
mod finding;
mod stack;
mod story;
mod usual;

pub use describe::describe;
pub use finding::{Finding, LocalValue, Note, StackEntry};
