//! Constant expressions (6.6), found on the typed tree.

mod library;

pub(super) use library::has_call;

use super::state::Sema;
use super::tree::{
    ArithOp, CompareOp, Conversion, Expr, ExprKind, GlobalId, Init, LABEL_SPACING, Stride, StringId, UnaryOp,
};
use crate::arith::{
    Fault, IntRepr, float_to_int, fold_compare, fold_float, fold_float_compare, fold_int, fold_unary, int_to_float,
    int_to_single, to_single,
};
use crate::types::{FloatKind, Type, TypeKind};

/// What an address constant is relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Global(GlobalId),
    String(StringId),
    Function(super::tree::FunctionId),
    /// The first label of the function at hand.
    Label,
}

/// The value of a constant expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Constant {
    /// As [`ExprKind::Int`] has it; also pointers without base.
    Int(i64),
    Float(f64),
    /// An address constant and an offset in bytes.
    Address(Base, i64),
}

impl Sema<'_> {
    /// The value of an integer constant expression.
    pub fn fold_int(&self, expr: &Expr) -> Option<i64> {
        if !self.types.is_integer(expr.ty) {
            return None;
        }
        match self.fold(expr)? {
            Constant::Int(value) => Some(value),
            _ => None,
        }
    }

    /// The value of an expression that is constant.
    pub fn fold(&self, expr: &Expr) -> Option<Constant> {
        Folder { sema: self, through_const: false }.value(expr)
    }

    /// The same, reading const objects with a constant initialiser too, as gcc
    /// does in the initialisers of static objects.
    pub fn fold_static(&self, expr: &Expr) -> Option<Constant> {
        Folder { sema: self, through_const: true }.value(expr)
    }

    /// An integer cut down to a type, as [`ExprKind::Int`] has it.
    pub fn truncate(&self, value: i64, ty: Type) -> i64 {
        self.repr(ty).map_or(value, |repr| repr.wrap(value))
    }

    /// An integer type as arithmetic sees it; pointers as unsigned.
    pub fn repr(&self, ty: Type) -> Option<IntRepr> {
        if matches!(self.types.kind(ty), TypeKind::Bool) {
            return Some(IntRepr { bits: 1, signed: false });
        }
        if self.types.is_pointer(ty) {
            return Some(IntRepr { bits: 64, signed: false });
        }
        let kind = self.types.int_kind(ty)?;
        Some(IntRepr { bits: u8::try_from(kind.size() * 8).ok()?, signed: kind.is_signed() })
    }
}

struct Folder<'s, 'a> {
    sema: &'s Sema<'a>,
    through_const: bool,
}

impl Folder<'_, '_> {
    fn value(&self, expr: &Expr) -> Option<Constant> {
        match &expr.kind {
            ExprKind::Int(v) => Some(Constant::Int(*v)),
            ExprKind::Float(v) => Some(Constant::Float(*v)),
            ExprKind::Null => Some(Constant::Int(0)),
            ExprKind::Function(id) => Some(Constant::Address(Base::Function(*id), 0)),
            ExprKind::LabelAddress(label) => {
                let offset = u64::from(label.0).wrapping_mul(LABEL_SPACING);
                Some(Constant::Address(Base::Label, offset.cast_signed()))
            }
            ExprKind::AddressOf(place) | ExprKind::Decay(place) => self.place(place),
            ExprKind::Load(place) => self.load(place),
            ExprKind::Unary { op, operand } => self.unary(*op, operand, expr.ty),
            ExprKind::Binary { op, left, right } => {
                let signed = self.sema.types.is_signed(right.ty);
                let (left, right) = (self.value(left)?, self.value(right)?);
                // gcc leaves a shift by a negative number to the run.
                if matches!((op, right), (ArithOp::Shl | ArithOp::Shr, Constant::Int(by)) if signed && by < 0) {
                    return None;
                }
                self.binary(*op, left, right, expr.ty)
            }
            ExprKind::Compare { op, left, right } => {
                self.compare(*op, self.value(left)?, self.value(right)?, self.sema.repr(left.ty))
            }
            ExprKind::PointerAdd { pointer, index, stride: Stride::Bytes(stride), negative } => {
                let offset = self.offset(index, *stride)?;
                self.moved(pointer, if *negative { offset.wrapping_neg() } else { offset })
            }
            ExprKind::PointerDiff { left, right, stride: Stride::Bytes(stride) } => {
                let stride = i64::try_from(*stride).ok().filter(|s| *s > 0)?;
                match (self.value(left)?, self.value(right)?) {
                    (Constant::Int(a), Constant::Int(b)) => Some(Constant::Int(a.wrapping_sub(b) / stride)),
                    (Constant::Address(x, a), Constant::Address(y, b)) if x == y => {
                        Some(Constant::Int(a.wrapping_sub(b) / stride))
                    }
                    _ => None,
                }
            }
            ExprKind::Not(operand) => Some(Constant::Int(i64::from(!truth(self.value(operand)?)))),
            ExprKind::And(left, right) => self.logic(left, right, false),
            ExprKind::Or(left, right) => self.logic(left, right, true),
            ExprKind::Conditional { condition, then, otherwise } => match (truth(self.value(condition)?), then) {
                (true, Some(then)) => self.value(then),
                (true, None) => self.value(condition),
                (false, _) => self.value(otherwise),
            },
            ExprKind::Convert { kind, operand, .. } => self.convert(*kind, self.value(operand)?, operand.ty, expr.ty),
            ExprKind::Call { callee, arguments, .. } => self.call(callee, arguments, expr.ty),
            _ => None,
        }
    }

