//! Narrower ranges of objects (semantics.md §2.4): `s.name` decayed and stored
//! may use `name` only. A range is an object of its own in the table, shared by
//! all pointers with the same parent, offset and length; it ends with its owner.

use super::convert::{host, index, short};
use super::history::{Event, Info, Origin};
use super::space::Memory;
use super::{Object, ObjectTable, Pointer, Tag};

/// What ranges know of each other, by slot of the object table.
#[derive(Clone, Copy, Debug, Default)]
struct Link {
    /// Of a range: what it was narrowed from (raw tag).
    parent: u64,
    /// Of a range: the owner's next range. Of an owner: its first. 0: none.
    next: u32,
}

/// All ranges.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    links: Vec<Link>,
    /// Open addressing; raw tags of ranges, live or dead, 0 where free. Dead
    /// ones are passed over and dropped when the table is built anew, so the
    /// end of a range need not look for it here.
    index: Vec<u64>,
    /// Entries of `index` that are not 0.
    used: usize,
}

impl Ranges {
    fn link(&self, slot: u32) -> Link {
        self.links.get(index(slot)).copied().unwrap_or_default()
    }

    /// The slots of an owner's ranges.
    pub fn of(&self, owner: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(self.link(owner).next), |slot| Some(self.link(*slot).next)).take_while(|s| *s != 0)
    }

    /// What a range was narrowed from.
    pub fn parent(&self, slot: u32) -> Option<Tag> {
        Tag::from_raw(self.link(slot).parent)
    }

    /// The object in this slot is gone, an owner or a range: whoever has the slot
    /// next begins without links.
    fn unlink(&mut self, slot: u32) {
        if let Some(link) = self.links.get_mut(index(slot)) {
            *link = Link::default();
        }
    }

    /// Finds the range, or the place in `index` where it belongs.
    #[inline]
    fn find(&self, objects: &ObjectTable, parent: Tag, addr: u64, len: u32) -> Result<Tag, usize> {
        let mask = self.index.len().wrapping_sub(1);
        let mut place = host(hash(parent, addr, len)) & mask;
        let mut reusable = None;
        while let Some(Some(tag)) = self.index.get(place).map(|raw| Tag::from_raw(*raw)) {
            match objects.slot(tag.slot()) {
                Some(object) if object.generation == tag.generation() => {
                    if object.base == addr && object.size == len && self.link(tag.slot()).parent == parent.raw() {
                        return Ok(tag);
                    }
                }
                _ => reusable = reusable.or(Some(place)),
            }
            place = place.wrapping_add(1) & mask;
        }
        Err(reusable.unwrap_or(place))
    }

    /// Notes a new range.
    fn insert(&mut self, objects: &ObjectTable, tag: Tag, parent: Tag, owner: u32) {
        if self.links.len() < objects.len() {
            self.links.resize(objects.len(), Link::default());
        }
        let first = self.link(owner).next;
        if let Some(link) = self.links.get_mut(index(tag.slot())) {
            *link = Link { parent: parent.raw(), next: first };
        }
        if let Some(link) = self.links.get_mut(index(owner)) {
            link.next = tag.slot();
        }
        if self.used >= self.index.len() >> 1 {
            self.rebuild(objects);
        }
        self.place(objects, tag);
    }

    /// Puts a range that is in the tables into `index`.
    fn place(&mut self, objects: &ObjectTable, tag: Tag) {
        let (Some(object), Some(parent)) = (objects.slot(tag.slot()), self.parent(tag.slot())) else { return };
        if let Err(place) = self.find(objects, parent, object.base, object.size)
            && let Some(entry) = self.index.get_mut(place)
        {
            self.used = self.used.wrapping_add(usize::from(*entry == 0));
            *entry = tag.raw();
        }
    }

    /// Drops the dead, and makes the table at least four times as large as the living need.
    #[cold]
    fn rebuild(&mut self, objects: &ObjectTable) {
        let live: Vec<Tag> =
            self.index.iter().filter_map(|raw| Tag::from_raw(*raw)).filter(|t| objects.live(*t).is_some()).collect();
        let size = live.len().saturating_add(1).saturating_mul(4).next_power_of_two().max(256);
        self.index = vec![0; size];
        self.used = 0;
        for tag in live {
            self.place(objects, tag);
        }
    }
}

/// Mixes what identifies a range.
#[inline]
fn hash(parent: Tag, addr: u64, len: u32) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = parent.raw().wrapping_mul(ODD) ^ addr.wrapping_add(u64::from(len) << 40);
    mixed.wrapping_mul(ODD) >> 24
}

