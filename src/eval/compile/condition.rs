//! Conditions: any scalar, as a bool.

use super::{Compiler, Scalar, unexpected};
use crate::arith::{CompareOp, Comparison, Width, fold_float_compare, op};
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{Const, Operand, Slot, Source, with_leaf};
use crate::eval::fused::FusedInt;
use crate::eval::test::{SlotTest, TestCode};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, NodeId};
use std::marker::PhantomData;

impl Compiler<'_> {
    /// The condition in the form that fits it best, for loops and branches.
    pub(super) fn test(&mut self, e: &Expr) -> TestCode {
        if let Some(whole) = self.whole(e, |c| c.condition(e)) {
            return TestCode::Any(whole);
        }
        if let ExprKind::Compare { op, left, right } = &e.kind
            && let Some(Scalar::Int(repr)) = self.scalar(left.ty)
            && (repr.signed || repr.bits < 64)
        {
            let (a, b) = (self.int(left), self.int(right));
            return slot_test(*op, a, b);
        }
        TestCode::Any(self.condition(e))
    }

    /// Is the expression's value not 0?
    pub(super) fn condition(&mut self, e: &Expr) -> Run<bool> {
        if let Some(whole) = self.whole(e, |c| c.condition(e)) {
            return whole;
        }
        match &e.kind {
            ExprKind::Int(value) => {
                let holds = *value != 0;
                Box::new(move |_| Ok(holds))
            }
            ExprKind::Compare { op, left, right } => self.compare(*op, left, right, e),
            ExprKind::Not(inner) => {
                let inner = self.condition(inner);
                Box::new(move |vm| Ok(!inner(vm)?))
            }
            ExprKind::And(a, b) => {
                let (a, b) = (self.condition(a), self.condition(b));
                Box::new(move |vm| Ok(a(vm)? && b(vm)?))
            }
            ExprKind::Or(a, b) => {
                let (a, b) = (self.condition(a), self.condition(b));
                Box::new(move |vm| Ok(a(vm)? || b(vm)?))
            }
            _ => match self.scalar(e.ty) {
                Some(Scalar::Int(_)) => match self.int(e) {
                    Operand::Slot(slot) => Box::new(move |vm| Ok(vm.slot(slot.k) != 0)),
                    value => {
                        let value = value.boxed();
                        Box::new(move |vm| Ok(value(vm)? != 0))
                    }
                },
                Some(Scalar::Pointer) => {
                    let value = self.pointer_used(e);
                    pointers(CompareOp::Ne, value, Operand::Const(Pointer::NULL), e.id)
                }
                Some(_) => {
                    let value = self.float(e).boxed();
                    Box::new(move |vm| Ok(value(vm)? != 0.0))
                }
                None => unexpected(e, "a condition that is no scalar"),
            },
        }
    }

    fn compare(&mut self, op: CompareOp, left: &Expr, right: &Expr, e: &Expr) -> Run<bool> {
        match self.scalar(left.ty) {
            Some(Scalar::Int(repr)) => {
                let (a, b) = (self.int(left), self.int(right));
                if repr.signed || repr.bits < 64 { ints::<op::S64>(op, a, b) } else { ints::<op::U64>(op, a, b) }
            }
            Some(Scalar::Pointer) => {
                let (a, b) = (self.pointer_used(left), self.pointer_used(right));
                pointers(op, a, b, e.id)
            }
            Some(_) => {
                let (a, b) = (self.float(left), self.float(right));
                floats(op, a, b, self.wanted.asked.flags)
            }
            None => unexpected(e, "a comparison of no scalars"),
        }
    }
}

