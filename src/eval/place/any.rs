//! Places found by a closure: arrays in arrays, and whatever is rare.

use super::Place;
use super::pointed::{checked, checked_for_pointer};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Pointer};
use crate::sema::tree::NodeId;

/// A place whose parts are themselves closures: arrays in arrays, and whatever is rare.
pub struct AnyPlace {
    /// Evaluates the operands: the host index of a declared object, or a pointer.
    pub key: Run<AnyKey>,
    /// For reports.
    pub node: NodeId,
}

/// The key of an [`AnyPlace`].
#[derive(Clone, Copy, Debug)]
pub enum AnyKey {
    /// An index of the host vector, checked.
    At(usize),
    /// A pointer, to be checked.
    Pointer(Pointer),
    /// An element that a declared array does not have; told when it is accessed.
    Beyond {
        /// The index.
        index: i64,
        /// Number of elements.
        length: u64,
        /// For reports.
        node: NodeId,
    },
}

impl Place for AnyPlace {
    type Key = AnyKey;
    #[inline(always)]
    fn key(&self, vm: &mut Vm<'_>) -> Result<AnyKey, Parked> {
        (self.key)(vm)
    }
    #[inline(always)]
    fn at(&self, vm: &mut Vm<'_>, key: AnyKey, size: u64, access: Access) -> Result<usize, Parked> {
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Pointer(pointer) => checked(vm, pointer, size, access, self.node),
            AnyKey::Beyond { index, length, node } => vm.bad_index(index, length, access, node),
        }
    }
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, key: AnyKey) -> Result<usize, Parked> {
        match key {
            AnyKey::At(at) => Ok(at),
            AnyKey::Pointer(pointer) => checked_for_pointer(vm, pointer, self.node),
            AnyKey::Beyond { index, length, node } => vm.bad_index(index, length, Access::Write, node),
        }
    }
}
