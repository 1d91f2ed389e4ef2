//! What longjmp makes of the locals of the function that called setjmp: those
//! that are not volatile and were changed in between have no value any more
//! (7.13.2.1p3).
//!
//! setjmp keeps a copy of them. Only functions that call it pay for that; their
//! locals in slots have flags anyway (`eval::assigned`).

use super::vm::Vm;
use crate::machine::{Clobbered, Frame, LocalPlace};
use crate::memory::{Reason, Tag};
use crate::sema::tree::{FunctionKind, LocalId, LocalKind, NodeId};
use crate::types::{Type, TypeKind, TypeTable};

/// Larger objects are not compared.
const LARGEST: u64 = 0x1_0000;

/// The locals of a call as setjmp found them.
#[derive(Debug)]
pub struct Snapshot {
    /// Its number, which the buffer holds too: buffers may be copied.
    number: u64,
    /// The call.
    frame: u64,
    /// The call of setjmp.
    node: NodeId,
    /// The buffer that it filled.
    buffer: u64,
    /// By local, where there is something to compare.
    values: Vec<Option<Value>>,
}

/// The value of one local.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    /// The words of its slots: value and flag, or address and tag.
    Slots(u64, u64),
    /// Its bytes.
    Bytes(Vec<u8>),
}

/// Is an object of this type, or of its elements, volatile?
fn is_volatile(types: &TypeTable, ty: Type) -> bool {
    match types.kind(ty) {
        _ if ty.quals.is_volatile => true,
        TypeKind::Array { element, .. } => is_volatile(types, *element),
        _ => false,
    }
}

/// The bytes of an object's volatile parts: from where, to where.
fn volatile_parts(types: &TypeTable, ty: Type, from: u64, out: &mut Vec<(u64, u64)>) {
    let size = types.size(ty).unwrap_or(0);
    match types.kind(ty) {
        _ if ty.quals.is_volatile => out.push((from, from.saturating_add(size))),
        TypeKind::Record(id) => {
            let members = types.record(*id).and_then(|r| r.members.as_deref()).unwrap_or_default();
            for member in members {
                volatile_parts(types, member.ty, from.saturating_add(member.offset), out);
            }
        }
        TypeKind::Array { element, .. } => {
            let mut one = Vec::new();
            volatile_parts(types, *element, 0, &mut one);
            let each = types.size(*element).unwrap_or(0);
            let count = if one.is_empty() { 0 } else { size.checked_div(each).unwrap_or(0) };
            for start in (0..count).map(|i| from.saturating_add(i.saturating_mul(each))) {
                out.extend(one.iter().map(|(a, b)| (start.saturating_add(*a), start.saturating_add(*b))));
            }
        }
        _ => {}
    }
}

