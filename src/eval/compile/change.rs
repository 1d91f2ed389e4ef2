//! What `op=`, `++` and `--` do to a value (6.5.16.2, 6.5.2.4, 6.5.3.1).

use super::combine::Combine;
use super::{Compiler, Scalar};
use crate::arith::{ArithOp, IntRepr, float_to_int, fold_float, int_to_float, to_single};
use crate::eval::code::{Operand, Slot};
use crate::eval::fused::Plus;
use crate::eval::layout::Storage;
use crate::eval::vm::{Run, Vm};
use crate::machine::Parked;
use crate::sema::tree::{Expr, ExprKind, NodeId, Stride};

/// How the new value comes from the old one.
pub(super) struct Change {
    /// The value is the old one (`x++`).
    pub(super) post: bool,
    /// What is done.
    pub(super) kind: ChangeKind,
}

/// What is done to the old value.
pub(super) enum ChangeKind {
    /// `left = (left)((calc)left op right)`
    Int { right: Operand<i64>, op: ArithOp, combine: Combine, calc: IntRepr, own: IntRepr },
    /// An integer place, computed in floating.
    IntByFloat { right: Run<f64>, how: ByFloat },
    /// A floating place, where the program asks for the flags.
    Watched { right: Run<f64>, how: InEnvironment },
    /// A floating place.
    Float { right: Operand<f64>, op: ArithOp, own_single: bool, single: bool },
    /// A pointer place: moved by so many bytes.
    Pointer { distance: Operand<i64> },
}

/// How an integer is changed in floating.
#[derive(Clone, Copy)]
pub(super) struct ByFloat {
    op: ArithOp,
    own: IntRepr,
    /// It is computed in float.
    single: bool,
    /// The program asks for the flags.
    watched: bool,
}

/// How a floating value is changed where the program asks for the flags.
#[derive(Clone, Copy)]
pub(super) struct InEnvironment {
    op: ArithOp,
    /// It is computed in float.
    single: bool,
    /// It is computed in double and stored in a float.
    narrows: bool,
}

