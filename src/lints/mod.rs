//! Warnings about what is valid C and certainly not meant.
//!
//! Each looks at the source as it is written: parentheses matter here, types do not.

mod conditions;
mod statements;
#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests;

use crate::diagnostics::Diagnostic;
use crate::source::SourceMap;
use crate::syntax::ast::{Block, BlockItem, Expr, ExternalDeclaration, ForInit, Stmt, StmtKind, TranslationUnit};

/// Looks through the units of a program that sema accepted.
pub fn check(units: &[TranslationUnit], map: &SourceMap, diagnostics: &mut Vec<Diagnostic>) {
    let mut lints = Lints { map, diagnostics };
    for item in units.iter().flat_map(|unit| &unit.items) {
        if let ExternalDeclaration::Function(function) = item {
            lints.block(&function.body);
        }
    }
}

/// The walk over a program.
struct Lints<'a> {
    map: &'a SourceMap,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lints<'_> {
    fn warn(&mut self, diagnostic: Diagnostic) {
        if !self.map.is_built_in(diagnostic.span) {
            self.diagnostics.push(diagnostic);
        }
    }

    fn block(&mut self, block: &Block) {
        for item in &block.items {
            if let BlockItem::Stmt(stmt) = item {
                self.stmt(stmt);
            }
        }
    }

    // Statements nest no deeper than the parser's limit allows.
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.dropped(expr),
            StmtKind::Block(block) => self.block(block),
            StmtKind::If { arms, otherwise } => {
                for (condition, body) in arms {
                    self.condition(condition);
                    self.stmt(body);
                }
                if let ([(_, body)], None) = (arms.as_slice(), otherwise) {
                    self.empty_body(body, "if");
                }
                if let Some(otherwise) = otherwise {
                    self.stmt(otherwise);
                }
            }
            StmtKind::While { condition, body } => {
                self.condition(condition);
                self.stmt(body);
            }
            StmtKind::DoWhile { body, condition } => {
                self.condition(condition);
                self.stmt(body);
            }
            StmtKind::For { init, condition, step, body } => {
                if let ForInit::Expr(expr) = init {
                    self.dropped(expr);
                }
                if let Some(condition) = condition {
                    self.condition(condition);
                }
                if let Some(step) = step {
                    self.dropped(step);
                }
                self.stmt(body);
            }
            StmtKind::Switch { body, .. }
            | StmtKind::Case { body, .. }
            | StmtKind::Default(body)
            | StmtKind::Label { body, .. } => self.stmt(body),
            _ => {}
        }
    }

    /// An expression whose truth decides something.
    fn condition(&mut self, expr: &Expr) {
        self.assignment_as_condition(expr);
        self.literal_comparison(expr);
    }

    /// An expression whose value is dropped.
    fn dropped(&mut self, expr: &Expr) {
        self.unused_comparison(expr);
        self.reversed_operator(expr);
    }
}
