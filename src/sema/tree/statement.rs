//! Statements of the typed tree.
//!
//! Labels stand as statements of their own before what they label; where C has
//! a labelled statement in a place for one statement, sema makes a [`Block`] of it.

use super::{Expr, LocalId, NodeId, StringId};
use crate::types::Type;

/// A statement.
#[derive(Debug)]
pub struct Stmt {
    /// What it does.
    pub kind: StmtKind,
    /// Its number. Its place is the whole statement's; of a block without braces, its last token.
    pub id: NodeId,
}

/// A block: statements and the locals whose lifetime it bounds.
#[derive(Debug, Default)]
pub struct Block {
    /// In order.
    pub stmts: Vec<Stmt>,
    /// The locals that live from its entry to its end (6.2.4), in order of declaration.
    pub locals: Vec<LocalId>,
    /// Its end: the closing brace, or the last token.
    pub end: Option<NodeId>,
}

/// The addresses of a function's labels (gcc) are so many bytes apart.
pub const LABEL_SPACING: u64 = 4;

/// The number of a label in its function ([`super::Body::labels`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LabelId(pub u32);

/// The number of a `case` or `default` in its switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CaseId(pub u32);

/// The statements.
#[derive(Debug)]
pub enum StmtKind {
    /// A full expression whose value is dropped (its type may be void).
    Expr(Expr),
    /// A declaration is reached: without `init` the value becomes unwritten.
    Declare {
        /// What.
        local: LocalId,
        /// What it starts with.
        init: Option<Init>,
    },
    /// A variable length is found: stored in the hidden local, checked to be above 0.
    VlaLength {
        /// The hidden local ([`super::LocalKind::VlaLength`]).
        local: LocalId,
        /// The number of elements, as its own integer type.
        value: Expr,
    },
    /// A variable array is reached: it gets its storage.
    DeclareVla {
        /// The array.
        local: LocalId,
        /// Its size in bytes, as size_t.
        size: Expr,
    },
    /// `{ … }`
    Block(Block),
    /// `if (c) … else …`
    If {
        /// A condition (see [`super::Expr::is_condition`]).
        condition: Expr,
        /// If it holds.
        then: Box<Stmt>,
        /// If not.
        otherwise: Option<Box<Stmt>>,
    },
    /// `while (c) …`
    While {
        /// Tested before each turn.
        condition: Expr,
        /// The body.
        body: Box<Stmt>,
    },
    /// `do … while (c);`
    DoWhile {
        /// The body.
        body: Box<Stmt>,
        /// Tested after each turn.
        condition: Expr,
    },
    /// `for (…; c; s) …`. A declaration in its head stands in a block around it.
    For {
        /// The first part, an expression.
        init: Option<Expr>,
        /// The condition.
        condition: Option<Expr>,
        /// The step.
        step: Option<Expr>,
        /// The body.
        body: Box<Stmt>,
    },
    /// `switch (value) …`
    Switch {
        /// Of promoted integer type.
        value: Expr,
        /// The body; the labels stand in it.
        body: Box<Stmt>,
        /// The cases in order of the source, values converted to the type of `value`.
        cases: Vec<SwitchCase>,
        /// The default label.
        default: Option<CaseId>,
        /// Some label stands deeper than directly in the body's block.
        nested: bool,
    },
    /// A label of the innermost switch.
    Case(CaseId),
    /// A label.
    Label(LabelId),
    /// `goto`
    Goto(LabelId),
    /// `goto *e` (gcc): the operand is a pointer.
    GotoComputed(Expr),
    /// Out of the innermost loop or switch.
    Break,
    /// To the next turn of the innermost loop.
    Continue,
    /// Back to the caller; the value is converted to the function's type.
    Return(Option<Expr>),
    /// Nothing.
    Empty,
}

/// One case of a switch. Equal low and high unless it is a range; compared as
/// the value's type does (signed or unsigned).
#[derive(Clone, Copy, Debug)]
pub struct SwitchCase {
    /// First value.
    pub low: i64,
    /// Last value.
    pub high: i64,
    /// Its label.
    pub label: CaseId,
}

/// An initialiser.
#[derive(Debug)]
pub enum Init {
    /// One value of the object's type (scalar, or struct by value).
    Value(Expr),
    /// The object is zeroed, then these are stored in order.
    List(Vec<InitItem>),
}

/// One part of an initialised object.
#[derive(Debug)]
pub struct InitItem {
    /// Bytes from the start of the object.
    pub offset: u64,
    /// Its type; void if the value is found but fills no part.
    pub ty: Type,
    /// For a bit-field: first bit in the unit at `offset`, and width.
    pub bits: Option<(u8, u8)>,
    /// What it gets.
    pub value: InitValue,
}

/// What a part is given.
#[derive(Debug)]
pub enum InitValue {
    /// A value of its type.
    Value(Expr),
    /// An array of characters: so many bytes of a string literal (the rest stays zero).
    String(StringId, u64),
}
