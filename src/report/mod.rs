//! An outcome as text for people and as JSON for programs.

mod closing;
mod excerpt;
mod finding;
mod json;
mod leaks;
mod loss;
mod manual;
mod pages;
mod style;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use json::json;
pub use manual::{Topic, explanation, list_of_topics};
pub use style::Style;
pub use text::{LeakDetail, TextOptions, text};
