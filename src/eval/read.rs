//! A scalar that is read at a place, as an operand.

use super::attempt::{Attempt, attempt};
use super::code::Source;
use super::place::Place;
use super::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, F64, I32, Pointer};
use crate::sema::tree::NodeId;

/// The int, double or pointer at a place.
pub struct At<P> {
    /// The place.
    pub place: P,
    /// The expression that reads it.
    pub node: NodeId,
}

/// `$value`, in memory `$size` bytes, is read at a place: peeked at with `$peek`, got with `$load`;
/// `$missing` tells why it is not there.
macro_rules! at_place {
    ($value:ty, $size:expr, $missing:expr, |$memory:ident, $at:ident| $peek:expr, $load:expr) => {
        impl<P: Place> Source<$value> for At<P> {
            const LEAF: bool = P::LEAF;

            fn boxed(self) -> Run<$value> {
                attempt(self)
            }

            #[inline(always)]
            fn peek(&self, vm: &Vm<'_>) -> Option<$value> {
                let $at = self.place.peek(vm, $size, Access::Read)?;
                let $memory = &vm.machine.memory;
                $peek
            }

            #[inline(always)]
            fn get(&self, vm: &mut Vm<'_>) -> Result<$value, Parked> {
                let key = self.place.key(vm)?;
                let $at = self.place.at(vm, key, $size, Access::Read)?;
                let $memory = &vm.machine.memory;
                match $load {
                    Some(value) => Ok(value),
                    None => $missing(vm, $at, self.node),
                }
            }
        }

        impl<P: Place> Attempt<$value> for At<P> {
            const LEAF: bool = P::LEAF;
            #[inline(always)]
            fn quick(&self, vm: &mut Vm<'_>) -> Option<$value> {
                self.peek(vm)
            }
            #[inline(always)]
            fn full(&self, vm: &mut Vm<'_>) -> Result<$value, Parked> {
                self.get(vm)
            }
        }
    };
}

at_place!(i64, 4, Vm::doubtful::<I32>, |memory, at| memory.load_as::<I32>(at), memory.load_as::<I32>(at));
at_place!(f64, 8, Vm::doubtful::<F64>, |memory, at| memory.load_as::<F64>(at), memory.load_as::<F64>(at));
at_place!(Pointer, 8, Vm::odd_pointer, |memory, at| memory.whole_pointer(at), memory.whole_pointer(at));
