//! A finding, ready to be told: words and places, no markup.

use crate::kinds::{Kind, Severity};
use crate::memory::{Promise, Tag};
use crate::sema::tree::NodeId;
use crate::source::Span;

/// Something the run found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which kind.
    pub kind: Kind,
    /// As it was treated.
    pub severity: Severity,
    /// A sentence that names variables and values, not addresses.
    pub message: String,
    /// The node it happened at.
    pub node: NodeId,
    /// Where the caret goes.
    pub span: Span,
    /// The function it happened in.
    pub function: String,
    /// How often it happened at this place.
    pub count: u64,
    /// Steps begun when it happened first.
    pub step: u64,
    /// The calls under way, the innermost first, recursion folded.
    pub stack: Vec<StackEntry>,
    /// The history: allocated here, freed here, given out again …
    pub notes: Vec<Note>,
    /// A picture of the bytes, where it helps.
    pub picture: Option<String>,
    /// What it means, in plain words.
    pub meaning: String,
    /// One thing to try.
    pub advice: String,
    /// What one would see on a real machine.
    pub real_machine: String,
    /// The object whose end it is about, for what outlived one.
    pub outlived: Option<Tag>,
    /// The function that got a copy of what it was to change, if that is the cause.
    pub copied_to: Option<String>,
    /// The promise that was broken, if it is one.
    pub promise: Option<Promise>,
    /// The object it is about.
    pub object: Option<ObjectFacts>,
    /// The object that has the place now, where that one is gone.
    pub tenant: Option<ObjectFacts>,
}

/// An object of the run, for those who do not read words.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectFacts {
    /// `block #3`, `'a'`, `the string literal "abc"`.
    pub name: String,
    /// It is a block of the heap.
    pub heap: bool,
    /// Its bytes.
    pub bytes: u64,
    /// Where it was allocated or is declared.
    pub begin: Span,
    /// Steps begun when it was allocated; `None` for what is only declared.
    pub begin_step: Option<u64>,
    /// Where it was freed, or its block left, and the steps begun then.
    pub end: Option<(Span, u64)>,
}

/// Leaves one finding for each cause: that the value of a pointer was looked at
/// needs no words where the pointer was followed later on.
pub fn one_per_cause(findings: &mut Vec<Finding>) {
    let followed: Vec<Tag> =
        findings.iter().filter(|f| f.kind != Kind::DanglingPointer).filter_map(|f| f.outlived).collect();
    findings.retain(|f| {
        let told = f.outlived.is_some_and(|tag| followed.contains(&tag));
        !(told && f.kind == Kind::DanglingPointer && f.severity == Severity::Warning)
    });
}

/// A place in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What happened there.
    pub message: String,
    /// Where; [`Span::NONE`] if nowhere in the source.
    pub span: Span,
    /// Steps begun when it happened; `None` for what is no event of the run.
    pub step: Option<u64>,
}

/// One call under way, or a fold of many.
#[derive(Clone, Debug, PartialEq)]
pub struct StackEntry {
    /// The function.
    pub function: String,
    /// Where it was when the finding happened: the finding's place, or the call of the next inner one.
    pub span: Span,
    /// How many calls by itself are folded here; 0 for none.
    pub folded: u64,
    /// The locals that are in scope there.
    pub locals: Vec<LocalValue>,
}

/// The value of a local, as a report shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalValue {
    /// Its name.
    pub name: String,
    /// Its type as C writes it.
    pub ty: String,
    /// Its value: `3`, `"abc"`, `{x = 1, y = ?}`, `not written yet`, `NULL`,
    /// `-> block #3 (struct node)`, `stale (block #1, freed at line 6)` …
    pub value: String,
    /// The expression that the call is at names it.
    pub involved: bool,
}

impl LocalValue {
    /// `n = 3`, `head -> block #3 (struct node)`.
    pub fn told(&self) -> String {
        with_name(&self.name, &self.value)
    }
}

/// A name with its value; a pointer's value has an arrow of its own.
pub(super) fn with_name(name: &str, value: &str) -> String {
    if value.starts_with("-> ") { format!("{name} {value}") } else { format!("{name} = {value}") }
}
