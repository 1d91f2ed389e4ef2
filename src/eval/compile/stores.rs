//! Stores: what an assignment of a scalar does once its place and its value are chosen.

use super::Class;
use super::load::bytes;
use super::moves::Moved;
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::Source;
use crate::eval::place::Place;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, I32, Pointer, Scalar as InMemory};
use crate::sema::tree::NodeId;
use std::marker::PhantomData;

/// `place = value`
pub(super) fn store<S: InMemory>(place: impl Place, value: impl Source<S::Value>, node: NodeId) -> Run<()> {
    attempt(Store { place, value, node, scalar: PhantomData::<S> })
}

struct Store<P, V, S> {
    place: P,
    value: V,
    node: NodeId,
    scalar: PhantomData<S>,
}

impl<P: Place, S: InMemory, V: Source<S::Value>> Attempt<()> for Store<P, V, S> {
    const LEAF: bool = P::LEAF && V::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let value = self.value.peek(vm)?;
        let at = self.place.peek(vm, bytes::<S>(), Access::Write)?;
        vm.machine.memory.store_plain::<S>(at, value)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let key = self.place.key(vm)?;
        let value = self.value.get(vm)?;
        let at = self.place.at(vm, key, bytes::<S>(), Access::Write)?;
        vm.machine.memory.store::<S>(at, value, self.node);
        Ok(())
    }
}

/// `place = pointer`
pub(super) fn store_pointer(place: impl Place, value: impl Source<Pointer>, node: NodeId) -> Run<()> {
    attempt(StorePointer { place, value, node })
}

struct StorePointer<P, V> {
    place: P,
    value: V,
    node: NodeId,
}

impl<P: Place, V: Source<Pointer>> Attempt<()> for StorePointer<P, V> {
    const LEAF: bool = P::LEAF && V::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let value = self.value.peek(vm)?;
        let at = self.place.peek_for_pointer(vm)?;
        vm.machine.memory.store_whole_pointer(at, value, self.node)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let key = self.place.key(vm)?;
        let value = self.value.get(vm)?;
        let at = self.place.at_for_pointer(vm, key)?;
        vm.machine.memory.store_pointer(at, value, self.node);
        Ok(())
    }
}

/// `place = place`: a move, whatever is there.
pub(super) fn store_moved<S: InMemory>(place: impl Place, moved: Run<Moved<S::Value>>, node: NodeId) -> Run<()> {
    Box::new(move |vm| {
        let key = place.key(vm)?;
        let moved = moved(vm)?;
        let at = place.at(vm, key, bytes::<S>(), Access::Write)?;
        match moved {
            Moved::Value(value) => vm.machine.memory.store::<S>(at, value, node),
            Moved::Odd(from) => vm.move_odd::<S>(from, at, node),
            Moved::Unwritten(k) => vm.move_unwritten(k, at, S::SIZE, node),
        }
        Ok(())
    })
}

/// `place = local` for an int that may be unwritten.
pub(super) fn int_into(place: impl Place, k: usize, flag: usize, node: NodeId) -> Run<()> {
    attempt(IntInto { place, k, flag, node })
}

struct IntInto<P> {
    place: P,
    k: usize,
    flag: usize,
    node: NodeId,
}

impl<P: Place> Attempt<()> for IntInto<P> {
    const LEAF: bool = P::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        if vm.slot(self.flag) == 0 {
            return None;
        }
        let at = self.place.peek(vm, 4, Access::Write)?;
        let value = vm.slot(self.k).cast_signed();
        vm.machine.memory.store_plain::<I32>(at, value)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let key = self.place.key(vm)?;
        let at = self.place.at(vm, key, 4, Access::Write)?;
        if vm.slot(self.flag) == 0 {
            vm.move_unwritten(self.k, at, 4, self.node);
        } else {
            let value = vm.slot(self.k).cast_signed();
            vm.machine.memory.store::<I32>(at, value, self.node);
        }
        Ok(())
    }
}

/// `local = place` for an int.
pub(super) fn int_from(place: impl Place, k: usize, flag: usize, node: NodeId) -> Run<()> {
    attempt(IntFrom { place, k, flag, node })
}

struct IntFrom<P> {
    place: P,
    k: usize,
    flag: usize,
    node: NodeId,
}

impl<P: Place> Attempt<()> for IntFrom<P> {
    const LEAF: bool = P::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let at = self.place.peek(vm, 4, Access::Read)?;
        let value = vm.machine.memory.load_as::<I32>(at)?;
        vm.set_slot(self.k, value.cast_unsigned());
        vm.set_slot(self.flag, 1);
        Some(())
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let key = self.place.key(vm)?;
        let at = self.place.at(vm, key, 4, Access::Read)?;
        match vm.machine.memory.load_as::<I32>(at) {
            Some(value) => {
                vm.set_slot(self.k, value.cast_unsigned());
                vm.set_slot(self.flag, 1);
                Ok(())
            }
            None if vm.machine.memory.written(at, 4).is_some() => {
                vm.set_unwritten_local(self.k, self.flag, Some(at), self.node)
            }
            None => {
                let value = vm.doubtful::<I32>(at, self.node)?;
                vm.set_slot(self.k, value.cast_unsigned());
                vm.set_slot(self.flag, 1);
                Ok(())
            }
        }
    }
}

/// `local = place` for a pointer.
pub(super) fn pointer_from(place: impl Place, k: usize, node: NodeId) -> Run<()> {
    attempt(PointerFrom { place, k, node })
}

struct PointerFrom<P> {
    place: P,
    k: usize,
    node: NodeId,
}

impl<P: Place> Attempt<()> for PointerFrom<P> {
    const LEAF: bool = P::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let at = self.place.peek(vm, 8, Access::Read)?;
        let pointer = vm.machine.memory.whole_pointer(at)?;
        vm.set_pointer(self.k, pointer, self.node);
        Some(())
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let key = self.place.key(vm)?;
        let at = self.place.at(vm, key, 8, Access::Read)?;
        let pointer = match vm.machine.memory.whole_pointer(at) {
            Some(pointer) => Some(pointer),
            None => vm.moved_odd_pointer(at, self.node)?,
        };
        match pointer {
            Some(pointer) => {
                vm.set_pointer(self.k, pointer, self.node);
                Ok(())
            }
            None => vm.set_unwritten_pointer(self.k, Moved::Odd(at), self.node),
        }
    }
}

/// `local = value` where flow proves the local written from here on.
pub(super) fn into_slot<T: Class>(value: impl Source<T>, k: usize, node: NodeId) -> Run<()> {
    attempt(IntoSlot { value, k, node, class: PhantomData::<T> })
}

struct IntoSlot<V, T> {
    value: V,
    k: usize,
    node: NodeId,
    class: PhantomData<T>,
}

impl<T: Class, V: Source<T>> Attempt<()> for IntoSlot<V, T> {
    const LEAF: bool = V::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let value = self.value.peek(vm)?;
        T::set_slot(vm, self.k, value, self.node);
        Some(())
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let value = self.value.get(vm)?;
        T::set_slot(vm, self.k, value, self.node);
        Ok(())
    }
}
