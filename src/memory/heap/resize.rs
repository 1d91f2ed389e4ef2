//! realloc (7.22.3.5).

use super::super::convert::host;
use super::chunks::Fit;
use super::*;

impl Memory {
    /// Gives a block another size. Success ends the old object and begins a new
    /// one, even in place; what was in it keeps its marks and provenance.
    ///
    /// `None` if it does not fit below the heap's limit (listed as failed; the
    /// old block lives on), and for size 0, which frees, as in glibc. Null
    /// instead of a block is malloc. The host's refusal is a memory-limit trap.
    pub fn realloc(&mut self, pointer: Pointer, size: u64, event: Event) -> Result<Option<Pointer>, Trap> {
        if pointer.is_null() {
            return Ok(self.malloc(size, event)?);
        }
        let (tag, old) = self.block_of(pointer, Access::Realloc)?;
        if size == 0 {
            self.free(pointer, event)?;
            return Ok(None);
        }
        let payload = self.payload_at(pointer.addr);
        let need = payload_granules(size);
        let fit = self.heap.chunks.fit_in_place(payload, need);
        if fit == Fit::Full {
            return self.move_block(pointer, tag, old, size, event);
        }
        let Some(fresh) = self.make_room(fit, size, event)? else { return Ok(self.keep_block(tag, event)) };
        let at = index(old.host);
        let (kept, end) = (at.saturating_add(index(old.size)), at.saturating_add(host(size)));
        if end < kept {
            self.displace(end, kept.saturating_sub(end), event.node, Reason::HolderShrunk);
            self.clear(end, kept.saturating_sub(end));
        }
        let flags = self.end_moved(tag, event);
        self.clear(kept, end.min(fresh).saturating_sub(kept));
        self.heap.chunks.resize(payload, need, fit);
        let tag = self.name_block(payload, pointer.addr, size, event);
        self.inherit(tag, flags);
        self.heap.counters.allocated(size);
        Ok(Some(Pointer { addr: pointer.addr, tag }))
    }

    /// The block lives on as it was; that realloc could not serve it is remembered,
    /// for the leak that `p = realloc(p, n)` then is.
    fn keep_block(&mut self, tag: Tag, event: Event) -> Option<Pointer> {
        self.heap.kept.insert((tag.slot(), tag.generation()), event);
        None
    }

    /// A request of realloc is refused before the heap is asked: the size overflows.
    pub fn refuse_realloc(&mut self, pointer: Pointer, event: Event) {
        if let Ok((tag, _)) = self.block_of(pointer, Access::Realloc) {
            self.keep_block(tag, event);
        }
    }

    /// When realloc last could not resize this block, which therefore lives on.
    pub fn kept_by_realloc(&self, tag: Tag) -> Option<Event> {
        self.heap.kept.get(&(tag.slot(), tag.generation())).copied()
    }

    /// The object ends, but the pointers in it go on in another. Tells whether there may be some.
    fn end_moved(&mut self, tag: Tag, event: Event) -> u32 {
        let Some(object) = self.objects.remove(tag) else { return 0 };
        let mut flags = object.flags;
        if flags & Object::HAS_RANGES != 0 {
            flags |= self.end_ranges(tag, object.base);
        }
        if let Some(info) = self.infos.get(index(tag.slot())) {
            self.graves.bury(tag, &object, info, event, Ending::Reallocated);
        }
        self.heap.counters.freed(u64::from(object.size));
        flags & Object::HOLDS_POINTERS
    }

    /// The new object may hold what the old one did.
    fn inherit(&mut self, tag: Tag, flags: u32) {
        if let Some(object) = self.objects.slot_mut(tag.slot()) {
            object.flags |= flags;
        }
    }

    /// Another place is found, the contents go there, the old place is released.
    fn move_block(
        &mut self,
        pointer: Pointer,
        tag: Tag,
        old: Object,
        size: u64,
        event: Event,
    ) -> Result<Option<Pointer>, Trap> {
        let payload = self.payload_at(pointer.addr);
        let need = payload_granules(size).saturating_add(1);
        let fit = self.heap.chunks.fit(need);
        let Some(fresh) = self.make_room(fit, size, event)? else { return Ok(self.keep_block(tag, event)) };
        let Some(start) = self.heap.chunks.take(fit, need) else { return Ok(self.keep_block(tag, event)) };
        let new = start.wrapping_add(1);
        let from = index(old.host);
        let to = self.layout.heap_index(self.address(new));
        let end = to.saturating_add(host(size));
        self.clear(to, end.min(fresh).saturating_sub(to));
        let kept = u64::from(old.size).min(size);
        // A copy, then the old one's pointers go without a word: they have moved.
        self.copy(to, from, host(kept), event.node);
        let lost = from.saturating_add(host(kept));
        self.displace(lost, index(old.size).saturating_sub(host(kept)), event.node, Reason::HolderShrunk);
        self.clear(from, index(old.size));
        let flags = self.end_moved(tag, event);
        self.heap.chunks.release(payload);
        let addr = self.address(new);
        let tag = self.name_block(new, addr, size, event);
        self.inherit(tag, flags);
        self.heap.counters.allocated(size);
        Ok(Some(Pointer { addr, tag }))
    }
}
