//! The start of a run: static objects get their places, memory its vectors.

use super::convert::{align_up, host, short, wide};
use super::heap::Heap;
use super::history::{Event, Info, Origin};
use super::layout::{Layout, PAGE, READ_ONLY_START, TooLarge};
use super::space::Memory;
use super::{Object, ObjectTable, Tag, marks};
use std::cell::RefCell;

/// Where a static object goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// String literals and const objects. They can be written until [`Memory::seal`].
    ReadOnly,
    /// Objects with an initialiser.
    Data,
    /// Objects that start as zeros.
    Bss,
}

/// A static object to be placed.
#[derive(Clone, Copy, Debug)]
pub struct StaticSpec {
    /// Bytes.
    pub size: u64,
    /// Its address is a multiple of this.
    pub align: u64,
    /// Where it goes.
    pub segment: Segment,
    /// What it is.
    pub origin: Origin,
}

/// Where a static object lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaticPlace {
    /// Its address.
    pub addr: u64,
    /// Its first byte in the host vector.
    pub at: usize,
    /// Its identity.
    pub tag: Tag,
}

impl Memory {
    /// The memory of a run: static objects (written zeros), a stack of
    /// `stack_size` bytes, and a heap that may grow to `heap_limit` bytes.
    /// The places come in the order of `statics`.
    pub fn new(
        statics: &[StaticSpec],
        stack_size: u64,
        heap_limit: u64,
    ) -> Result<(Memory, Vec<StaticPlace>), TooLarge> {
        let (addresses, end) = place(statics).ok_or(TooLarge::Statics(u64::MAX))?;
        let layout = Layout::new(end, stack_size, heap_limit)?;
        let mut memory = reserve(layout)?;
        let mut places = Vec::with_capacity(statics.len());
        for (spec, addr) in statics.iter().zip(addresses) {
            let at = host(addr.saturating_sub(READ_ONLY_START));
            let size = short(spec.size);
            let object =
                Object { base: addr, host: short(wide(at)), size, writable: size, generation: 0, owner: 0, flags: 0 };
            let info = Info { origin: spec.origin, born: Event::START, address_exposed: false, block: 0 };
            let tag = memory.enroll(object, None, info);
            if let Some(found) = memory.marks.get_mut(at..at.saturating_add(host(spec.size))) {
                found.fill(marks::BYTE);
            }
            places.push(StaticPlace { addr, at, tag });
        }
        memory.statics = places.iter().map(|p| (p.addr, p.tag)).collect();
        memory.statics.sort_unstable();
        Ok((memory, places))
    }

    /// The initialiser of a constant object is done: from now on it is read-only.
    pub fn seal(&mut self, tag: Tag) {
        if self.objects.live(tag).is_none() {
            return;
        }
        for slot in self.ranges.of(tag.slot()).chain([tag.slot()]).collect::<Vec<_>>() {
            if let Some(object) = self.objects.slot_mut(slot) {
                object.writable = 0;
            }
        }
    }

    /// The static objects, by address.
    pub fn static_objects(&self) -> impl Iterator<Item = StaticPlace> + '_ {
        self.statics.iter().filter_map(|(addr, tag)| {
            let object = self.objects.live(*tag)?;
            Some(StaticPlace { addr: *addr, at: super::convert::index(object.host), tag: *tag })
        })
    }
}

/// Gives every object an address, one byte away from the next at least; also
/// the first address above all.
fn place(statics: &[StaticSpec]) -> Option<(Vec<u64>, u64)> {
    let mut addresses = vec![0; statics.len()];
    let mut cursor = READ_ONLY_START;
    for segment in [Segment::ReadOnly, Segment::Data, Segment::Bss] {
        cursor = align_up(cursor, PAGE)?;
        for (spec, addr) in statics.iter().zip(&mut addresses).filter(|(spec, _)| spec.segment == segment) {
            *addr = align_up(cursor, spec.align)?;
            cursor = addr.checked_add(spec.size)?.checked_add(1)?;
        }
    }
    Some((addresses, cursor))
}

