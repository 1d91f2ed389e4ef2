//! Compiled code, and the operands that closures are made from.

use super::fused::{FusedFloat, FusedInt, FusedPointer};
use super::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Pointer, Tag};
use crate::sema::tree::NodeId;

/// The code of a program.
#[derive(Default)]
pub struct Code {
    /// By function; the library's have a body that is never run.
    pub functions: Vec<FunctionCode>,
}

impl Code {
    /// The code of a function of the program.
    #[inline(always)]
    pub fn function(&self, index: usize) -> Option<&FunctionCode> {
        self.functions.get(index)
    }
}

/// The code of one function.
pub struct FunctionCode {
    /// Its body, by the class of what it returns.
    pub body: BodyCode,
}

/// A body that yields what the function returns.
pub enum BodyCode {
    /// void, and structs (which lie where [`super::vm::Returned::pointer`] says).
    Unit(Run<()>),
    /// Any integer.
    Int(Run<i64>),
    /// Any floating type.
    Float(Run<f64>),
    /// A pointer.
    Pointer(Run<Pointer>),
}

/// Where a statement leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the next one.
    Next,
    /// Out of the loop or switch.
    Break,
    /// To the next turn.
    Continue,
    /// Out of the function; the value is in the machine.
    Return,
}

/// A value to compute with: closures are made for each form of operand.
pub enum Operand<T: InSlot> {
    /// A local in a slot that is proved to be written (a pointer tells by its tag).
    Slot(Slot),
    /// A constant.
    Const(T),
    /// A small tree of slots and constants that is computed on the spot.
    Fused(T::Fused),
    /// Anything else.
    Run(Run<T>),
}

/// A local in a slot.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// Its number in the frame.
    pub k: usize,
    /// The expression that reads it.
    pub node: NodeId,
}

/// A constant operand.
#[derive(Clone, Copy, Debug)]
pub struct Const<T>(pub T);

/// Where a `T` comes from.
pub trait Source<T>: 'static {
    /// It is at hand: no closure is called for it, so asking changes nothing.
    const LEAF: bool = false;
    /// The value, if it is at hand and nothing is to be told of it.
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>) -> Option<T> {
        None
    }
    /// The value.
    ///
    /// # Errors
    /// If the run is to end.
    fn get(&self, vm: &mut Vm<'_>) -> Result<T, Parked>;

    /// As a closure.
    fn boxed(self) -> Run<T>
    where
        Self: Sized,
    {
        Box::new(move |vm| self.get(vm))
    }
}

/// What a slot (a pointer: two) can hold.
pub trait InSlot: Copy + 'static {
    /// The small trees that are operands of their own.
    type Fused: Source<Self>;
    /// The value in a slot.
    ///
    /// # Errors
    /// If the run is to end: a pointer that was never written.
    fn read(slot: &Slot, vm: &mut Vm<'_>) -> Result<Self, Parked>;
    /// The value in a slot, if it was written.
    fn peek(slot: &Slot, vm: &Vm<'_>) -> Option<Self>;
}

impl InSlot for i64 {
    type Fused = FusedInt;
    #[inline(always)]
    fn read(slot: &Slot, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        Ok(vm.slot(slot.k).cast_signed())
    }
    #[inline(always)]
    fn peek(slot: &Slot, vm: &Vm<'_>) -> Option<i64> {
        Some(vm.slot(slot.k).cast_signed())
    }
}

impl InSlot for f64 {
    type Fused = FusedFloat;
    #[inline(always)]
    fn read(slot: &Slot, vm: &mut Vm<'_>) -> Result<f64, Parked> {
        Ok(f64::from_bits(vm.slot(slot.k)))
    }
    #[inline(always)]
    fn peek(slot: &Slot, vm: &Vm<'_>) -> Option<f64> {
        Some(f64::from_bits(vm.slot(slot.k)))
    }
}

impl InSlot for Pointer {
    type Fused = FusedPointer;
    #[inline(always)]
    fn read(slot: &Slot, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        let (addr, tag) = vm.machine.slots.pair(vm.fp.wrapping_add(slot.k));
        match Tag::from_raw(tag) {
            Some(tag) => Ok(Pointer { addr, tag }),
            None => vm.unwritten_pointer(slot.k, slot.node),
        }
    }
    #[inline(always)]
    fn peek(slot: &Slot, vm: &Vm<'_>) -> Option<Pointer> {
        let (addr, tag) = vm.machine.slots.pair(vm.fp.wrapping_add(slot.k));
        Some(Pointer { addr, tag: Tag::from_raw(tag)? })
    }
}

impl<T: InSlot> Source<T> for Slot {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<T> {
        T::peek(self, vm)
    }
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<T, Parked> {
        T::read(self, vm)
    }
}

impl<T: Copy + 'static> Source<T> for Const<T> {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, _: &Vm<'_>) -> Option<T> {
        Some(self.0)
    }
    #[inline(always)]
    fn get(&self, _: &mut Vm<'_>) -> Result<T, Parked> {
        Ok(self.0)
    }
}

impl<T: 'static> Source<T> for Run<T> {
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<T, Parked> {
        self(vm)
    }
}

impl<T: InSlot> Operand<T> {
    /// As a closure.
    pub fn boxed(self) -> Run<T> {
        match self {
            Operand::Slot(slot) => Box::new(move |vm| T::read(&slot, vm)),
            Operand::Const(value) => Box::new(move |_| Ok(value)),
            Operand::Fused(fused) => fused.boxed(),
            Operand::Run(run) => run,
        }
    }
}

/// Runs `$body` once for each form of an operand, with `$x` a [`Source`].
macro_rules! with_operand {
    ($operand:expr, |$x:ident| $body:expr) => {
        match $operand {
            $crate::eval::code::Operand::Slot($x) => $body,
            $crate::eval::code::Operand::Const(value) => {
                let $x = $crate::eval::code::Const(value);
                $body
            }
            $crate::eval::code::Operand::Fused($x) => $body,
            $crate::eval::code::Operand::Run($x) => $body,
        }
    };
}
pub(crate) use with_operand;

/// As `with_operand`, with fewer closures: what is no slot and no constant is boxed.
macro_rules! with_leaf {
    ($operand:expr, |$x:ident| $body:expr) => {
        match $operand {
            $crate::eval::code::Operand::Slot($x) => $body,
            $crate::eval::code::Operand::Const(value) => {
                let $x = $crate::eval::code::Const(value);
                $body
            }
            other => {
                let $x = other.boxed();
                $body
            }
        }
    };
}
pub(crate) use with_leaf;
