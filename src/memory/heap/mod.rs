//! The heap (semantics.md §1): blocks as the program sees them, on top of the
//! allocator's books ([`chunks`]), which lie outside simulated memory. The 16
//! bytes of a header are nobody's there: a view that shows them draws them from
//! [`Memory::heap_extents`].

mod chunks;
mod holes;
mod ladder;
mod resize;
mod stats;
#[cfg(test)]
mod tests;

pub use stats::{Failed, HeapStats};

use super::convert::{host, index, short, wide};
use super::graves::Ending;
use super::history::{Event, Info, Origin};
use super::layout::Layout;
use super::removal::{Reason, Removal};
use super::space::Memory;
use super::{Access, Object, Pointer, Tag, Trap, marks};
use crate::kinds::Kind;
use chunks::{Chunk, Chunks, Fit};
use stats::{Counters, fragmentation};
use std::collections::BTreeMap;

/// Bytes of a granule, and of a block's header.
const GRANULE: u64 = 16;

/// The host refuses the memory that the simulated heap would need: the run
/// ends with memory-limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfHost {
    /// Bytes that were missing.
    pub bytes: u64,
}

impl From<OutOfHost> for Trap {
    fn from(_: OutOfHost) -> Trap {
        Trap::plain(Kind::MemoryLimit)
    }
}

/// A block that lives, for walks over the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeapBlock {
    /// Its identity.
    pub tag: Tag,
    /// Its address.
    pub base: u64,
    /// Its first byte in the host vector.
    pub at: usize,
    /// Requested bytes.
    pub size: u64,
    /// What is known of it.
    pub info: Info,
    /// When a pointer to it last disappeared.
    pub removal: Removal,
}

/// A stretch between the heap's start and the break: a header of 16 bytes, and
/// a block or what is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeapExtent {
    /// Address of its header.
    pub start: u64,
    /// Bytes, with the header.
    pub bytes: u64,
    /// The block in it; `None`: a hole.
    pub block: Option<Tag>,
}

/// The heap's books.
#[derive(Debug)]
pub(super) struct Heap {
    chunks: Chunks,
    counters: Counters,
    /// By slot and generation: when realloc last left a block as it was, for want of room.
    kept: BTreeMap<(u32, u32), Event>,
    /// Granules from address 0 to the heap's start.
    base: u64,
}

impl Heap {
    /// Host bytes that the books of so many bytes of heap take.
    pub fn cost(room: u64) -> u64 {
        Chunks::cost(granules(room))
    }

    /// An empty heap with room for `room` bytes now.
    pub fn new(layout: Layout, room: u64) -> Heap {
        let chunks = Chunks::new(granules(room), granules(layout.heap_limit));
        Heap { chunks, counters: Counters::default(), kept: BTreeMap::new(), base: layout.heap_low >> 4 }
    }

    /// Room for so many bytes, if the host has it.
    pub fn extend(&mut self, room: u64) -> bool {
        self.chunks.extend(granules(room))
    }
}

/// Bytes in whole granules.
#[inline]
fn granules(bytes: u64) -> u32 {
    short(bytes.div_ceil(GRANULE))
}

/// Granules of the payload of a block: its size rounded up, one at least.
/// Saturates for sizes that no heap holds; then nothing fits.
#[inline]
fn payload_granules(size: u64) -> u32 {
    granules(size).max(1)
}

impl Memory {
    /// A new block of `size` bytes, unwritten (7.22.3.4); `None` if it does not
    /// fit below the heap's limit, and the request is listed as failed.
    pub fn malloc(&mut self, size: u64, born: Event) -> Result<Option<Pointer>, OutOfHost> {
        let need = payload_granules(size).saturating_add(1);
        let fit = self.heap.chunks.fit(need);
        let Some(fresh) = self.make_room(fit, size, born)? else { return Ok(None) };
        match self.heap.chunks.take(fit, need) {
            Some(start) => Ok(Some(self.begin_block(start.wrapping_add(1), size, fresh, born))),
            None => Ok(None),
        }
    }

    /// As malloc where a hole is large enough; `None`, and nothing done, where none is.
    #[inline(always)]
    pub fn malloc_in_hole(&mut self, size: u64, born: Event) -> Option<Pointer> {
        let need = payload_granules(size).saturating_add(1);
        let fit = self.heap.chunks.fit(need);
        let Fit::Hole(_) = fit else { return None };
        let start = self.heap.chunks.take(fit, need)?;
        let fresh = self.break_at();
        Some(self.begin_block(start.wrapping_add(1), size, fresh, born))
    }

