//! Rows of matrices of characters (semantics.md §2.4). Whoever leaves a row
//! within the matrix is told so and goes on: the range knows the next wider one.
//! Only a row that is handed straight to a library function is held to.

use super::convert::short;
use super::space::Memory;
use super::{Access, Object, Pointer, Trap};

impl Memory {
    /// As [`Memory::narrow`] to a row of a matrix of characters.
    pub fn narrow_to_row(&mut self, parent: Pointer, len: u64) -> Pointer {
        let row = self.narrow(parent, len);
        if row.tag != parent.tag
            && let Some(range) = self.objects.slot_mut(row.tag.slot())
        {
            range.flags |= Object::ROW;
        }
        row
    }

    /// The same for a row that the library is to keep to: a range within the
    /// row's own, so that a pointer that comes back is that to a row still.
    pub fn hold_to_row(&mut self, parent: Pointer, len: u64) -> Pointer {
        let row = self.narrow_to_row(parent, len);
        if row.tag == parent.tag {
            return row;
        }
        // Behind the last row there is nothing left to hold to.
        let room = self.objects.live(row.tag).map_or(0, |range| u64::from(range.size));
        let held = self.range(row, 0, short(len.min(room)));
        if let Some(range) = self.objects.slot_mut(held.tag.slot()) {
            range.flags |= Object::ROW | Object::HELD;
        }
        held
    }

    /// Where an access lies that leaves the row its pointer is held to, but
    /// nothing wider than that.
    #[cold]
    pub fn beyond_row(&mut self, pointer: Pointer, size: u64, access: Access) -> Option<usize> {
        let wide = self.around_row(pointer, size, access)?;
        match access {
            Access::Read => self.objects.readable(wide, size),
            Access::Write => self.objects.writable_for_copy(wide, size),
            Access::Free | Access::Realloc | Access::Call => None,
        }
    }

    /// The pointer with the narrowest range around its row that the access keeps to.
    fn around_row(&self, pointer: Pointer, size: u64, access: Access) -> Option<Pointer> {
        let mut tag = pointer.tag;
        while self.objects.live(tag)?.flags & Object::ROW != 0 {
            tag = self.wider(tag)?;
            let object = self.objects.live(tag)?;
            let limit = if access == Access::Write { object.writable } else { object.size };
            let end = pointer.addr.wrapping_sub(object.base).checked_add(size)?;
            if end <= u64::from(limit) {
                return Some(Pointer { addr: pointer.addr, tag });
            }
        }
        None
    }

    /// The same for the library, which goes on by itself: what is to be told is
    /// kept until its call is over ([`Memory::left_row`]). A row that was handed
    /// straight to it is held to.
    #[cold]
    pub fn past_row(&self, pointer: Pointer, size: u64, access: Access) -> Option<Pointer> {
        if self.objects.live(pointer.tag)?.flags & Object::HELD != 0 {
            return None;
        }
        let wide = self.around_row(pointer, size, access)?;
        let mut left = self.left_row.borrow_mut();
        if left.is_none() {
            *left = Some(self.explain(pointer, size, access));
        }
        Some(wide)
    }

    /// How the library function that ran last left a row, if it did.
    #[inline]
    pub fn left_row(&mut self) -> &mut Option<Trap> {
        self.left_row.get_mut()
    }
}
