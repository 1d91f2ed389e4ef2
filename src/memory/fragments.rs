//! Pointers that are not whole and aligned: overwritten in part, stored at odd
//! places, moved byte by byte.

use super::removal::Reason;
use super::space::Memory;
use super::{Pointer, Tag};
use crate::sema::tree::NodeId;

impl Memory {
    /// Pointers that lie wholly or partly in these bytes are about to be overwritten.
    #[cold]
    pub(super) fn displace(&mut self, at: usize, size: usize, node: NodeId, reason: Reason) {
        let _ = (at, size, node, reason);
    }

    /// The pointer whose bytes stand at `at` without being a whole one.
    #[cold]
    pub(super) fn load_odd_pointer(&mut self, at: usize, addr: u64) -> Option<Pointer> {
        let _ = at;
        Some(Pointer { addr, tag: Tag::NONE })
    }

    /// Stores a pointer at an odd place, or over parts of others.
    #[cold]
    pub(super) fn store_odd_pointer(&mut self, at: usize, pointer: Pointer, node: NodeId) {
        let _ = (at, pointer, node);
    }
}
