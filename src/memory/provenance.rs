//! From addresses back to objects (semantics.md §2.3), and what a pointer is worth.

use super::convert::index;
use super::layout::Region;
use super::space::Memory;
use super::{Object, Pointer, Tag};

/// What a pointer value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Validity {
    /// The null pointer.
    Null,
    /// Its object lives (the pointer may be outside its bounds).
    Live,
    /// Its object is gone.
    Stale,
    /// Derived from nothing.
    Wild,
    /// The start of a function.
    Function(u32),
}

impl Memory {
    /// The provenance of an integer that becomes a pointer: the live object
    /// that contains the address, else one that ends exactly there, else the
    /// last dead one that had it and is on record, else [`Tag::WILD`]; null and
    /// functions have [`Tag::NONE`].
    pub fn lookup(&self, addr: u64) -> Tag {
        if addr == 0 {
            return Tag::NONE;
        }
        let live = match self.layout.region(addr) {
            Region::Text => return Tag::NONE,
            Region::Nowhere => return self.lookup_end(addr),
            Region::Static => self.static_around(addr),
            Region::Heap => self.block_around(addr).map(|b| b.tag).or_else(|| self.static_around(addr)),
            Region::Stack => self.automatic_around(addr),
        };
        live.unwrap_or_else(|| self.graves.last_at(addr).map_or(Tag::WILD, |grave| grave.tag))
    }

    /// An address outside all regions may still be the end of the topmost object of one.
    fn lookup_end(&self, addr: u64) -> Tag {
        let live = if addr == self.stack_high() { self.automatic_around(addr) } else { self.static_around(addr) };
        live.unwrap_or(Tag::WILD)
    }

    /// Static objects lie apart, so the last at or below the address is the only candidate.
    fn static_around(&self, addr: u64) -> Option<Tag> {
        let above = self.statics.partition_point(|(base, _)| *base <= addr);
        let (base, tag) = *self.statics.get(above.checked_sub(1)?)?;
        let object = self.objects.live(tag)?;
        (addr.checked_sub(base)? <= u64::from(object.size)).then_some(tag)
    }

    fn automatic_around(&self, addr: u64) -> Option<Tag> {
        let mut ends_there = None;
        for tag in self.stack_objects.iter().rev() {
            let Some(object) = self.objects.live(*tag) else { continue };
            match addr.checked_sub(object.base) {
                Some(offset) if offset < u64::from(object.size) => return Some(*tag),
                Some(offset) if offset == u64::from(object.size) => ends_there = ends_there.or(Some(*tag)),
                _ => {}
            }
        }
        ends_there
    }

    /// A pointer is cast to an integer: its object's address is known outside.
    pub fn expose(&mut self, tag: Tag) {
        let Some(owner) = self.owner(tag) else { return };
        if let Some(info) = self.infos.get_mut(index(owner.slot())) {
            info.address_exposed = true;
        }
    }

    /// Has the pointer outlived its object?
    #[inline]
    pub fn is_stale(&self, pointer: Pointer) -> bool {
        pointer.tag.names_object() && self.objects.live(pointer.tag).is_none()
    }

    /// What a pointer value is.
    pub fn validity(&self, pointer: Pointer) -> Validity {
        if pointer.is_null() {
            Validity::Null
        } else if pointer.tag.names_object() {
            if self.objects.live(pointer.tag).is_some() { Validity::Live } else { Validity::Stale }
        } else if let Some(function) = super::layout::function_at(pointer.addr) {
            Validity::Function(function)
        } else {
            Validity::Wild
        }
    }

    /// Is the pointer inside what it may use, or one past it (semantics.md
    /// §2.5)? True for what has no bounds: null, wild and stale pointers.
    #[inline]
    pub fn in_range(&self, pointer: Pointer) -> bool {
        self.objects.live(pointer.tag).is_none_or(|o: &Object| pointer.addr.wrapping_sub(o.base) <= u64::from(o.size))
    }
}