    fn logic(&self, left: &Expr, right: &Expr, or: bool) -> Option<Constant> {
        if truth(self.value(left)?) == or {
            return Some(Constant::Int(i64::from(or)));
        }
        Some(Constant::Int(i64::from(truth(self.value(right)?))))
    }

    fn place(&self, place: &Expr) -> Option<Constant> {
        match &place.kind {
            ExprKind::Global(id) => Some(Constant::Address(Base::Global(*id), 0)),
            ExprKind::String(id) => Some(Constant::Address(Base::String(*id), 0)),
            ExprKind::Deref(pointer) => self.value(pointer),
            ExprKind::Index { base, index, stride: Stride::Bytes(stride) } => {
                let offset = self.offset(index, *stride)?;
                self.moved(base, offset)
            }
            ExprKind::Member { base, record, index } => {
                let member = self.sema.types.record(*record)?.members.as_ref()?.get(usize::try_from(*index).ok()?)?;
                let offset = i64::try_from(member.offset).ok()?;
                match self.place(base)? {
                    Constant::Address(base, at) => Some(Constant::Address(base, at.wrapping_add(offset))),
                    Constant::Int(at) => Some(Constant::Int(at.wrapping_add(offset))),
                    Constant::Float(_) => None,
                }
            }
            _ => None,
        }
    }

    fn offset(&self, index: &Expr, stride: u64) -> Option<i64> {
        let Constant::Int(index) = self.value(index)? else { return None };
        Some(index.wrapping_mul(i64::try_from(stride).ok()?))
    }

    fn moved(&self, pointer: &Expr, by: i64) -> Option<Constant> {
        match self.value(pointer)? {
            Constant::Address(base, at) => Some(Constant::Address(base, at.wrapping_add(by))),
            Constant::Int(at) => Some(Constant::Int(at.wrapping_add(by))),
            Constant::Float(_) => None,
        }
    }

    /// The value of a const object whose initialiser is constant.
    fn load(&self, place: &Expr) -> Option<Constant> {
        let ExprKind::Global(id) = &place.kind else { return None };
        if !self.through_const || !place.ty.quals.is_const || place.ty.quals.is_volatile {
            return None;
        }
        let global = self.sema.globals.get(usize::try_from(id.0).ok()?)?;
        match &global.init {
            Some(Init::Value(value)) if !matches!(value.kind, ExprKind::Load(_)) => self.value(value),
            _ => None,
        }
    }

