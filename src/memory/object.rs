//! The table of objects: the hot half of what is known of each.

use super::{Pointer, Tag};

/// What the check of an access needs: 32 bytes. A dead object has size 0, a
/// read-only one writable size 0, so both fail the one comparison there is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Object {
    /// Address of the first byte.
    pub base: u64,
    /// Index of the first byte in the host vector.
    pub host: u32,
    /// Bytes that may be read.
    pub size: u32,
    /// Bytes that may be written.
    pub writable: u32,
    /// The generation of the slot's present owner.
    pub generation: u32,
    /// The slot of the object this is a range of; its own slot if it is no range.
    pub owner: u32,
    /// See the constants.
    pub flags: u32,
}

impl Object {
    /// A pointer may have been stored in it: its end must look for them.
    pub const HOLDS_POINTERS: u32 = 1;
    /// Ranges of it are on record and end with it.
    pub const HAS_RANGES: u32 = 2;
    /// It is a block of the heap.
    pub const HEAP: u32 = 4;
    /// A range that is a row of characters: leaving it within what it was
    /// narrowed from is told, and done (semantics.md §2.4).
    pub const ROW: u32 = 8;
    /// A range without bytes for pointers that are not aligned.
    pub const SKEWED: u32 = 16;
    /// A row that was handed straight to the library, which is held to it.
    pub const HELD: u32 = 32;
}

/// All objects that a pointer can name. The first slots are those of
/// [`Tag::NONE`] and [`Tag::WILD`], without bytes and never given out.
#[derive(Debug)]
pub struct ObjectTable {
    slots: Vec<Object>,
    free: Vec<u32>,
}

impl Default for ObjectTable {
    fn default() -> ObjectTable {
        ObjectTable { slots: vec![Object { generation: 1, ..Object::default() }; 2], free: Vec::new() }
    }
}

impl ObjectTable {
    /// Where in the host vector `size` bytes at the pointer lie, if they may be read.
    #[inline(always)]
    pub fn readable(&self, pointer: Pointer, size: u64) -> Option<usize> {
        let object = self.slots.get(index(pointer.tag.slot()))?;
        let offset = pointer.addr.wrapping_sub(object.base);
        // An address just below the object gives an offset near 2^64.
        let (end, wrapped) = offset.overflowing_add(size);
        if !wrapped && end <= u64::from(object.size) && object.generation == pointer.tag.generation() {
            Some(index(object.host).wrapping_add(offset_index(offset)))
        } else {
            None
        }
    }

    /// Where in the host vector `size` bytes at the pointer lie, if they may be written.
    #[inline(always)]
    pub fn writable(&self, pointer: Pointer, size: u64) -> Option<usize> {
        let object = self.slots.get(index(pointer.tag.slot()))?;
        let offset = pointer.addr.wrapping_sub(object.base);
        let (end, wrapped) = offset.overflowing_add(size);
        if !wrapped && end <= u64::from(object.writable) && object.generation == pointer.tag.generation() {
            Some(index(object.host).wrapping_add(offset_index(offset)))
        } else {
            None
        }
    }

    /// As [`ObjectTable::writable`] for a pointer to be stored there: notes that the object holds one.
    #[inline(always)]
    pub fn writable_for_pointer(&mut self, pointer: Pointer) -> Option<usize> {
        self.writable_for_copy(pointer, 8)
    }

    /// As [`ObjectTable::writable`] for bytes that may be or contain pointers
    /// (a struct, a copy): notes that the object may hold some.
    #[inline(always)]
    pub fn writable_for_copy(&mut self, pointer: Pointer, size: u64) -> Option<usize> {
        let object = self.slots.get_mut(index(pointer.tag.slot()))?;
        let offset = pointer.addr.wrapping_sub(object.base);
        let (end, wrapped) = offset.overflowing_add(size);
        if !wrapped && end <= u64::from(object.writable) && object.generation == pointer.tag.generation() {
            object.flags |= Object::HOLDS_POINTERS;
            Some(index(object.host).wrapping_add(offset_index(offset)))
        } else {
            None
        }
    }

    /// The live object of a tag. A range is an object of its own here; follow `owner`.
    #[inline]
    pub fn live(&self, tag: Tag) -> Option<&Object> {
        let object = self.slots.get(index(tag.slot()))?;
        (object.generation == tag.generation() && tag.names_object() && !self.is_free(object)).then_some(object)
    }

    /// What is in a slot, live or not.
    #[inline]
    pub fn slot(&self, slot: u32) -> Option<&Object> {
        self.slots.get(index(slot))
    }

    /// What is in a slot, to change it.
    #[inline]
    pub fn slot_mut(&mut self, slot: u32) -> Option<&mut Object> {
        self.slots.get_mut(index(slot))
    }

    /// Number of slots ever used.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Has no slot at all (never: the reserved ones are there).
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Puts an object into a free slot under a new generation; `owner` is set
    /// to the slot itself unless the object is a range of another.
    #[inline]
    pub fn insert(&mut self, mut object: Object, range_of: Option<u32>) -> Tag {
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None => {
                self.slots.push(Object::default());
                u32::try_from(self.slots.len().wrapping_sub(1)).unwrap_or(0)
            }
        };
        let Some(entry) = self.slots.get_mut(index(slot)) else { return Tag::NONE };
        object.generation = entry.generation.wrapping_add(1).max(1);
        object.owner = range_of.unwrap_or(slot);
        *entry = object;
        Tag::new(slot, object.generation)
    }

    /// Ends an object: its tag stays dead for ever, its slot is free for another.
    #[inline]
    pub fn remove(&mut self, tag: Tag) -> Option<Object> {
        let entry = self.slots.get_mut(index(tag.slot()))?;
        if entry.generation != tag.generation() || !tag.names_object() {
            return None;
        }
        let ended = *entry;
        // The next owner gets this generation plus one; until then no tag has it.
        *entry = Object { generation: ended.generation.wrapping_add(1), flags: FREE, ..Object::default() };
        // A slot whose generations are used up is never given out again.
        if ended.generation < u32::MAX - 2 {
            self.free.push(tag.slot());
        }
        Some(ended)
    }

    fn is_free(&self, object: &Object) -> bool {
        object.flags & FREE != 0
    }
}

/// Marks a slot that no object has.
const FREE: u32 = 1 << 31;

#[inline(always)]
#[allow(clippy::as_conversions, reason = "u32 fits usize on every target cglass builds for")]
fn index(n: u32) -> usize {
    n as usize
}

#[inline(always)]
#[allow(clippy::as_conversions, reason = "checked against a 32-bit size just before")]
fn offset_index(n: u64) -> usize {
    n as usize
}
