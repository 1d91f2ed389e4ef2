//! Floating operations of a program that asks what they raise or sets how they
//! round (`<fenv.h>`): each goes through the environment.

use super::{Compiler, Scalar};
use crate::arith::{ArithOp, IntRepr, UnaryOp, float_to_int, fold_float, to_single};
use crate::eval::code::Operand;
use crate::eval::vm::Run;
use crate::sema::tree::{Conversion, Expr, ExprKind, NodeId};

impl Compiler<'_> {
    /// An operation that may raise a flag; `None` for what raises none.
    pub(super) fn float_in_environment(&mut self, e: &Expr) -> Option<Operand<f64>> {
        let single = self.scalar(e.ty) == Some(Scalar::Single);
        match &e.kind {
            ExprKind::Unary { op: UnaryOp::Neg, operand } => match self.float(operand) {
                Operand::Const(value) => Some(Operand::Const(-value)),
                value => {
                    let value = value.boxed();
                    Some(Operand::Run(Box::new(move |vm| Ok(-value(vm)?))))
                }
            },
            ExprKind::Binary { op, left, right } => {
                let (op, left, right) = (*op, self.float(left), self.float(right));
                if let (Operand::Const(left), Operand::Const(right)) = (&left, &right)
                    && let Some(value) = beforehand(op, *left, *right, single)
                {
                    return Some(Operand::Const(value));
                }
                Some(Operand::Run(in_environment(op, left.boxed(), right.boxed(), single, e.id)))
            }
            ExprKind::Convert { kind: Conversion::IntToFloat, operand, .. } => match self.int(operand) {
                Operand::Const(_) => None,
                value => {
                    let (from, value) = (self.repr(operand.ty), value.boxed());
                    Some(Operand::Run(Box::new(move |vm| {
                        let value = value(vm)?;
                        Ok(vm.machine.float.from_int(from, value, single))
                    })))
                }
            },
            ExprKind::Convert { kind: Conversion::FloatToFloat, operand, .. } => {
                let narrows = single && self.scalar(operand.ty) != Some(Scalar::Single);
                match self.float(operand) {
                    value if !narrows => Some(value),
                    Operand::Const(value) => Some(Operand::Const(to_single(value))),
                    value => {
                        let value = value.boxed();
                        Some(Operand::Run(Box::new(move |vm| {
                            let value = value(vm)?;
                            Ok(vm.machine.float.narrow(value))
                        })))
                    }
                }
            }
            _ => None,
        }
    }
}

/// What gcc computes beforehand: constants, unless an infinity or a NaN comes of them.
fn beforehand(op: ArithOp, left: f64, right: f64, single: bool) -> Option<f64> {
    let value = fold_float(op, left, right)?;
    let value = if single { to_single(value) } else { value };
    value.is_finite().then_some(value)
}

fn in_environment(op: ArithOp, left: Run<f64>, right: Run<f64>, single: bool, node: NodeId) -> Run<f64> {
    Box::new(move |vm| {
        let (left, right) = (left(vm)?, right(vm)?);
        if op == ArithOp::Div && right == 0.0 {
            vm.float_division(node)?;
        }
        Ok(vm.machine.float.binary(op, left, right, single))
    })
}

/// A conversion to an integer.
pub(super) fn to_int_in_environment(value: Run<f64>, to: IntRepr, node: NodeId) -> Operand<i64> {
    Operand::Run(Box::new(move |vm| {
        let float = value(vm)?;
        let result = float_to_int(to, float);
        vm.machine.float.to_int(float, result);
        if result.overflows {
            vm.float_overflow(float, to, node)?;
        }
        Ok(result.value)
    }))
}
