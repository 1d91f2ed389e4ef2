//! Statements and blocks (6.8).

use super::Builder;
use super::declarations::Declared;
use super::grammar::{Pair, Rule};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Block, BlockItem, Declaration, DeclarationKind, Expr, ForInit, Stmt, StmtKind};
use crate::syntax::kinds::*;

impl Builder<'_> {
    pub(super) fn compound(&mut self, pair: Pair<'_>) -> Block {
        let span = self.span(&pair);
        let end = self.span_at(self.last(&pair));
        let items = pair.into_inner().map(|inner| self.block_item(inner)).collect();
        Block { items, span, end }
    }

    fn block_item(&mut self, pair: Pair<'_>) -> BlockItem {
        match pair.as_rule() {
            Rule::declaration => match self.declaration(pair) {
                Declared::Declaration(d) if only_attributes(&d) => {
                    BlockItem::Stmt(Stmt { kind: StmtKind::Empty, span: d.span })
                }
                Declared::Declaration(d) => BlockItem::Declaration(d),
                Declared::Function(f) => BlockItem::NestedFunction(Box::new(f)),
            },
            Rule::static_assert => BlockItem::Declaration(self.static_assert(pair)),
            Rule::local_labels => BlockItem::LocalLabels(pair.into_inner().map(|n| self.name(&n)).collect()),
            _ => BlockItem::Stmt(self.statement(pair)),
        }
    }

    fn statement(&mut self, pair: Pair<'_>) -> Stmt {
        let span = self.span(&pair);
        let index = self.first(&pair);
        let rule = pair.as_rule();
        let kind = match rule {
            Rule::expression_statement => StmtKind::Expr(self.only_expression(pair)),
            Rule::compound => StmtKind::Block(self.compound(pair)),
            Rule::labeled => return self.labeled(pair),
            Rule::if_statement => self.if_statement(pair),
            Rule::for_statement => self.for_statement(pair),
            Rule::while_statement | Rule::do_statement | Rule::switch_statement => self.loop_or_switch(rule, pair),
            Rule::return_statement => StmtKind::Return(pair.into_inner().next().map(|e| self.expression(e))),
            Rule::goto_statement => StmtKind::Goto(self.name_at(index + 1)),
            Rule::computed_goto => StmtKind::GotoComputed(self.only_expression(pair)),
            Rule::break_statement => StmtKind::Break,
            Rule::continue_statement => StmtKind::Continue,
            Rule::asm_statement if self.is_inert_assembler(index, self.last(&pair)) => StmtKind::Empty,
            Rule::asm_statement => StmtKind::Asm,
            _ => StmtKind::Empty,
        };
        Stmt { kind, span }
    }

    fn only_expression(&mut self, pair: Pair<'_>) -> Expr {
        let span = self.span(&pair);
        match pair.into_inner().next() {
            Some(inner) => self.expression(inner),
            None => self.placeholder(span),
        }
    }

    /// Labels and what they stand before. gcc lets them end a block or stand before
    /// a declaration; C11 does not.
    fn labeled(&mut self, pair: Pair<'_>) -> Stmt {
        let end = self.span_at(self.last(&pair));
        let behind = self.last(&pair) + 1;
        let mut labels = Vec::new();
        let mut body = None;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::named_label | Rule::case_label | Rule::default_label => labels.push(inner),
                _ => body = Some(self.statement(inner)),
            }
        }
        let mut stmt = body.unwrap_or_else(|| {
            let message = if self.kind_at(behind) == RB {
                "a label at the end of a block needs a statement behind it, e.g. ';'"
            } else {
                "a label stands before a statement; a declaration is none"
            };
            self.diagnostics.push(Diagnostic::pedantic("label-without-statement", end, message));
            Stmt { kind: StmtKind::Empty, span: end.end() }
        });
        while let Some(label) = labels.pop() {
            let span = self.span(&label).to(stmt.span);
            let rule = label.as_rule();
            let name = self.name(&label);
            let body = Box::new(stmt);
            let kind = match rule {
                Rule::named_label => StmtKind::Label { name, body },
                Rule::default_label => StmtKind::Default(body),
                _ => {
                    let mut values = label.into_inner();
                    let low = values.next().map(|e| self.expression(e));
                    let low = low.unwrap_or_else(|| self.placeholder(span));
                    StmtKind::Case { low, high: values.next().map(|e| self.expression(e)), body }
                }
            };
            stmt = Stmt { kind, span };
        }
        stmt
    }

    fn if_statement(&mut self, pair: Pair<'_>) -> StmtKind {
        let mut arms = Vec::new();
        let mut otherwise = None;
        for inner in pair.into_inner() {
            if inner.as_rule() == Rule::if_arm {
                arms.push(self.expression_and_body(inner));
            } else {
                otherwise = Some(Box::new(self.statement(inner)));
            }
        }
        StmtKind::If { arms, otherwise }
    }

    /// An expression and a statement, in either order.
    fn expression_and_body(&mut self, pair: Pair<'_>) -> (Expr, Stmt) {
        let span = self.span(&pair);
        let (mut expr, mut body) = (None, None);
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::expression => expr = Some(self.expression(inner)),
                _ => body = Some(self.statement(inner)),
            }
        }
        let expr = expr.unwrap_or_else(|| self.placeholder(span));
        (expr, body.unwrap_or(Stmt { kind: StmtKind::Empty, span }))
    }

    fn loop_or_switch(&mut self, rule: Rule, pair: Pair<'_>) -> StmtKind {
        let (condition, body) = self.expression_and_body(pair);
        let body = Box::new(body);
        match rule {
            Rule::while_statement => StmtKind::While { condition, body },
            Rule::do_statement => StmtKind::DoWhile { body, condition },
            _ => StmtKind::Switch { value: condition, body },
        }
    }

    fn for_statement(&mut self, pair: Pair<'_>) -> StmtKind {
        let span = self.span(&pair);
        let mut init = ForInit::None;
        let mut parts = Vec::new();
        let mut body = None;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::for_init => init = self.for_init(inner),
                Rule::for_part => parts.push(inner.into_inner().next().map(|e| self.expression(e))),
                _ => body = Some(Box::new(self.statement(inner))),
            }
        }
        let step = parts.pop().flatten();
        let condition = parts.pop().flatten();
        let body = body.unwrap_or_else(|| Box::new(Stmt { kind: StmtKind::Empty, span }));
        StmtKind::For { init, condition, step, body }
    }

    fn for_init(&mut self, pair: Pair<'_>) -> ForInit {
        let Some(inner) = pair.into_inner().next() else { return ForInit::None };
        if inner.as_rule() == Rule::expression {
            return ForInit::Expr(self.expression(inner));
        }
        match self.declaration(inner) {
            Declared::Declaration(d) => ForInit::Declaration(d),
            Declared::Function(f) => {
                let opener = Span { hi: f.body.span.lo.saturating_add(1), ..f.body.span };
                self.error(opener, "a function cannot be defined in a 'for'");
                ForInit::None
            }
        }
    }
}

/// `__attribute__((fallthrough));` is a statement that does nothing.
fn only_attributes(declaration: &Declaration) -> bool {
    match &declaration.kind {
        DeclarationKind::Variables { specifiers: s, declarators } => {
            declarators.is_empty()
                && s.types.is_empty()
                && s.storage.is_empty()
                && s.qualifiers.is_empty()
                && s.functions.is_empty()
                && s.alignments.is_empty()
        }
        DeclarationKind::StaticAssert { .. } => false,
    }
}
