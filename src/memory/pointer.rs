//! Pointer values: an address and what it was derived from.

use std::num::NonZeroU64;

/// Provenance: which object (or range of one) a pointer was derived from. A
/// slot of the object table and the generation under which it was given out;
/// a slot is reused only under a new generation, so tags are never confused.
///
/// Never 0, so that a 0 in a slot of a frame or in the table of tags means "no
/// pointer was written here", and `Result<Pointer, _>` fits two registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(NonZeroU64);

impl Tag {
    /// Derived from no object: null (and what is formed from it), functions.
    /// Its slot holds an object without bytes, so every access through it fails
    /// the ordinary check.
    pub const NONE: Tag = Tag::reserved(0);

    /// An address at which there was nothing when it became a pointer
    /// (semantics.md §2.3): not derived from null either, however small it is.
    pub const WILD: Tag = Tag::reserved(1);

    /// Slots below this belong to no object of the program.
    pub(super) const FIRST_OBJECT: u32 = 2;

    const fn reserved(slot: u64) -> Tag {
        match NonZeroU64::new((1 << 32) | slot) {
            Some(raw) => Tag(raw),
            None => Tag(NonZeroU64::MIN),
        }
    }

    /// Was a pointer with this tag derived from an object, live or dead?
    #[inline]
    pub fn names_object(self) -> bool {
        self.slot() >= Tag::FIRST_OBJECT
    }

    /// A tag of this slot and generation; generations start at 1.
    #[inline]
    pub fn new(slot: u32, generation: u32) -> Tag {
        NonZeroU64::new((u64::from(generation) << 32) | u64::from(slot)).map_or(Tag::NONE, Tag)
    }

    /// The tag of these 64 bits; `None` for 0 (unwritten).
    #[inline]
    pub fn from_raw(raw: u64) -> Option<Tag> {
        NonZeroU64::new(raw).map(Tag)
    }

    /// As 64 bits, never 0.
    #[inline]
    pub fn raw(self) -> u64 {
        self.0.get()
    }

    /// The slot in the object table.
    #[inline]
    #[allow(clippy::as_conversions, reason = "the low half is meant")]
    pub fn slot(self) -> u32 {
        self.raw() as u32
    }

    /// The generation of the slot.
    #[inline]
    #[allow(clippy::as_conversions, reason = "the high half fits")]
    pub fn generation(self) -> u32 {
        (self.raw() >> 32) as u32
    }
}

/// A pointer value (semantics.md §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pointer {
    /// The address as the program sees it.
    pub addr: u64,
    /// What it was derived from.
    pub tag: Tag,
}

impl Pointer {
    /// The null pointer.
    pub const NULL: Pointer = Pointer { addr: 0, tag: Tag::NONE };

    /// This pointer moved by so many bytes; the provenance stays.
    #[inline]
    pub fn offset(self, bytes: i64) -> Pointer {
        Pointer { addr: self.addr.wrapping_add_signed(bytes), tag: self.tag }
    }

    /// Is the address 0?
    #[inline]
    pub fn is_null(self) -> bool {
        self.addr == 0
    }
}
