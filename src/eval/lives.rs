//! A replay that follows chosen blocks: who got a pointer to them, who used them,
//! which pointers went. The closures of other runs know nothing of it
//! (`compile::follow`).

use super::vm::Vm;
use crate::memory::{Memory, Reason, Tag};
use crate::sema::tree::NodeId;
use std::collections::BTreeMap;

/// What happened to a block or a pointer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// A pointer was stored.
    Copied,
    /// One was passed to a function of the program.
    Passed,
    /// One was returned.
    Returned,
    /// The block was read or written, or given to the library.
    Used,
    /// A pointer disappeared.
    Removed(Reason),
}

/// Something that happened at one place, perhaps many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// What.
    pub what: Happening,
    /// Where.
    pub node: NodeId,
    /// Counts what happened to the block, in order; several may happen in one step.
    pub number: u64,
    /// Steps begun when it happened first.
    pub first: u64,
    /// And last.
    pub last: u64,
    /// How often.
    pub count: u64,
}

/// What is known of the blocks that are followed.
#[derive(Debug, Default)]
pub struct Lives {
    /// By block: its place in `notes`.
    numbers: BTreeMap<Tag, usize>,
    notes: Vec<Notes>,
}

/// Places are as many as the program's text has, however long the run.
#[derive(Debug, Default)]
struct Notes {
    block: Option<Tag>,
    incidents: BTreeMap<(Happening, NodeId), Incident>,
    /// What was noted so far.
    noted: u64,
    /// The latest removal that was noted.
    removal: u64,
}

impl Lives {
    /// Follows these blocks.
    pub fn new(blocks: &[Tag]) -> Lives {
        Lives {
            numbers: blocks.iter().copied().zip(0..).collect(),
            notes: blocks.iter().map(|block| Notes { block: Some(*block), ..Notes::default() }).collect(),
        }
    }

    /// Is there anything to follow?
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// What happened to each, in the order in which it happened first.
    pub fn incidents(self) -> Vec<Vec<Incident>> {
        let ordered = |notes: Notes| {
            let mut all: Vec<Incident> = notes.incidents.into_values().collect();
            all.sort_by_key(|incident| incident.number);
            all
        };
        self.notes.into_iter().map(ordered).collect()
    }

    /// Pointers that disappeared since the last look.
    pub fn note_removals(&mut self, memory: &Memory) {
        for notes in &mut self.notes {
            if let Some(removal) = notes.block.and_then(|block| memory.removal(block))
                && removal.serial != notes.removal
            {
                notes.removal = removal.serial;
                notes.note(Happening::Removed(removal.reason), removal.node, removal.step);
            }
        }
    }
}

impl Notes {
    fn note(&mut self, what: Happening, node: NodeId, step: u64) {
        self.noted = self.noted.saturating_add(1);
        let new = Incident { what, node, number: self.noted, first: step, last: step, count: 0 };
        let incident = self.incidents.entry((what, node)).or_insert(new);
        incident.last = step;
        incident.count = incident.count.saturating_add(1);
    }
}

impl Vm<'_> {
    /// Something happened to what a pointer with this tag leads to.
    pub fn happened(&mut self, tag: Tag, node: NodeId, what: Happening) {
        self.lives.note_removals(&self.machine.memory);
        let number = self.machine.memory.owner(tag).and_then(|owner| self.lives.numbers.get(&owner)).copied();
        let step = self.machine.memory.steps;
        if let Some(notes) = number.and_then(|number| self.lives.notes.get_mut(number)) {
            notes.note(what, node, step);
        }
    }
}
