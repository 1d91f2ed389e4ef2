//! Pointers that are not whole and aligned (semantics.md §2.2): overwritten in
//! part, stored at odd places, moved byte by byte.
//!
//! Each byte of such a pointer is marked [`marks::FRAGMENT`] and stands in a
//! side map with its tag and its number. Eight fragments 0 to 7 of one tag side
//! by side are that pointer; at an aligned place they become a whole one again.

use super::access::{HOLDS, WHOLE};
use super::removal::Reason;
use super::space::Memory;
use super::{Pointer, Tag, marks};
use crate::sema::tree::NodeId;

impl Memory {
    /// The pointers that lie wholly or partly in these bytes disappear: each
    /// is recorded once as removed, and their bytes here become unwritten. What
    /// sticks out at the edges stays as fragments.
    pub(super) fn displace(&mut self, at: usize, size: usize, node: NodeId, reason: Reason) {
        let end = at.saturating_add(size);
        let mut place = at & !7;
        while place < end {
            let group = self.group(place);
            if group & HOLDS != 0 {
                if group == WHOLE && at <= place && place.wrapping_add(8) <= end {
                    self.take_whole(place, node, reason);
                } else {
                    if group == WHOLE {
                        self.break_whole(place);
                    }
                    for byte in place.max(at)..place.wrapping_add(8).min(end) {
                        self.drop_fragment(byte, node, reason);
                    }
                }
            }
            place = place.wrapping_add(8);
        }
    }

    /// The marks of an aligned group of eight.
    #[inline]
    pub(super) fn group(&self, place: usize) -> u64 {
        self.marks
            .get(place..place.wrapping_add(8))
            .and_then(|m| m.first_chunk::<8>())
            .map_or(0, |m| u64::from_le_bytes(*m))
    }

    fn take_whole(&mut self, place: usize, node: NodeId, reason: Reason) {
        if let Some(tag) = self.tags.get(place >> 3).copied().and_then(Tag::from_raw) {
            self.removed(tag, node, reason);
        }
        if let Some(found) = self.marks.get_mut(place..place.wrapping_add(8)) {
            found.fill(marks::UNWRITTEN);
        }
    }

    /// A whole pointer becomes eight fragments.
    fn break_whole(&mut self, place: usize) {
        let tag = self.tags.get(place >> 3).copied().and_then(Tag::from_raw).unwrap_or(Tag::NONE);
        for (byte, number) in (place..place.wrapping_add(8)).zip(0..) {
            self.fragments.insert(byte, (tag, number));
            self.set_mark(byte, marks::FRAGMENT);
        }
        self.ever_fragmented = true;
    }

    /// A fragment disappears; if it was part of a complete pointer, that one does.
    fn drop_fragment(&mut self, byte: usize, node: NodeId, reason: Reason) {
        if self.mark_at(byte) != marks::FRAGMENT {
            return;
        }
        if let Some((tag, number)) = self.fragments.get(&byte).copied()
            && self.complete(byte.wrapping_sub(usize::from(number))) == Some(tag)
        {
            self.removed(tag, node, reason);
        }
        self.fragments.remove(&byte);
        self.set_mark(byte, marks::UNWRITTEN);
    }

    /// Fragments in these bytes are forgotten; the marks were changed before.
    #[cold]
    pub(super) fn drop_fragments(&mut self, at: usize, len: usize) {
        let gone: Vec<usize> = self.fragments.range(at..at.saturating_add(len)).map(|(byte, _)| *byte).collect();
        for byte in gone {
            self.fragments.remove(&byte);
        }
    }

    #[inline]
    fn mark_at(&self, byte: usize) -> u8 {
        self.marks.get(byte).copied().unwrap_or(marks::UNWRITTEN)
    }

    fn set_mark(&mut self, byte: usize, mark: u8) {
        if let Some(entry) = self.marks.get_mut(byte) {
            *entry = mark;
        }
    }

