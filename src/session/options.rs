//! What a run is told.

use super::ExitRules;
use crate::machine::{Limits, Policy};
use crate::{preprocess, syntax};

/// All that concerns one run, apart from its sources and its host.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders of headers, macros.
    pub preprocess: preprocess::Options,
    /// How deep a text may be nested.
    pub syntax: syntax::Limits,
    /// Refuse what C11's constraints forbid and gcc 12 only warns about.
    pub pedantic_errors: bool,
    /// Severities of findings.
    pub policy: Policy,
    /// Stack, heap, steps, time, output.
    pub limits: Limits,
    /// `argv`, the program's name first.
    pub arguments: Vec<Vec<u8>>,
    /// The outcome tells which library functions were called, and how often each of
    /// the program's own.
    pub observe: bool,
    /// Find where `free` would stand for what leaks.
    pub suggest: bool,
    /// Tell the lives of blocks that were never freed.
    pub lives: bool,
    /// How the exit code is found.
    pub exit: ExitRules,
}
