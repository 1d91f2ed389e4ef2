//! Moves: assignments and initialisers that take a value as it is, be it
//! written or not (semantics.md §3).

use super::load::{bytes, with_float, with_int};
use super::{Compiler, Scalar};
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{InSlot, Slot, Source};
use crate::eval::layout::{Storage, is_character};
use crate::eval::place::{Place, with_place};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Memory, Pointer, Scalar as InMemory, Tag};
use crate::sema::tree::{Conversion, Expr, ExprKind, NodeId};
use crate::types::Type;
use std::marker::PhantomData;

/// What a move takes.
#[derive(Clone, Copy, Debug)]
pub enum Moved<T> {
    /// A written value.
    Value(T),
    /// Bytes at this index of the host vector that are not all written, or that
    /// are parts of a pointer.
    Odd(usize),
    /// A local in a slot that was never written; its number.
    Unwritten(usize),
}

impl Compiler<'_> {
    /// The place a right side moves from, if it is a move into an object of this type.
    pub(super) fn move_source<'e>(&self, target: Type, right: &'e Expr) -> Option<&'e Expr> {
        let types = &self.program.types;
        match &right.kind {
            ExprKind::Load(place) if place.ty.unqualified() == target.unqualified() => {
                let plain = match &place.kind {
                    // What flow proves written is an ordinary value.
                    ExprKind::Local(local) => matches!(self.storage(*local), Some(Storage::Slot { flag: None, .. })),
                    _ => self.bit_field(place).is_some(),
                };
                (!plain).then_some(place)
            }
            ExprKind::Convert { kind: Conversion::IntToInt, operand, .. }
                if is_character(types, target) && is_character(types, operand.ty) =>
            {
                self.move_source(operand.ty, operand)
            }
            _ => None,
        }
    }

    /// The integer a move takes from a place.
    pub(super) fn moved_int(&mut self, place: &Expr) -> Run<Moved<i64>> {
        if let Some(run) = self.moved_slot::<i64>(place) {
            return run;
        }
        let repr = self.repr(place.ty);
        let code = self.place(place);
        with_place!(code, |p| with_int!(repr, |S| taken::<S>(p, place.id)))
    }

    /// The floating value a move takes from a place.
    pub(super) fn moved_float(&mut self, place: &Expr) -> Run<Moved<f64>> {
        if let Some(run) = self.moved_slot::<f64>(place) {
            return run;
        }
        let scalar = self.scalar(place.ty).unwrap_or(Scalar::Double);
        let code = self.place(place);
        with_place!(code, |p| with_float!(scalar, |S| taken::<S>(p, place.id)))
    }

    /// The pointer a move takes from a place.
    #[allow(clippy::let_unit_value, reason = "the key of a place in the frame is nothing, of others it is not")]
    pub(super) fn moved_pointer(&mut self, place: &Expr) -> Run<Moved<Pointer>> {
        if let ExprKind::Local(local) = &place.kind
            && let Some(Storage::Pointer { k }) = self.storage(*local)
        {
            let taken: Run<Moved<Pointer>> = Box::new(move |vm| {
                Ok(match Tag::from_raw(vm.slot(k.wrapping_add(1))) {
                    Some(tag) => Moved::Value(Pointer { addr: vm.slot(k), tag }),
                    None => Moved::Unwritten(k),
                })
            });
            return self.noting_change(place, taken);
        }
        let node = place.id;
        let code = self.place(place);
        with_place!(code, |p| Box::new(move |vm: &mut Vm<'_>| -> Result<Moved<Pointer>, Parked> {
            let key = p.key(vm)?;
            let at = p.at(vm, key, 8, Access::Read)?;
            Ok(match vm.machine.memory.whole_pointer(at) {
                Some(pointer) => Moved::Value(pointer),
                None => vm.moved_odd_pointer(at, node)?.map_or(Moved::Odd(at), Moved::Value),
            })
        }))
    }

    fn moved_slot<T: InSlot>(&self, place: &Expr) -> Option<Run<Moved<T>>> {
        let ExprKind::Local(local) = &place.kind else { return None };
        let Some(Storage::Slot { k, flag: Some(flag) }) = self.storage(*local) else { return None };
        let slot = Slot { k, node: place.id };
        let taken: Run<Moved<T>> =
            Box::new(
                move |vm| {
                    if vm.slot(flag) == 0 { Ok(Moved::Unwritten(k)) } else { slot.get(vm).map(Moved::Value) }
                },
            );
        Some(self.noting_change(place, taken))
    }
}

fn taken<S: InMemory>(place: impl Place, node: NodeId) -> Run<Moved<S::Value>>
where
    S::Value: Default,
{
    attempt(Take { place, node, scalar: PhantomData::<S> })
}

/// What a move takes from a place.
struct Take<P, S> {
    place: P,
    node: NodeId,
    scalar: PhantomData<S>,
}

impl<P: Place, S: InMemory> Take<P, S> {
    /// What is there just so; `None` where it was stored as another class.
    #[inline(always)]
    fn taken(memory: &Memory, at: usize) -> Option<Moved<S::Value>> {
        // A byte may be part of a pointer; wider integers are not moved in parts.
        if S::SIZE == 1 && memory.holds_pointer(at) {
            return Some(Moved::Odd(at));
        }
        match memory.load_as::<S>(at) {
            Some(value) => Some(Moved::Value(value)),
            None if memory.written(at, S::SIZE).is_some() => Some(Moved::Odd(at)),
            None => None,
        }
    }
}

impl<P: Place, S: InMemory> Attempt<Moved<S::Value>> for Take<P, S>
where
    S::Value: Default,
{
    const LEAF: bool = P::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<Moved<S::Value>> {
        let at = self.place.peek(vm, bytes::<S>(), Access::Read)?;
        Self::taken(&vm.machine.memory, at)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<Moved<S::Value>, Parked> {
        let key = self.place.key(vm)?;
        let at = self.place.at(vm, key, bytes::<S>(), Access::Read)?;
        match Self::taken(&vm.machine.memory, at) {
            Some(moved) => Ok(moved),
            None => vm.doubtful::<S>(at, self.node).map(Moved::Value),
        }
    }
}

impl Vm<'_> {
    /// Bytes that are no plain value are moved into memory.
    #[cold]
    pub fn move_odd<S: InMemory>(&mut self, from: usize, to: usize, node: NodeId) {
        self.note_move(Some(from), to, node);
        self.machine.memory.move_scalar::<S>(from, to, node);
    }

    /// A local in a slot that was never written is moved into memory.
    #[cold]
    pub fn move_unwritten(&mut self, slot: usize, to: usize, size: usize, node: NodeId) {
        let from = self.slot_key(slot);
        self.note_move(Some(from), to, node);
        self.machine.memory.forget_pointers(to, size, node, crate::memory::Reason::Overwritten);
        self.machine.memory.clear(to, size);
    }
}
