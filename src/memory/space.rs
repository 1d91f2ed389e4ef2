//! The memory of one run.

use super::history::Info;
use super::object::ObjectTable;
use super::removal::Removal;

/// Simulated memory. Fields are open within `memory`; everything outside goes
/// through its methods.
#[derive(Debug)]
pub struct Memory {
    /// The objects that pointers can name.
    pub objects: ObjectTable,
    /// Steps begun (semantics.md §7); kept here because events carry it.
    pub steps: u64,
    /// Every byte: static objects, then the stack, then the heap.
    pub(super) bytes: Vec<u8>,
    /// The mark of every byte.
    pub(super) marks: Vec<u8>,
    /// For every aligned 8 bytes, the tag of the pointer there (0: none). Only
    /// meaningful where all eight marks are [`super::marks::POINTER`].
    pub(super) tags: Vec<u64>,
    /// By slot: what the object is.
    pub(super) infos: Vec<Info>,
    /// By slot: when a pointer to it last disappeared.
    pub(super) removals: Vec<Removal>,
    /// Counts removals.
    pub(super) serial: u64,
}
