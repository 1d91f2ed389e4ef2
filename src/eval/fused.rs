//! Small trees that are operands of their own, computed without a call.
//!
//! A closure that has such an operand does its work on the spot: the index
//! `i * n + k`, the argument `n - 1`, the element `a[j + 1]`, the member
//! `p->next`. Each form stands for something that programs do all the time.
#![allow(clippy::result_large_err, reason = "a place that does not fit is handed back whole, once, when compiling")]

use super::code::{Operand, Slot, Source};
use super::place::{Element, InStatic, Indexed, PlaceCode, Target};
use super::read::At;
use super::vm::{Run, Vm};
use crate::arith::{ArithOp, IntOperator, Width, op};
use crate::machine::Parked;
use crate::memory::Pointer;
use crate::sema::tree::NodeId;
use std::marker::PhantomData;

/// `slot + constant` in int.
#[derive(Clone, Copy, Debug)]
pub struct Plus {
    /// The slot.
    pub slot: Slot,
    /// What is added.
    pub constant: i64,
    /// It was written as a subtraction of the negated constant.
    pub subtracted: bool,
    /// The operation.
    pub node: NodeId,
}

/// `a + b` or `a - b` in int, both in slots.
#[derive(Clone, Copy, Debug)]
pub struct Pair<O> {
    /// Left.
    pub a: Slot,
    /// Right.
    pub b: Slot,
    /// The operation.
    pub node: NodeId,
    /// Which.
    pub operator: PhantomData<O>,
}

/// `a * b + c` in int, all in slots.
#[derive(Clone, Copy, Debug)]
pub struct MulAdd {
    /// First factor.
    pub a: Slot,
    /// Second factor.
    pub b: Slot,
    /// What is added.
    pub c: Slot,
    /// The product.
    pub product: NodeId,
    /// The sum.
    pub sum: NodeId,
}

/// Integers.
pub enum FusedInt {
    /// `i + 1`
    Plus(Plus),
    /// `i + j`
    Sum(Pair<op::Add>),
    /// `n - i`
    Difference(Pair<op::Sub>),
    /// `i * n + k`
    MulAdd(MulAdd),
    /// An int of a static array, `a[i]`, `a[i + 1]`.
    Static(At<Element<InStatic, Near>>),
    /// An int of an array behind a pointer, `p[i]`, `p[i + 1]`.
    Indexed(At<Indexed<Slot, Near>>),
    /// An int member, `p->value`.
    Member(At<Target<Slot>>),
}

/// Doubles.
pub enum FusedFloat {
    /// A double of (a struct in) a static array, `b[i].x`.
    Static(At<Element<InStatic, Near>>),
    /// A double of an array behind a pointer.
    Indexed(At<Indexed<Slot, Near>>),
}

/// Pointers.
pub enum FusedPointer {
    /// A pointer member, `p->next`.
    Member(At<Target<Slot>>),
}

/// An index that is close at hand.
#[derive(Clone, Copy, Debug)]
pub enum Near {
    /// `i`
    Slot(Slot),
    /// `i + 1`
    Plus(Plus),
    /// `i * n + k`
    MulAdd(MulAdd),
}

impl Near {
    /// The index, if it is close at hand.
    ///
    /// # Errors
    /// The operand as it was, if it is not.
    pub fn of(index: Operand<i64>) -> Result<Near, Operand<i64>> {
        match index {
            Operand::Slot(slot) => Ok(Near::Slot(slot)),
            Operand::Fused(FusedInt::Plus(plus)) => Ok(Near::Plus(plus)),
            Operand::Fused(FusedInt::MulAdd(sum)) => Ok(Near::MulAdd(sum)),
            other => Err(other),
        }
    }

    /// As a closure.
    pub fn boxed(self) -> Run<i64> {
        match self {
            Near::Slot(slot) => slot.boxed(),
            Near::Plus(plus) => plus.boxed(),
            Near::MulAdd(sum) => sum.boxed(),
        }
    }
}

/// The int at a place, as an operand; the place itself if it is of another form.
///
/// # Errors
/// The place.
pub fn int_at(place: PlaceCode, node: NodeId) -> Result<FusedInt, PlaceCode> {
    Ok(match place {
        PlaceCode::StaticElement(e) => FusedInt::Static(At { place: near_element(e)?, node }),
        PlaceCode::Indexed(i) => FusedInt::Indexed(At { place: near_index(i)?, node }),
        PlaceCode::Target(Target { pointer: Operand::Slot(pointer), offset, node: at }) => {
            FusedInt::Member(At { place: Target { pointer, offset, node: at }, node })
        }
        other => return Err(other),
    })
}

