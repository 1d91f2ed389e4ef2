//! Declarations (6.7).

use super::{Expr, Name};
use crate::source::Span;

/// A declaration: specifiers and what they declare.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// What it is.
    pub kind: DeclarationKind,
    /// From the first token to the semicolon.
    pub span: Span,
}

/// The two forms of a declaration.
#[derive(Clone, Debug)]
pub enum DeclarationKind {
    /// `int a = 1, *p;`
    Variables {
        /// Shared by all declarators.
        specifiers: Specifiers,
        /// The declarators; may be empty (`struct s { … };`).
        declarators: Vec<InitDeclarator>,
    },
    /// `_Static_assert(condition, "message");`
    StaticAssert {
        /// The constant expression.
        condition: Box<Expr>,
        /// The message, if there is one.
        message: Option<String>,
    },
}

/// A declarator with its initialiser.
#[derive(Clone, Debug)]
pub struct InitDeclarator {
    /// What is declared.
    pub declarator: Declarator,
    /// What it starts with.
    pub initializer: Option<Initializer>,
    /// `__attribute__` behind the declarator.
    pub attributes: Vec<Attribute>,
    /// Declarator and initialiser.
    pub span: Span,
}

/// Declaration specifiers (6.7), in the order of their kind. Sema checks which go together.
#[derive(Clone, Debug, Default)]
pub struct Specifiers {
    /// `typedef extern static auto register _Thread_local`
    pub storage: Vec<(Storage, Span)>,
    /// `const volatile restrict _Atomic`
    pub qualifiers: Vec<(Qualifier, Span)>,
    /// `inline _Noreturn`
    pub functions: Vec<(FunctionSpecifier, Span)>,
    /// Type specifiers as written: `unsigned long int` has three.
    pub types: Vec<TypeSpecifier>,
    /// `_Alignas(…)`
    pub alignments: Vec<(AlignmentOperand, Span)>,
    /// `__attribute__((…))`
    pub attributes: Vec<Attribute>,
    /// All of them; [`Span::NONE`] if there is none (implicit int).
    pub span: Span,
}

/// Storage classes (6.7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Storage {
    Typedef,
    Extern,
    Static,
    Auto,
    Register,
    ThreadLocal,
}

/// Type qualifiers (6.7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Qualifier {
    Const,
    Volatile,
    Restrict,
    Atomic,
}

/// Function specifiers (6.7.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FunctionSpecifier {
    Inline,
    Noreturn,
}

/// One type specifier (6.7.2).
#[derive(Clone, Debug)]
pub struct TypeSpecifier {
    /// Which.
    pub kind: TypeSpecifierKind,
    /// Where.
    pub span: Span,
}

/// The type specifiers.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum TypeSpecifierKind {
    Void,
    Char,
    Short,
    Int,
    Long,
    Float,
    Double,
    Signed,
    Unsigned,
    Bool,
    Complex,
    Imaginary,
    Int128,
    /// `__auto_type`
    AutoType,
    /// `__builtin_va_list`
    VaList,
    /// `struct` or `union`
    Record(RecordSpecifier),
    Enum(EnumSpecifier),
    /// A typedef name.
    Typedef(Name),
    /// `typeof(expression)`
    TypeofExpr(Box<Expr>),
    /// `typeof(type)`
    TypeofType(Box<TypeName>),
    /// `_Atomic(type)`
    Atomic(Box<TypeName>),
}

/// `struct s`, `struct s { … }`, `union { … }` (6.7.2.1).
#[derive(Clone, Debug)]
pub struct RecordSpecifier {
    /// A union, not a struct.
    pub is_union: bool,
    /// The tag.
    pub tag: Option<Name>,
    /// The members, if they are given here.
    pub members: Option<Vec<MemberDeclaration>>,
    /// e.g. packed, aligned.
    pub attributes: Vec<Attribute>,
}

/// A line of members, or an assertion among them.
#[derive(Clone, Debug)]
pub enum MemberDeclaration {
    /// `int a, b : 3;`; no declarator for an anonymous struct or union.
    Members {
        /// Shared specifiers.
        specifiers: Specifiers,
        /// The members.
        declarators: Vec<MemberDeclarator>,
        /// The whole line.
        span: Span,
    },
    /// `_Static_assert(…);`
    StaticAssert(Declaration),
}

/// One member.
#[derive(Clone, Debug)]
pub struct MemberDeclarator {
    /// Its declarator; none for an unnamed bit-field.
    pub declarator: Option<Declarator>,
    /// Its width, for a bit-field.
    pub width: Option<Box<Expr>>,
    /// `__attribute__` behind it.
    pub attributes: Vec<Attribute>,
    /// Its place.
    pub span: Span,
}

