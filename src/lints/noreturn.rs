//! Functions that are declared not to return, and come to their end (6.7.4p8).

use super::Lints;
use super::flow::{is_final, leaves, unlabelled};
use super::walk::{called, each_within};
use crate::diagnostics::Diagnostic;
use crate::preprocess::headers;
use crate::syntax::ast::{BlockItem, Expr, ExprKind, FunctionDefinition, FunctionSpecifier, Stmt, StmtKind};

impl Lints<'_> {
    /// Only what is certain: the last statement goes on, and none before it leaves.
    pub(super) fn comes_back(&mut self, function: &FunctionDefinition) {
        let said = &function.specifiers;
        let declared = said.functions.iter().any(|(word, _)| *word == FunctionSpecifier::Noreturn)
            || said.attributes.iter().any(|a| &*a.name.text == "noreturn");
        let Some(name) = function.declarator.name.as_ref().filter(|_| declared) else { return };
        let before = match function.body.items.split_last() {
            None => &[],
            Some((BlockItem::Stmt(last), before)) if self.goes_on(last) => before,
            Some((BlockItem::Declaration(_), before)) => before,
            Some(_) => return,
        };
        let passes = |item: &BlockItem| match item {
            BlockItem::Stmt(stmt) => !is_loop(stmt) && !leaves(unlabelled(stmt), &self.finals),
            _ => true,
        };
        if before.iter().all(passes) {
            let message = format!("'{}' is declared not to return, but its end can be reached", name.text);
            self.warn(
                Diagnostic::warning("noreturn", function.body.end, message)
                    .with_note("end it with exit() or abort(), or take '_Noreturn' away"),
            );
        }
    }

    /// Does control certainly come out behind this statement, on some way?
    fn goes_on(&self, stmt: &Stmt) -> bool {
        match &unlabelled(stmt).kind {
            StmtKind::Expr(expr) => match called(expr) {
                Some(name) => headers::declaring(name).is_some() && !is_final(name) && !self.finals.contains(name),
                None => !has_call(expr),
            },
            StmtKind::If { arms, otherwise: None } => {
                arms.iter().all(|(condition, _)| !matches!(condition.kind, ExprKind::Integer(_)))
            }
            _ => false,
        }
    }
}

/// A call, or statements inside of the expression.
fn has_call(expr: &Expr) -> bool {
    let mut found = false;
    each_within(expr, &mut |e| found |= matches!(e.kind, ExprKind::Call { .. } | ExprKind::Statement(_)));
    found
}

fn is_loop(stmt: &Stmt) -> bool {
    matches!(unlabelled(stmt).kind, StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. })
}
