//! Blocks (6.8.2) and statements in places for one.

use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Block, Expr, ExprKind, Local, LocalId, LocalKind, Stmt, StmtKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, BlockItem, DeclarationKind};
use std::rc::Rc;

impl Sema<'_> {
    /// A block with a scope of its own.
    pub fn block(&mut self, block: &ast::Block) -> Block {
        self.scopes.push();
        let result = self.body_block(block);
        self.scopes.pop();
        result
    }

    /// A function's body: its scope is the parameters'.
    pub fn body_block(&mut self, block: &ast::Block) -> Block {
        self.open_block();
        let mut stmts = Vec::with_capacity(block.items.len());
        self.flush_pending(&mut stmts);
        let labels = self.block_items(&block.items, &mut stmts);
        self.close_local_labels(labels);
        self.close_block(stmts, block.end)
    }

    fn open_block(&mut self) {
        if let Some(function) = &mut self.function {
            function.blocks.push(Vec::new());
        }
    }

    fn close_block(&mut self, mut stmts: Vec<Stmt>, end: Span) -> Block {
        let locals = self.function.as_mut().and_then(|f| f.blocks.pop()).unwrap_or_default();
        if let Some(function) = &mut self.function {
            function.variable_arrays.retain(|id| !locals.contains(id));
        }
        self.clean_block(&locals, end, &mut stmts);
        Block { stmts, locals, end: Some(self.node(end)) }
    }

    /// Analyses the items of a block; gives the labels that `__label__` declared.
    fn block_items(&mut self, items: &[BlockItem], out: &mut Vec<Stmt>) -> Vec<super::jumps::Shadowed> {
        let mut labels = Vec::new();
        for item in items {
            match item {
                BlockItem::Declaration(declaration) => self.block_declaration(declaration, out),
                BlockItem::Stmt(stmt) => self.statement(stmt, out),
                BlockItem::NestedFunction(function) => {
                    let span = function.declarator.name.as_ref().map_or(function.span, |n| n.span);
                    self.report(
                        Diagnostic::unsupported(span, "a function inside a function")
                            .with_note("define it before this function; or is a '}' missing before it?"),
                    );
                    if let Some(name) = &function.declarator.name {
                        self.poison(name);
                    }
                }
                BlockItem::LocalLabels(names) => self.local_labels(names, &mut labels),
            }
        }
        labels
    }

    /// A declaration in a block.
    pub fn block_declaration(&mut self, declaration: &ast::Declaration, out: &mut Vec<Stmt>) {
        match &declaration.kind {
            DeclarationKind::Variables { specifiers, declarators } => {
                self.block_variables(specifiers, declarators, declaration.span, out);
            }
            DeclarationKind::StaticAssert { condition, message } => {
                let _ = self.static_assert(condition, message.as_deref());
            }
        }
    }

    /// A statement in a place for one: a block of its own (6.8.4p3), which
    /// shows only where it has to.
    pub fn substatement(&mut self, stmt: &ast::Stmt) -> Stmt {
        self.scopes.push();
        self.open_block();
        let mut stmts = Vec::with_capacity(1);
        self.statement(stmt, &mut stmts);
        self.flush_pending(&mut stmts);
        self.scopes.pop();
        let end = last_token(stmt.span);
        let block = self.close_block(stmts, end);
        self.single(block, stmt.span)
    }

    /// A block as one statement: without its shell if it is a single statement.
    pub fn single(&mut self, mut block: Block, span: Span) -> Stmt {
        if block.locals.is_empty() {
            match block.stmts.len() {
                0 => return Stmt { kind: StmtKind::Empty, id: self.node(span) },
                1 => {
                    if let Some(only) = block.stmts.pop() {
                        return only;
                    }
                }
                _ => {}
            }
        }
        Stmt { kind: StmtKind::Block(block), id: self.node(span) }
    }

    /// Runs `inside` in a block of its own and appends that block, or only its
    /// statements if it has no locals.
    pub fn in_block(&mut self, span: Span, out: &mut Vec<Stmt>, inside: impl FnOnce(&mut Self, &mut Vec<Stmt>)) {
        self.flush_pending(out);
        self.scopes.push();
        self.open_block();
        let mut stmts = Vec::new();
        inside(self, &mut stmts);
        self.flush_pending(&mut stmts);
        self.scopes.pop();
        let block = self.close_block(stmts, last_token(span));
        if block.locals.is_empty() {
            out.extend(block.stmts);
        } else {
            let id = self.node(span);
            out.push(Stmt { kind: StmtKind::Block(block), id });
        }
    }

    /// `({ … })` (gcc): the value of its last expression.
    pub fn statement_expression(&mut self, block: &ast::Block, span: Span) -> Checked<Expr> {
        if self.function.is_none() {
            let message = "a statement expression belongs into a function";
            return Err(self.error("statement-expression", span, message));
        }
        self.strict("statement-expression", span, "C11 has no blocks inside of expressions");
        let before = self.diagnostics.len();
        // Lengths that wait for the statement around stay outside.
        let waiting = self.function.as_mut().map(|f| std::mem::take(&mut f.pending)).unwrap_or_default();
        self.scopes.push();
        self.open_block();
        let mut stmts = Vec::new();
        let cleanups = self.cleanups();
        let last = match block.items.split_last().and_then(|(last, rest)| Some((valued(last)?, rest))) {
            Some(((names, expr), rest)) => {
                let labels = self.block_items(rest, &mut stmts);
                for name in names {
                    self.label_here(name, &mut stmts);
                }
                let value = self.expression_value(expr);
                self.flush_pending(&mut stmts);
                self.close_local_labels(labels);
                value.map(|v| self.value_before_cleanups(v, cleanups, &mut stmts)).transpose()
            }
            _ => {
                let labels = self.block_items(&block.items, &mut stmts);
                self.close_local_labels(labels);
                None
            }
        };
        self.scopes.pop();
        let (last, held) = match last {
            Some(Ok(value)) if self.types.record_of(value.ty).is_some() => {
                let (value, held) = self.held_outside(value, &mut stmts);
                (Some(Ok(value)), held)
            }
            last => (last, None),
        };
        if let Some(function) = &mut self.function {
            function.pending = waiting;
        }
        let body = self.close_block(stmts, block.end);
        if let Some(outer) = self.function.as_mut().and_then(|f| f.blocks.last_mut()) {
            outer.extend(held);
        }
        let failed = self.diagnostics.iter().skip(before).any(|d| d.severity == crate::diagnostics::Severity::Error);
        let value = match last {
            Some(Ok(value)) => Some(Box::new(value)),
            Some(Err(Reported)) => return Err(Reported),
            None if failed => return Err(Reported),
            None => None,
        };
        let ty = value.as_ref().map_or(self.basic.void, |v| v.ty);
        Ok(self.make(ExprKind::Statement { body: Box::new(body), value }, ty, span))
    }
}

