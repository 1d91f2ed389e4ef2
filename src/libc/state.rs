//! What the library remembers between calls.

/// The library's own state.
#[derive(Debug, Default)]
pub struct State {}