fn slot_test(op: CompareOp, left: Operand<i64>, right: Operand<i64>) -> TestCode {
    fn of<C, R>(left: Slot, right: R) -> SlotTest<C, R> {
        SlotTest { left, right, comparison: PhantomData }
    }
    match (op, left, right) {
        (CompareOp::Lt, Operand::Slot(a), Operand::Slot(b)) => TestCode::Less(of(a, b)),
        (CompareOp::Gt, Operand::Slot(a), Operand::Slot(b)) => TestCode::Less(of(b, a)),
        (CompareOp::Le, Operand::Slot(a), Operand::Slot(b)) => TestCode::AtMost(of(a, b)),
        (CompareOp::Ge, Operand::Slot(a), Operand::Slot(b)) => TestCode::AtMost(of(b, a)),
        (CompareOp::Lt, Operand::Slot(a), Operand::Const(b)) => TestCode::LessConst(of(a, Const(b))),
        (CompareOp::Le, Operand::Slot(a), Operand::Const(b)) => TestCode::AtMostConst(of(a, Const(b))),
        (CompareOp::Ge, Operand::Slot(a), Operand::Const(b)) => TestCode::AtLeastConst(of(a, Const(b))),
        (CompareOp::Gt, Operand::Slot(a), Operand::Const(b)) => TestCode::MoreConst(of(a, Const(b))),
        (CompareOp::Eq, Operand::Slot(a), Operand::Const(b)) => TestCode::EqualConst(of(a, Const(b))),
        (CompareOp::Ne, Operand::Slot(a), Operand::Const(b)) => TestCode::UnequalConst(of(a, Const(b))),
        (op, a, b) => TestCode::Any(ints::<op::S64>(op, a, b)),
    }
}

fn ints<W: Width>(op: CompareOp, left: Operand<i64>, right: Operand<i64>) -> Run<bool> {
    fn fused<C: Comparison, W: Width>(left: Operand<i64>, right: Operand<i64>) -> Run<bool> {
        match (left, right) {
            // Two elements of arrays, or an element and what it is compared with.
            (Operand::Fused(FusedInt::Static(a)), Operand::Fused(FusedInt::Static(b))) => test::<C, W>(a, b),
            (Operand::Fused(FusedInt::Indexed(a)), Operand::Fused(FusedInt::Indexed(b))) => test::<C, W>(a, b),
            (Operand::Fused(FusedInt::Static(a)), right) => with_leaf!(right, |b| test::<C, W>(a, b)),
            (Operand::Fused(FusedInt::Indexed(a)), right) => with_leaf!(right, |b| test::<C, W>(a, b)),
            (Operand::Fused(FusedInt::Member(a)), right) => with_leaf!(right, |b| test::<C, W>(a, b)),
            (Operand::Fused(FusedInt::Plus(a)), Operand::Fused(FusedInt::Difference(b))) => test::<C, W>(a, b),
            (Operand::Fused(FusedInt::Plus(a)), right) => with_leaf!(right, |b| test::<C, W>(a, b)),
            (Operand::Slot(a), Operand::Fused(b)) => test::<C, W>(a, b),
            (left, right) => with_leaf!(left, |a| with_leaf!(right, |b| test::<C, W>(a, b))),
        }
    }
    fn test<C: Comparison, W: Width>(left: impl Source<i64>, right: impl Source<i64>) -> Run<bool> {
        attempt(Compared { left, right, how: PhantomData::<(C, W)> })
    }
    match op {
        CompareOp::Eq => fused::<op::Eq, W>(left, right),
        CompareOp::Ne => fused::<op::Ne, W>(left, right),
        CompareOp::Lt => fused::<op::Lt, W>(left, right),
        CompareOp::Le => fused::<op::Le, W>(left, right),
        CompareOp::Gt => fused::<op::Gt, W>(left, right),
        CompareOp::Ge => fused::<op::Ge, W>(left, right),
    }
}

