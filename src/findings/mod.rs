//! From a trap to what is told: one file per kind or family of kinds.

mod finding;

pub use finding::{Finding, LocalValue, Note, StackEntry};
