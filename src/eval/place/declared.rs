//! Places in declared objects: no pointer is followed, an index is held to the
//! declared bound.

use super::Place;
use crate::eval::code::Source;
use crate::eval::vm::Vm;
use crate::machine::Parked;
use crate::memory::Access;
use crate::sema::tree::NodeId;

/// In the current frame.
#[derive(Clone, Copy, Debug)]
pub struct InFrame {
    /// Bytes from the frame's lowest.
    pub offset: usize,
}

impl Place for InFrame {
    type Key = ();
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        Some(vm.at.wrapping_add(self.offset))
    }
    #[inline(always)]
    fn key(&self, _: &mut Vm<'_>) -> Result<(), Parked> {
        Ok(())
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, (): (), _: u64, _: Access) -> Result<usize, Parked> {
        Ok(vm.at.wrapping_add(self.offset))
    }
}

/// A static object.
#[derive(Clone, Copy, Debug)]
pub struct InStatic {
    /// Index of the first byte in the host vector.
    pub at: usize,
}

impl Place for InStatic {
    type Key = ();
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        Some(self.at)
    }
    #[inline(always)]
    fn key(&self, _: &mut Vm<'_>) -> Result<(), Parked> {
        Ok(())
    }
    #[inline(always)]
    fn at(&self, _: &mut Vm<'_>, (): (), _: u64, _: Access) -> Result<usize, Parked> {
        Ok(self.at)
    }
}

/// An element of a declared array: the index is held to its bound.
pub struct Element<B, I> {
    /// The array.
    pub array: B,
    /// The index.
    pub index: I,
    /// Number of elements.
    pub length: u64,
    /// Bytes of an element.
    pub stride: usize,
    /// Bytes from the start of the element (a member of it).
    pub offset: usize,
    /// For reports.
    pub node: NodeId,
}

impl<B: Place, I: Source<i64>> Place for Element<B, I> {
    type Key = (B::Key, i64);
    const LEAF: bool = B::LEAF && I::LEAF;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>, size: u64, access: Access) -> Option<usize> {
        let index = self.index.peek(vm)?;
        if index.cast_unsigned() >= self.length {
            return None;
        }
        let base = self.array.peek(vm, size, access)?;
        Some(base.wrapping_add(to_usize(index).wrapping_mul(self.stride)).wrapping_add(self.offset))
    }
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<Self::Key, Parked> {
        Ok((self.array.key(vm)?, self.index.get(vm)?))
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, (array, index): Self::Key, size: u64, access: Access) -> Result<usize, Parked> {
        if index.cast_unsigned() >= self.length {
            return vm.bad_index(index, self.length, access, self.node);
        }
        let base = self.array.at(vm, array, size, access)?;
        Ok(base.wrapping_add(to_usize(index).wrapping_mul(self.stride)).wrapping_add(self.offset))
    }
}

/// An index that was found to be within a bound.
#[inline(always)]
fn to_usize(index: i64) -> usize {
    index.cast_unsigned() as usize
}