fn floats(op: CompareOp, left: Operand<f64>, right: Operand<f64>, watched: bool) -> Run<bool> {
    if watched {
        let (left, right, ordered) = (left.boxed(), right.boxed(), !matches!(op, CompareOp::Eq | CompareOp::Ne));
        return Box::new(move |vm| {
            let (a, b) = (left(vm)?, right(vm)?);
            if ordered {
                vm.machine.float.compared(a, b);
            }
            Ok(fold_float_compare(op, a, b))
        });
    }
    fn test<C: Comparison>(left: Operand<f64>, right: Operand<f64>) -> Run<bool> {
        let (left, right) = (left.boxed(), right.boxed());
        Box::new(move |vm| {
            let a = left(vm)?;
            let b = right(vm)?;
            Ok(C::test_float(a, b))
        })
    }
    match op {
        CompareOp::Eq => test::<op::Eq>(left, right),
        CompareOp::Ne => test::<op::Ne>(left, right),
        CompareOp::Lt => test::<op::Lt>(left, right),
        CompareOp::Le => test::<op::Le>(left, right),
        CompareOp::Gt => test::<op::Gt>(left, right),
        CompareOp::Ge => test::<op::Ge>(left, right),
    }
}

fn pointers(op: CompareOp, left: Operand<Pointer>, right: Operand<Pointer>, node: NodeId) -> Run<bool> {
    fn test<C: Comparison>(left: Operand<Pointer>, right: Operand<Pointer>, node: NodeId, ordered: bool) -> Run<bool> {
        match (left, right) {
            (Operand::Slot(a), Operand::Const(b)) => equal::<C>(a, b.addr, node),
            (Operand::Fused(a), Operand::Const(b)) => equal::<C>(a, b.addr, node),
            (left, Operand::Const(b)) => equal::<C>(left.boxed(), b.addr, node),
            (left, right) => {
                let (left, right) = (left.boxed(), right.boxed());
                Box::new(move |vm| {
                    let a = left(vm)?;
                    let b = right(vm)?;
                    vm.check_stale(a, node)?;
                    vm.check_stale(b, node)?;
                    if ordered {
                        vm.check_related(a, b, node)?;
                    }
                    Ok(C::test_address(a.addr, b.addr))
                })
            }
        }
    }
    fn equal<C: Comparison>(left: impl Source<Pointer>, right: u64, node: NodeId) -> Run<bool> {
        attempt(ToAddress { left, right, node, how: PhantomData::<C> })
    }
    match op {
        CompareOp::Eq => test::<op::Eq>(left, right, node, false),
        CompareOp::Ne => test::<op::Ne>(left, right, node, false),
        CompareOp::Lt => test::<op::Lt>(left, right, node, true),
        CompareOp::Le => test::<op::Le>(left, right, node, true),
        CompareOp::Gt => test::<op::Gt>(left, right, node, true),
        CompareOp::Ge => test::<op::Ge>(left, right, node, true),
    }
}

/// A comparison of two integers.
struct Compared<A, B, H> {
    left: A,
    right: B,
    how: PhantomData<H>,
}

impl<A: Source<i64>, B: Source<i64>, C: Comparison, W: Width> Attempt<bool> for Compared<A, B, (C, W)> {
    const LEAF: bool = A::LEAF && B::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<bool> {
        Some(C::test::<W>(self.left.peek(vm)?, self.right.peek(vm)?))
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<bool, Parked> {
        let a = self.left.get(vm)?;
        let b = self.right.get(vm)?;
        Ok(C::test::<W>(a, b))
    }
}

/// A comparison of a pointer with an address that is known, mostly null.
struct ToAddress<A, C> {
    left: A,
    right: u64,
    node: NodeId,
    how: PhantomData<C>,
}

impl<A: Source<Pointer>, C: Comparison> Attempt<bool> for ToAddress<A, C> {
    const LEAF: bool = A::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<bool> {
        let pointer = self.left.peek(vm)?;
        vm.is_fresh(pointer).then(|| C::test_address(pointer.addr, self.right))
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<bool, Parked> {
        let pointer = self.left.get(vm)?;
        vm.check_stale(pointer, self.node)?;
        Ok(C::test_address(pointer.addr, self.right))
    }
}
