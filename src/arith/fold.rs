//! The operators by name, for whoever has a type as data: folding constants.

use super::fault::Fault;
use super::float::FloatOperator;
use super::integer::{Comparison, IntOperator};
use super::op;
use super::width::{IntRepr, S32, S64, U32, U64, Width};

/// Unary arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Neg,
    BitNot,
}

/// Binary arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ArithOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Shl,
    Shr,
    And,
    Or,
    Xor,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum CompareOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// An integer operation in a promoted type.
///
/// # Errors
/// What C leaves undefined, with what x86-64 makes of it.
pub fn fold_int(op: ArithOp, repr: IntRepr, left: i64, right: i64) -> Result<i64, Fault> {
    match (repr.bits, repr.signed) {
        (64, true) => in_width::<S64>(op, left, right),
        (64, false) => in_width::<U64>(op, left, right),
        (_, true) => in_width::<S32>(op, left, right),
        (_, false) => in_width::<U32>(op, left, right),
    }
}

fn in_width<W: Width>(op: ArithOp, left: i64, right: i64) -> Result<i64, Fault> {
    fn one<O: IntOperator, W: Width>(left: i64, right: i64) -> Result<i64, Fault> {
        O::apply::<W>(left, right).ok_or_else(|| O::fault::<W>(left, right))
    }
    match op {
        ArithOp::Add => one::<op::Add, W>(left, right),
        ArithOp::Sub => one::<op::Sub, W>(left, right),
        ArithOp::Mul => one::<op::Mul, W>(left, right),
        ArithOp::Div => one::<op::Div, W>(left, right),
        ArithOp::Rem => one::<op::Rem, W>(left, right),
        ArithOp::Shl => one::<op::Shl, W>(left, right),
        ArithOp::Shr => one::<op::Shr, W>(left, right),
        ArithOp::And => one::<op::And, W>(left, right),
        ArithOp::Or => one::<op::Or, W>(left, right),
        ArithOp::Xor => one::<op::Xor, W>(left, right),
    }
}

/// A unary operation in a promoted type.
///
/// # Errors
/// `-INT_MIN`.
pub fn fold_unary(op: UnaryOp, repr: IntRepr, value: i64) -> Result<i64, Fault> {
    match op {
        UnaryOp::Neg => fold_int(ArithOp::Sub, repr, 0, value),
        UnaryOp::BitNot => Ok(repr.wrap(!value)),
    }
}

/// A comparison of integers of one type.
pub fn fold_compare(op: CompareOp, repr: IntRepr, left: i64, right: i64) -> bool {
    fn one<C: Comparison>(repr: IntRepr, left: i64, right: i64) -> bool {
        if repr.signed { C::test::<S64>(left, right) } else { C::test::<U64>(left, right) }
    }
    match op {
        CompareOp::Eq => one::<op::Eq>(repr, left, right),
        CompareOp::Ne => one::<op::Ne>(repr, left, right),
        CompareOp::Lt => one::<op::Lt>(repr, left, right),
        CompareOp::Le => one::<op::Le>(repr, left, right),
        CompareOp::Gt => one::<op::Gt>(repr, left, right),
        CompareOp::Ge => one::<op::Ge>(repr, left, right),
    }
}

/// A floating operation; `None` for operators that floating types do not have.
pub fn fold_float(op: ArithOp, left: f64, right: f64) -> Option<f64> {
    match op {
        ArithOp::Add => Some(op::FAdd::apply(left, right)),
        ArithOp::Sub => Some(op::FSub::apply(left, right)),
        ArithOp::Mul => Some(op::FMul::apply(left, right)),
        ArithOp::Div => Some(op::FDiv::apply(left, right)),
        _ => None,
    }
}

/// A comparison of floating values.
pub fn fold_float_compare(op: CompareOp, left: f64, right: f64) -> bool {
    match op {
        CompareOp::Eq => op::Eq::test_float(left, right),
        CompareOp::Ne => op::Ne::test_float(left, right),
        CompareOp::Lt => op::Lt::test_float(left, right),
        CompareOp::Le => op::Le::test_float(left, right),
        CompareOp::Gt => op::Gt::test_float(left, right),
        CompareOp::Ge => op::Ge::test_float(left, right),
    }
}
