//! What the program gave to the library for good: a block that stands there is not lost.

use super::state::State;
use super::{stdio, stdlib};
use crate::memory::Pointer;

/// Buffers of open streams and texts of the environment, each with what it is called.
pub fn given(state: &State) -> Vec<(Pointer, String)> {
    let mut all = stdio::given_to_streams(state);
    all.extend(stdlib::given_to_environment(state));
    all
}
