//! Statements (6.8).

use super::{Declaration, Expr, FunctionDefinition, Name};
use crate::source::Span;

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// What it does.
    pub kind: StmtKind,
    /// The whole statement.
    pub span: Span,
}

/// A compound statement (6.8.2).
#[derive(Clone, Debug)]
pub struct Block {
    /// Its items in order.
    pub items: Vec<BlockItem>,
    /// With its braces.
    pub span: Span,
    /// The closing brace.
    pub end: Span,
}

/// A declaration or a statement in a block.
#[derive(Clone, Debug)]
pub enum BlockItem {
    /// A declaration.
    Declaration(Declaration),
    /// A statement.
    Stmt(Stmt),
    /// gcc's nested function: refused by name in sema.
    NestedFunction(Box<FunctionDefinition>),
    /// gcc's `__label__ a, b;`
    LocalLabels(Vec<Name>),
}

/// The statements.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// `;`
    Empty,
    /// `e;`
    Expr(Expr),
    /// `{ … }`
    Block(Block),
    /// `if … else if … else …`, flat.
    If {
        /// Condition and statement, at least one.
        arms: Vec<(Expr, Stmt)>,
        /// The last else.
        otherwise: Option<Box<Stmt>>,
    },
    /// `while (c) s`
    While {
        /// Tested before each turn.
        condition: Expr,
        /// The body.
        body: Box<Stmt>,
    },
    /// `do s while (c);`
    DoWhile {
        /// The body.
        body: Box<Stmt>,
        /// Tested after each turn.
        condition: Expr,
    },
    /// `for (init; condition; step) s`
    For {
        /// The first part.
        init: ForInit,
        /// The second.
        condition: Option<Expr>,
        /// The third.
        step: Option<Expr>,
        /// The body.
        body: Box<Stmt>,
    },
    /// `switch (value) s`
    Switch {
        /// What is compared.
        value: Expr,
        /// The body.
        body: Box<Stmt>,
    },
    /// `case low:` or `case low ... high:` (gcc)
    Case {
        /// The value.
        low: Expr,
        /// The last value of a range.
        high: Option<Expr>,
        /// The labelled statement.
        body: Box<Stmt>,
    },
    /// `default:`
    Default(Box<Stmt>),
    /// `name: s`
    Label {
        /// The label.
        name: Name,
        /// The labelled statement.
        body: Box<Stmt>,
    },
    /// `goto name;`
    Goto(Name),
    /// `goto *e;` (gcc)
    GotoComputed(Expr),
    /// `break;`
    Break,
    /// `continue;`
    Continue,
    /// `return e;`
    Return(Option<Expr>),
    /// `asm(…);` that does something.
    Asm,
}

/// The first part of a `for`.
#[derive(Clone, Debug)]
pub enum ForInit {
    /// Nothing.
    None,
    /// An expression.
    Expr(Expr),
    /// A declaration.
    Declaration(Declaration),
}