/// The double at a place, as an operand.
///
/// # Errors
/// The place, if it is of another form.
pub fn double_at(place: PlaceCode, node: NodeId) -> Result<FusedFloat, PlaceCode> {
    Ok(match place {
        PlaceCode::StaticElement(e) => FusedFloat::Static(At { place: near_element(e)?, node }),
        PlaceCode::Indexed(i) => FusedFloat::Indexed(At { place: near_index(i)?, node }),
        other => return Err(other),
    })
}

fn near_element(e: Element<InStatic, Operand<i64>>) -> Result<Element<InStatic, Near>, PlaceCode> {
    let Element { array, index, length, stride, offset, node } = e;
    match Near::of(index) {
        Ok(index) => Ok(Element { array, index, length, stride, offset, node }),
        Err(index) => Err(PlaceCode::StaticElement(Element { array, index, length, stride, offset, node })),
    }
}

fn near_index(i: Indexed<Operand<Pointer>, Operand<i64>>) -> Result<Indexed<Slot, Near>, PlaceCode> {
    let Indexed { pointer, index, stride, offset, node } = i;
    let Operand::Slot(pointer) = pointer else {
        return Err(PlaceCode::Indexed(Indexed { pointer, index, stride, offset, node }));
    };
    match Near::of(index) {
        Ok(index) => Ok(Indexed { pointer, index, stride, offset, node }),
        Err(index) => Err(PlaceCode::Indexed(Indexed { pointer: Operand::Slot(pointer), index, stride, offset, node })),
    }
}

#[inline(always)]
fn sum(vm: &mut Vm<'_>, a: i64, b: i64, node: NodeId) -> Result<i64, Parked> {
    match op::Add::apply::<op::S32>(a, b) {
        Some(value) => Ok(value),
        None => vm.fault(ArithOp::Add, op::S32::BITS, op::Add::fault::<op::S32>(a, b), (a, b), node),
    }
}

impl Source<i64> for Plus {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<i64> {
        op::Add::apply::<op::S32>(vm.slot(self.slot.k).cast_signed(), self.constant)
    }
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        let value = vm.slot(self.slot.k).cast_signed();
        match op::Add::apply::<op::S32>(value, self.constant) {
            Some(value) => Ok(value),
            None => self.overflows(vm, value),
        }
    }
}

impl Plus {
    /// The sum, as a statement of its own whose step is counted afterwards.
    #[inline(always)]
    pub fn next(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        let value = vm.slot(self.slot.k).cast_signed();
        match op::Add::apply::<op::S32>(value, self.constant) {
            Some(value) => Ok(value),
            None => {
                // Something is told, so the step counts now (and once more later:
                // numbers of steps may have gaps where a warning stands).
                self.overflows(vm, value)
            }
        }
    }

    #[cold]
    fn overflows(&self, vm: &mut Vm<'_>, value: i64) -> Result<i64, Parked> {
        let fault = op::Add::fault::<op::S32>(value, self.constant);
        let (op, right) =
            if self.subtracted { (ArithOp::Sub, self.constant.wrapping_neg()) } else { (ArithOp::Add, self.constant) };
        vm.fault(op, 32, fault, (value, right), self.node)
    }
}

impl<O: IntOperator> Source<i64> for Pair<O> {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<i64> {
        O::apply::<op::S32>(vm.slot(self.a.k).cast_signed(), vm.slot(self.b.k).cast_signed())
    }
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        let (a, b) = (vm.slot(self.a.k).cast_signed(), vm.slot(self.b.k).cast_signed());
        match O::apply::<op::S32>(a, b) {
            Some(value) => Ok(value),
            None => vm.fault(O::NAME, 32, O::fault::<op::S32>(a, b), (a, b), self.node),
        }
    }
}

impl Source<i64> for MulAdd {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<i64> {
        let (a, b) = (vm.slot(self.a.k).cast_signed(), vm.slot(self.b.k).cast_signed());
        op::Add::apply::<op::S32>(op::Mul::apply::<op::S32>(a, b)?, vm.slot(self.c.k).cast_signed())
    }
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        let (a, b) = (vm.slot(self.a.k).cast_signed(), vm.slot(self.b.k).cast_signed());
        let product = match op::Mul::apply::<op::S32>(a, b) {
            Some(value) => value,
            None => vm.fault(ArithOp::Mul, 32, op::Mul::fault::<op::S32>(a, b), (a, b), self.product)?,
        };
        let c = vm.slot(self.c.k).cast_signed();
        sum(vm, product, c, self.sum)
    }
}

