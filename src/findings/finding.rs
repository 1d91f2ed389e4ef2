//! A finding, ready to be told: words and places, no markup.

use crate::kinds::{Kind, Severity};
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
}

/// A place in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What happened there.
    pub message: String,
    /// Where; [`Span::NONE`] if nowhere in the source.
    pub span: Span,
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
    /// Its value: `3`, `"abc"`, `{x = 1, y = ?}`, `not written yet`, `null`, `pointer to 'a'[2]`, `pointer to a freed block` …
    pub value: String,
}