/// `enum e { A, B = 3 }` (6.7.2.2).
#[derive(Clone, Debug)]
pub struct EnumSpecifier {
    /// The tag.
    pub tag: Option<Name>,
    /// The constants, if they are given here.
    pub constants: Option<Vec<EnumConstant>>,
    /// Attributes.
    pub attributes: Vec<Attribute>,
}

/// One enumeration constant.
#[derive(Clone, Debug)]
pub struct EnumConstant {
    /// Its name.
    pub name: Name,
    /// Its value, if given.
    pub value: Option<Box<Expr>>,
}

/// `__attribute__((name(arguments)))`: one of the list.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name without surrounding underscores.
    pub name: Name,
    /// Its arguments where they are expressions (`aligned(8)`); empty otherwise.
    pub arguments: Vec<Expr>,
}

/// What stands in `_Alignas(…)`.
#[derive(Clone, Debug)]
pub enum AlignmentOperand {
    /// A type.
    Type(Box<TypeName>),
    /// A constant.
    Expr(Box<Expr>),
}

/// A declarator (6.7.6), flat: from the name outwards. `int *a[3]` is
/// `[Array(3), Pointer]`: a is an array of 3 pointers to int.
#[derive(Clone, Debug, Default)]
pub struct Declarator {
    /// The name; none in an abstract declarator.
    pub name: Option<Name>,
    /// What it is, the nearest first.
    pub derivations: Vec<Derivation>,
    /// Attributes inside the declarator.
    pub attributes: Vec<Attribute>,
    /// Its place ([`Span::NONE`] if nothing is written).
    pub span: Span,
}

/// One step of a declarator.
#[derive(Clone, Debug)]
pub struct Derivation {
    /// What.
    pub kind: DerivationKind,
    /// Where.
    pub span: Span,
}

/// The steps of a declarator.
#[derive(Clone, Debug)]
pub enum DerivationKind {
    /// pointer to
    Pointer {
        /// `* const`
        qualifiers: Vec<(Qualifier, Span)>,
    },
    /// array of
    Array {
        /// What stands in the brackets.
        size: ArraySize,
        /// `[static n]` in a parameter.
        is_static: bool,
        /// `[const n]` in a parameter.
        qualifiers: Vec<(Qualifier, Span)>,
    },
    /// function returning
    Function(Parameters),
}

/// What stands between the brackets of an array declarator.
#[derive(Clone, Debug)]
pub enum ArraySize {
    /// `[]`
    Unspecified,
    /// `[*]`
    Star,
    /// `[n]`
    Expr(Box<Expr>),
}

/// The parameters of a function declarator.
#[derive(Clone, Debug)]
pub enum Parameters {
    /// `()`: nothing is said.
    Empty,
    /// `(int a, char *b, ...)`, `(void)`: a single unnamed void parameter stays one here.
    Prototype {
        /// The parameters.
        parameters: Vec<Parameter>,
        /// Ends in `...`.
        variadic: bool,
    },
    /// `(a, b)` of an old-style definition.
    Names(Vec<Name>),
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its type specifiers.
    pub specifiers: Specifiers,
    /// Its declarator, perhaps abstract.
    pub declarator: Declarator,
    /// Its place.
    pub span: Span,
}

/// A type name (6.7.7), as in a cast.
#[derive(Clone, Debug)]
pub struct TypeName {
    /// Specifiers and qualifiers.
    pub specifiers: Specifiers,
    /// Abstract declarator.
    pub declarator: Declarator,
    /// Its place.
    pub span: Span,
}

/// An initialiser (6.7.9).
#[derive(Clone, Debug)]
pub enum Initializer {
    /// `= e`
    Expr(Expr),
    /// `= { … }`
    List(InitializerList),
}

/// A braced list.
#[derive(Clone, Debug)]
pub struct InitializerList {
    /// Its items in order.
    pub items: Vec<InitializerItem>,
    /// With its braces.
    pub span: Span,
}

/// `.x[3] = value`
#[derive(Clone, Debug)]
pub struct InitializerItem {
    /// The designators, perhaps none.
    pub designators: Vec<Designator>,
    /// The value.
    pub value: Initializer,
    /// The whole item.
    pub span: Span,
}

/// One designator.
#[derive(Clone, Debug)]
pub enum Designator {
    /// `.name` (also gcc's old `name:`)
    Member(Name),
    /// `[n]`
    Index(Expr),
    /// `[a ... b]` (gcc)
    Range(Expr, Expr),
}
