//! The typed tree: what the program means.
//!
//! Every name is resolved, every conversion is a node, every size is known or
//! an expression: who runs it needs no typing rule. Lvalues are expressions whose
//! value is a place; [`ExprKind::Load`] and [`ExprKind::Decay`] turn them into values.

mod children;
mod expression;
mod full;
mod statement;

pub use children::{each_child, each_initialiser, is_pure};
pub use expression::*;
pub use full::{full_expressions, initialisers};
pub use statement::*;

use crate::source::Span;
use crate::types::{Type, TypeTable};
use std::rc::Rc;

/// The number of an expression or statement; the key to its place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

impl NodeId {
    /// No node (before `main` is called).
    pub const NONE: NodeId = NodeId(0);
}

/// The number of a function in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FunctionId(pub u32);

/// The number of a local in its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalId(pub u32);

/// The number of an object with static storage duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GlobalId(pub u32);

/// The number of a string literal; equal literals of a unit share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StringId(pub u32);

/// A whole program: all its translation units, linked.
#[derive(Debug, Default)]
pub struct Program {
    /// Its types.
    pub types: TypeTable,
    /// The place of each node; entry 0 is [`NodeId::NONE`]'s.
    pub nodes: Vec<Span>,
    /// Its functions, the library's that it names included.
    pub functions: Vec<Function>,
    /// Its objects with static storage duration, static locals included.
    pub globals: Vec<Global>,
    /// Its string literals.
    pub strings: Vec<StringLiteral>,
    /// The functions that are called before `main` (gcc's constructors), in order.
    pub before_main: Vec<FunctionId>,
    /// `main`.
    pub main: Option<FunctionId>,
    /// The functions that are called at the very end (gcc's destructors), in order.
    pub after_main: Vec<FunctionId>,
    /// What each `sizeof` was taken of, in the order of the text: the tree has its value only.
    pub measured: Vec<Measured>,
}

/// The operand of a `sizeof`.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The whole expression.
    pub span: Span,
    /// The operand, where it is an expression and not a type.
    pub operand: Option<Span>,
    /// Its type.
    pub ty: Type,
}

impl Program {
    /// Where a node stands.
    pub fn span(&self, node: NodeId) -> Span {
        usize::try_from(node.0).ok().and_then(|i| self.nodes.get(i)).copied().unwrap_or(Span::NONE)
    }

    /// A function.
    pub fn function(&self, id: FunctionId) -> Option<&Function> {
        self.functions.get(usize::try_from(id.0).ok()?)
    }

    /// An object with static storage duration.
    pub fn global(&self, id: GlobalId) -> Option<&Global> {
        self.globals.get(usize::try_from(id.0).ok()?)
    }

    /// What is measured by the `sizeof`s inside of a stretch of text.
    pub fn measured_in(&self, span: Span) -> impl Iterator<Item = &Measured> {
        let from = self.measured.partition_point(|m| m.span.lo < span.lo);
        let inside = self.measured.get(from..).unwrap_or(&[]).iter().take_while(move |m| m.span.lo < span.hi);
        inside.filter(move |m| m.span.hi <= span.hi)
    }

    /// A string literal.
    pub fn string(&self, id: StringId) -> Option<&StringLiteral> {
        self.strings.get(usize::try_from(id.0).ok()?)
    }
}

/// A function.
#[derive(Debug)]
pub struct Function {
    /// Its name.
    pub name: Rc<str>,
    /// Its type ([`crate::types::TypeKind::Function`]); the definition's where there is one.
    pub ty: Type,
    /// Its name in its definition (or first declaration).
    pub span: Span,
    /// What stands behind the name.
    pub kind: FunctionKind,
    /// The first place that calls it or takes its address.
    pub first_use: Option<Span>,
}

/// What stands behind a function's name.
#[derive(Debug)]
pub enum FunctionKind {
    /// The program defines it.
    Defined(Box<Body>),
    /// The library has it under this name; `header` declares it.
    Library {
        /// e.g. `stdio.h`
        header: &'static str,
    },
    /// Declared and defined nowhere; sema has refused the program if it is used.
    Undefined,
}

/// A function's definition.
#[derive(Debug)]
pub struct Body {
    /// All its locals, parameters first and in order, temporaries included.
    pub locals: Vec<Local>,
    /// How many of them are parameters.
    pub parameters: u32,
    /// Takes further arguments.
    pub variadic: bool,
    /// What it does.
    pub block: Block,
    /// Labels that `goto` names; empty for most functions.
    pub labels: Vec<Label>,
    /// It contains a call of setjmp.
    pub calls_setjmp: bool,
    /// The node of the definition itself (its name), for findings at entry.
    pub node: NodeId,
    /// It is declared not to return.
    pub noreturn: bool,
    /// What its parameters ask of the arguments.
    pub demands: Vec<Demand>,
}

/// A parameter `a[n]` or `a[static n]`.
#[derive(Debug)]
pub struct Demand {
    /// The parameter's number.
    pub number: u32,
    /// Its value.
    pub pointer: Expr,
    /// How many elements: not less than 0 (6.7.6.2p5).
    pub length: Expr,
    /// Bytes of an element.
    pub element: u64,
    /// `static`: the argument provides so many (6.7.6.3p7).
    pub at_least: bool,
}

/// A label.
#[derive(Debug)]
pub struct Label {
    /// Its name.
    pub name: Rc<str>,
    /// Where it stands.
    pub span: Span,
}

/// An object with automatic storage duration.
#[derive(Debug)]
pub struct Local {
    /// Its name; empty for a temporary.
    pub name: Rc<str>,
    /// Its type.
    pub ty: Type,
    /// Its name in its declaration.
    pub span: Span,
    /// What it is.
    pub kind: LocalKind,
    /// Its address is taken (`&x`, or an array that decays other than in a
    /// direct `a[i]`), so that pointers to it may exist.
    pub address_taken: bool,
    /// `_Alignas` or an attribute asks for more than the type's alignment; else 0.
    pub align: u64,
}

/// What a local is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// A parameter.
    Parameter,
    /// A variable of the program.
    Variable,
    /// A compound literal (6.5.2.5).
    CompoundLiteral,
    /// Holds a struct or union that a call returned, to the end of the full
    /// expression, or a value that several elements of an array start with.
    Temporary,
    /// Holds the number of elements (size_t) of a variable array type.
    VlaLength,
}

/// An object with static storage duration.
#[derive(Debug)]
pub struct Global {
    /// Its name.
    pub name: Rc<str>,
    /// Its type (arrays completed by their initialiser).
    pub ty: Type,
    /// Its name in its definition.
    pub span: Span,
    /// The node of its definition.
    pub node: NodeId,
    /// What it starts with; zero if none.
    pub init: Option<Init>,
    /// The function it is a static local of.
    pub function: Option<FunctionId>,
    /// What it is.
    pub kind: GlobalKind,
    /// Alignment asked for beyond the type's; else 0.
    pub align: u64,
}

/// What an object with static storage duration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalKind {
    /// A variable of the program.
    Variable,
    /// A compound literal at file scope, or in a static initialiser.
    CompoundLiteral,
    /// `__func__`
    FunctionName,
    /// The library provides it (`stdin`).
    Library,
}

/// A string literal.
#[derive(Debug)]
pub struct StringLiteral {
    /// Its bytes in memory, with the final zero.
    pub bytes: Rc<[u8]>,
    /// Size of an element: 1, 2 or 4 bytes.
    pub unit: u64,
    /// Its first place in the source.
    pub span: Span,
}
