//! Pointers that are not aligned for the type they point to (6.3.2.3p7).
//!
//! Such a pointer can only come from a conversion, so only conversions to a
//! type with more alignment are looked at. What they yield there has a range
//! without bytes: every access through it fails the ordinary check, and is
//! looked at with the range it came from. Aligned pointers pay nothing.

use super::space::Memory;
use super::{Object, Pointer};

impl Memory {
    /// The pointer as one that is not aligned. One without an object stays what it is.
    #[cold]
    pub fn skew(&mut self, pointer: Pointer) -> Pointer {
        let skewed = self.narrow(pointer, 0);
        if skewed.tag != pointer.tag
            && let Some(range) = self.objects.slot_mut(skewed.tag.slot())
        {
            range.flags |= Object::SKEWED;
        }
        skewed
    }

    /// The pointer with the range that it may really use.
    #[cold]
    pub fn straight(&self, pointer: Pointer) -> Pointer {
        let mut tag = pointer.tag;
        while self.objects.live(tag).is_some_and(|range| range.flags & Object::SKEWED != 0)
            && let Some(wider) = self.wider(tag)
        {
            tag = wider;
        }
        Pointer { addr: pointer.addr, tag }
    }

    /// The same, if the pointer is one that is not aligned.
    #[cold]
    pub fn straightened(&self, pointer: Pointer) -> Option<Pointer> {
        let straight = self.straight(pointer);
        (straight.tag != pointer.tag).then_some(straight)
    }
}
