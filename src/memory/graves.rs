//! Dead objects on record: a ring of the last 100,000. Older history comes by
//! replay (semantics.md §7).

use super::convert::short;
use super::history::{ChainId, Event, Info};
use super::removal::Reason;
use super::{Object, Tag};
use crate::sema::tree::NodeId;

/// So many dead objects are remembered, and so many dead ranges.
pub const GRAVES: usize = 100_000;

/// How an object ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Freed.
    Freed,
    /// A successful realloc ended it, in place or not.
    Reallocated,
    /// Its block or call was left.
    Left(Reason),
}

/// The record of a dead object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grave {
    pub tag: Tag,
    pub base: u64,
    pub size: u32,
    node: NodeId,
    step: u64,
    chain: ChainId,
    pub ending: Ending,
    pub info: Info,
}

impl Grave {
    /// When it died.
    pub fn died(&self) -> Event {
        Event { step: self.step, node: self.node, chain: self.chain }
    }

    /// Did it have this address? An object of size 0 had its first.
    fn had(&self, addr: u64) -> bool {
        addr.wrapping_sub(self.base) < u64::from(self.size.max(1))
    }
}

/// The record of a dead range.
#[derive(Clone, Copy, Debug)]
pub(super) struct DeadRange {
    pub tag: Tag,
    /// The object it was a range of.
    pub owner: Tag,
    pub offset: u32,
    pub len: u32,
}

/// A ring that keeps the last [`GRAVES`] of what was put in.
#[derive(Debug)]
struct Ring<T> {
    entries: Vec<T>,
    next: usize,
}

impl<T> Default for Ring<T> {
    fn default() -> Ring<T> {
        Ring { entries: Vec::new(), next: 0 }
    }
}

impl<T> Ring<T> {
    #[inline]
    fn push(&mut self, entry: T) {
        match self.entries.get_mut(self.next) {
            Some(oldest) => *oldest = entry,
            None => self.entries.push(entry),
        }
        self.next = if self.next < GRAVES.wrapping_sub(1) { self.next.wrapping_add(1) } else { 0 };
    }

    /// From the latest to the oldest.
    fn latest_first(&self) -> impl Iterator<Item = &T> {
        let (newer, older) = self.entries.split_at_checked(self.next).unwrap_or((&self.entries, &[]));
        newer.iter().rev().chain(older.iter().rev())
    }
}

/// All that is on record.
#[derive(Debug, Default)]
pub(super) struct Graves {
    objects: Ring<Grave>,
    ranges: Ring<DeadRange>,
}

impl Graves {
    /// An object has died.
    #[inline]
    pub fn bury(&mut self, tag: Tag, object: &Object, info: &Info, died: Event, ending: Ending) {
        let grave = Grave {
            tag,
            base: object.base,
            size: object.size,
            node: died.node,
            step: died.step,
            chain: died.chain,
            ending,
            info: *info,
        };
        self.objects.push(grave);
    }

    /// A range has ended with its object.
    pub fn bury_range(&mut self, tag: Tag, owner: Tag, offset: u64, len: u32) {
        self.ranges.push(DeadRange { tag, owner, offset: short(offset), len });
    }

    /// The record of a dead object.
    pub fn of(&self, tag: Tag) -> Option<&Grave> {
        self.objects.latest_first().find(|g| g.tag == tag)
    }

    /// The record of a dead range.
    pub fn range(&self, tag: Tag) -> Option<&DeadRange> {
        self.ranges.latest_first().find(|r| r.tag == tag)
    }

    /// The object that died last of those that had the address.
    pub fn last_at(&self, addr: u64) -> Option<&Grave> {
        self.objects.latest_first().find(|g| g.had(addr))
    }
}

const _: () = assert!(size_of::<Grave>() <= 96, "graves are written at every end of an object");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_keeps_the_latest() {
        let mut ring = Ring::default();
        assert_eq!(ring.latest_first().next(), None);
        for n in 0..GRAVES + 5 {
            ring.push(n);
        }
        assert_eq!(ring.latest_first().count(), GRAVES);
        assert_eq!(ring.latest_first().next(), Some(&(GRAVES + 4)));
        assert_eq!(ring.latest_first().last(), Some(&5));
    }
}
