//! From tokens to the abstract syntax tree.
//!
//! The way of a file: brackets are balanced ([`brackets`]), the depth is checked
//! ([`depth`]), typedef names are told apart ([`typedefs`]), then the grammar reads one
//! external declaration at a time and the [`builder`] makes its tree. Where the
//! grammar cannot go on, [`errors`] says why in plain words and how to go on.

pub mod ast;
mod brackets;
mod builder;
mod depth;
mod errors;
mod indentation;
mod kinds;
mod recovery;
mod standard_attributes;
#[cfg(test)]
mod tests;
mod typedefs;

use crate::diagnostics::{Diagnostic, Severity};
use crate::preprocess::token::Token;
use crate::source::Pos;

/// What a tree may cost. Parsing, and whoever walks or drops the tree, recurse on
/// the host's stack: the caller knows how big it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deeply brackets and statements may be nested (C11 5.2.4.1 asks for 63
    /// parentheses and 127 blocks).
    pub nesting: usize,
    /// How many operators may stand above each other in one expression's tree:
    /// `a + b + c` has two.
    pub chain: usize,
}

impl Default for Limits {
    /// For a thread with 256 MiB of stack.
    fn default() -> Limits {
        Limits { nesting: 1_024, chain: 5_000 }
    }
}

/// Parses one translation unit.
///
/// Gives what could be parsed; what could not is told in `diagnostics`, and then at
/// least one of them is an error. Several errors come out of one call.
pub fn parse(tokens: &[Token], limits: &Limits, diagnostics: &mut Vec<Diagnostic>) -> ast::TranslationUnit {
    recovery::parse(tokens, limits, diagnostics)
}

/// Where errors have been told: what follows from them is not told again.
fn wrong_places(diagnostics: &[Diagnostic]) -> Vec<Pos> {
    diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.span.lo).collect()
}
