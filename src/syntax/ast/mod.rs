//! The abstract syntax tree: what stands in the source, before any meaning.
//!
//! Nothing is looked up and nothing converted here; parentheses are gone, except
//! where a diagnostic needs them ([`ExprKind::Paren`]).

mod declaration;
mod expression;
mod statement;

pub use declaration::*;
pub use expression::*;
pub use statement::*;

use crate::source::Span;
use std::rc::Rc;

/// An identifier and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its text.
    pub text: Rc<str>,
    /// Its place.
    pub span: Span,
}

/// One translation unit (6.9).
#[derive(Clone, Debug, Default)]
pub struct TranslationUnit {
    /// Its external declarations in order.
    pub items: Vec<ExternalDeclaration>,
}

/// A declaration at file scope.
#[derive(Clone, Debug)]
pub enum ExternalDeclaration {
    /// A function with its body.
    Function(FunctionDefinition),
    /// Anything else, `_Static_assert` included.
    Declaration(Declaration),
    /// `asm("...")` at file scope.
    Asm(Span),
}

/// A function definition (6.9.1).
#[derive(Clone, Debug)]
pub struct FunctionDefinition {
    /// Return type and storage. Empty for implicit int.
    pub specifiers: Specifiers,
    /// Name and parameters.
    pub declarator: Declarator,
    /// The declarations between `)` and `{` of an old-style definition.
    pub old_style: Vec<Declaration>,
    /// The body.
    pub body: Block,
    /// From the first token to the closing brace.
    pub span: Span,
}
