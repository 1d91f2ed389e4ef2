//! The memory of one run.

use super::convert::{host, index, wide};
use super::graves::Graves;
use super::heap::{Heap, OutOfHost};
use super::history::Info;
use super::layout::{Layout, Region, STACK_HIGH};
use super::object::{Object, ObjectTable};
use super::ranges::Ranges;
use super::removal::Removal;
use super::{Tag, Trap};
use std::cell::RefCell;
use std::collections::BTreeMap;

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
    /// Where the regions lie.
    pub(super) layout: Layout,
    /// Static objects by address.
    pub(super) statics: Vec<(u64, Tag)>,
    /// Objects of the stack that live, the latest last.
    pub(super) stack_objects: Vec<Tag>,
    /// The heap's own books.
    pub(super) heap: Heap,
    /// Objects that are dead and on record.
    pub(super) graves: Graves,
    /// Narrower ranges of objects.
    pub(super) ranges: Ranges,
    /// Bytes of pointers that are not whole, aligned pointers: which byte of
    /// which. Only meaningful where the mark is [`super::marks::FRAGMENT`].
    pub(super) fragments: BTreeMap<usize, (Tag, u8)>,
    /// Fragments have been moved about, so any object may hold a pointer.
    pub(super) ever_fragmented: bool,
    /// The first time that the library function at hand left a row of characters.
    pub(super) left_row: RefCell<Option<Trap>>,
}

impl Memory {
    /// Puts an object into the tables.
    #[inline(always)]
    pub(super) fn enroll(&mut self, object: Object, range_of: Option<u32>, info: Info) -> Tag {
        let tag = self.objects.insert(object, range_of);
        match self.infos.get_mut(index(tag.slot())) {
            Some(entry) => *entry = info,
            None => {
                self.infos.resize(self.objects.len(), info);
                self.removals.resize(self.objects.len(), Removal::NONE);
            }
        }
        tag
    }

    /// The lowest address of the stack.
    #[inline(always)]
    pub fn stack_low(&self) -> u64 {
        self.layout.stack_low
    }

    /// The address just above the stack.
    #[inline(always)]
    pub fn stack_high(&self) -> u64 {
        STACK_HIGH
    }

    /// The host index of an address of the stack.
    #[inline(always)]
    pub fn stack_at(&self, addr: u64) -> usize {
        self.layout.stack_index(addr)
    }

    /// The first address of the heap.
    pub fn heap_low(&self) -> u64 {
        self.layout.heap_low
    }

    /// Which region an address belongs to.
    pub fn region(&self, addr: u64) -> Region {
        self.layout.region(addr)
    }

    /// Raw bytes, whether written or not, for pictures; shorter where the vector ends.
    pub fn raw(&self, at: usize, len: usize) -> &[u8] {
        let end = at.saturating_add(len).min(self.bytes.len());
        self.bytes.get(at..end).unwrap_or_default()
    }

    /// The address of a byte of the host vector.
    pub fn address_of(&self, at: usize) -> Option<u64> {
        self.layout.address(at)
    }

    /// Does a pointer, or a part of one, lie at this byte?
    #[inline(always)]
    pub fn holds_pointer(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|m| m & super::marks::HOLDS_POINTER != 0)
    }

    /// The marks of raw bytes ([`super::marks`]); shorter where the vector ends.
    pub fn marks_of(&self, at: usize, len: usize) -> &[u8] {
        let end = at.saturating_add(len).min(self.marks.len());
        self.marks.get(at..end).unwrap_or_default()
    }

    /// The heap is about to reach up to host index `end`.
    #[inline]
    pub(super) fn reach(&mut self, end: usize) -> Result<(), OutOfHost> {
        if end <= self.bytes.len() { Ok(()) } else { self.grow(end) }
    }

    /// Makes the vectors longer: by half as much again if it can be had.
    #[cold]
    fn grow(&mut self, end: usize) -> Result<(), OutOfHost> {
        let limit = self.layout.heap_at.saturating_add(host(self.layout.heap_limit));
        let now = self.bytes.len();
        let ample = now.saturating_add(now >> 1).clamp(end, limit.max(end));
        for target in [ample, end] {
            let target = target.checked_next_multiple_of(4096).unwrap_or(end);
            let heap = wide(target.saturating_sub(self.layout.heap_at));
            if extend(&mut self.bytes, target)
                && extend(&mut self.marks, target)
                && extend(&mut self.tags, target >> 3)
                && self.heap.extend(heap)
            {
                return Ok(());
            }
        }
        Err(OutOfHost { bytes: wide(end.saturating_sub(now)) })
    }
}

/// Makes a vector `n` long with zeros at its end, if the host has them.
pub(super) fn extend<T: Clone + Default>(vector: &mut Vec<T>, n: usize) -> bool {
    let missing = n.saturating_sub(vector.len());
    if vector.try_reserve_exact(missing).is_err() {
        return false;
    }
    if missing > 0 {
        vector.resize(n, T::default());
    }
    true
}
