//! Walks over memory that look for pointers: for leaks and for views.

use super::access::{HOLDS, WHOLE};
use super::convert::wide;
use super::space::Memory;
use super::{Pointer, Tag, marks};

impl Memory {
    /// The pointers that lie wholly within these bytes, in the order of their
    /// places, also those at odd ones: offset from `at`, and value.
    pub fn pointers_in(&self, at: usize, len: usize) -> impl Iterator<Item = (usize, Pointer)> + '_ {
        let end = at.saturating_add(len).min(self.marks.len());
        let groups = (at & !7..end).step_by(8).filter(|place| self.group(*place) & HOLDS != 0);
        groups.flat_map(move |place| {
            let places =
                if self.group(place) == WHOLE { place..place.wrapping_add(1) } else { place..place.wrapping_add(8) };
            places
                .filter(move |start| *start >= at && start.saturating_add(8) <= end)
                .filter_map(move |start| Some((start.wrapping_sub(at), self.pointer_starting_at(start)?)))
        })
    }

    /// The pointer, whole or in fragments, that begins at a byte.
    fn pointer_starting_at(&self, start: usize) -> Option<Pointer> {
        let tag = match *self.marks.get(start)? {
            marks::POINTER if start & 7 == 0 => Tag::from_raw(*self.tags.get(start >> 3)?)?,
            marks::FRAGMENT => self.complete(start)?,
            _ => return None,
        };
        let addr = u64::from_le_bytes(*self.bytes.get(start..)?.first_chunk::<8>()?);
        Some(Pointer { addr, tag })
    }

    /// The aligned words within these bytes that are written and no pointers:
    /// offset from `at`, and value. An integer may hide an address (semantics.md §6.3).
    pub fn words_in(&self, at: usize, len: usize) -> impl Iterator<Item = (usize, u64)> + '_ {
        let end = at.saturating_add(len).min(self.marks.len());
        let first = at.checked_next_multiple_of(8).unwrap_or(end);
        (first..end).step_by(8).filter_map(move |place| {
            let stop = place.checked_add(8).filter(|stop| *stop <= end)?;
            let found = self.marks.get(place..stop)?;
            if found.iter().any(|m| *m == marks::UNWRITTEN || m & marks::HOLDS_POINTER != 0) {
                return None;
            }
            let word = u64::from_le_bytes(*self.bytes.get(place..stop)?.first_chunk::<8>()?);
            Some((place.wrapping_sub(at), word))
        })
    }

    /// Could this address be one of a block of the heap? A quick sieve before [`Memory::block_at`].
    pub fn is_heap_address(&self, addr: u64) -> bool {
        addr.wrapping_sub(self.heap_low()) < wide(self.bytes.len())
    }
}