impl Memory {
    /// The pointer to the same address that may use `len` bytes from there.
    /// Where that is no narrower than what `parent` may use, or the pointer is
    /// null, stale or outside its object, it stays what it is.
    #[inline]
    pub fn narrow(&mut self, parent: Pointer, len: u64) -> Pointer {
        let Some(object) = self.objects.live(parent.tag) else { return parent };
        let offset = parent.addr.wrapping_sub(object.base);
        let Some(room) = u64::from(object.size).checked_sub(offset) else { return parent };
        let len = short(len.min(room));
        if len == object.size {
            return parent;
        }
        self.range(parent, offset, len)
    }

    /// The range of `len` bytes at a place of what a live pointer may use.
    #[inline]
    pub(super) fn range(&mut self, parent: Pointer, offset: u64, len: u32) -> Pointer {
        match self.ranges.find(&self.objects, parent.tag, parent.addr, len) {
            Ok(tag) => Pointer { addr: parent.addr, tag },
            Err(_) => self.new_range(parent, offset, len),
        }
    }

    fn new_range(&mut self, parent: Pointer, offset: u64, len: u32) -> Pointer {
        let Some(from) = self.objects.live(parent.tag).copied() else { return parent };
        let object = Object {
            base: parent.addr,
            host: from.host.wrapping_add(short(offset)),
            size: len,
            writable: if from.writable == 0 { 0 } else { len },
            generation: 0,
            owner: from.owner,
            flags: from.flags & Object::HEAP,
        };
        let info = Info { origin: Origin::Range, born: Event::START, address_exposed: false, block: 0 };
        let tag = self.enroll(object, Some(from.owner), info);
        self.ranges.insert(&self.objects, tag, parent.tag, from.owner);
        if let Some(owner) = self.objects.slot_mut(from.owner) {
            owner.flags |= Object::HAS_RANGES;
        }
        Pointer { addr: parent.addr, tag }
    }

    /// The pointer as one whose accesses are looked at, and unlike any other: its
    /// range is shared with no one.
    #[cold]
    pub fn set_apart(&mut self, pointer: Pointer) -> Pointer {
        let Some(object) = self.objects.live(pointer.tag) else { return pointer };
        let offset = pointer.addr.wrapping_sub(object.base);
        if offset > u64::from(object.size) {
            return pointer;
        }
        let apart = self.new_range(pointer, offset, 0);
        if let Some(range) = self.objects.slot_mut(apart.tag.slot()) {
            range.flags |= Object::SKEWED;
        }
        apart
    }

    /// The range, or object, that a live range was narrowed from.
    pub fn wider(&self, tag: Tag) -> Option<Tag> {
        let object = self.objects.live(tag)?;
        if object.owner == tag.slot() {
            return None;
        }
        self.ranges.parent(tag.slot()).filter(|parent| self.objects.live(*parent).is_some())
    }

    /// A pointer that is held to the first member of a struct and becomes one to
    /// the struct (6.7.2.1p15): it may use what the member lies in, if that is
    /// as large.
    pub fn around_first_member(&self, pointer: Pointer, member: u64, whole: u64) -> Pointer {
        let held = |tag| self.objects.live(tag).map(|range| (range.base, u64::from(range.size)));
        let mut tag = pointer.tag;
        if held(tag) != Some((pointer.addr, member)) {
            return pointer;
        }
        while let Some(wider) = self.wider(tag) {
            tag = wider;
            let Some((base, size)) = held(tag) else { break };
            if size.checked_sub(pointer.addr.wrapping_sub(base)).is_some_and(|room| room >= whole) {
                return Pointer { addr: pointer.addr, tag };
            }
        }
        pointer
    }

    /// The object that a live tag belongs to: its owner if it is a range, else itself.
    pub fn owner(&self, tag: Tag) -> Option<Tag> {
        let object = self.objects.live(tag)?;
        if object.owner == tag.slot() {
            return Some(tag);
        }
        let owner = self.objects.slot(object.owner)?;
        Some(Tag::new(object.owner, owner.generation))
    }

    /// The owner, which was at `base`, is dead, and its ranges die with it.
    /// Returns their flags together.
    #[cold]
    pub(super) fn end_ranges(&mut self, owner: Tag, base: u64) -> u32 {
        let mut flags = 0;
        let mut next = self.ranges.link(owner.slot()).next;
        while next != 0 {
            let slot = next;
            next = self.ranges.link(slot).next;
            self.ranges.unlink(slot);
            let tag = Tag::new(slot, self.objects.slot(slot).map_or(0, |o| o.generation));
            if let Some(range) = self.objects.remove(tag) {
                flags |= range.flags;
                self.graves.bury_range(tag, owner, range.base.wrapping_sub(base), range.size);
            }
        }
        self.ranges.unlink(owner.slot());
        flags
    }
}