impl Compiler<'_> {
    /// What a node of this family does, and to which place.
    pub(super) fn change<'e>(&mut self, e: &'e Expr) -> Option<(&'e Expr, Change)> {
        match &e.kind {
            ExprKind::AssignOp { op, left, right, calc } => {
                let kind = match (self.scalar(left.ty)?, self.scalar(*calc)?) {
                    (Scalar::Int(own), Scalar::Int(calc)) => ChangeKind::Int {
                        right: self.int(right),
                        op: *op,
                        combine: self.combiner(*op, calc),
                        calc,
                        own,
                    },
                    (Scalar::Int(own), calc) => {
                        let watched = self.wanted.asked.flags;
                        let how = ByFloat { op: *op, own, single: calc == Scalar::Single, watched };
                        ChangeKind::IntByFloat { right: self.divisor(*op, right, e.id).boxed(), how }
                    }
                    (own, calc) if self.wanted.asked.flags => {
                        let single = calc == Scalar::Single;
                        let how = InEnvironment { op: *op, single, narrows: own == Scalar::Single && !single };
                        ChangeKind::Watched { right: self.divisor(*op, right, e.id).boxed(), how }
                    }
                    (own, calc) => ChangeKind::Float {
                        right: self.divisor(*op, right, e.id),
                        op: *op,
                        own_single: own == Scalar::Single,
                        single: calc == Scalar::Single,
                    },
                };
                Some((left, Change { post: false, kind }))
            }
            ExprKind::PointerAssign { left, index, stride, negative } => {
                let distance = self.distance(index, stride, *negative);
                Some((left, Change { post: false, kind: ChangeKind::Pointer { distance } }))
            }
            ExprKind::IncDec { place, stride, increment, prefix } => {
                let op = if *increment { ArithOp::Add } else { ArithOp::Sub };
                let kind = match (self.scalar(place.ty)?, stride) {
                    (Scalar::Int(own), _) => {
                        // Computed in the promoted type (6.5.3.1p2, 6.3.1.1p2).
                        let calc = if own.bits < 32 { IntRepr { bits: 32, signed: true } } else { own };
                        ChangeKind::Int { right: Operand::Const(1), op, combine: self.combiner(op, calc), calc, own }
                    }
                    (Scalar::Pointer, Some(stride)) => {
                        ChangeKind::Pointer { distance: self.unit_distance(stride, !*increment) }
                    }
                    (own, _) if self.wanted.asked.flags => {
                        let how = InEnvironment { op, single: own == Scalar::Single, narrows: false };
                        ChangeKind::Watched { right: Operand::Const(1.0).boxed(), how }
                    }
                    (own, _) => ChangeKind::Float {
                        right: Operand::Const(1.0),
                        op,
                        own_single: own == Scalar::Single,
                        single: own == Scalar::Single,
                    },
                };
                Some((place, Change { post: !*prefix, kind }))
            }
            _ => None,
        }
    }

    /// The right side of a floating `op=`; where it divides, zero is told.
    fn divisor(&mut self, op: ArithOp, right: &Expr, node: NodeId) -> Operand<f64> {
        let value = self.float(right);
        if op != ArithOp::Div {
            return value;
        }
        let value = value.boxed();
        Operand::Run(Box::new(move |vm| {
            let value = value(vm)?;
            if value == 0.0 {
                vm.float_division(node)?;
            }
            Ok(value)
        }))
    }

    fn distance(&mut self, index: &Expr, stride: &Stride, negative: bool) -> Operand<i64> {
        let sign = if negative { -1i64 } else { 1 };
        let index = self.int(index);
        match (stride, index) {
            (Stride::Bytes(bytes), Operand::Const(index)) => {
                Operand::Const(index.wrapping_mul(bytes.cast_signed()).wrapping_mul(sign))
            }
            (Stride::Bytes(bytes), index) => {
                let (index, bytes) = (index.boxed(), bytes.cast_signed().wrapping_mul(sign));
                Operand::Run(Box::new(move |vm| Ok(index(vm)?.wrapping_mul(bytes))))
            }
            (Stride::Variable(size), index) => {
                let (index, size) = (index.boxed(), self.int(size).boxed());
                Operand::Run(Box::new(move |vm| Ok(index(vm)?.wrapping_mul(size(vm)?).wrapping_mul(sign))))
            }
        }
    }

    fn unit_distance(&mut self, stride: &Stride, negative: bool) -> Operand<i64> {
        let sign = if negative { -1i64 } else { 1 };
        match stride {
            Stride::Bytes(bytes) => Operand::Const(bytes.cast_signed().wrapping_mul(sign)),
            Stride::Variable(size) => {
                let size = self.int(size).boxed();
                Operand::Run(Box::new(move |vm| Ok(size(vm)?.wrapping_mul(sign))))
            }
        }
    }

    /// `i++`, `i--`, `i += 2` of an int in a slot that flow proves written.
    pub(super) fn advance(&mut self, e: &Expr) -> Option<Plus> {
        let simple = match &e.kind {
            ExprKind::IncDec { .. } => true,
            ExprKind::AssignOp { right, .. } => matches!(right.kind, ExprKind::Int(_)),
            _ => false,
        };
        let (place, change) = if simple { self.change(e)? } else { return None };
        let ExprKind::Local(local) = &place.kind else { return None };
        let Storage::Slot { k, flag: None } = self.storage(*local)? else { return None };
        let ChangeKind::Int { right: Operand::Const(right), op, own: IntRepr { bits: 32, signed: true }, .. } =
            change.kind
        else {
            return None;
        };
        let slot = Slot { k, node: e.id };
        match op {
            ArithOp::Add => Some(Plus { slot, constant: right, subtracted: false, node: e.id }),
            ArithOp::Sub if right > i64::from(i32::MIN) => {
                Some(Plus { slot, constant: right.wrapping_neg(), subtracted: true, node: e.id })
            }
            _ => None,
        }
    }
}

/// The new value of an integer that was computed in floating.
pub(super) fn int_by_float(
    vm: &mut Vm<'_>,
    old: i64,
    right: f64,
    ByFloat { op, own, single, watched }: ByFloat,
    node: NodeId,
) -> Result<i64, Parked> {
    if watched {
        let environment = &mut vm.machine.float;
        let left = environment.from_int(own, old, single);
        let new = environment.binary(op, left, right, single);
        return int_from_watched(vm, new, own, node);
    }
    let left = int_to_float(own, old);
    let left = if single { to_single(left) } else { left };
    let new = fold_float(op, left, right).unwrap_or(left);
    let new = if single { to_single(new) } else { new };
    if own.bits == 1 {
        return Ok(i64::from(new != 0.0));
    }
    let result = float_to_int(own, new);
    if result.overflows {
        vm.float_overflow(new, own, node)?;
    }
    Ok(result.value)
}

fn int_from_watched(vm: &mut Vm<'_>, new: f64, own: IntRepr, node: NodeId) -> Result<i64, Parked> {
    if own.bits == 1 {
        return Ok(i64::from(new != 0.0));
    }
    let result = float_to_int(own, new);
    vm.machine.float.to_int(new, result);
    if result.overflows {
        vm.float_overflow(new, own, node)?;
    }
    Ok(result.value)
}

/// The new value of a floating place, as the environment has it.
pub(super) fn in_environment(vm: &mut Vm<'_>, old: f64, right: f64, how: InEnvironment) -> f64 {
    let environment = &mut vm.machine.float;
    let new = environment.binary(how.op, old, right, how.single);
    if how.narrows { environment.narrow(new) } else { new }
}
