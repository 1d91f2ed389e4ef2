//! Effective types (6.5p6; semantics.md §5): the mark of a byte is the class of
//! the last store, and a scalar of another class does not read it.

use super::marks;
use super::scalar::Scalar;
use super::space::Memory;
use super::{Object, Pointer};

impl Memory {
    /// As [`Memory::load`], for an lvalue of the program: `None` too if a byte
    /// was stored as a scalar of another class.
    #[inline(always)]
    pub fn load_as<T: Scalar>(&self, at: usize) -> Option<T::Value> {
        let end = at.wrapping_add(T::SIZE);
        let value = T::decode(self.bytes.get(at..end)?)?;
        let found = self.marks.get(at..end)?;
        if T::marked(found) || found.iter().all(|mark| fits::<T>(*mark)) { Some(value) } else { None }
    }

    /// The class under which the first byte was stored that does not fit a
    /// scalar with this mark.
    pub fn other_class(&self, at: usize, size: usize, mark: u8) -> Option<u8> {
        self.marks_of(at, size).iter().copied().find(|m| *m != mark && *m != marks::BYTE && *m != marks::FRAGMENT)
    }

    /// Bytes were copied by the library: a declared object keeps its own type
    /// (6.5p6), whatever was copied into it; allocated storage takes the source's.
    pub fn keep_declared_type(&mut self, to: Pointer, at: usize, len: usize) {
        if self.objects.live(to.tag).is_none_or(|object| object.flags & Object::HEAP != 0) {
            return;
        }
        self.forget_class(at, len);
    }

    /// Written bytes that are no part of a pointer may be read as anything from here on.
    pub(super) fn forget_class(&mut self, at: usize, len: usize) {
        let end = at.saturating_add(len);
        for mark in self.marks.get_mut(at..end).unwrap_or_default() {
            if *mark != marks::UNWRITTEN && *mark & marks::HOLDS_POINTER == 0 {
                *mark = marks::BYTE;
            }
        }
    }
}

/// May a byte with this mark be read as part of a `T`? Characters read all
/// that is written; storage without a type is read as anything.
#[inline(always)]
fn fits<T: Scalar>(mark: u8) -> bool {
    if T::MARK == marks::BYTE {
        mark != marks::UNWRITTEN
    } else {
        mark == T::MARK || mark == marks::BYTE || mark == marks::FRAGMENT
    }
}
