//! What is told of blocks that were never freed: data only.

use super::LeakClass;
use super::leaks::Elements;
use crate::findings::{Removed, StackEntry};
use crate::leaks::Structure;
use crate::memory::Reason;
use crate::sema::tree::NodeId;
use crate::source::Span;

/// Lines that would free what leaks, tried by running again on the same input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What was put in, in the order of the source; empty if nothing was found.
    pub insertions: Vec<Insertion>,
    /// Blocks that leak all the same (those still reachable are not counted).
    pub left: u64,
    /// Blocks that are left at the end and can still be reached.
    pub reachable: u64,
}

/// A text that was put into a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Before the text that begins here.
    pub span: Span,
    /// So many bytes of that text it takes the place of.
    pub removed: u32,
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
    /// How many equal leaks: each of `blocks` blocks, or a cycle of several.
    pub count: u64,
    /// Which variables held it when `exit` was called ("main: line"), the outermost
    /// call's first.
    pub held_by: Vec<String>,
    /// The way from static storage to it.
    pub path: Option<LeakPath>,
    /// Of a cycle all places of allocation.
    pub members: Vec<LeakMember>,
    /// The form that the blocks of each of these leaks have together, those
    /// that only they lead to included.
    pub structure: Structure,
    /// The members that lead from one of these blocks to the next: `next`.
    pub links: Vec<String>,
    /// What in a block holds other blocks, as it follows a pointer to it: `->name`, `[2]`.
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
    /// What happened to the first block; `None` if nobody asked, or the run was too long.
    pub life: Option<Vec<LifeEvent>>,
}

/// A station in the life of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeEvent {
    /// What happened.
    pub what: LifeStep,
    /// Where.
    pub span: Span,
    /// In which function.
    pub function: String,
    /// The place that got or held the pointer, the function that was called or returned.
    pub place: Option<String>,
    /// Steps begun when it happened (first).
    pub step: u64,
    /// How often it happened there.
    pub count: u64,
}

/// What can happen to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeStep {
    /// It was allocated.
    Born,
    /// A pointer to it was stored.
    Copied,
    /// One was passed to a function.
    Passed,
    /// One was returned.
    Returned,
    /// One disappeared.
    Removed(Reason),
    /// It was read or written, or given to the library, for the last time.
    LastUsed,
    /// The last pointer to it disappeared.
    LastReachable,
}

impl LifeStep {
    /// Its name in reports.
    pub fn code(self) -> &'static str {
        match self {
            LifeStep::Born => "born",
            LifeStep::Copied => "copied",
            LifeStep::Passed => "passed",
            LifeStep::Returned => "returned",
            LifeStep::Removed(reason) => reason.code(),
            LifeStep::LastUsed => "last-used",
            LifeStep::LastReachable => "last-reachable",
        }
    }
}

/// A way from static storage to a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeakPath {
    /// All of it: `table[3]->next`.
    pub text: String,
    /// The pointer that it begins with: `table[3]`.
    pub begin: String,
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
    /// Variables of the same call that held it as well, to the same moment.
    pub others: Vec<String>,
    /// Where several blocks were lost: the elements of one array that held them.
    pub elements: Option<Elements>,
    /// The holder is a parameter to which the call gave what it had just got itself:
    /// nobody else can free it.
    pub handed: bool,
    /// What held it pointed behind the start of the block, which `free` needs.
    pub off_start: bool,
    /// What to write so that it is not lost, where the text leaves no doubt.
    pub mend: Option<String>,
}

/// One place of allocation of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeakMember {
    /// Where.
    pub span: Span,
    /// How many blocks.
    pub count: u64,
}
