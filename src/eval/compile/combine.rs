//! Integer operations as functions: for updates of places of every kind, where
//! a closure for each operator would be too many.

use super::Compiler;
use crate::arith::{ArithOp, Fault, IntOperator, IntRepr, Width, op};
use crate::eval::vm::Vm;
use crate::machine::Parked;
use crate::sema::tree::NodeId;

/// An integer operation with its faults told.
pub type Combine = fn(&mut Vm<'_>, i64, i64, NodeId) -> Result<i64, Parked>;

fn combine<O: IntOperator, W: Width>(vm: &mut Vm<'_>, a: i64, b: i64, node: NodeId) -> Result<i64, Parked> {
    match O::apply::<W>(a, b) {
        Some(value) => Ok(value),
        None => vm.fault(O::NAME, W::BITS, O::fault::<W>(a, b), (a, b), node),
    }
}

/// `<<` of a signed type, with what is told to those alone who want all: a bit
/// comes into the sign (6.5.7p4), as in `1 << 31`.
fn whole_shift<W: Width>(vm: &mut Vm<'_>, a: i64, b: i64, node: NodeId) -> Result<i64, Parked> {
    let value = combine::<op::Shl, W>(vm, a, b, node)?;
    if a >= 0 && value < 0 { vm.fault(ArithOp::Shl, W::BITS, Fault::Shift(value), (a, b), node) } else { Ok(value) }
}

impl Compiler<'_> {
    /// The operation in a promoted type.
    pub(super) fn combiner(&self, op: ArithOp, calc: IntRepr) -> Combine {
        match (op, calc.bits, calc.signed) {
            (ArithOp::Shl, 64, true) if self.wanted.strict => whole_shift::<op::S64>,
            (ArithOp::Shl, _, true) if self.wanted.strict => whole_shift::<op::S32>,
            _ => combiner(op, calc),
        }
    }
}

fn combiner(op: ArithOp, calc: IntRepr) -> Combine {
    fn of<W: Width>(op: ArithOp) -> Combine {
        match op {
            ArithOp::Add => combine::<op::Add, W>,
            ArithOp::Sub => combine::<op::Sub, W>,
            ArithOp::Mul => combine::<op::Mul, W>,
            ArithOp::Div => combine::<op::Div, W>,
            ArithOp::Rem => combine::<op::Rem, W>,
            ArithOp::Shl => combine::<op::Shl, W>,
            ArithOp::Shr => combine::<op::Shr, W>,
            ArithOp::And => combine::<op::And, W>,
            ArithOp::Or => combine::<op::Or, W>,
            ArithOp::Xor => combine::<op::Xor, W>,
        }
    }
    match (calc.bits, calc.signed) {
        (64, true) => of::<op::S64>(op),
        (64, false) => of::<op::U64>(op),
        (_, true) => of::<op::S32>(op),
        (_, false) => of::<op::U32>(op),
    }
}
