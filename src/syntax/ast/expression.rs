//! Expressions (6.5).

use super::{Block, Designator, InitializerList, Name, TypeName};
use crate::preprocess::token::{CharacterToken, FloatingToken, IntegerToken, StringToken};
use crate::source::Span;

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// From its first to its last token.
    pub span: Span,
}

/// The expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A name.
    Name(Name),
    /// `12u`
    Integer(IntegerToken),
    /// `1.5f`
    Floating(FloatingToken),
    /// `'a'`
    Character(CharacterToken),
    /// Adjacent string literals, joined.
    String(StringToken),
    /// `(e)`: kept, since "`=` in a condition" and `sizeof (x)` look at it.
    Paren(Box<Expr>),
    /// `_Generic(control, type: e, default: e)`
    Generic {
        /// Its type selects.
        control: Box<Expr>,
        /// The associations; `None` is `default`.
        associations: Vec<(Option<TypeName>, Expr)>,
    },
    /// `a[i]`
    Index {
        /// Before the bracket.
        base: Box<Expr>,
        /// In it.
        index: Box<Expr>,
    },
    /// `f(a, b)`
    Call {
        /// What is called.
        callee: Box<Expr>,
        /// With what.
        arguments: Vec<Expr>,
    },
    /// `s.m` and `p->m`
    Member {
        /// Before the operator.
        base: Box<Expr>,
        /// `->`
        arrow: bool,
        /// The member's name.
        member: Name,
    },
    /// `++x`, `x--` …
    IncDec {
        /// The operand.
        operand: Box<Expr>,
        /// `++`, not `--`.
        increment: bool,
        /// Before the operand.
        prefix: bool,
    },
    /// `-x`, `*p`, `&x` …
    Unary {
        /// The operator.
        op: UnaryOp,
        /// Its operand.
        operand: Box<Expr>,
        /// The operator's token.
        op_span: Span,
    },
    /// `a + b`, `a && b` …
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left operand.
        left: Box<Expr>,
        /// Right operand.
        right: Box<Expr>,
        /// The operator's token.
        op_span: Span,
    },
    /// `a = b`, `a += b`
    Assign {
        /// The operator of a compound assignment.
        op: Option<BinaryOp>,
        /// The left side.
        left: Box<Expr>,
        /// The right side.
        right: Box<Expr>,
        /// The operator's token.
        op_span: Span,
    },
    /// `c ? a : b`; `c ?: b` without the middle (gcc).
    Conditional {
        /// The condition.
        condition: Box<Expr>,
        /// If it is not 0.
        then: Option<Box<Expr>>,
        /// If it is 0.
        otherwise: Box<Expr>,
    },
    /// `a, b`
    Comma {
        /// Evaluated first.
        left: Box<Expr>,
        /// The value.
        right: Box<Expr>,
    },
    /// `(type) e`
    Cast {
        /// The type.
        type_name: Box<TypeName>,
        /// What is converted.
        operand: Box<Expr>,
    },
    /// `(type) { … }`
    CompoundLiteral {
        /// The type.
        type_name: Box<TypeName>,
        /// The values.
        initializer: InitializerList,
    },
    /// `sizeof e`
    SizeofExpr(Box<Expr>),
    /// `sizeof(type)`
    SizeofType(Box<TypeName>),
    /// `_Alignof e` (gcc)
    AlignofExpr(Box<Expr>),
    /// `_Alignof(type)`
    AlignofType(Box<TypeName>),
    /// `({ … })` (gcc)
    Statement(Box<Block>),
    /// `&&label` (gcc)
    LabelAddress(Name),
    /// `__builtin_va_arg(ap, type)`
    VaArg {
        /// The list.
        list: Box<Expr>,
        /// The type wanted.
        type_name: Box<TypeName>,
    },
    /// `__builtin_offsetof(type, m.n[3])`; the first designator is a member.
    Offsetof {
        /// The struct.
        type_name: Box<TypeName>,
        /// The way to the member.
        path: Vec<Designator>,
    },
    /// `__builtin_types_compatible_p(a, b)`
    TypesCompatible(Box<TypeName>, Box<TypeName>),
    /// `__builtin_choose_expr(c, a, b)`
    ChooseExpr(Box<Expr>, Box<Expr>, Box<Expr>),
}

/// Unary operators that are not `++`, `--`, `sizeof` or a cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Plus,
    Minus,
    BitNot,
    Not,
    Deref,
    AddressOf,
    /// `__extension__ e` is its operand; `__real__`/`__imag__` are refused by name.
    Extension,
}

/// Binary operators that are not assignments or the comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Mul,
    Div,
    Rem,
    Add,
    Sub,
    Shl,
    Shr,
    Lt,
    Gt,
    Le,
    Ge,
    Eq,
    Ne,
    BitAnd,
    BitXor,
    BitOr,
    And,
    Or,
}
