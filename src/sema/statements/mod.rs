//! Statements (6.8).

mod blocks;
pub(super) mod cleanup;
mod jumps;
mod loops;
mod switch;

use super::convert::Purpose;
use super::state::{Checked, Reported, Sema};
use super::tree::{Stmt, StmtKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, StmtKind as Ast};

impl Sema<'_> {
    /// Analyses a statement; what it becomes is appended.
    pub fn statement(&mut self, stmt: &ast::Stmt, out: &mut Vec<Stmt>) {
        if self.enter(stmt.span).is_err() {
            return;
        }
        self.statement_inside(stmt, out);
        self.leave();
    }

    fn statement_inside(&mut self, stmt: &ast::Stmt, out: &mut Vec<Stmt>) {
        let span = stmt.span;
        let kind = match &stmt.kind {
            Ast::Empty => StmtKind::Empty,
            Ast::Expr(expr) => return self.expression_statement(expr, span, out),
            Ast::Block(block) => StmtKind::Block(self.block(block)),
            Ast::If { arms, otherwise } => return self.if_statement(arms, otherwise.as_deref(), span, out),
            Ast::While { condition, body } => return self.while_statement(condition, body, span, out),
            Ast::DoWhile { body, condition } => return self.do_statement(body, condition, span, out),
            Ast::For { init, condition, step, body } => {
                return self.for_statement(init, (condition.as_ref(), step.as_ref()), body, span, out);
            }
            Ast::Switch { value, body } => return self.switch_statement(value, body, span, out),
            Ast::Case { low, high, body } => return self.case(low, high.as_ref(), body, span, out),
            Ast::Default(body) => return self.default_label(body, span, out),
            Ast::Label { name, body } => return self.label(name, body, out),
            Ast::Goto(name) => match self.use_label(name) {
                Some(label) => {
                    self.clean_for_goto(label, span, out);
                    StmtKind::Goto(label)
                }
                None => return,
            },
            Ast::GotoComputed(target) => return self.computed_goto(target, span, out),
            Ast::Break => match self.check_break(span) {
                Ok(()) => {
                    self.clean_for_break(span, out);
                    StmtKind::Break
                }
                Err(Reported) => return,
            },
            Ast::Continue => match self.check_continue(span) {
                Ok(()) => {
                    self.clean_for_continue(span, out);
                    StmtKind::Continue
                }
                Err(Reported) => return,
            },
            Ast::Return(value) => return self.return_statement(value.as_ref(), span, out),
            Ast::Asm => {
                self.unsupported(span, "inline assembler");
                return;
            }
        };
        self.push_statement(kind, span, out);
    }

    /// Appends a statement, after the lengths that it needs.
    pub fn push_statement(&mut self, kind: StmtKind, span: Span, out: &mut Vec<Stmt>) {
        self.flush_pending(out);
        let id = self.node(span);
        out.push(Stmt { kind, id });
    }

    fn expression_statement(&mut self, expr: &ast::Expr, span: Span, out: &mut Vec<Stmt>) {
        if let Ok(value) = self.expression_value(expr) {
            self.push_statement(StmtKind::Expr(value), span, out);
        }
    }

    /// An expression whose value is dropped.
    pub fn expression_value(&mut self, expr: &ast::Expr) -> Checked<super::tree::Expr> {
        let value = self.expr(expr)?;
        self.require_complete(&value)?;
        // A place of type void (`*p`) has no value to load.
        if self.types.is_void(value.ty) { Ok(value) } else { Ok(self.value(value)) }
    }

    fn if_statement(
        &mut self,
        arms: &[(ast::Expr, ast::Stmt)],
        otherwise: Option<&ast::Stmt>,
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        let mut conditions = Vec::with_capacity(arms.len());
        for (condition, body) in arms {
            // Each `if` is a block (6.8.4p3), the one behind an `else` inside the first.
            self.scopes.push();
            let condition_span = condition.span;
            let condition = self.condition(condition);
            let body = self.substatement(body);
            conditions.push((condition, body, condition_span));
        }
        let mut rest = otherwise.map(|s| Box::new(self.substatement(s)));
        for _ in arms {
            self.scopes.pop();
        }
        let count = conditions.len();
        for (index, (condition, then, condition_span)) in conditions.into_iter().enumerate().rev() {
            let Ok(condition) = condition else { continue };
            let place = if index == 0 || count == 1 { span } else { condition_span.to(span) };
            let kind = StmtKind::If { condition, then: Box::new(then), otherwise: rest.take() };
            rest = Some(Box::new(Stmt { kind, id: self.node(place) }));
        }
        self.flush_pending(out);
        if let Some(first) = rest {
            out.push(*first);
        }
    }

    fn return_statement(&mut self, value: Option<&ast::Expr>, span: Span, out: &mut Vec<Stmt>) {
        let (result, name, place, noreturn) = match &self.function {
            Some(f) => (f.result, f.name.to_string(), f.span, f.noreturn),
            None => return,
        };
        if noreturn {
            self.warn("noreturn", span, format!("'{name}' is declared not to return"));
        }
        let void = self.types.is_void(result);
        let value = match value {
            None => {
                if !void {
                    let message =
                        format!("'return' without a value in '{name}', which returns '{}'", self.show(result));
                    let d = Diagnostic::pedantic("return-value", span, message);
                    let d = self.with_declaration(d, &name, place);
                    self.report(d);
                }
                None
            }
            Some(expr) => {
                let Ok(value) = self.rvalue(expr) else { return };
                if void {
                    return self.return_from_void(value, (&name, place), expr.span, span, out);
                }
                match self.assign_convert(value, result, &Purpose::Return) {
                    Ok(value) => Some(value),
                    Err(Reported) => return,
                }
            }
        };
        self.flush_pending(out);
        let value = self.clean_for_return(value, span, out);
        self.push_statement(StmtKind::Return(value), span, out);
    }

    /// `return e;` in a void function: the expression is evaluated all the same.
    fn return_from_void(
        &mut self,
        value: super::tree::Expr,
        (name, place): (&str, Span),
        at: Span,
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        if self.types.is_void(value.ty) {
            self.strict("return-value", at, format!("'return' with an expression in the void function '{name}'"));
        } else {
            let message = format!("'return' with a value in '{name}', which returns nothing (void)");
            let d = self.with_declaration(Diagnostic::pedantic("return-value", at, message), name, place);
            self.report(d.and_undefined());
        }
        self.push_statement(StmtKind::Expr(value), at, out);
        self.clean_for_return(None, span, out);
        self.push_statement(StmtKind::Return(None), span, out);
    }
}