    /// As free for a live block by its start; false, and nothing done, for anything else.
    #[inline(always)]
    pub fn free_block(&mut self, pointer: Pointer, event: Event) -> bool {
        let is_block = self
            .objects
            .live(pointer.tag)
            .is_some_and(|o| o.flags & Object::HEAP != 0 && o.base == pointer.addr && o.owner == pointer.tag.slot());
        if !is_block {
            return false;
        }
        self.end_block(pointer.tag, event, Ending::Freed);
        self.heap.chunks.release(self.payload_at(pointer.addr));
        true
    }

    /// As malloc, for `count` elements of `size` bytes, written as zeros
    /// (7.22.3.2); `None` also if the product overflows.
    pub fn calloc(&mut self, count: u64, size: u64, born: Event) -> Result<Option<Pointer>, OutOfHost> {
        let Some(bytes) = count.checked_mul(size) else {
            self.heap.counters.refused(u64::MAX, born);
            return Ok(None);
        };
        let fresh = self.break_at();
        let Some(pointer) = self.malloc(bytes, born)? else { return Ok(None) };
        let at = self.layout.heap_index(pointer.addr);
        let end = at.saturating_add(host(bytes));
        // What lies above the old break is zero already.
        if let Some(used) = self.bytes.get_mut(at..end.min(fresh).max(at)) {
            used.fill(0);
        }
        if let Some(found) = self.marks.get_mut(at..end) {
            found.fill(marks::BYTE);
        }
        Ok(Some(pointer))
    }

    /// As malloc, at a multiple of `align` (7.22.3.1), which is a power of two;
    /// the library has checked its arguments.
    pub fn aligned_alloc(&mut self, align: u64, size: u64, born: Event) -> Result<Option<Pointer>, OutOfHost> {
        let payload_size = payload_granules(size);
        let (fit, payload) = self.heap.chunks.fit_aligned(payload_size, granules(align).max(1), self.heap.base);
        let Some(fresh) = self.make_room(fit, size, born)? else { return Ok(None) };
        match self.heap.chunks.take_aligned(fit, payload, payload_size) {
            Some(()) => Ok(Some(self.begin_block(payload, size, fresh, born))),
            None => Ok(None),
        }
    }

    /// Ends a block (7.22.3.3). Null is fine; anything else that malloc did not
    /// give, or that was freed before, is a trap.
    pub fn free(&mut self, pointer: Pointer, event: Event) -> Result<(), Trap> {
        if pointer.is_null() {
            return Ok(());
        }
        let (tag, _) = self.block_of(pointer, Access::Free)?;
        self.end_block(tag, event, Ending::Freed);
        self.heap.chunks.release(self.payload_at(pointer.addr));
        Ok(())
    }

    /// The bytes that a block may use: those that were asked for. (glibc may
    /// answer more; using more would be a mistake to tell.) 0 for null.
    pub fn malloc_usable_size(&self, pointer: Pointer) -> Result<u64, Trap> {
        if pointer.is_null() {
            return Ok(0);
        }
        self.block_of(pointer, Access::Free).map(|(_, object)| u64::from(object.size))
    }

    /// The heap's totals at this moment.
    pub fn heap_stats(&self) -> HeapStats {
        let counters = &self.heap.counters;
        let (holes, granules, largest) = self.heap.chunks.holes();
        let free_bytes = u64::from(granules).saturating_sub(u64::from(holes)).saturating_mul(GRANULE);
        let largest_hole = u64::from(largest).saturating_sub(1).saturating_mul(GRANULE);
        HeapStats {
            allocations: counters.allocations,
            frees: counters.frees,
            bytes_in_use: counters.in_use,
            peak_bytes: counters.peak,
            break_bytes: u64::from(self.heap.chunks.end()).saturating_mul(GRANULE),
            holes: u64::from(holes),
            free_bytes,
            largest_hole,
            fragmentation: fragmentation(largest_hole, free_bytes),
            failed: counters.failed.clone(),
            failures: counters.failures,
        }
    }

    /// Requested bytes of the blocks that live.
    pub fn heap_bytes_in_use(&self) -> u64 {
        self.heap.counters.in_use
    }

