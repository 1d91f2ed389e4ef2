//! Classes of values, so that what is the same for all of them is written once.

use super::Compiler;
use crate::arith::IntRepr;
use crate::eval::code::{BodyCode, InSlot, Operand};
use crate::eval::vm::{Returned, Run, Vm};
use crate::machine::{Parked, Value};
use crate::memory::{Pointer, Tag, marks};
use crate::sema::tree::{Expr, NodeId};
use crate::types::{FloatKind, IntKind, Type, TypeKind, TypeTable};

/// A scalar as memory and arithmetic see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `_Bool`, integers, enums.
    Int(IntRepr),
    /// float
    Single,
    /// double
    Double,
    /// long double
    Extended,
    /// Any pointer.
    Pointer,
}

impl Scalar {
    /// Bytes.
    pub fn size(self) -> u64 {
        match self {
            Scalar::Int(repr) => u64::from(repr.bits.div_ceil(8)),
            Scalar::Single => 4,
            Scalar::Double | Scalar::Pointer => 8,
            Scalar::Extended => 16,
        }
    }
}

/// The scalar that a type is; `None` for records, arrays, functions, void.
pub fn scalar_of(types: &TypeTable, ty: Type) -> Option<Scalar> {
    Some(match types.kind(ty) {
        TypeKind::Bool => Scalar::Int(IntRepr { bits: 1, signed: false }),
        TypeKind::Int(kind) => Scalar::Int(repr(*kind)),
        TypeKind::Enum(id) => Scalar::Int(types.enumeration(*id).and_then(|e| e.repr).map_or(INT, repr)),
        TypeKind::Float(FloatKind::Float) => Scalar::Single,
        TypeKind::Float(FloatKind::Double) => Scalar::Double,
        TypeKind::Float(FloatKind::LongDouble) => Scalar::Extended,
        TypeKind::Pointer(_) => Scalar::Pointer,
        _ => return None,
    })
}

/// The mark that a store of this type leaves; `None` for what is no scalar.
pub fn mark_of(types: &TypeTable, ty: Type) -> Option<u8> {
    Some(match scalar_of(types, ty)? {
        Scalar::Int(repr) => match repr.bits {
            1 => marks::BOOL,
            8 => marks::BYTE,
            16 => marks::INT16,
            32 => marks::INT32,
            _ => marks::INT64,
        },
        Scalar::Single => marks::FLOAT,
        Scalar::Double => marks::DOUBLE,
        Scalar::Extended => marks::LONG_DOUBLE,
        Scalar::Pointer => marks::POINTER,
    })
}

/// Are these the marks of two classes of which neither is a character's (6.5p7)?
pub fn differ(a: u8, b: u8) -> bool {
    a != b && a != marks::BYTE && b != marks::BYTE
}

const INT: IntRepr = IntRepr { bits: 32, signed: true };

fn repr(kind: IntKind) -> IntRepr {
    IntRepr { bits: u8::try_from(kind.size().saturating_mul(8)).unwrap_or(64), signed: kind.is_signed() }
}

impl Compiler<'_> {
    /// The scalar that a type is.
    pub(super) fn scalar(&self, ty: Type) -> Option<Scalar> {
        scalar_of(&self.program.types, ty)
    }

    /// The integer type that a type is; int if it is none.
    pub(super) fn repr(&self, ty: Type) -> IntRepr {
        match self.scalar(ty) {
            Some(Scalar::Int(repr)) => repr,
            _ => INT,
        }
    }
}

