//! Places: where an lvalue is, and how an access to it is checked.
//!
//! A place is used in two moments: its key is found (its operands are
//! evaluated), and later, after the right side of an assignment, the access
//! itself is checked and turned into an index of the host vector.

mod any;
mod code;
mod declared;
mod pointed;

pub use any::{AnyKey, AnyPlace};
pub(crate) use code::with_place;
pub use code::{PlaceCode, Resolve};
pub use declared::{Element, InFrame, InStatic};
pub use pointed::{Indexed, Target};

use super::vm::Vm;
use crate::machine::Parked;
use crate::memory::Access;

/// Where an object lies that an lvalue names.
pub trait Place: 'static {
    /// What evaluating its operands gives.
    type Key: Copy;
    /// All its operands are at hand ([`Source::LEAF`]).
    const LEAF: bool = false;
    /// The index of the first byte, if the operands are at hand and nothing is
    /// to be told of an access of `size` bytes.
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>, _: u64, _: Access) -> Option<usize> {
        None
    }
    /// As `peek` for a pointer to be stored.
    #[inline(always)]
    fn peek_for_pointer(&self, vm: &mut Vm<'_>) -> Option<usize> {
        self.peek(vm, 8, Access::Write)
    }
    /// Evaluates its operands.
    ///
    /// # Errors
    /// If the run is to end.
    fn key(&self, vm: &mut Vm<'_>) -> Result<Self::Key, Parked>;
    /// Checks an access of `size` bytes; the index of its first byte.
    ///
    /// # Errors
    /// If the run is to end.
    fn at(&self, vm: &mut Vm<'_>, key: Self::Key, size: u64, access: Access) -> Result<usize, Parked>;
    /// As `at` for a pointer to be stored.
    ///
    /// # Errors
    /// If the run is to end.
    #[inline(always)]
    fn at_for_pointer(&self, vm: &mut Vm<'_>, key: Self::Key) -> Result<usize, Parked> {
        self.at(vm, key, 8, Access::Write)
    }
}
