//! Expressions that yield an integer.

use super::{Class, Compiler, Scalar, unexpected};
use crate::arith::{ArithOp, IntOperator, IntRepr, UnaryOp, Width, op};
use crate::eval::attempt::{Attempt, attempt};
use crate::eval::code::{Operand, Source, with_leaf};
use crate::eval::fused::{FusedInt, MulAdd, Pair, Plus};
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::{Expr, ExprKind, NodeId};
use std::marker::PhantomData;

impl Compiler<'_> {
    /// An expression of integer type.
    pub(super) fn int(&mut self, e: &Expr) -> Operand<i64> {
        if let Some(whole) = self.whole(e, |c| c.int(e).boxed()) {
            return Operand::Run(whole);
        }
        match &e.kind {
            ExprKind::Int(value) => Operand::Const(*value),
            ExprKind::Load(place) => self.load_int(place, e),
            ExprKind::Unary { op, operand } => self.int_unary(*op, operand, e),
            ExprKind::Binary { op, left, right } => self.int_binary(*op, left, right, e),
            ExprKind::Compare { .. } | ExprKind::Not(_) | ExprKind::And(..) | ExprKind::Or(..) => {
                let condition = self.condition(e);
                Operand::Run(Box::new(move |vm| condition(vm).map(i64::from)))
            }
            ExprKind::PointerDiff { left, right, stride } => self.pointer_difference(left, right, stride, e),
            ExprKind::Convert { kind, operand, .. } => self.convert_to_int(*kind, operand, e),
            ExprKind::SizeofVla(size) => self.int(size),
            _ => self.common::<i64>(e),
        }
    }

    fn int_unary(&mut self, op: UnaryOp, operand: &Expr, e: &Expr) -> Operand<i64> {
        let repr = self.repr(e.ty);
        let value = self.int(operand);
        match op {
            UnaryOp::Neg => arithmetic(ArithOp::Sub, repr, Operand::Const(0), value, e.id),
            UnaryOp::BitNot => {
                let value = value.boxed();
                Operand::Run(Box::new(move |vm| Ok(repr.wrap(!value(vm)?))))
            }
        }
    }

    fn int_binary(&mut self, op: ArithOp, left: &Expr, right: &Expr, e: &Expr) -> Operand<i64> {
        let repr = self.repr(e.ty);
        if op == ArithOp::Add
            && repr == INT
            && let ExprKind::Binary { op: ArithOp::Mul, left: a, right: b } = &left.kind
            && is_local(a)
            && is_local(b)
            && is_local(right)
            && let (Operand::Slot(a), Operand::Slot(b), Operand::Slot(c)) = (self.int(a), self.int(b), self.int(right))
        {
            return Operand::Fused(FusedInt::MulAdd(MulAdd { a, b, c, product: left.id, sum: e.id }));
        }
        let left = self.int(left);
        let right = self.int(right);
        if op == ArithOp::Shl && self.wanted.strict {
            let (combine, node) = (self.combiner(op, repr), e.id);
            let (left, right) = (left.boxed(), right.boxed());
            return Operand::Run(Box::new(move |vm| {
                let left = left(vm)?;
                let right = right(vm)?;
                combine(vm, left, right, node)
            }));
        }
        arithmetic(op, repr, left, right, e.id)
    }
}

/// The value of a local: cheap to compile twice.
fn is_local(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Load(place) if matches!(place.kind, ExprKind::Local(_)))
}

const INT: IntRepr = IntRepr { bits: 32, signed: true };
const INT_MIN: i64 = -(1 << 31);

