//! Updates of locals in slots: `i++`, `sum += x`.

use super::change::{ChangeKind, in_environment, int_by_float};
use super::combine::Combine;
use crate::arith::{ArithOp, FloatOperator, IntOperator, Width, fold_float, op, to_single};
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{Operand, Source};
use crate::eval::fused::with_int_operand;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::NodeId;
use std::marker::PhantomData;

/// A local in a slot that flow proves written.
pub(super) fn slot_unit(k: usize, kind: ChangeKind, node: NodeId) -> Run<()> {
    match kind {
        ChangeKind::Int { right, op, combine, calc, own } => {
            if calc == own {
                return match (op, calc.bits, calc.signed) {
                    (ArithOp::Add, 32, true) => in_slot::<op::Add, op::S32>(op, k, right, node),
                    (ArithOp::Sub, 32, true) => in_slot::<op::Sub, op::S32>(op, k, right, node),
                    (ArithOp::Mul, 32, true) => in_slot::<op::Mul, op::S32>(op, k, right, node),
                    (ArithOp::Add, 64, true) => in_slot::<op::Add, op::S64>(op, k, right, node),
                    (ArithOp::Add, 32, false) => in_slot::<op::Add, op::U32>(op, k, right, node),
                    (ArithOp::Add, 64, false) => in_slot::<op::Add, op::U64>(op, k, right, node),
                    (ArithOp::Xor, 64, false) => in_slot::<op::Xor, op::U64>(op, k, right, node),
                    _ => same_width(k, right.boxed(), combine, node),
                };
            }
            let right = right.boxed();
            Box::new(move |vm| {
                let right = right(vm)?;
                let old = calc.wrap(vm.slot(k).cast_signed());
                let new = combine(vm, old, right, node)?;
                vm.set_slot(k, own.wrap(new).cast_unsigned());
                Ok(())
            })
        }
        ChangeKind::IntByFloat { right, how } => Box::new(move |vm| {
            let right = right(vm)?;
            let old = vm.slot(k).cast_signed();
            let new = int_by_float(vm, old, right, how, node)?;
            vm.set_slot(k, new.cast_unsigned());
            Ok(())
        }),
        ChangeKind::Watched { right, how } => Box::new(move |vm| {
            let right = right(vm)?;
            let old = f64::from_bits(vm.slot(k));
            let new = in_environment(vm, old, right, how);
            vm.set_slot(k, new.to_bits());
            Ok(())
        }),
        ChangeKind::Float { right, op, own_single, single } => {
            if own_single || single {
                let right = right.boxed();
                return Box::new(move |vm| {
                    let right = right(vm)?;
                    let old = f64::from_bits(vm.slot(k));
                    let new = fold_float(op, old, right).unwrap_or(old);
                    vm.set_slot(k, to_single(new).to_bits());
                    Ok(())
                });
            }
            let right = right.boxed();
            fn double<O: FloatOperator>(k: usize, right: Run<f64>) -> Run<()> {
                Box::new(move |vm| {
                    let right = right(vm)?;
                    let old = f64::from_bits(vm.slot(k));
                    vm.set_slot(k, O::apply(old, right).to_bits());
                    Ok(())
                })
            }
            match op {
                ArithOp::Add => double::<op::FAdd>(k, right),
                ArithOp::Sub => double::<op::FSub>(k, right),
                ArithOp::Mul => double::<op::FMul>(k, right),
                _ => double::<op::FDiv>(k, right),
            }
        }
        ChangeKind::Pointer { .. } => super::impossible(node, "a pointer in one slot"),
    }
}

fn in_slot<O: IntOperator, W: Width>(op: ArithOp, k: usize, right: Operand<i64>, node: NodeId) -> Run<()> {
    with_int_operand!(right, |right| attempt(InSlot { op, k, right, node, how: PhantomData::<(O, W)> }))
}

/// `local op= right` in the local's own width.
struct InSlot<R, H> {
    op: ArithOp,
    k: usize,
    right: R,
    node: NodeId,
    how: PhantomData<H>,
}

impl<R: Source<i64>, O: IntOperator, W: Width> Attempt<()> for InSlot<R, (O, W)> {
    const LEAF: bool = R::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<()> {
        let right = self.right.peek(vm)?;
        let new = O::apply::<W>(vm.slot(self.k).cast_signed(), right)?;
        vm.set_slot(self.k, new.cast_unsigned());
        Some(())
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<(), Parked> {
        let right = self.right.get(vm)?;
        let old = vm.slot(self.k).cast_signed();
        let new = match O::apply::<W>(old, right) {
            Some(new) => new,
            None => vm.fault(self.op, W::BITS, O::fault::<W>(old, right), (old, right), self.node)?,
        };
        vm.set_slot(self.k, new.cast_unsigned());
        Ok(())
    }
}

fn same_width(k: usize, right: impl Source<i64>, combine: Combine, node: NodeId) -> Run<()> {
    Box::new(move |vm| {
        let right = right.get(vm)?;
        let old = vm.slot(k).cast_signed();
        let new = combine(vm, old, right, node)?;
        vm.set_slot(k, new.cast_unsigned());
        Ok(())
    })
}