impl Vm<'_> {
    /// setjmp has filled a buffer: keeps the values of the running function's locals.
    pub fn keep_locals(&mut self, buffer: u64, node: NodeId) {
        let stack = &self.machine.frames.stack;
        let Some(frame) = stack.last().copied() else { return };
        // What the same call filled before is gone, and so are functions that returned.
        self.snapshots.retain(|s| {
            stack.iter().any(|f| f.serial == s.frame) && (s.frame, s.node, s.buffer) != (frame.serial, node, buffer)
        });
        let values = (0..self.local_count(&frame)).map(|index| self.value_of(&frame, index)).collect();
        let number = self.snapshot_count;
        self.snapshots.push(Snapshot { number, frame: frame.serial, node, buffer, values });
    }

    fn local_count(&self, frame: &Frame) -> usize {
        match self.program.function(frame.function).map(|f| &f.kind) {
            Some(FunctionKind::Defined(body)) => body.locals.len(),
            _ => 0,
        }
    }

    fn local_at(&self, frame: &Frame, index: usize) -> Option<(Type, LocalPlace)> {
        let function = self.program.function(frame.function)?;
        let FunctionKind::Defined(body) = &function.kind else { return None };
        let local = body.locals.get(index)?;
        let named = matches!(local.kind, LocalKind::Parameter | LocalKind::Variable);
        if !named || is_volatile(&self.program.types, local.ty) {
            return None;
        }
        let layout = self.machine.frames.layouts.get(usize::try_from(frame.function.0).ok()?)?;
        Some((local.ty, layout.locals.get(index).copied()?))
    }

    fn value_of(&self, frame: &Frame, index: usize) -> Option<Value> {
        let (ty, place) = self.local_at(frame, index)?;
        let word = |slot: u32| Some(self.machine.slots.get(frame.slots.wrapping_add(usize::try_from(slot).ok()?)));
        match place.slot {
            Some(slot) if self.program.types.is_pointer(ty) => {
                Some(Value::Slots(word(slot)?, word(slot.saturating_add(1))?))
            }
            Some(slot) => Some(Value::Slots(word(slot)?, word(place.flag?)?)),
            None => {
                let size = self.program.types.size(ty).ok().filter(|size| *size <= LARGEST)?;
                let at = self.machine.memory.stack_at(frame.low.wrapping_add(place.offset));
                Some(Value::Bytes(self.machine.memory.raw(at, usize::try_from(size).ok()?).to_vec()))
            }
        }
    }

    /// longjmp has come back: what was changed since that setjmp has no value.
    pub fn lose_changed(&mut self, number: u64, kept: &[bool], by: NodeId) {
        let Some(frame) = self.machine.frames.stack.last().copied() else { return };
        let Some(at) = self.snapshots.iter().position(|s| s.number == number) else { return };
        let snapshot = self.snapshots.swap_remove(at);
        for (index, before) in snapshot.values.iter().enumerate() {
            let Some(before) = before.as_ref().filter(|_| kept.get(index).copied().unwrap_or(false)) else { continue };
            let Some(now) = self.value_of(&frame, index).filter(|now| now != before) else { continue };
            self.lose(&frame, index, (before, &now), by);
            let local = LocalId(u32::try_from(index).unwrap_or(u32::MAX));
            let clobbered = &mut self.machine.frames.clobbered;
            clobbered.retain(|c| (c.frame, c.local) != (frame.serial, local));
            clobbered.push(Clobbered { frame: frame.serial, local, set: snapshot.node, jumped: by });
        }
        self.snapshots.push(snapshot);
    }

    /// A local that was changed becomes unwritten; of an array or a struct what was changed.
    fn lose(&mut self, frame: &Frame, index: usize, (before, now): (&Value, &Value), by: NodeId) {
        let Some((ty, place)) = self.local_at(frame, index) else { return };
        let slot = |k: u32| frame.slots.wrapping_add(usize::try_from(k).unwrap_or(usize::MAX));
        match (before, now) {
            (Value::Slots(..), Value::Slots(_, tag)) => {
                let pointer = self.program.types.is_pointer(ty);
                let flag = if pointer { place.slot.map(|k| k.saturating_add(1)) } else { place.flag };
                if let Some(flag) = flag {
                    self.machine.slots.set(slot(flag), 0);
                }
                if let Some(tag) = Tag::from_raw(*tag).filter(|_| pointer) {
                    self.machine.memory.removed(tag, by, Reason::Longjmp);
                }
            }
            (Value::Bytes(before), Value::Bytes(now)) => {
                let unit = usize::try_from(self.program.types.align(ty)).unwrap_or(1).max(1);
                let at = self.machine.memory.stack_at(frame.low.wrapping_add(place.offset));
                let mut volatile = Vec::new();
                volatile_parts(&self.program.types, ty, 0, &mut volatile);
                for (i, (old, new)) in before.chunks(unit).zip(now.chunks(unit)).enumerate() {
                    let first = i.wrapping_mul(unit);
                    let (low, high) = (first as u64, first.saturating_add(new.len()) as u64);
                    let kept = volatile.iter().any(|(from, to)| *from < high && low < *to);
                    if old != new && !kept {
                        let from = at.wrapping_add(first);
                        self.machine.memory.forget_pointers(from, new.len(), by, Reason::Longjmp);
                    }
                }
            }
            _ => {}
        }
    }
}
