//! Expressions that yield a floating value.

use super::{Compiler, Scalar, unexpected};
use crate::arith::{ArithOp, FloatOperator, UnaryOp, op, to_single};
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{Operand, Source};
use crate::eval::fused::with_float_operand;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::{Expr, ExprKind, NodeId};
use std::marker::PhantomData;

impl Compiler<'_> {
    /// An expression of floating type.
    pub(super) fn float(&mut self, e: &Expr) -> Operand<f64> {
        if let Some(whole) = self.whole(e, |c| c.float(e).boxed()) {
            return Operand::Run(whole);
        }
        if self.wanted.asked.flags
            && let Some(watched) = self.float_in_environment(e)
        {
            return watched;
        }
        match &e.kind {
            ExprKind::Float(value) => Operand::Const(*value),
            ExprKind::Load(place) => self.load_float(place, e),
            ExprKind::Unary { op: UnaryOp::Neg, operand } => {
                let value = self.float(operand).boxed();
                Operand::Run(Box::new(move |vm| Ok(-value(vm)?)))
            }
            ExprKind::Binary { op, left, right } => {
                let single = self.scalar(e.ty) == Some(Scalar::Single);
                let left = self.float(left);
                let right = self.float(right);
                Operand::Run(match float_arithmetic(*op, left, right, e.id) {
                    Some(run) if single => Box::new(move |vm| Ok(to_single(run(vm)?))),
                    Some(run) => run,
                    None => unexpected(e, "an operator that floating types do not have"),
                })
            }
            ExprKind::Convert { kind, operand, .. } => self.convert_to_float(*kind, operand, e),
            _ => self.common::<f64>(e),
        }
    }
}

/// The operation in double.
pub(super) fn float_arithmetic(op: ArithOp, left: Operand<f64>, right: Operand<f64>, node: NodeId) -> Option<Run<f64>> {
    Some(match op {
        ArithOp::Add => fused::<op::FAdd>(left, right, node),
        ArithOp::Sub => fused::<op::FSub>(left, right, node),
        ArithOp::Mul => fused::<op::FMul>(left, right, node),
        ArithOp::Div => fused::<op::FDiv>(left, right, node),
        _ => return None,
    })
}

fn fused<O: FloatOperator>(left: Operand<f64>, right: Operand<f64>, node: NodeId) -> Run<f64> {
    with_float_operand!(left, |a| with_float_operand!(right, |b| apply::<O>(a, b, node)))
}

fn apply<O: FloatOperator>(left: impl Source<f64>, right: impl Source<f64>, node: NodeId) -> Run<f64> {
    attempt(Apply { left, right, node, operator: PhantomData::<O> })
}

struct Apply<A, B, O> {
    left: A,
    right: B,
    node: NodeId,
    operator: PhantomData<O>,
}

impl<A: Source<f64>, B: Source<f64>, O: FloatOperator> Attempt<f64> for Apply<A, B, O> {
    const LEAF: bool = A::LEAF && B::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<f64> {
        let (a, b) = (self.left.peek(vm)?, self.right.peek(vm)?);
        if O::DIVIDES && b == 0.0 { None } else { Some(O::apply(a, b)) }
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<f64, Parked> {
        let a = self.left.get(vm)?;
        let b = self.right.get(vm)?;
        if O::DIVIDES && b == 0.0 {
            vm.float_division(self.node)?;
        }
        Ok(O::apply(a, b))
    }
}
