//! Copying and filling stretches of memory: bytes, marks and provenance.

use super::access::HOLDS;
use super::bytes::first_zero;
use super::removal::Reason;
use super::scalar::Scalar;
use super::space::Memory;
use super::{Object, Pointer, Tag, marks};
use crate::sema::tree::NodeId;

impl Memory {
    /// Copies `len` bytes with their marks and provenance, as memmove does: the
    /// stretches may overlap. Pointers that are overwritten are recorded as
    /// removed. Both places were checked; the destination's object must have
    /// been noted as one that may hold pointers ([`Memory::check_write`],
    /// [`super::ObjectTable::writable_for_copy`]).
    pub fn copy(&mut self, dst_at: usize, src_at: usize, len: usize, node: NodeId) {
        if dst_at == src_at || len == 0 {
            return;
        }
        let (Some(dst_end), Some(src_end)) = (dst_at.checked_add(len), src_at.checked_add(len)) else { return };
        if dst_end.max(src_end) > self.bytes.len() {
            return;
        }
        if !self.may_hold(src_at, len) {
            if self.may_hold(dst_at, len) {
                self.displace(dst_at, len, node, Reason::Overwritten);
            }
            self.bytes.copy_within(src_at..src_end, dst_at);
            self.marks.copy_within(src_at..src_end, dst_at);
        } else if (dst_at | src_at | len) & 7 == 0 && self.fragments.is_empty() {
            self.note_overwritten(dst_at, len, node);
            self.bytes.copy_within(src_at..src_end, dst_at);
            self.marks.copy_within(src_at..src_end, dst_at);
            self.tags.copy_within(src_at >> 3..src_end >> 3, dst_at >> 3);
        } else {
            self.copy_odd(dst_at, src_at, len, node);
        }
    }

    /// Copies a struct or union (6.5.16.1): as [`Memory::copy`].
    #[inline]
    pub fn copy_struct(&mut self, dst_at: usize, src_at: usize, size: usize, node: NodeId) {
        self.copy(dst_at, src_at, size, node);
    }

    /// Moves a scalar as it is, written or not (semantics.md §3).
    #[inline]
    pub fn move_scalar<T: Scalar>(&mut self, from_at: usize, to_at: usize, node: NodeId) {
        let (from, to) = (from_at..from_at.wrapping_add(T::SIZE), to_at..to_at.wrapping_add(T::SIZE));
        let (Some(source), Some(target)) = (self.marks.get(from.clone()), self.marks.get(to.clone())) else { return };
        let all = source.iter().chain(target).fold(0, |all, mark| all | mark);
        if all & marks::HOLDS_POINTER != 0 {
            self.copy(to_at, from_at, T::SIZE, node);
            return;
        }
        self.marks.copy_within(from.clone(), to_at);
        self.bytes.copy_within(from, to_at);
    }

    /// Sets `len` bytes, which then count as written; pointers there are removed.
    pub fn fill(&mut self, at: usize, byte: u8, len: usize, node: NodeId) {
        let end = at.saturating_add(len);
        if self.may_hold(at, len) {
            self.displace(at, len, node, Reason::Overwritten);
        }
        if let (Some(bytes), Some(found)) = (self.bytes.get_mut(at..end), self.marks.get_mut(at..end)) {
            bytes.fill(byte);
            found.fill(marks::BYTE);
        }
    }

    /// Puts bytes at a place that was checked; they then count as written.
    pub fn set_bytes(&mut self, at: usize, bytes: &[u8], node: NodeId) {
        let end = at.saturating_add(bytes.len());
        if self.may_hold(at, bytes.len()) {
            self.displace(at, bytes.len(), node, Reason::Overwritten);
        }
        if let (Some(place), Some(found)) = (self.bytes.get_mut(at..end), self.marks.get_mut(at..end)) {
            place.copy_from_slice(bytes);
            found.fill(marks::BYTE);
        }
    }

    /// Is some byte here part of a pointer?
    #[inline]
    pub(super) fn may_hold(&self, at: usize, len: usize) -> bool {
        let found = self.marks.get(at..at.saturating_add(len)).unwrap_or_default();
        // Whole chunks without an early way out, so that it is vector code;
        // then words, since most structs are small.
        let mut chunks = found.chunks_exact(64);
        if chunks.by_ref().any(|c| c.iter().fold(0, |all, m| all | m) & marks::HOLDS_POINTER != 0) {
            return true;
        }
        let (words, rest) = chunks.remainder().as_chunks::<8>();
        let all = words.iter().fold(0, |all, w| all | u64::from_le_bytes(*w));
        all & HOLDS != 0 || rest.iter().fold(0, |all, m| all | m) & marks::HOLDS_POINTER != 0
    }

    /// The whole pointers in an aligned stretch are about to be overwritten.
    fn note_overwritten(&mut self, at: usize, len: usize, node: NodeId) {
        for place in (at..at.saturating_add(len)).step_by(8) {
            if self.group(place) & HOLDS != 0
                && let Some(tag) = self.tags.get(place >> 3).copied().and_then(Tag::from_raw)
            {
                self.removed(tag, node, Reason::Overwritten);
            }
        }
    }

    /// The general copy: pointers in part, at odd places, or shifted to some.
    fn copy_odd(&mut self, dst_at: usize, src_at: usize, len: usize, node: NodeId) {
        let Some(found) = self.marks.get(src_at..src_at.saturating_add(len)) else { return };
        let found = found.to_vec();
        let fragments: Vec<Option<(Tag, u8)>> =
            (src_at..src_at.saturating_add(len)).map(|byte| self.fragment_at(byte)).collect();
        self.displace(dst_at, len, node, Reason::Overwritten);
        self.bytes.copy_within(src_at..src_at.saturating_add(len), dst_at);
        for ((byte, mark), fragment) in (dst_at..).zip(found).zip(fragments) {
            match (fragment, self.marks.get_mut(byte)) {
                (None, Some(entry)) => *entry = plain(mark),
                (Some(fragment), _) => self.put_fragment(byte, fragment),
                (None, None) => {}
            }
        }
    }

    /// Bytes from a pointer to the end of what it may use; `None` if it is not
    /// live or points outside.
    pub fn room(&self, pointer: Pointer) -> Option<u64> {
        let mut object = self.objects.live(pointer.tag)?;
        if object.flags & Object::SKEWED != 0 {
            object = self.objects.live(self.straight(pointer).tag)?;
        }
        u64::from(object.size).checked_sub(pointer.addr.wrapping_sub(object.base))
    }

    /// The first of `len` bytes that was never written; `None` if all were.
    pub fn written(&self, at: usize, len: usize) -> Option<usize> {
        let found = self.marks.get(at..at.saturating_add(len))?;
        const { assert!(marks::UNWRITTEN == 0) };
        first_zero(found)
    }
}

/// A mark that says nothing of pointers.
#[inline]
pub(super) fn plain(mark: u8) -> u8 {
    if mark & marks::HOLDS_POINTER != 0 { marks::BYTE } else { mark }
}