    /// The blocks that live, in the order of their addresses.
    pub fn heap_blocks(&self) -> impl Iterator<Item = HeapBlock> + '_ {
        self.heap.chunks.iter().filter_map(|chunk| self.block_in(chunk))
    }

    /// Blocks and holes from the heap's start to the break.
    pub fn heap_extents(&self) -> impl Iterator<Item = HeapExtent> + '_ {
        self.heap.chunks.iter().map(|chunk| HeapExtent {
            start: self.address(chunk.start),
            bytes: u64::from(chunk.extent).saturating_mul(GRANULE),
            block: self.block_in(chunk).map(|b| b.tag),
        })
    }

    /// The block that contains an address of the heap, or that ends there.
    pub(super) fn block_around(&self, addr: u64) -> Option<HeapBlock> {
        let granule = u32::try_from(addr.checked_sub(self.layout.heap_low)?.checked_div(GRANULE)?).ok()?;
        let find = |granule: u32| {
            let block = self.block_in(self.heap.chunks.block_up_to(granule)?)?;
            (addr.checked_sub(block.base)? <= block.size).then_some(block)
        };
        // An address in a header may be the end of the block before.
        find(granule).or_else(|| find(self.heap.chunks.block_up_to(granule)?.start.checked_sub(1)?))
    }

    /// The block that begins exactly at an address.
    pub fn block_at(&self, addr: u64) -> Option<HeapBlock> {
        if addr.checked_rem(GRANULE)? != 0 {
            return None;
        }
        self.block_around(addr).filter(|b| b.base == addr)
    }

    fn block_in(&self, chunk: Chunk) -> Option<HeapBlock> {
        let slot = self.heap.chunks.note(chunk.payload?);
        let object = self.objects.slot(slot)?;
        Some(HeapBlock {
            tag: Tag::new(slot, object.generation),
            base: object.base,
            at: index(object.host),
            size: u64::from(object.size),
            info: *self.infos.get(index(slot))?,
            removal: *self.removals.get(index(slot))?,
        })
    }

    fn address(&self, granule: u32) -> u64 {
        self.layout.heap_low.wrapping_add(u64::from(granule).wrapping_mul(GRANULE))
    }

    fn payload_at(&self, addr: u64) -> u32 {
        short(addr.wrapping_sub(self.layout.heap_low) >> 4)
    }

    /// Host index of the break.
    fn break_at(&self) -> usize {
        self.layout.heap_index(self.address(self.heap.chunks.end()))
    }

    /// Before a fit is taken: `None` if there is none, else the host index from
    /// which on memory was never used.
    #[inline]
    fn make_room(&mut self, fit: Fit, size: u64, born: Event) -> Result<Option<usize>, OutOfHost> {
        match fit {
            Fit::Hole(_) => {}
            Fit::Break(_, end) => self.reach(self.layout.heap_index(self.address(end)))?,
            Fit::Full => {
                self.heap.counters.refused(size, born);
                return Ok(None);
            }
        }
        Ok(Some(self.break_at()))
    }

    /// A chunk was taken: the block in it begins. Memory from `fresh` on is unwritten.
    #[inline(always)]
    fn begin_block(&mut self, payload: u32, size: u64, fresh: usize, born: Event) -> Pointer {
        let addr = self.address(payload);
        let at = self.layout.heap_index(addr);
        let end = at.saturating_add(host(size));
        self.clear(at, end.min(fresh).saturating_sub(at));
        let tag = self.name_block(payload, addr, size, born);
        self.heap.counters.allocated(size);
        Pointer { addr, tag }
    }

    /// Gives a block its identity.
    #[inline(always)]
    fn name_block(&mut self, payload: u32, addr: u64, size: u64, born: Event) -> Tag {
        let at = self.layout.heap_index(addr);
        let size = short(size);
        let object = Object {
            base: addr,
            host: short(wide(at)),
            size,
            writable: size,
            generation: 0,
            owner: 0,
            flags: Object::HEAP,
        };
        let block = short(self.heap.counters.allocations.wrapping_add(1));
        let tag = self.enroll(object, None, Info { origin: Origin::Heap, born, address_exposed: false, block });
        if let Some(removal) = self.removals.get_mut(index(tag.slot())) {
            *removal = Removal::NONE;
        }
        self.heap.chunks.set_note(payload, tag.slot());
        tag
    }

    /// A block's identity ends; its chunk is still to be released or reused.
    #[inline(always)]
    fn end_block(&mut self, tag: Tag, event: Event, ending: Ending) {
        if let Some(size) = self.retire(tag, event, ending, Reason::HolderFreed) {
            self.heap.counters.freed(size);
        }
    }

    /// The block that a pointer names exactly: its start, through the block or
    /// through a range that begins there.
    #[inline]
    fn block_of(&self, pointer: Pointer, access: Access) -> Result<(Tag, Object), Trap> {
        if let Some(object) = self.objects.live(pointer.tag)
            && object.flags & Object::HEAP != 0
            && object.base == pointer.addr
            && let Some(owner) = self.objects.slot(object.owner)
            && owner.base == pointer.addr
        {
            return Ok((Tag::new(object.owner, owner.generation), *owner));
        }
        match self.straightened(pointer) {
            Some(straight) => self.block_of(straight, access),
            None => Err(self.explain(pointer, 0, access)),
        }
    }
}
