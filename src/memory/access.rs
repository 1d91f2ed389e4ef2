//! Loads and stores at a place in the host vector that was checked before: the
//! hot path. Everything unusual leaves through a `#[cold]` function.

use super::marks;
use super::removal::{Reason, Removal};
use super::scalar::Scalar;
use super::space::Memory;
use super::{Pointer, Tag};
use crate::sema::tree::NodeId;

impl Memory {
    /// The scalar at `at`; `None` if one of its bytes was never written.
    #[inline(always)]
    pub fn load<T: Scalar>(&self, at: usize) -> Option<T::Value> {
        let end = at.wrapping_add(T::SIZE);
        let value = T::decode(self.bytes.get(at..end)?)?;
        let found = self.marks.get(at..end)?;
        if T::marked(found) || all_written(found) { Some(value) } else { None }
    }

    /// Stores a scalar. `node` is what is recorded if this overwrites a pointer.
    #[inline(always)]
    pub fn store<T: Scalar>(&mut self, at: usize, value: T::Value, node: NodeId) {
        let end = at.wrapping_add(T::SIZE);
        let Some(found) = self.marks.get_mut(at..end) else { return };
        if !T::mark(found) {
            self.displace(at, T::SIZE, node, Reason::Overwritten);
            self.marks.get_mut(at..end).map(T::mark);
        }
        if let Some(bytes) = self.bytes.get_mut(at..end) {
            T::encode(value, bytes);
        }
    }

    /// As [`Memory::store`] where no pointer is overwritten; `None`, and nothing done, elsewhere.
    #[inline(always)]
    pub fn store_plain<T: Scalar>(&mut self, at: usize, value: T::Value) -> Option<()> {
        let end = at.wrapping_add(T::SIZE);
        if !T::mark(self.marks.get_mut(at..end)?) {
            return None;
        }
        T::encode(value, self.bytes.get_mut(at..end)?)
    }

    /// The pointer at `at`; `None` if one of its bytes was never written.
    #[inline(always)]
    pub fn load_pointer(&self, at: usize) -> Option<Pointer> {
        match self.whole_pointer(at) {
            Some(pointer) => Some(pointer),
            None => self.load_odd_pointer(at),
        }
    }

    /// The pointer at `at` if it was stored there as one, at an aligned place.
    #[inline(always)]
    pub fn whole_pointer(&self, at: usize) -> Option<Pointer> {
        let end = at.wrapping_add(8);
        let found = *self.marks.get(at..end)?.first_chunk::<8>()?;
        if found != [marks::POINTER; 8] || at & 7 != 0 {
            return None;
        }
        let tag = Tag::from_raw(*self.tags.get(at >> 3)?)?;
        let addr = u64::from_le_bytes(*self.bytes.get(at..end)?.first_chunk::<8>()?);
        Some(Pointer { addr, tag })
    }

    /// Stores a pointer. The object it is stored in must have been noted as one
    /// that holds pointers ([`super::ObjectTable::writable_for_pointer`]).
    #[inline(always)]
    pub fn store_pointer(&mut self, at: usize, pointer: Pointer, node: NodeId) {
        if self.store_whole_pointer(at, pointer, node).is_none() {
            self.store_odd_pointer(at, pointer, node);
        }
    }

    /// As [`Memory::store_pointer`] at an aligned place where nothing or a whole
    /// pointer was; `None`, and nothing done, elsewhere.
    #[inline(always)]
    pub fn store_whole_pointer(&mut self, at: usize, pointer: Pointer, node: NodeId) -> Option<()> {
        let end = at.wrapping_add(8);
        let found = self.marks.get_mut(at..end)?.first_chunk_mut::<8>()?;
        let before = u64::from_le_bytes(*found);
        if at & 7 != 0 || (before & HOLDS != 0 && before != WHOLE) {
            return None;
        }
        let tag = self.tags.get_mut(at >> 3)?;
        let bytes = self.bytes.get_mut(at..end)?.first_chunk_mut::<8>()?;
        *found = [marks::POINTER; 8];
        *bytes = pointer.addr.to_le_bytes();
        let old = std::mem::replace(tag, pointer.tag.raw());
        if before == WHOLE
            && let Some(old) = Tag::from_raw(old)
        {
            self.removed(old, node, Reason::Overwritten);
        }
        Some(())
    }

    /// A pointer with this tag has disappeared: its object remembers it.
    #[inline(always)]
    pub fn removed(&mut self, tag: Tag, node: NodeId, reason: Reason) {
        let Some(object) = self.objects.slot(tag.slot()) else { return };
        if object.generation != tag.generation() {
            return;
        }
        let owner = usize::try_from(object.owner).unwrap_or(usize::MAX);
        if let Some(entry) = self.removals.get_mut(owner) {
            self.serial = self.serial.wrapping_add(1);
            *entry = Removal { serial: self.serial, step: self.steps, node, reason };
        }
    }
}

/// The marks of a whole pointer, and the bit that all of them have.
pub(super) const WHOLE: u64 = u64::from_le_bytes([marks::POINTER; 8]);
pub(super) const HOLDS: u64 = u64::from_le_bytes([marks::HOLDS_POINTER; 8]);

/// No mark is 0.
#[inline]
fn all_written(found: &[u8]) -> bool {
    found.iter().all(|m| *m != marks::UNWRITTEN)
}
