//! Loops (6.8.5).

use super::super::state::Sema;
use super::super::tree::{Stmt, StmtKind};
use crate::source::Span;
use crate::syntax::ast::{self, ForInit};

impl Sema<'_> {
    /// The body of a loop.
    fn loop_body(&mut self, body: &ast::Stmt) -> Stmt {
        if let Some(function) = &mut self.function {
            function.loops += 1;
            function.breakable += 1;
        }
        let body = self.substatement(body);
        if let Some(function) = &mut self.function {
            function.loops = function.loops.saturating_sub(1);
            function.breakable = function.breakable.saturating_sub(1);
        }
        body
    }

    pub(super) fn while_statement(&mut self, condition: &ast::Expr, body: &ast::Stmt, span: Span, out: &mut Vec<Stmt>) {
        self.scopes.push();
        let condition = self.condition(condition);
        let body = Box::new(self.loop_body(body));
        self.scopes.pop();
        if let Ok(condition) = condition {
            self.push_statement(StmtKind::While { condition, body }, span, out);
        }
    }

    pub(super) fn do_statement(&mut self, body: &ast::Stmt, condition: &ast::Expr, span: Span, out: &mut Vec<Stmt>) {
        let body = Box::new(self.loop_body(body));
        self.scopes.push();
        let condition = self.condition(condition);
        self.scopes.pop();
        if let Ok(condition) = condition {
            self.push_statement(StmtKind::DoWhile { body, condition }, span, out);
        }
    }

    /// Only automatic variables are declared in the head of a `for` (6.8.5p3).
    fn check_for_declaration(&mut self, declaration: &ast::Declaration) {
        let ast::DeclarationKind::Variables { specifiers, declarators } = &declaration.kind else { return };
        for declarator in declarators.iter().map(|d| &d.declarator) {
            if let (Some(name), Some(ast::DerivationKind::Function(_))) =
                (&declarator.name, declarator.derivations.first().map(|d| &d.kind))
            {
                let message = format!("the head of a 'for' declares only variables, and '{}' is a function", name.text);
                self.error("for-declaration", name.span, message);
            }
        }
        if let Some((storage, span)) = specifiers.storage.first()
            && !matches!(storage, ast::Storage::Auto | ast::Storage::Register)
        {
            self.error("storage-class", *span, "the head of a 'for' declares only automatic variables");
        }
    }

    /// What a `for` declares lives in a block around it.
    pub(super) fn for_statement(
        &mut self,
        init: &ForInit,
        (condition, step): (Option<&ast::Expr>, Option<&ast::Expr>),
        body: &ast::Stmt,
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        self.in_block(span, out, |sema, out| {
            let init = match init {
                ForInit::None => None,
                ForInit::Expr(expr) => sema.expression_value(expr).ok(),
                ForInit::Declaration(declaration) => {
                    sema.check_for_declaration(declaration);
                    sema.block_declaration(declaration, out);
                    None
                }
            };
            let condition = condition.map(|c| sema.condition(c));
            let step = step.map(|s| sema.expression_value(s));
            let body = Box::new(sema.loop_body(body));
            let (Ok(condition), Ok(step)) = (condition.transpose(), step.transpose()) else { return };
            sema.push_statement(StmtKind::For { init, condition, step, body }, span, out);
        });
    }
}