impl Source<i64> for Near {
    const LEAF: bool = true;
    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<i64> {
        match self {
            Near::Slot(slot) => slot.peek(vm),
            Near::Plus(plus) => plus.peek(vm),
            Near::MulAdd(sum) => sum.peek(vm),
        }
    }
    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        match self {
            Near::Slot(slot) => slot.get(vm),
            Near::Plus(plus) => plus.get(vm),
            Near::MulAdd(sum) => sum.get(vm),
        }
    }
}

impl Source<i64> for FusedInt {
    const LEAF: bool = true;

    fn boxed(self) -> Run<i64> {
        match self {
            FusedInt::Plus(plus) => plus.boxed(),
            FusedInt::Sum(pair) => pair.boxed(),
            FusedInt::Difference(pair) => pair.boxed(),
            FusedInt::MulAdd(sum) => sum.boxed(),
            FusedInt::Static(at) => Source::<i64>::boxed(at),
            FusedInt::Indexed(at) => Source::<i64>::boxed(at),
            FusedInt::Member(at) => Source::<i64>::boxed(at),
        }
    }

    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<i64> {
        match self {
            FusedInt::Plus(plus) => plus.peek(vm),
            FusedInt::Sum(pair) => pair.peek(vm),
            FusedInt::Difference(pair) => pair.peek(vm),
            FusedInt::MulAdd(sum) => sum.peek(vm),
            FusedInt::Static(at) => at.peek(vm),
            FusedInt::Indexed(at) => at.peek(vm),
            FusedInt::Member(at) => at.peek(vm),
        }
    }

    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        match self {
            FusedInt::Plus(plus) => plus.get(vm),
            FusedInt::Sum(pair) => pair.get(vm),
            FusedInt::Difference(pair) => pair.get(vm),
            FusedInt::MulAdd(sum) => sum.get(vm),
            FusedInt::Static(at) => at.get(vm),
            FusedInt::Indexed(at) => at.get(vm),
            FusedInt::Member(at) => at.get(vm),
        }
    }
}

impl Source<f64> for FusedFloat {
    const LEAF: bool = true;

    fn boxed(self) -> Run<f64> {
        match self {
            FusedFloat::Static(at) => Source::<f64>::boxed(at),
            FusedFloat::Indexed(at) => Source::<f64>::boxed(at),
        }
    }

    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<f64> {
        match self {
            FusedFloat::Static(at) => at.peek(vm),
            FusedFloat::Indexed(at) => at.peek(vm),
        }
    }

    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<f64, Parked> {
        match self {
            FusedFloat::Static(at) => at.get(vm),
            FusedFloat::Indexed(at) => at.get(vm),
        }
    }
}

impl Source<Pointer> for FusedPointer {
    const LEAF: bool = true;

    fn boxed(self) -> Run<Pointer> {
        let FusedPointer::Member(at) = self;
        Source::<Pointer>::boxed(at)
    }

    #[inline(always)]
    fn peek(&self, vm: &Vm<'_>) -> Option<Pointer> {
        let FusedPointer::Member(at) = self;
        at.peek(vm)
    }

    #[inline(always)]
    fn get(&self, vm: &mut Vm<'_>) -> Result<Pointer, Parked> {
        let FusedPointer::Member(at) = self;
        at.get(vm)
    }
}

/// As [`with_operand`] for integers, with a form of its own for each that reads memory.
///
/// [`with_operand`]: super::code::with_operand
macro_rules! with_int_operand {
    ($operand:expr, |$x:ident| $body:expr) => {{
        use $crate::eval::code::{Const, Operand};
        use $crate::eval::fused::FusedInt;
        match $operand {
            Operand::Slot($x) => $body,
            Operand::Const(value) => {
                let $x = Const(value);
                $body
            }
            Operand::Fused(FusedInt::Static($x)) => $body,
            Operand::Fused(FusedInt::Indexed($x)) => $body,
            Operand::Fused(FusedInt::Member($x)) => $body,
            Operand::Fused($x) => $body,
            Operand::Run($x) => $body,
        }
    }};
}
pub(crate) use with_int_operand;

/// The same for floating values.
macro_rules! with_float_operand {
    ($operand:expr, |$x:ident| $body:expr) => {{
        use $crate::eval::code::{Const, Operand};
        use $crate::eval::fused::FusedFloat;
        match $operand {
            Operand::Slot($x) => $body,
            Operand::Const(value) => {
                let $x = Const(value);
                $body
            }
            Operand::Fused(FusedFloat::Static($x)) => $body,
            Operand::Fused(FusedFloat::Indexed($x)) => $body,
            Operand::Run($x) => $body,
        }
    }};
}
pub(crate) use with_float_operand;