    fn unary(&self, op: UnaryOp, operand: &Expr, ty: Type) -> Option<Constant> {
        match (op, self.value(operand)?) {
            (_, Constant::Int(v)) => {
                let value = wrapped(fold_unary(op, self.sema.repr(ty)?, v))?;
                Some(Constant::Int(value))
            }
            (UnaryOp::Neg, Constant::Float(v)) => Some(Constant::Float(-v)),
            _ => None,
        }
    }

    fn binary(&self, op: ArithOp, left: Constant, right: Constant, ty: Type) -> Option<Constant> {
        match (left, right) {
            (Constant::Int(a), Constant::Int(b)) => {
                Some(Constant::Int(wrapped(fold_int(op, self.sema.repr(ty)?, a, b))?))
            }
            (Constant::Float(a), Constant::Float(b)) => Some(Constant::Float(self.round(fold_float(op, a, b)?, ty))),
            // An address cast to an integer, moved.
            (Constant::Address(base, at), Constant::Int(by)) | (Constant::Int(by), Constant::Address(base, at))
                if op == ArithOp::Add =>
            {
                Some(Constant::Address(base, at.wrapping_add(by)))
            }
            (Constant::Address(base, at), Constant::Int(by)) if op == ArithOp::Sub => {
                Some(Constant::Address(base, at.wrapping_sub(by)))
            }
            _ => None,
        }
    }

    fn compare(&self, op: CompareOp, left: Constant, right: Constant, repr: Option<IntRepr>) -> Option<Constant> {
        let holds = match (left, right) {
            (Constant::Int(a), Constant::Int(b)) => fold_compare(op, repr?, a, b),
            (Constant::Float(a), Constant::Float(b)) => fold_float_compare(op, a, b),
            (Constant::Address(x, a), Constant::Address(y, b)) if x == y => fold_compare(op, SIGNED, a, b),
            // No object lies at address 0.
            (Constant::Address(..), Constant::Int(0)) | (Constant::Int(0), Constant::Address(..)) => match op {
                CompareOp::Eq => false,
                CompareOp::Ne => true,
                _ => return None,
            },
            _ => return None,
        };
        Some(Constant::Int(i64::from(holds)))
    }

    fn round(&self, value: f64, ty: Type) -> f64 {
        match self.sema.types.kind(ty) {
            TypeKind::Float(FloatKind::Float) => to_single(value),
            _ => value,
        }
    }

    fn convert(&self, kind: Conversion, value: Constant, from: Type, to: Type) -> Option<Constant> {
        match (kind, value) {
            (Conversion::ToBool, value) => Some(Constant::Int(i64::from(truth(value)))),
            (Conversion::IntToInt | Conversion::PointerToInt, Constant::Int(v)) => {
                Some(Constant::Int(self.sema.truncate(v, to)))
            }
            // Only an integer that is wide enough keeps an address constant.
            (Conversion::IntToInt | Conversion::PointerToInt, Constant::Address(..)) => {
                (self.sema.types.size(to) == Ok(8)).then_some(value)
            }
            (Conversion::IntToPointer | Conversion::PointerToPointer, value) => Some(value),
            (Conversion::IntToFloat, Constant::Int(v)) => {
                let single = matches!(self.sema.types.kind(to), TypeKind::Float(FloatKind::Float));
                let convert = if single { int_to_single } else { int_to_float };
                Some(Constant::Float(convert(self.sema.repr(from)?, v)))
            }
            (Conversion::FloatToFloat, Constant::Float(v)) => Some(Constant::Float(self.round(v, to))),
            (Conversion::FloatToInt, Constant::Float(v)) => {
                Some(Constant::Int(float_to_int(self.sema.repr(to)?, v).value))
            }
            _ => None,
        }
    }
}

fn truth(value: Constant) -> bool {
    match value {
        Constant::Int(v) => v != 0,
        Constant::Float(v) => v != 0.0,
        Constant::Address(..) => true,
    }
}

/// Offsets in objects.
const SIGNED: IntRepr = IntRepr { bits: 64, signed: true };

/// A result that overflowed is still a constant, as with gcc; a division by zero is none.
fn wrapped(result: Result<i64, Fault>) -> Option<i64> {
    match result {
        Ok(value) | Err(Fault::Overflow(value) | Fault::Shift(value)) => Some(value),
        Err(_) => None,
    }
}
