//! Places that a pointer leads to: its range is looked at.

use super::Place;
use crate::eval::code::Source;
use crate::eval::vm::Vm;
use crate::machine::Parked;
use crate::memory::{Access, Pointer};
use crate::sema::tree::NodeId;

/// Where a pointer points, and so many bytes further.
pub struct Target<P> {
    /// The pointer.
    pub pointer: P,
    /// Bytes to a member.
    pub offset: i64,
    /// For reports.
    pub node: NodeId,
}

impl<P: Source<Pointer>> Target<P> {
    #[inline(always)]
    fn aim(&self, vm: &Vm<'_>) -> Option<Pointer> {
        Some(self.pointer.peek(vm)?.offset(self.offset))
    }
}

impl<P: Source<Pointer>> Place for Target<P> {
    type Key = Pointer;
    const LEAF: bool = P::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        found(vm, self.aim(vm)?, size, access)
    }
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        let pointer = self.aim(vm)?;
        vm.machine.memory.objects.writable_for_pointer(pointer)
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        Ok(self.pointer.get(vm)?.offset(self.offset))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Result<usize, Parked> {
        checked(vm, pointer, size, access, self.node)
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, pointer: Pointer) -> Result<usize, Parked> {
        checked_for_pointer(vm, pointer, self.node)
    }
}

/// `p[i]`, and so many bytes further.
pub struct Indexed<P, I> {
    /// The pointer.
    pub pointer: P,
    /// The index.
    pub index: I,
    /// Bytes of an element.
    pub stride: i64,
    /// Bytes from the start of the element.
    pub offset: i64,
    /// For reports.
    pub node: NodeId,
}

impl<P: Source<Pointer>, I: Source<i64>> Indexed<P, I> {
    #[inline(always)]
    fn aim(&self, vm: &Vm<'_>) -> Option<Pointer> {
        let pointer = self.pointer.peek(vm)?;
        let index = self.index.peek(vm)?;
        Some(pointer.offset(index.wrapping_mul(self.stride).wrapping_add(self.offset)))
    }
}

impl<P: Source<Pointer>, I: Source<i64>> Place for Indexed<P, I> {
    type Key = Pointer;
    const LEAF: bool = P::LEAF && I::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        found(vm, self.aim(vm)?, size, access)
    }
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        let pointer = self.aim(vm)?;
        vm.machine.memory.objects.writable_for_pointer(pointer)
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        let pointer = self.pointer.get(vm)?;
        let index = self.index.get(vm)?;
        Ok(pointer.offset(index.wrapping_mul(self.stride).wrapping_add(self.offset)))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Result<usize, Parked> {
        checked(vm, pointer, size, access, self.node)
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, pointer: Pointer) -> Result<usize, Parked> {
        checked_for_pointer(vm, pointer, self.node)
    }
}

/// Where so many bytes at a pointer lie, if they may be accessed.
#[inline(always)]
pub(super) fn found(vm: &Vm<'_>, pointer: Pointer, size: u64, access: Access) -> Option<usize> {
    let objects = &vm.machine.memory.objects;
    if access == Access::Read { objects.readable(pointer, size) } else { objects.writable(pointer, size) }
}

#[inline(always)]
pub(super) fn checked(
    vm: &mut Vm<'_>,
    pointer: Pointer,
    size: u64,
    access: Access,
    node: NodeId,
) -> Result<usize, Parked> {
    match found(vm, pointer, size, access) {
        Some(at) => Ok(at),
        None => vm.bad_access(pointer, size, access, node),
    }
}

#[inline(always)]
pub(super) fn checked_for_pointer(vm: &mut Vm<'_>, pointer: Pointer, node: NodeId) -> Result<usize, Parked> {
    match vm.machine.memory.objects.writable_for_pointer(pointer) {
        Some(at) => Ok(at),
        None => vm.bad_access(pointer, 8, Access::Write, node),
    }
}