    /// The tag of the pointer whose eight fragments begin at `start`.
    pub(super) fn complete(&self, start: usize) -> Option<Tag> {
        let (tag, _) = *self.fragments.get(&start)?;
        let mut found = self.fragments.range(start..start.checked_add(8)?).zip(0_u8..);
        let all = found.by_ref().take(8).filter(|((byte, fragment), number)| {
            start.wrapping_add(usize::from(*number)) == **byte
                && **fragment == (tag, *number)
                && self.mark_at(**byte) == marks::FRAGMENT
        });
        (all.count() == 8).then_some(tag)
    }

    /// What a byte knows of the pointer it belongs to: its tag and number.
    pub(super) fn fragment_at(&self, byte: usize) -> Option<(Tag, u8)> {
        match self.mark_at(byte) {
            marks::POINTER => {
                let tag = self.tags.get(byte >> 3).copied().and_then(Tag::from_raw)?;
                Some((tag, u8::try_from(byte & 7).unwrap_or(0)))
            }
            marks::FRAGMENT => self.fragments.get(&byte).copied(),
            _ => None,
        }
    }

    /// Puts a fragment where nothing of a pointer is; if it is the last that
    /// was missing at an aligned place, the pointer is whole again.
    pub(super) fn put_fragment(&mut self, byte: usize, (tag, number): (Tag, u8)) {
        self.fragments.insert(byte, (tag, number));
        self.set_mark(byte, marks::FRAGMENT);
        self.ever_fragmented = true;
        let start = byte.wrapping_sub(usize::from(number));
        if start & 7 == 0 && self.complete(start).is_some() {
            for byte in start..start.wrapping_add(8) {
                self.fragments.remove(&byte);
                self.set_mark(byte, marks::POINTER);
            }
            if let Some(entry) = self.tags.get_mut(start >> 3) {
                *entry = tag.raw();
            }
        }
    }

    /// Moves a character as it is (semantics.md §3): its mark goes with it, and
    /// what it knows of a pointer it was part of. Both places were checked.
    #[inline]
    pub fn move_byte(&mut self, from_at: usize, to_at: usize, node: NodeId) {
        let (Some(byte), Some(mark)) = (self.bytes.get(from_at).copied(), self.marks.get(from_at).copied()) else {
            return;
        };
        let Some(entry) = self.marks.get_mut(to_at) else { return };
        if (mark | *entry) & marks::HOLDS_POINTER == 0 {
            *entry = mark;
        } else {
            self.move_fragment(from_at, to_at, mark, node);
        }
        if let Some(entry) = self.bytes.get_mut(to_at) {
            *entry = byte;
        }
    }

    #[cold]
    fn move_fragment(&mut self, from_at: usize, to_at: usize, mark: u8, node: NodeId) {
        let fragment = self.fragment_at(from_at);
        if from_at == to_at {
            return;
        }
        self.displace(to_at, 1, node, Reason::Overwritten);
        match fragment {
            Some(fragment) => self.put_fragment(to_at, fragment),
            None => self.set_mark(to_at, super::copy::plain(mark)),
        }
    }

    /// The pointer whose bytes stand at `at` without being a whole, aligned one:
    /// complete fragments, else what its address leads to (semantics.md §2.3).
    #[cold]
    pub(super) fn load_odd_pointer(&self, at: usize) -> Option<Pointer> {
        let end = at.wrapping_add(8);
        let addr = u64::from_le_bytes(*self.bytes.get(at..end)?.first_chunk::<8>()?);
        let found = self.marks.get(at..end)?;
        if found.contains(&marks::UNWRITTEN) {
            return None;
        }
        if addr == 0 {
            return Some(Pointer::NULL);
        }
        let complete = if found.first() == Some(&marks::FRAGMENT) { self.complete(at) } else { None };
        Some(Pointer { addr, tag: complete.unwrap_or_else(|| self.lookup(addr)) })
    }

    /// Stores a pointer at an odd place, or over parts of others.
    #[cold]
    pub(super) fn store_odd_pointer(&mut self, at: usize, pointer: Pointer, node: NodeId) {
        let end = at.wrapping_add(8);
        self.displace(at, 8, node, Reason::Overwritten);
        let Some(bytes) = self.bytes.get_mut(at..end) else { return };
        bytes.copy_from_slice(&pointer.addr.to_le_bytes());
        for (byte, number) in (at..end).zip(0..) {
            self.put_fragment(byte, (pointer.tag, number));
        }
    }
}