/// The most of the heap that is asked for at the start. In a web page zeroed
/// memory is written, not mapped, so there the heap starts small.
const FIRST_HEAP: u64 = if cfg!(target_family = "wasm") { 1 << 20 } else { super::layout::MAX_HEAP };

/// The vectors. Zeroed memory costs nothing until it is touched, so the whole
/// heap is asked for at once where the host grants it; where it does not,
/// half of it, and so on: then the rest is asked for as the break grows.
fn reserve(layout: Layout) -> Result<Memory, TooLarge> {
    let mut heap = layout.heap_limit.min(FIRST_HEAP);
    loop {
        let total = layout.heap_at.saturating_add(host(heap));
        // Two bytes and an eighth of a tag each.
        let wanted = wide(total).saturating_mul(3).saturating_add(Heap::cost(heap));
        // Asked for first, because `vec!` aborts when it is refused.
        if Vec::<u8>::new().try_reserve_exact(host(wanted)).is_ok() {
            return Ok(with_room(layout, total, heap));
        }
        if heap == 0 {
            return Err(TooLarge::Host(wide(total)));
        }
        // Below a megabyte halving is not worth a try; multiples of pages stay such.
        heap = if heap < 1 << 20 { 0 } else { (heap >> 1) & PAGE.wrapping_neg() };
    }
}

/// Memory of `total` bytes, `heap` of them the heap's.
fn with_room(layout: Layout, total: usize, heap: u64) -> Memory {
    Memory {
        objects: ObjectTable::default(),
        steps: 0,
        bytes: vec![0; total],
        marks: vec![0; total],
        tags: vec![0; total >> 3],
        infos: vec![Info { origin: Origin::Range, born: Event::START, address_exposed: false, block: 0 }],
        removals: vec![super::Removal::NONE],
        serial: 0,
        layout,
        statics: Vec::new(),
        stack_objects: Vec::new(),
        heap: Heap::new(layout, heap),
        graves: super::graves::Graves::default(),
        ranges: super::ranges::Ranges::default(),
        fragments: std::collections::BTreeMap::new(),
        ever_fragmented: false,
        left_row: RefCell::default(),
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::super::layout::READ_ONLY_START;
    use super::*;
    use crate::sema::tree::NodeId;

    #[test]
    fn a_heap_that_grows_as_needed_is_the_same_heap() {
        let layout = Layout::new(READ_ONLY_START, 4096, 8 << 20).unwrap();
        let mut grown = with_room(layout, layout.heap_at, 0);
        let mut whole = reserve(layout).unwrap();
        let mut kept = Vec::new();
        for n in 0..3000_u64 {
            let size = n.wrapping_mul(2_654_435_761) & 0x1FFF;
            let found = grown.malloc(size, Event::START).unwrap();
            assert_eq!(found, whole.malloc(size, Event::START).unwrap());
            let Some(pointer) = found else { continue };
            assert!(grown.read(pointer, size).is_err() || size == 0);
            grown.write(pointer, &vec![7; host(size)], NodeId(1)).unwrap();
            kept.push((pointer, size));
            if n & 3 == 0 {
                let (pointer, _) = kept.swap_remove(kept.len() >> 1);
                grown.free(pointer, Event::START).unwrap();
                whole.free(pointer, Event::START).unwrap();
            }
        }
        assert!(kept.iter().all(|(p, size)| grown.read(*p, *size).is_ok_and(|b| b.iter().all(|b| *b == 7))));
        assert!(grown.heap_stats().failures > 0, "the limit was reached");
        assert_eq!(grown.heap_stats(), whole.heap_stats());
        assert!(wide(grown.raw(0, usize::MAX).len()) <= wide(layout.heap_at) + (8 << 20));
    }
}
