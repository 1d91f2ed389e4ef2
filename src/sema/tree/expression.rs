//! Expressions of the typed tree.

pub use crate::arith::{ArithOp, CompareOp, UnaryOp};

use super::{Block, FunctionId, GlobalId, Init, LabelId, LocalId, NodeId, StringId};
use crate::types::{RecordId, Type};

/// An expression: a value, or (where noted) a place.
#[derive(Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// The type of its value, or of the object at its place (with its qualifiers).
    pub ty: Type,
    /// Its number.
    pub id: NodeId,
}

/// The expressions. "Place" marks lvalues.
#[derive(Debug)]
pub enum ExprKind {
    /// An integer, as its type extended to 64 bits (zero-extended if unsigned,
    /// so that an `unsigned long` is the same 64 bits). Also enums and `_Bool`.
    Int(i64),
    /// A floating value (float is already rounded).
    Float(f64),
    /// A null pointer constant.
    Null,

    /// Place: a local.
    Local(LocalId),
    /// Place: an object with static storage duration.
    Global(GlobalId),
    /// Place: a string literal's array.
    String(StringId),
    /// Place: where a pointer points.
    Deref(Box<Expr>),
    /// Place: `base[index]`; the base is a pointer value, an array as [`ExprKind::Decay`].
    /// `*(p + i)` is this too.
    Index {
        /// A pointer.
        base: Box<Expr>,
        /// An integer of any (promoted) type.
        index: Box<Expr>,
        /// Size of an element.
        stride: Stride,
    },
    /// Place if its base is one: a member of a struct or union. The base is a
    /// place or a struct value. `p->m` is the member of a [`ExprKind::Deref`].
    Member {
        /// The struct.
        base: Box<Expr>,
        /// Its definition.
        record: RecordId,
        /// Which of its members.
        index: u32,
    },
    /// Place: a compound literal. Reaching it initialises its local.
    CompoundLiteral {
        /// Its storage.
        local: LocalId,
        /// What it holds.
        init: Box<Init>,
    },

    /// The value at a place (6.3.2.1p2); for a struct, all of it.
    Load(Box<Expr>),
    /// The pointer to the first element of the array at a place (6.3.2.1p3).
    Decay(Box<Expr>),
    /// The pointer to a function.
    Function(FunctionId),
    /// The address of a place.
    AddressOf(Box<Expr>),
    /// `&&label` (gcc): a `void *`.
    LabelAddress(LabelId),

    /// `-x`, `~x`: operand and result of the same promoted type.
    Unary {
        /// Which.
        op: UnaryOp,
        /// Its operand.
        operand: Box<Expr>,
    },
    /// Integer and floating arithmetic; both operands have the result's type,
    /// but the right one of a shift has its own promoted type.
    Binary {
        /// Which.
        op: ArithOp,
        /// Left.
        left: Box<Expr>,
        /// Right.
        right: Box<Expr>,
    },
    /// A comparison of two values of the same type class (integers of one type,
    /// floating of one type, or two pointers); the result is int.
    Compare {
        /// Which.
        op: CompareOp,
        /// Left.
        left: Box<Expr>,
        /// Right.
        right: Box<Expr>,
    },
    /// A pointer moved by `index` elements, forwards or backwards.
    PointerAdd {
        /// The pointer.
        pointer: Box<Expr>,
        /// An integer.
        index: Box<Expr>,
        /// Size of an element.
        stride: Stride,
        /// `p - i`
        negative: bool,
    },
    /// The distance of two pointers in elements.
    PointerDiff {
        /// Left.
        left: Box<Expr>,
        /// Right.
        right: Box<Expr>,
        /// Size of an element.
        stride: Stride,
    },
    /// `!e`; the operand is any scalar.
    Not(Box<Expr>),
    /// `a && b`; operands are any scalars.
    And(Box<Expr>, Box<Expr>),
    /// `a || b`
    Or(Box<Expr>, Box<Expr>),
    /// `c ? a : b`; a and b have the result's type.
    Conditional {
        /// Any scalar.
        condition: Box<Expr>,
        /// If it is not 0. `None`: the condition's own value, converted (gcc's `c ?: b`).
        then: Option<Box<Expr>>,
        /// If it is 0.
        otherwise: Box<Expr>,
    },
    /// `a, b`
    Comma(Box<Expr>, Box<Expr>),
    /// A conversion, implicit or by a cast.
    Convert {
        /// Which.
        kind: Conversion,
        /// What is converted.
        operand: Box<Expr>,
        /// Written by the student.
        explicit: bool,
    },

