//! Reading an lvalue (6.3.2.1p2).

use super::{Compiler, unexpected};
use crate::arith::IntRepr;
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{Operand, Source};
use crate::eval::fused::{self, FusedPointer};
use crate::eval::layout::Storage;
use crate::eval::place::{Place, PlaceCode, Target, with_place};
use crate::eval::read::At;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::{Access, Bool, Extended, F32, F64, I8, I16, I32, I64, Pointer, Scalar as InMemory, U8, U16, U32};
use crate::sema::tree::{Expr, ExprKind, NodeId};
use std::marker::PhantomData;

/// Runs `$body` with `$s` the memory type of an integer type.
macro_rules! with_int {
    ($repr:expr, |$s:ident| $body:expr) => {{
        use $crate::memory::{Bool, I8, I16, I32, I64, U8, U16, U32};
        let repr: $crate::arith::IntRepr = $repr;
        match (repr.bits, repr.signed) {
            (1, _) => {
                type $s = Bool;
                $body
            }
            (8, true) => {
                type $s = I8;
                $body
            }
            (8, false) => {
                type $s = U8;
                $body
            }
            (16, true) => {
                type $s = I16;
                $body
            }
            (16, false) => {
                type $s = U16;
                $body
            }
            (32, true) => {
                type $s = I32;
                $body
            }
            (32, false) => {
                type $s = U32;
                $body
            }
            _ => {
                type $s = I64;
                $body
            }
        }
    }};
}
pub(crate) use with_int;

/// Runs `$body` with `$s` the memory type of a floating type.
macro_rules! with_float {
    ($scalar:expr, |$s:ident| $body:expr) => {
        match $scalar {
            $crate::eval::compile::Scalar::Single => {
                type $s = $crate::memory::F32;
                $body
            }
            $crate::eval::compile::Scalar::Extended => {
                type $s = $crate::memory::Extended;
                $body
            }
            _ => {
                type $s = $crate::memory::F64;
                $body
            }
        }
    };
}
pub(crate) use with_float;

const INT: IntRepr = IntRepr { bits: 32, signed: true };

/// A load of one memory type from one form of place.
fn load<S: InMemory>(place: impl Place, node: NodeId) -> Run<S::Value>
where
    S::Value: Default,
{
    attempt(Load { place, node, scalar: PhantomData::<S> })
}

struct Load<P, S> {
    place: P,
    node: NodeId,
    scalar: PhantomData<S>,
}

impl<P: Place, S: InMemory> Attempt<S::Value> for Load<P, S>
where
    S::Value: Default,
{
    const LEAF: bool = P::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<S::Value> {
        let at = self.place.peek(vm, bytes::<S>(), Access::Read)?;
        vm.machine.memory.load_as::<S>(at)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<S::Value, Parked> {
        let key = self.place.key(vm)?;
        let at = self.place.at(vm, key, bytes::<S>(), Access::Read)?;
        match vm.machine.memory.load_as::<S>(at) {
            Some(value) => Ok(value),
            None => vm.doubtful::<S>(at, self.node),
        }
    }
}

/// Bytes of a scalar in memory.
#[inline(always)]
pub(super) fn bytes<S: InMemory>() -> u64 {
    S::SIZE as u64
}

impl Compiler<'_> {
    /// The integer at a place.
    pub(super) fn load_int(&mut self, place: &Expr, e: &Expr) -> Operand<i64> {
        if let Some(operand) = self.load_slot(place, e.id) {
            return operand;
        }
        if self.bit_field(place).is_some() {
            return self.load_bit_field(place, e.id);
        }
        let repr = self.repr(place.ty);
        let code = self.place(place);
        if repr != INT {
            return Operand::Run(load_int_from(code, repr, e.id));
        }
        match fused::int_at(code, e.id) {
            Ok(fused) => Operand::Fused(fused),
            Err(code) => Operand::Run(load_int_from(code, repr, e.id)),
        }
    }

    /// The floating value at a place.
    pub(super) fn load_float(&mut self, place: &Expr, e: &Expr) -> Operand<f64> {
        if let ExprKind::Local(local) = &place.kind
            && let Some(Storage::Slot { k, flag }) = self.storage(*local)
        {
            return self.noting_slot(place, slot_operand(k, flag, e.id));
        }
        let Some(scalar) = self.scalar(place.ty) else { return Operand::Run(unexpected(e, "a load of no scalar")) };
        let mut code = self.place(place);
        if scalar == super::Scalar::Double {
            code = match fused::double_at(code, e.id) {
                Ok(fused) => return Operand::Fused(fused),
                Err(code) => code,
            };
        }
        Operand::Run(with_place!(code, |p| with_float!(scalar, |S| load::<S>(p, e.id))))
    }

    /// The pointer at a place.
    pub(super) fn load_pointer(&mut self, place: &Expr, e: &Expr) -> Operand<Pointer> {
        if let ExprKind::Local(local) = &place.kind
            && let Some(Storage::Pointer { k }) = self.storage(*local)
        {
            return self.noting_slot(place, Operand::Slot(crate::eval::code::Slot { k, node: e.id }));
        }
        let node = e.id;
        let code = match self.place(place) {
            PlaceCode::Target(Target { pointer: Operand::Slot(pointer), offset, node: at }) => {
                let place = Target { pointer, offset, node: at };
                return Operand::Fused(FusedPointer::Member(At { place, node }));
            }
            code => code,
        };
        Operand::Run(with_place!(code, |place| Source::<Pointer>::boxed(At { place, node })))
    }

    fn load_slot(&mut self, place: &Expr, node: NodeId) -> Option<Operand<i64>> {
        let ExprKind::Local(local) = &place.kind else { return None };
        match self.storage(*local)? {
            Storage::Slot { k, flag } => Some(self.noting_slot(place, slot_operand(k, flag, node))),
            _ => None,
        }
    }
}

/// The integer of a type at a place.
pub(super) fn load_int_from(code: PlaceCode, repr: IntRepr, node: NodeId) -> Run<i64> {
    with_place!(code, |p| with_int!(repr, |S| load::<S>(p, node)))
}

/// A local in a slot; where flow does not prove that it was written, its flag is asked.
fn slot_operand<T: super::Class>(k: usize, flag: Option<usize>, node: NodeId) -> Operand<T> {
    let slot = crate::eval::code::Slot { k, node };
    match flag {
        None => Operand::Slot(slot),
        Some(flag) => Operand::Run(Box::new(move |vm| {
            if vm.slot(flag) == 0 {
                return super::class::stand_in(vm.unwritten_local(k, node));
            }
            crate::eval::code::Source::<T>::get(&slot, vm)
        })),
    }
}

// The names are used inside the macros above.
const _: fn() = || {
    let _ = (Bool, F32, F64, I8, I16, I32, I64, U8, U16, U32, Extended);
};
