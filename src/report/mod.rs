//! An outcome as text for people and as JSON for programs.

mod calls;
mod closing;
mod excerpt;
mod finding;
mod headline;
mod json;
mod json_leaks;
mod leaks;
mod life;
mod loss;
mod manual;
mod messages;
mod pages;
mod style;
mod suggestion;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use json::json;
pub use manual::{Topic, explanation, list_of_topics};
pub use style::Style;
pub use text::{LeakDetail, TextOptions, text};
