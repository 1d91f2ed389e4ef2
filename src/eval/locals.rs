//! Locals at run time: identities, moved values, storage of variable size.

use super::compile::Moved;
use super::vm::Vm;
use crate::kinds::{Kind, Severity};
use crate::machine::{Parked, Value};
use crate::memory::{ChainId, Event, Origin, Pointer, Reason, Tag, Trap, TrapData};
use crate::sema::tree::{FunctionKind, LocalId, NodeId};

/// A local that is in its frame's memory, as the code that points to it knows it.
#[derive(Clone, Copy, Debug)]
pub struct InFrame {
    /// Which local.
    pub local: LocalId,
    /// Bytes from the frame's lowest address.
    pub offset: usize,
    /// Bytes.
    pub size: u64,
    /// The slot of its object's tag.
    pub identity: usize,
    /// Declared const (semantics.md §4). Its initialiser stores by name, so its
    /// object is closed from the start.
    pub sealed: bool,
}

impl Vm<'_> {
    /// The pointer to a local in memory; its object is made when first asked for.
    #[inline]
    pub fn identify(&mut self, place: &InFrame, node: NodeId) -> Pointer {
        if let Some(tag) = Tag::from_raw(self.slot(place.identity))
            && let Some(object) = self.machine.memory.objects.slot(tag.slot())
        {
            return Pointer { addr: object.base, tag };
        }
        self.make_identity(place, node)
    }

    fn make_identity(&mut self, place: &InFrame, node: NodeId) -> Pointer {
        let Some(frame) = self.machine.frames.stack.last() else { return Pointer::NULL };
        let addr = frame.low.wrapping_add(place.offset as u64);
        let origin = Origin::Local { function: frame.function, local: place.local, frame: frame.serial };
        // The chain of calls is that of the frame; a report finds it there.
        let born = Event { step: self.machine.memory.steps, node, chain: ChainId(0) };
        let at = self.at.wrapping_add(place.offset);
        let tag = self.machine.memory.begin_object(addr, at, place.size, origin, born);
        self.set_slot(place.identity, tag.raw());
        if place.sealed {
            self.machine.memory.seal(tag);
        }
        Pointer { addr, tag }
    }

    /// A pointer to an index of the host vector for a report: a local of the
    /// current function that nobody pointed to yet gets its identity now.
    pub fn named_pointer(&mut self, at: usize, node: NodeId) -> Pointer {
        let offset = at.wrapping_sub(self.at);
        let function = self.machine.frames.stack.last().and_then(|f| self.program.function(f.function));
        if let Some(FunctionKind::Defined(body)) = function.map(|f| &f.kind)
            && let Some(frame) = self.machine.frames.stack.last()
            && let Some(layout) =
                usize::try_from(frame.function.0).ok().and_then(|i| self.machine.frames.layouts.get(i)).cloned()
        {
            for (i, (local, place)) in body.locals.iter().zip(&layout.locals).enumerate() {
                let size = self.program.types.size(local.ty).unwrap_or(0);
                let first = usize::try_from(place.offset).unwrap_or(usize::MAX);
                let inside = offset.wrapping_sub(first) < usize::try_from(size).unwrap_or(0);
                if let Some(identity) = place.identity.filter(|_| inside && size > 0) {
                    let place = InFrame {
                        local: LocalId(u32::try_from(i).unwrap_or(u32::MAX)),
                        offset: first,
                        size,
                        identity: usize::try_from(identity).unwrap_or(usize::MAX),
                        sealed: self.program.types.is_const_object(local.ty),
                    };
                    let whole = self.identify(&place, node);
                    return whole.offset(i64::try_from(offset.wrapping_sub(first)).unwrap_or(0));
                }
            }
        }
        self.pointer_to(at)
    }

    /// Storage below the frame: a variable array, or alloca.
    ///
    /// # Errors
    /// If it does not fit the stack.
    pub fn allocate_on_stack(
        &mut self,
        size: u64,
        align: u64,
        local: Option<LocalId>,
        node: NodeId,
    ) -> Result<Pointer, Parked> {
        let wanted = stack_room(size, align);
        let left = self.sp.wrapping_sub(self.stack_low);
        if wanted > left {
            let data = TrapData::Stack { wanted: size, left, host: false };
            return Err(self.fatal(Trap { data, ..Trap::plain(Kind::StackOverflow) }, node));
        }
        self.sp = self.sp.wrapping_sub(wanted);
        let lowest = &mut self.machine.frames.lowest;
        *lowest = (*lowest).min(self.sp);
        let Some(frame) = self.machine.frames.stack.last() else { return Ok(Pointer::NULL) };
        let origin = match local {
            Some(local) => Origin::Local { function: frame.function, local, frame: frame.serial },
            None => Origin::Alloca { frame: frame.serial },
        };
        let born = Event { step: self.machine.memory.steps, node, chain: ChainId(0) };
        let at = self.machine.memory.stack_at(self.sp);
        self.machine.memory.clear(at, usize::try_from(size).unwrap_or(0));
        let tag = self.machine.memory.begin_object(self.sp, at, size, origin, born);
        if local.is_none() {
            self.allocas.push((frame.serial, tag));
        }
        Ok(Pointer { addr: self.sp, tag })
    }

    /// A variable array ends, if its declaration was reached; its storage is
    /// given back, and with it what alloca took since (as gcc has it).
    pub fn end_variable_array(&mut self, k: usize, node: NodeId, reason: Reason) {
        let Some(tag) = Tag::from_raw(self.slot(k.wrapping_add(1))) else { return };
        self.set_slot(k.wrapping_add(1), 0);
        let Some(object) = self.machine.memory.objects.live(tag).copied() else { return };
        self.machine.memory.end_object(tag, node, reason);
        let top = object.base.saturating_add(stack_room(u64::from(object.size), 16));
        if top > self.sp {
            self.end_allocas(top, node, reason);
            self.sp = top;
        }
    }

    /// Storage that alloca gave to the current call below an address ends.
    pub fn end_allocas(&mut self, below: u64, node: NodeId, reason: Reason) {
        let Some(serial) = self.machine.frames.stack.last().map(|f| f.serial) else { return };
        while let Some((frame, tag)) = self.allocas.last().copied() {
            let base = self.machine.memory.objects.slot(tag.slot()).map_or(0, |o| o.base);
            if frame != serial || base >= below {
                return;
            }
            self.allocas.pop();
            self.machine.memory.end_object(tag, node, reason);
        }
    }

    /// The arguments behind the last parameter end with the call.
    pub fn end_arguments(&mut self, node: NodeId, reason: Reason) {
        let Some(first) = self.machine.frames.stack.last().and_then(|f| usize::try_from(f.variadic).ok()) else {
            return;
        };
        for (value, _) in self.machine.variadic.get(first..).unwrap_or_default() {
            if let Value::Pointer(pointer) = value {
                self.machine.memory.removed(pointer.tag, node, reason);
            }
        }
    }

    /// The number of elements of a variable array (6.7.6.2p5).
    ///
    /// # Errors
    /// If it is negative.
    pub fn checked_length(&mut self, length: i64, node: NodeId) -> Result<u64, Parked> {
        if length <= 0 {
            let data = TrapData::Value { value: length, bits: 64 };
            let severity = if length == 0 { Severity::Warning } else { Severity::Error };
            self.raise_as(Trap { data, ..Trap::plain(Kind::InvalidArraySize) }, severity, node)?;
        }
        Ok(u64::try_from(length).unwrap_or(0))
    }

    /// A pointer in slots disappears and nothing takes its place.
    pub fn drop_pointer(&mut self, k: usize, node: NodeId) {
        if let Some(tag) = Tag::from_raw(self.slot(k.wrapping_add(1))) {
            self.machine.memory.removed(tag, node, Reason::Scope);
            self.set_slot(k.wrapping_add(1), 0);
        }
    }

    /// Identifies a slot of the current frame among all places a value moves through.
    pub fn slot_key(&self, k: usize) -> usize {
        SLOT_KEYS.wrapping_add(self.fp).wrapping_add(k)
    }

    /// An unwritten value was moved: the report of its use tells the way.
    #[cold]
    pub fn note_move(&mut self, from: Option<usize>, to: usize, node: NodeId) {
        let mut way = from.and_then(|from| self.moves.get(&from)).cloned().unwrap_or_default();
        if way.len() < LONGEST_WAY {
            way.insert(0, node);
        }
        if self.moves.len() >= MOVES {
            self.moves.clear();
        }
        self.moves.insert(to, way);
        if from.is_some_and(|from| from >= SLOT_KEYS) {
            self.doubt_unwritten(node);
        }
        if self.machine.policy.severity(Kind::UninitializedMove) != Severity::Off {
            let data = TrapData::Uninitialized { pointer: None, offset: 0, size: 0, moved: Vec::new() };
            // A limit or an error here shows at the next step.
            let _ = self.raise(Trap { data, ..Trap::plain(Kind::UninitializedMove) }, node);
        }
    }

    /// The way an unwritten value came to a place, the latest move first.
    pub fn moved_here(&self, key: usize) -> Vec<NodeId> {
        self.moves.get(&key).cloned().unwrap_or_default()
    }

    /// A local in a slot is given an unwritten value.
    ///
    /// # Errors
    /// Never; like its written counterpart.
    #[cold]
    pub fn set_unwritten_local(
        &mut self,
        k: usize,
        flag: usize,
        from: Option<usize>,
        node: NodeId,
    ) -> Result<(), Parked> {
        self.note_move(from, self.slot_key(k), node);
        self.set_slot(flag, 0);
        Ok(())
    }

    /// A pointer local is given an unwritten value.
    ///
    /// # Errors
    /// Never; like its written counterpart.
    #[cold]
    pub fn set_unwritten_pointer(&mut self, k: usize, odd: Moved<Pointer>, node: NodeId) -> Result<(), Parked> {
        let from = match odd {
            Moved::Odd(at) => Some(at),
            Moved::Unwritten(slot) => Some(self.slot_key(slot)),
            Moved::Value(_) => None,
        };
        self.note_move(from, self.slot_key(k), node);
        if let Some(tag) = Tag::from_raw(self.slot(k.wrapping_add(1))) {
            self.machine.memory.removed(tag, node, Reason::Overwritten);
        }
        self.set_slot(k.wrapping_add(1), 0);
        Ok(())
    }

    /// A pointer that is not wholly written is moved within memory.
    #[cold]
    pub fn move_odd_pointer(&mut self, from: usize, to: usize, node: NodeId) {
        self.note_move(Some(from), to, node);
        self.machine.memory.copy(to, from, 8, node);
    }
}

/// Bytes of stack that an object of variable size takes, one at least between
/// its end and what lies above.
fn stack_room(size: u64, align: u64) -> u64 {
    size.checked_add(1).and_then(|n| n.checked_next_multiple_of(align)).unwrap_or(u64::MAX)
}

/// Where the keys of slots begin, above all indices of the host vector.
const SLOT_KEYS: usize = 1 << (usize::BITS - 2);
/// Moves remembered for one value.
const LONGEST_WAY: usize = 8;
/// Moves remembered at all.
const MOVES: usize = 10_000;