    /// `place = value`; the value has the place's unqualified type. The result is the value stored.
    Assign {
        /// The place.
        left: Box<Expr>,
        /// The value.
        right: Box<Expr>,
    },
    /// `place op= value` for arithmetic types: the place's value is converted to
    /// `calc`, combined with the right side, converted back.
    AssignOp {
        /// Which.
        op: ArithOp,
        /// The place.
        left: Box<Expr>,
        /// Of type `calc` (for shifts: of its own promoted type).
        right: Box<Expr>,
        /// The type in which it is computed.
        calc: Type,
    },
    /// `pointer += index`, `pointer -= index`
    PointerAssign {
        /// The place of a pointer.
        left: Box<Expr>,
        /// An integer.
        index: Box<Expr>,
        /// Size of an element.
        stride: Stride,
        /// `-=`
        negative: bool,
    },
    /// `++x`, `x++`, `--x`, `x--` for arithmetic types and pointers.
    IncDec {
        /// The place.
        place: Box<Expr>,
        /// By how much a pointer moves; `None` for arithmetic types.
        stride: Option<Stride>,
        /// `++`
        increment: bool,
        /// The result is the new value.
        prefix: bool,
    },

    /// A call. Arguments are converted to the parameters' types, or promoted.
    Call {
        /// What is called.
        callee: Callee,
        /// The arguments in order.
        arguments: Vec<Expr>,
        /// The function type under which it is called.
        function: Type,
        /// Where a struct or union that is returned is put.
        result: Option<LocalId>,
    },
    /// `({ …; value; })` (gcc)
    Statement {
        /// The statements.
        body: Box<Block>,
        /// The last expression, evaluated inside the block's scope.
        value: Option<Box<Expr>>,
    },
    /// The size in bytes (size_t) of a variable array type is the operand's value;
    /// stands for `sizeof` where it cannot be a constant.
    SizeofVla(Box<Expr>),
    /// `va_start(list, …)`; the operand is a pointer to the list's tag. Void.
    VaStart(Box<Expr>),
    /// `va_arg(list, type)`; the type is the expression's.
    VaArg {
        /// Pointer to the list's tag.
        list: Box<Expr>,
        /// Where a struct is put.
        result: Option<LocalId>,
    },
    /// `va_copy(to, from)`; both pointers to tags. Void.
    VaCopy(Box<Expr>, Box<Expr>),
    /// `va_end(list)`. Void.
    VaEnd(Box<Expr>),
    /// `alloca(size)`: storage to the end of the function.
    Alloca(Box<Expr>),
}

/// What is called.
#[derive(Debug)]
pub enum Callee {
    /// A function by name.
    Direct(FunctionId),
    /// The function a pointer points to.
    Indirect(Box<Expr>),
}

/// The size of an element.
#[derive(Debug)]
pub enum Stride {
    /// In bytes.
    Bytes(u64),
    /// Bytes, known when it is evaluated (size_t): elements of variable size.
    Variable(Box<Expr>),
}

/// Conversions (6.3). Source and target types are the operand's and the expression's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Conversion {
    /// Between integer types, enums and from `_Bool`.
    IntToInt,
    IntToFloat,
    /// To an integer type that is not `_Bool`.
    FloatToInt,
    FloatToFloat,
    IntToPointer,
    /// To an integer type that is not `_Bool`.
    PointerToInt,
    PointerToPointer,
    /// Any scalar to `_Bool`.
    ToBool,
    ToVoid,
}

impl Expr {
    /// Conditions (of if, loops, `?:`, `!`, `&&`, `||`) are any scalar
    /// expression; these kinds yield 0 or 1 by themselves.
    pub fn is_condition(&self) -> bool {
        matches!(self.kind, ExprKind::Compare { .. } | ExprKind::Not(_) | ExprKind::And(..) | ExprKind::Or(..))
    }
}
