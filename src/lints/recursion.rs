//! A function that calls itself on every way through it.

use super::Lints;
use super::walk::{any_stmt, called, each_expr, each_initializer, each_within};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{BinaryOp, Block, BlockItem, Expr, ExprKind, FunctionDefinition, Stmt, StmtKind};

impl Lints<'_> {
    /// Looks for a call of the function by itself before anything could leave it.
    pub(super) fn endless_recursion(&mut self, function: &FunctionDefinition) {
        let Some(name) = &function.declarator.name else { return };
        if let Some(Way::Calls(span)) = first_in_block(&function.body, &name.text) {
            let message = format!("'{}' calls itself every time, so this never ends", name.text);
            self.warn(
                Diagnostic::warning("endless-recursion", span, message)
                    .with_note("a condition must decide when to stop, before the call"),
            );
        }
    }
}

/// What comes first.
enum Way {
    /// The function calls itself here.
    Calls(Span),
    /// It might be left here.
    Leaves,
}

fn first_in_block(block: &Block, name: &str) -> Option<Way> {
    block.items.iter().find_map(|item| match item {
        BlockItem::Stmt(stmt) => first_in_stmt(stmt, name),
        BlockItem::Declaration(declaration) => {
            let mut found = None;
            each_initializer(declaration, &mut |expr| found = found.take().or_else(|| first_in_expr(expr, name)));
            found
        }
        _ => Some(Way::Leaves),
    })
}

fn first_in_stmt(stmt: &Stmt, name: &str) -> Option<Way> {
    match &stmt.kind {
        StmtKind::Block(block) => first_in_block(block, name),
        StmtKind::Expr(expr) => first_in_expr(expr, name),
        StmtKind::Return(value) => value.as_ref().and_then(|v| first_in_expr(v, name)).or(Some(Way::Leaves)),
        StmtKind::Empty => None,
        StmtKind::If { arms, otherwise } => {
            let condition = arms.first().and_then(|(condition, _)| first_in_expr(condition, name));
            let bodies = arms.iter().map(|(_, body)| body).chain(otherwise.as_deref());
            condition.or_else(|| bodies.into_iter().any(may_leave).then_some(Way::Leaves))
        }
        // Loops and jumps: too much to be certain of.
        _ => Some(Way::Leaves),
    }
}

/// The first call that is evaluated whatever the values are.
fn first_in_expr(expr: &Expr, name: &str) -> Option<Way> {
    match &expr.kind {
        // Only the left side is sure to be evaluated.
        ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, left, right, .. } => {
            first_in_expr(left, name).or_else(|| calls_others(right).then_some(Way::Leaves))
        }
        ExprKind::Conditional { condition, then, otherwise } => first_in_expr(condition, name).or_else(|| {
            let either = then.as_deref().is_some_and(calls_others) || calls_others(otherwise);
            either.then_some(Way::Leaves)
        }),
        ExprKind::Call { arguments, .. } => {
            let inside = arguments.iter().find_map(|a| first_in_expr(a, name));
            inside.or_else(|| match called(expr) {
                Some(callee) if callee == name => Some(Way::Calls(expr.span)),
                Some(callee) if returns(callee) => None,
                _ => Some(Way::Leaves),
            })
        }
        ExprKind::Statement(_) => Some(Way::Leaves),
        _ => {
            let mut found = None;
            super::walk::each_child(expr, &mut |child| found = found.take().or_else(|| first_in_expr(child, name)));
            found
        }
    }
}

fn calls_others(expr: &Expr) -> bool {
    let mut any = false;
    each_within(expr, &mut |e| any |= matches!(&e.kind, ExprKind::Call { .. } if !called(e).is_some_and(returns)));
    any
}

fn may_leave(stmt: &Stmt) -> bool {
    any_stmt(stmt, &|s| {
        let mut leaves =
            !matches!(s.kind, StmtKind::Empty | StmtKind::Expr(_) | StmtKind::Block(_) | StmtKind::If { .. });
        each_expr(s, &mut |expr| leaves |= calls_others(expr));
        leaves
    })
}

/// Functions of the library that certainly come back.
fn returns(name: &str) -> bool {
    matches!(
        name,
        "printf" | "puts" | "putchar" | "fprintf" | "malloc" | "free" | "strlen" | "strcpy" | "rand" | "scanf"
    )
}