/// The operation on two operands. Folds constants where nothing is to be told.
pub(super) fn arithmetic(
    op: ArithOp,
    repr: IntRepr,
    left: Operand<i64>,
    right: Operand<i64>,
    node: NodeId,
) -> Operand<i64> {
    if let (Operand::Const(a), Operand::Const(b)) = (&left, &right)
        && let Ok(value) = crate::arith::fold_int(op, repr, *a, *b)
    {
        return Operand::Const(value);
    }
    let (left, right) = match (op, left, right) {
        (ArithOp::Add, Operand::Slot(slot), Operand::Const(constant)) if repr == INT => {
            return Operand::Fused(FusedInt::Plus(Plus { slot, constant, subtracted: false, node }));
        }
        (ArithOp::Sub, Operand::Slot(slot), Operand::Const(constant)) if repr == INT && constant != INT_MIN => {
            let constant = constant.wrapping_neg();
            return Operand::Fused(FusedInt::Plus(Plus { slot, constant, subtracted: true, node }));
        }
        (ArithOp::Add, Operand::Slot(a), Operand::Slot(b)) if repr == INT => {
            return Operand::Fused(FusedInt::Sum(Pair { a, b, node, operator: PhantomData }));
        }
        (ArithOp::Sub, Operand::Slot(a), Operand::Slot(b)) if repr == INT => {
            return Operand::Fused(FusedInt::Difference(Pair { a, b, node, operator: PhantomData }));
        }
        (_, left, right) => (left, right),
    };
    Operand::Run(match (repr.bits, repr.signed) {
        (64, true) => in_width::<op::S64>(op, left, right, node),
        (64, false) => in_width::<op::U64>(op, left, right, node),
        (_, true) => in_width::<op::S32>(op, left, right, node),
        (_, false) => in_width::<op::U32>(op, left, right, node),
    })
}

fn in_width<W: Width>(op: ArithOp, left: Operand<i64>, right: Operand<i64>, node: NodeId) -> Run<i64> {
    match op {
        ArithOp::Add => fused::<op::Add, W>(op, left, right, node),
        ArithOp::Sub => fused::<op::Sub, W>(op, left, right, node),
        ArithOp::Mul => fused::<op::Mul, W>(op, left, right, node),
        ArithOp::Div => plain::<op::Div, W>(op, left, right, node),
        ArithOp::Rem => plain::<op::Rem, W>(op, left, right, node),
        ArithOp::Shl => plain::<op::Shl, W>(op, left, right, node),
        ArithOp::Shr => plain::<op::Shr, W>(op, left, right, node),
        ArithOp::And => plain::<op::And, W>(op, left, right, node),
        ArithOp::Or => plain::<op::Or, W>(op, left, right, node),
        ArithOp::Xor => plain::<op::Xor, W>(op, left, right, node),
    }
}

/// A closure for each pair of forms of the operands.
fn fused<O: IntOperator, W: Width>(op: ArithOp, left: Operand<i64>, right: Operand<i64>, node: NodeId) -> Run<i64> {
    with_leaf!(left, |a| with_leaf!(right, |b| apply::<O, W>(op, a, b, node)))
}

/// A closure for the commonest forms only.
fn plain<O: IntOperator, W: Width>(op: ArithOp, left: Operand<i64>, right: Operand<i64>, node: NodeId) -> Run<i64> {
    let left = left.boxed();
    match right {
        Operand::Const(b) => apply::<O, W>(op, left, crate::eval::code::Const(b), node),
        right => apply::<O, W>(op, left, right.boxed(), node),
    }
}

fn apply<O: IntOperator, W: Width>(
    op: ArithOp,
    left: impl Source<i64>,
    right: impl Source<i64>,
    node: NodeId,
) -> Run<i64> {
    attempt(Apply { op, left, right, node, how: PhantomData::<(O, W)> })
}

struct Apply<A, B, H> {
    op: ArithOp,
    left: A,
    right: B,
    node: NodeId,
    how: PhantomData<H>,
}

impl<A: Source<i64>, B: Source<i64>, O: IntOperator, W: Width> Attempt<i64> for Apply<A, B, (O, W)> {
    const LEAF: bool = A::LEAF && B::LEAF;

    #[inline(always)]
    fn quick(&self, vm: &mut Vm<'_>) -> Option<i64> {
        O::apply::<W>(self.left.peek(vm)?, self.right.peek(vm)?)
    }

    #[inline(always)]
    fn full(&self, vm: &mut Vm<'_>) -> Result<i64, Parked> {
        let a = self.left.get(vm)?;
        let b = self.right.get(vm)?;
        match O::apply::<W>(a, b) {
            Some(value) => Ok(value),
            None => vm.fault(self.op, W::BITS, O::fault::<W>(a, b), (a, b), self.node),
        }
    }
}

impl Compiler<'_> {
    /// Integers as closures, whatever the expression's class: conditions count too.
    pub(super) fn int_run(&mut self, e: &Expr) -> Run<i64> {
        match self.scalar(e.ty) {
            Some(Scalar::Int(_)) => <i64 as Class>::operand(self, e).boxed(),
            _ => unexpected(e, "an integer was expected"),
        }
    }
}