impl Sema<'_> {
    /// A struct that is a statement expression's value outlives the variables
    /// inside: it is copied to a place of the block around.
    fn held_outside(&mut self, value: Expr, stmts: &mut Vec<Stmt>) -> (Expr, Option<LocalId>) {
        let (ty, span) = (value.ty, self.span_of(&value));
        let local = Local { name: Rc::from(""), ty, span, kind: LocalKind::Temporary, address_taken: false, align: 0 };
        let id = self.add_local(local, false);
        let place = self.make(ExprKind::Local(id), ty, span);
        let copy = ExprKind::Assign { left: Box::new(place), right: Box::new(value) };
        let copy = self.make(copy, ty, span);
        let node = self.node(span);
        stmts.push(Stmt { kind: StmtKind::Expr(copy), id: node });
        let place = self.make(ExprKind::Local(id), ty, span);
        (self.make(ExprKind::Load(Box::new(place)), ty, span), (self.unevaluated == 0).then_some(id))
    }
}

/// The expression that gives a statement expression its value, with the labels before it.
fn valued(last: &BlockItem) -> Option<(Vec<&ast::Name>, &ast::Expr)> {
    let BlockItem::Stmt(stmt) = last else { return None };
    let mut stmt = stmt;
    let mut names = Vec::new();
    loop {
        match &stmt.kind {
            ast::StmtKind::Label { name, body } => {
                names.push(name);
                stmt = body;
            }
            ast::StmtKind::Expr(expr) => return Some((names, expr)),
            _ => return None,
        }
    }
}

/// The last character of a stretch, which is its last token's.
pub(super) fn last_token(span: Span) -> Span {
    Span { lo: span.hi.saturating_sub(1).max(span.lo), ..span }
}
