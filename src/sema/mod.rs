//! From the abstract syntax tree to the typed tree: scopes, types, conversions.
//!
//! [`analyse`] checks the constraints of C11 (as gcc 12 with `-std=gnu17` does)
//! and links the translation units to one [`tree::Program`].

mod convert;
mod declare;
mod entity;
mod express;
mod fold;
mod foreign;
mod initialize;
mod library;
mod link;
mod redeclare;
mod scope;
mod state;
mod statements;
mod suggest;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;
pub mod tree;

use crate::diagnostics::Diagnostic;
use crate::source::SourceMap;
use crate::syntax::ast::TranslationUnit;
use tree::Program;

/// How strictly the program is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Refuse what C11's constraints forbid and gcc only warns about.
    pub pedantic_errors: bool,
}

/// Analyses the translation units of a program and links them. If errors were
/// pushed to `diagnostics`, the program is partial and must not be run. The map
/// receives the texts of headers that are looked up for undeclared library functions.
pub fn analyse(
    units: &[TranslationUnit],
    map: &mut SourceMap,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Program {
    let mut sema = state::Sema::new(map, *options, diagnostics);
    sema.note_definitions(units);
    for unit in units {
        sema.unit(unit);
    }
    sema.link();
    sema.finish()
}
