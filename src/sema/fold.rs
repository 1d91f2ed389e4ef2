//! Constant expressions (6.6), found on the typed tree.

use super::state::Sema;
use super::tree::{ArithOp, CompareOp, Conversion, Expr, ExprKind, GlobalId, Init, Stride, StringId, UnaryOp};
use crate::types::{FloatKind, IntKind, Type, TypeKind};

/// What an address constant is relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Global(GlobalId),
    String(StringId),
    Function(super::tree::FunctionId),
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
        match self.types.kind(ty) {
            TypeKind::Bool => i64::from(value != 0),
            _ => truncate(value, self.types.int_kind(ty).unwrap_or(IntKind::Long)),
        }
    }
}

/// An integer cut down to a kind and extended again.
fn truncate(value: i64, kind: IntKind) -> i64 {
    let bits = u32::try_from(kind.size() * 8).unwrap_or(64);
    let spare = 64u32.saturating_sub(bits);
    if kind.is_signed() {
        value.wrapping_shl(spare).wrapping_shr(spare)
    } else {
        value.cast_unsigned().wrapping_shl(spare).wrapping_shr(spare).cast_signed()
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
            ExprKind::LabelAddress(_) => Some(Constant::Address(Base::Label, 0)),
            ExprKind::AddressOf(place) | ExprKind::Decay(place) => self.place(place),
            ExprKind::Load(place) => self.load(place),
            ExprKind::Unary { op, operand } => self.unary(*op, operand, expr.ty),
            ExprKind::Binary { op, left, right } => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                self.binary(*op, left, right, expr.ty)
            }
            ExprKind::Compare { op, left, right } => {
                let unsigned = !self.sema.types.is_signed(left.ty);
                self.compare(*op, self.value(left)?, self.value(right)?, unsigned)
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
            (UnaryOp::Neg, Constant::Int(v)) => Some(Constant::Int(self.sema.truncate(v.wrapping_neg(), ty))),
            (UnaryOp::BitNot, Constant::Int(v)) => Some(Constant::Int(self.sema.truncate(!v, ty))),
            (UnaryOp::Neg, Constant::Float(v)) => Some(Constant::Float(-v)),
            _ => None,
        }
    }

    fn binary(&self, op: ArithOp, left: Constant, right: Constant, ty: Type) -> Option<Constant> {
        match (left, right) {
            (Constant::Int(a), Constant::Int(b)) => {
                let kind = self.sema.types.int_kind(ty)?;
                Some(Constant::Int(truncate(integer(op, a, b, kind)?, kind)))
            }
            (Constant::Float(a), Constant::Float(b)) => {
                let value = match op {
                    ArithOp::Add => a + b,
                    ArithOp::Sub => a - b,
                    ArithOp::Mul => a * b,
                    ArithOp::Div => a / b,
                    _ => return None,
                };
                Some(Constant::Float(self.round(value, ty)))
            }
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

    fn compare(&self, op: CompareOp, left: Constant, right: Constant, unsigned: bool) -> Option<Constant> {
        let order = match (left, right) {
            (Constant::Int(a), Constant::Int(b)) if unsigned => a.cast_unsigned().partial_cmp(&b.cast_unsigned()),
            (Constant::Int(a), Constant::Int(b)) => a.partial_cmp(&b),
            (Constant::Float(a), Constant::Float(b)) => a.partial_cmp(&b),
            (Constant::Address(x, a), Constant::Address(y, b)) if x == y => a.partial_cmp(&b),
            // No object lies at address 0.
            (Constant::Address(..), Constant::Int(0)) | (Constant::Int(0), Constant::Address(..)) => match op {
                CompareOp::Eq => return Some(Constant::Int(0)),
                CompareOp::Ne => return Some(Constant::Int(1)),
                _ => return None,
            },
            _ => return None,
        };
        let holds = match op {
            CompareOp::Eq => order == Some(std::cmp::Ordering::Equal),
            CompareOp::Ne => order != Some(std::cmp::Ordering::Equal),
            CompareOp::Lt => order.is_some_and(std::cmp::Ordering::is_lt),
            CompareOp::Le => order.is_some_and(std::cmp::Ordering::is_le),
            CompareOp::Gt => order.is_some_and(std::cmp::Ordering::is_gt),
            CompareOp::Ge => order.is_some_and(std::cmp::Ordering::is_ge),
        };
        Some(Constant::Int(i64::from(holds)))
    }

    fn round(&self, value: f64, ty: Type) -> f64 {
        match self.sema.types.kind(ty) {
            TypeKind::Float(FloatKind::Float) => f64::from(value as f32),
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
                let wide = if self.sema.types.is_signed(from) { v as f64 } else { v.cast_unsigned() as f64 };
                // From 64 bits to float in one rounding.
                let value = match self.sema.types.kind(to) {
                    TypeKind::Float(FloatKind::Float) if self.sema.types.is_signed(from) => f64::from(v as f32),
                    TypeKind::Float(FloatKind::Float) => f64::from(v.cast_unsigned() as f32),
                    _ => wide,
                };
                Some(Constant::Float(value))
            }
            (Conversion::FloatToFloat, Constant::Float(v)) => Some(Constant::Float(self.round(v, to))),
            (Conversion::FloatToInt, Constant::Float(v)) => {
                let kind = self.sema.types.int_kind(to)?;
                let cut = v.trunc();
                let bits = i32::try_from(kind.size() * 8).ok()?;
                let (low, high) = if kind.is_signed() {
                    (-(2f64.powi(bits - 1)), 2f64.powi(bits - 1))
                } else {
                    (0.0, 2f64.powi(bits))
                };
                if !(cut >= low && cut < high) {
                    return None;
                }
                let whole = if kind.is_signed() { cut as i64 } else { (cut as u64).cast_signed() };
                Some(Constant::Int(truncate(whole, kind)))
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

fn integer(op: ArithOp, a: i64, b: i64, kind: IntKind) -> Option<i64> {
    let signed = kind.is_signed();
    let (ua, ub) = (a.cast_unsigned(), b.cast_unsigned());
    let bits = i64::try_from(kind.size() * 8).ok()?;
    let amount = u32::try_from(b).ok().filter(|_| b < bits);
    Some(match op {
        ArithOp::Add => a.wrapping_add(b),
        ArithOp::Sub => a.wrapping_sub(b),
        ArithOp::Mul => a.wrapping_mul(b),
        ArithOp::Div if signed => a.checked_div(b)?,
        ArithOp::Div => ua.checked_div(ub)?.cast_signed(),
        ArithOp::Rem if signed => a.checked_rem(b)?,
        ArithOp::Rem => ua.checked_rem(ub)?.cast_signed(),
        ArithOp::Shl => a.wrapping_shl(amount?),
        ArithOp::Shr if signed => a.wrapping_shr(amount?),
        ArithOp::Shr => ua.wrapping_shr(amount?).cast_signed(),
        ArithOp::And => a & b,
        ArithOp::Or => a | b,
        ArithOp::Xor => a ^ b,
    })
}
