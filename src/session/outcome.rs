//! What came of a run: data only. `report` turns it into text or JSON.

use super::{LeakClass, Status};
use crate::diagnostics::Diagnostic;
use crate::findings::{Finding, Removed, StackEntry};
use crate::leaks::Structure;
use crate::memory::Reason;
use crate::sema::tree::NodeId;
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
    /// Blocks never freed, the gravest class first, then by time of allocation.
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

/// Lines that would free what leaks, tried by running again on the same input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What was put in, in the order of the source; empty if nothing was found.
    pub insertions: Vec<Insertion>,
    /// Blocks that leak all the same (those still reachable are not counted).
    pub left: u64,
}

/// A text that was put into a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Before the text that begins here.
    pub span: Span,
    /// The text.
    pub text: String,
}

/// Blocks that leaked in the same way.
#[derive(Clone, Debug, PartialEq)]
pub struct LeakRecord {
    /// Its class.
    pub class: LeakClass,
    /// Bytes that were asked for, over all blocks.
    pub bytes: u64,
    /// How many blocks.
    pub blocks: u64,
    /// Bytes of the blocks that only these lead to.
    pub indirect_bytes: u64,
    /// How many those are.
    pub indirect_blocks: u64,
    /// Where they were allocated (of a cycle, the first).
    pub allocated: Site,
    /// Where the last pointer went; `None` for `reachable` and `possible`.
    pub lost: Option<Loss>,
    /// Which variable held it when `exit` was called ("main: line").
    pub held_by: Option<String>,
    /// The way from static storage to it.
    pub path: Option<String>,
    /// Of a cycle all places of allocation.
    pub members: Vec<LeakMember>,
    /// The form that the blocks of each of these leaks have together, those
    /// that only they lead to included.
    pub structure: Structure,
    /// The members that lead from one of these blocks to the next: `next`.
    pub links: Vec<String>,
    /// The members that hold other blocks: `name`.
    pub data: Vec<String>,
    /// The struct that the blocks were allocated as: `struct node`.
    pub record: Option<String>,
    /// Of a cycle: the members that lead from the first block back to it, as
    /// C writes them (`->next->prev`).
    pub round: Option<String>,
    /// So many of the innermost calls of the allocation only hand the block on
    /// (`xmalloc`, `new_node`): the call that mattered is the one after them.
    pub wrappers: usize,
    /// Its address was cast to an integer at some time.
    pub address_exposed: bool,
}

/// A place in the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Where.
    pub span: Span,
    /// In which function.
    pub function: String,
    /// Through which calls, the innermost first, without locals.
    pub stack: Vec<StackEntry>,
}

impl Site {
    /// A place of which the callers are not known.
    pub fn alone(span: Span, function: String) -> Site {
        let entry = StackEntry { function: function.clone(), span, folded: 0, locals: Vec::new() };
        Site { span, stack: if function.is_empty() { Vec::new() } else { vec![entry] }, function }
    }
}

/// Where the last pointer went.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Where, and through which calls.
    pub site: Site,
    /// The node that stands there.
    pub node: NodeId,
    /// Why.
    pub reason: Reason,
    /// Steps begun until then.
    pub step: u64,
    /// What the expression did, in the words of the source.
    pub removed: Removed,
    /// The variable that held the last pointer, if it could be found: `head`.
    pub holder: Option<String>,
}

/// One place of allocation of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeakMember {
    /// Where.
    pub span: Span,
    /// How many blocks.
    pub count: u64,
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
