//! What is said about the source before it runs: one type, one renderer.

mod diagnostic;
mod render;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use render::{Style, render};