/// A class of values that closures pass on: `i64`, `f64` or [`Pointer`].
pub trait Class: InSlot {
    /// Takes two slots: value and tag.
    const TAGGED: bool;
    /// Compiles an expression that yields this class.
    fn operand(c: &mut Compiler<'_>, e: &Expr) -> Operand<Self>;
    /// Takes the value of a `return`.
    fn returned(returned: &Returned) -> Self;
    /// Leaves the value of a `return`.
    fn leave(returned: &mut Returned, value: Self);
    /// The body that yields this class, if it does.
    fn body(code: &BodyCode) -> Option<&Run<Self>>;
    /// A body of this class.
    fn wrap(run: Run<Self>) -> BodyCode;
    /// From what a library function answered.
    fn from_value(value: Value) -> Option<Self>;
    /// Stands in where a bad access gave none.
    fn zero() -> Self;
    /// Stores a value in a local's slots.
    fn set_slot(vm: &mut Vm<'_>, k: usize, value: Self, node: NodeId);
    /// As words: value and, for a pointer, tag (1 otherwise).
    fn words(self) -> (u64, u64);
    /// From such words.
    fn from_words(words: (u64, u64)) -> Self;
}

impl Class for i64 {
    const TAGGED: bool = false;
    fn operand(c: &mut Compiler<'_>, e: &Expr) -> Operand<i64> {
        c.int(e)
    }
    #[inline(always)]
    fn returned(returned: &Returned) -> i64 {
        returned.int
    }
    #[inline(always)]
    fn leave(returned: &mut Returned, value: i64) {
        returned.int = value;
    }
    #[inline(always)]
    fn body(code: &BodyCode) -> Option<&Run<i64>> {
        if let BodyCode::Int(run) = code { Some(run) } else { None }
    }
    fn wrap(run: Run<i64>) -> BodyCode {
        BodyCode::Int(run)
    }
    fn from_value(value: Value) -> Option<i64> {
        if let Value::Int(value) = value { Some(value) } else { None }
    }
    fn zero() -> i64 {
        0
    }
    #[inline(always)]
    fn set_slot(vm: &mut Vm<'_>, k: usize, value: i64, _: NodeId) {
        vm.set_slot(k, value.cast_unsigned());
    }
    #[inline(always)]
    fn words(self) -> (u64, u64) {
        (self.cast_unsigned(), 1)
    }
    #[inline(always)]
    fn from_words(words: (u64, u64)) -> i64 {
        words.0.cast_signed()
    }
}

impl Class for f64 {
    const TAGGED: bool = false;
    fn operand(c: &mut Compiler<'_>, e: &Expr) -> Operand<f64> {
        c.float(e)
    }
    #[inline(always)]
    fn returned(returned: &Returned) -> f64 {
        returned.float
    }
    #[inline(always)]
    fn leave(returned: &mut Returned, value: f64) {
        returned.float = value;
    }
    #[inline(always)]
    fn body(code: &BodyCode) -> Option<&Run<f64>> {
        if let BodyCode::Float(run) = code { Some(run) } else { None }
    }
    fn wrap(run: Run<f64>) -> BodyCode {
        BodyCode::Float(run)
    }
    fn from_value(value: Value) -> Option<f64> {
        if let Value::Float(value) = value { Some(value) } else { None }
    }
    fn zero() -> f64 {
        0.0
    }
    #[inline(always)]
    fn set_slot(vm: &mut Vm<'_>, k: usize, value: f64, _: NodeId) {
        vm.set_slot(k, value.to_bits());
    }
    #[inline(always)]
    fn words(self) -> (u64, u64) {
        (self.to_bits(), 1)
    }
    #[inline(always)]
    fn from_words(words: (u64, u64)) -> f64 {
        f64::from_bits(words.0)
    }
}

impl Class for Pointer {
    const TAGGED: bool = true;
    fn operand(c: &mut Compiler<'_>, e: &Expr) -> Operand<Pointer> {
        c.pointer(e)
    }
    #[inline(always)]
    fn returned(returned: &Returned) -> Pointer {
        returned.pointer
    }
    #[inline(always)]
    fn leave(returned: &mut Returned, value: Pointer) {
        returned.pointer = value;
    }
    #[inline(always)]
    fn body(code: &BodyCode) -> Option<&Run<Pointer>> {
        if let BodyCode::Pointer(run) = code { Some(run) } else { None }
    }
    fn wrap(run: Run<Pointer>) -> BodyCode {
        BodyCode::Pointer(run)
    }
    fn from_value(value: Value) -> Option<Pointer> {
        if let Value::Pointer(value) = value { Some(value) } else { None }
    }
    fn zero() -> Pointer {
        Pointer::NULL
    }
    #[inline(always)]
    fn set_slot(vm: &mut Vm<'_>, k: usize, value: Pointer, node: NodeId) {
        vm.set_pointer(k, value, node);
    }
    #[inline(always)]
    fn words(self) -> (u64, u64) {
        (self.addr, self.tag.raw())
    }
    #[inline(always)]
    fn from_words(words: (u64, u64)) -> Pointer {
        Pointer { addr: words.0, tag: Tag::from_raw(words.1).unwrap_or(Tag::NONE) }
    }
}

/// What an access of a class does on a bad path.
pub(super) fn stand_in<T: Class>(result: Result<(), Parked>) -> Result<T, Parked> {
    result.map(|()| T::zero())
}
