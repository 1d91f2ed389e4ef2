//! What is said about the source before it runs: one type, one renderer.

mod diagnostic;
mod long_lines;
mod render;
mod suggest;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use render::{Style, render};
pub use suggest::closest;
