//! Objects of the stack: their identities, made when an address is taken, and
//! the unwritten state that each lifetime begins with (semantics.md §4).

use super::convert::{index, short, wide};
use super::graves::Ending;
use super::history::{ChainId, Event, Info, Origin};
use super::removal::Reason;
use super::space::Memory;
use super::{Object, Tag, marks};
use crate::sema::tree::NodeId;

impl Memory {
    /// These bytes become unwritten: a declaration is reached, a frame begins.
    /// Pointers there were removed before ([`Memory::forget_pointers`]).
    #[inline]
    pub fn clear(&mut self, at: usize, len: usize) {
        if let Some(found) = self.marks.get_mut(at..at.wrapping_add(len)) {
            found.fill(marks::UNWRITTEN);
        }
        if !self.fragments.is_empty() {
            self.drop_fragments(at, len);
        }
    }

    /// Gives an object of the stack its identity. `at` is the host index of `addr`.
    ///
    /// If pointers are stored in it other than through pointers to it, say so
    /// with [`Memory::note_pointers`].
    #[inline]
    pub fn begin_object(&mut self, addr: u64, at: usize, size: u64, origin: Origin, born: Event) -> Tag {
        let size = short(size);
        let object =
            Object { base: addr, host: short(wide(at)), size, writable: size, generation: 0, owner: 0, flags: 0 };
        let tag = self.enroll(object, None, Info { origin, born, address_exposed: false, block: 0 });
        self.stack_objects.push(tag);
        tag
    }

    /// The object may hold pointers; its end has to look for them.
    #[inline]
    pub fn note_pointers(&mut self, tag: Tag) {
        if let Some(object) = self.objects.slot_mut(tag.slot()) {
            object.flags |= Object::HOLDS_POINTERS;
        }
    }

    /// An object of the stack ends. The pointers it holds disappear, its ranges
    /// end too, and it goes on record.
    #[inline]
    pub fn end_object(&mut self, tag: Tag, node: NodeId, reason: Reason) {
        let died = Event { step: self.steps, node, chain: ChainId(0) };
        if self.retire(tag, died, Ending::Left(reason), reason).is_none() {
            return;
        }
        if self.stack_objects.last() == Some(&tag) {
            self.stack_objects.pop();
        } else if let Some(place) = self.stack_objects.iter().rposition(|t| *t == tag) {
            self.stack_objects.remove(place);
        }
    }

    /// Takes an object out of the tables and puts it on record; the pointers it
    /// holds are removed for `reason`. Its size, if it was there.
    #[inline]
    pub(super) fn retire(&mut self, tag: Tag, died: Event, ending: Ending, reason: Reason) -> Option<u64> {
        let object = self.objects.remove(tag)?;
        let mut flags = object.flags;
        if flags & Object::HAS_RANGES != 0 {
            flags |= self.end_ranges(tag, object.base);
        }
        if flags & Object::HOLDS_POINTERS != 0 || self.ever_fragmented {
            self.displace(index(object.host), index(object.size), died.node, reason);
        }
        if let Some(info) = self.infos.get(index(tag.slot())) {
            self.graves.bury(tag, &object, info, died, ending);
        }
        Some(u64::from(object.size))
    }

    /// A struct that a call returned lies here to the end of its full expression:
    /// what its pointers point to is lost there if nobody copies them.
    pub fn note_temporary(&mut self, at: usize, len: usize, node: NodeId) {
        let held: Vec<Tag> = self.pointers_in(at, len).map(|(_, pointer)| pointer.tag).collect();
        for tag in held {
            self.removed(tag, node, Reason::ResultIgnored);
        }
    }

    /// The storage of a temporary ends; that its pointers went was noted when the
    /// call returned it.
    pub fn end_temporary(&mut self, tag: Tag, node: NodeId) {
        if let Some(object) = self.objects.slot_mut(tag.slot()) {
            object.flags &= !Object::HOLDS_POINTERS;
        }
        self.end_object(tag, node, Reason::Scope);
    }

    /// The pointers in these bytes disappear, and the bytes become unwritten: a
    /// local without identity goes out of scope.
    #[inline]
    pub fn forget_pointers(&mut self, at: usize, len: usize, node: NodeId, reason: Reason) {
        self.displace(at, len, node, reason);
        self.clear(at, len);
    }
}
