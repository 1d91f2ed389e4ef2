//! What a call of scanf or fgets was asked to assign and did not, so that a
//! later read of the unwritten bytes can say why (semantics.md §3).

use super::Context;
use crate::memory::{Pointer, Reason};
use crate::sema::tree::NodeId;
use std::collections::VecDeque;

/// So many are remembered.
const REMEMBERED: usize = 64;

/// A place that was to be assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unassigned {
    /// Where it is.
    pub place: Pointer,
    /// Its bytes.
    pub size: u64,
    /// The call.
    pub node: NodeId,
    /// Why nothing was assigned ("scanf met the end of the input").
    pub reason: String,
}

impl Context<'_> {
    /// What these bytes hold has no value from now on, as after a `strftime`
    /// for which there was too little room.
    pub(super) fn indeterminate(&mut self, place: Pointer, size: u64, node: NodeId, reason: &str) {
        let memory = &mut self.machine.memory;
        let size = memory.room(place).unwrap_or(0).min(size);
        if let Ok(at) = memory.check_write(place, size) {
            memory.forget_pointers(at, usize::try_from(size).unwrap_or(0), node, Reason::Overwritten);
            self.state.unassigned.note(place, size, node, reason);
        }
    }
}

/// The latest of them.
#[derive(Debug, Default)]
pub struct Ring {
    entries: VecDeque<Unassigned>,
}

impl Ring {
    /// Remembers one.
    pub(super) fn note(&mut self, place: Pointer, size: u64, node: NodeId, reason: &str) {
        if self.entries.len() >= REMEMBERED {
            self.entries.pop_front();
        }
        self.entries.push_back(Unassigned { place, size, node, reason: reason.to_owned() });
    }

    /// The latest that covers this byte of this object. `same_object` tells
    /// whether two pointers are into one object (a range and its owner are).
    pub fn find(&self, pointer: Pointer, same_object: impl Fn(Pointer) -> bool) -> Option<&Unassigned> {
        self.entries.iter().rev().find(|entry| {
            let offset = pointer.addr.wrapping_sub(entry.place.addr);
            offset < entry.size && same_object(entry.place)
        })
    }
}
