//! What came of a run: data only. `report` turns it into text or JSON.

use super::{LeakRecord, Status, Suggestion};
use crate::diagnostics::Diagnostic;
use crate::findings::{Finding, StackEntry};
use crate::source::{SourceMap, Span};
use std::collections::BTreeSet;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The source was rejected; nothing ran.
    Rejected,
    /// The source was only checked.
    Checked,
    /// `main` returned or `exit` was called, with this value (not yet cut to 8 bits).
    Exit(i32),
    /// The last finding ended it.
    Error,
    /// A limit ended it; the last finding says which.
    Limit,
    /// Ctrl-C.
    Interrupted,
    /// The reader of standard output went away.
    BrokenPipe,
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    /// Where everything stands.
    pub map: SourceMap,
    /// What was said before the run.
    pub diagnostics: Vec<Diagnostic>,
    /// What the run found, in the order in which it happened.
    pub findings: Vec<Finding>,
    /// How it ended.
    pub ended: Ended,
    /// In a word.
    pub status: Status,
    /// cglass's exit code.
    pub exit_code: i32,
    /// The program's own, as a shell would show it; `None` if it did not come so far.
    pub program_exit_code: Option<i32>,
    /// Where the run was when it was stopped from outside, innermost first.
    pub stopped_in: Vec<StackEntry>,
    /// Blocks never freed: those that nothing leads to first, a cause before what it
    /// led to, the larger before the smaller, the older before the younger.
    pub leaks: Vec<LeakRecord>,
    /// Where `free` would stand; `None` if nobody asked.
    pub suggestion: Option<Suggestion>,
    /// The heap; `None` if nothing ran.
    pub heap: Option<HeapSummary>,
    /// The stack; `None` if nothing ran.
    pub stack: Option<StackSummary>,
    /// The library functions that were called, if the options ask for it.
    pub library_calls: BTreeSet<&'static str>,
}

/// The heap at the end. All sizes are requested bytes, but for what is said of holes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeapSummary {
    /// Successful allocations; a realloc is one free and one allocation.
    pub allocations: u64,
    /// Blocks freed.
    pub frees: u64,
    /// Blocks in use.
    pub blocks_in_use: u64,
    /// Bytes in use.
    pub bytes_in_use: u64,
    /// The most bytes that were in use at a time.
    pub peak_bytes: u64,
    /// How far the heap grew: bytes below the break, headers included.
    pub brk: u64,
    /// Holes below the break.
    pub holes: u64,
    /// Bytes in holes, their headers not counted.
    pub free_bytes: u64,
    /// The largest hole.
    pub largest_hole: u64,
    /// 1 − largest hole / free bytes; 0 when nothing is free.
    pub fragmentation: f64,
    /// How many requests were answered with NULL.
    pub failures: u64,
    /// The first of them, in order.
    pub failed: Vec<FailedAllocation>,
}

/// A request that was answered with NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedAllocation {
    /// Bytes that were asked for.
    pub bytes: u64,
    /// Where.
    pub span: Span,
}

/// The stack of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackSummary {
    /// The most bytes in use at a time.
    pub peak_bytes: u64,
    /// The most calls under way at a time; main alone is 1.
    pub peak_depth: u64,
    /// Its size.
    pub limit_bytes: u64,
    /// Per function.
    pub functions: Vec<FunctionUse>,
}

/// What one function took of the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionUse {
    /// Its name.
    pub name: String,
    /// Bytes of one frame.
    pub frame_bytes: u64,
    /// How often it was called.
    pub calls: u64,
    /// The most calls of it under way at a time.
    pub peak_depth: u64,
}
