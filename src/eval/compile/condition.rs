//! Conditions: any scalar, as a bool.

use super::{Compiler, Scalar, unexpected};
use crate::arith::{CompareOp, Comparison, Width, op};
use crate::eval::code::{Operand, Source, with_operand};
use crate::eval::vm::Run;
use crate::memory::Pointer;
use crate::sema::tree::{Expr, ExprKind, NodeId};

impl Compiler<'_> {
    /// Is the expression's value not 0?
    pub(super) fn condition(&mut self, e: &Expr) -> Run<bool> {
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
                    let node = e.id;
                    let value = self.pointer_used(e).boxed();
                    Box::new(move |vm| {
                        let pointer = value(vm)?;
                        vm.check_stale(pointer, node)?;
                        Ok(!pointer.is_null())
                    })
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
                floats(op, a, b)
            }
            None => unexpected(e, "a comparison of no scalars"),
        }
    }
}

fn ints<W: Width>(op: CompareOp, left: Operand<i64>, right: Operand<i64>) -> Run<bool> {
    fn fused<C: Comparison, W: Width>(left: Operand<i64>, right: Operand<i64>) -> Run<bool> {
        with_operand!(left, |a| with_operand!(right, |b| test::<C, W>(a, b)))
    }
    fn test<C: Comparison, W: Width>(left: impl Source<i64>, right: impl Source<i64>) -> Run<bool> {
        Box::new(move |vm| {
            let a = left.get(vm)?;
            let b = right.get(vm)?;
            Ok(C::test::<W>(a, b))
        })
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

fn floats(op: CompareOp, left: Operand<f64>, right: Operand<f64>) -> Run<bool> {
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
        Box::new(move |vm| {
            let pointer = left.get(vm)?;
            vm.check_stale(pointer, node)?;
            Ok(C::test_address(pointer.addr, right))
        })
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
