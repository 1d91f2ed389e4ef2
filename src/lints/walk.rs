//! The parts of what the parser gives.

use crate::syntax::ast::{
    Block, BlockItem, Declaration, DeclarationKind, Expr, ExprKind, ForInit, Initializer, Stmt, StmtKind,
};

/// Calls `visit` for the expressions directly inside of one that is evaluated;
/// operands of `sizeof` and its like are left out.
pub(super) fn each_child<'e>(expr: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
    match &expr.kind {
        ExprKind::Paren(a)
        | ExprKind::Member { base: a, .. }
        | ExprKind::IncDec { operand: a, .. }
        | ExprKind::Unary { operand: a, .. }
        | ExprKind::Cast { operand: a, .. }
        | ExprKind::VaArg { list: a, .. } => visit(a),
        ExprKind::Index { base: a, index: b }
        | ExprKind::Binary { left: a, right: b, .. }
        | ExprKind::Assign { left: a, right: b, .. }
        | ExprKind::Comma { left: a, right: b } => {
            visit(a);
            visit(b);
        }
        ExprKind::Call { callee, arguments } => {
            visit(callee);
            arguments.iter().for_each(visit);
        }
        ExprKind::Conditional { condition, then, otherwise } => {
            visit(condition);
            if let Some(then) = then {
                visit(then);
            }
            visit(otherwise);
        }
        ExprKind::CompoundLiteral { initializer, .. } => {
            initializer.items.iter().for_each(|item| each_value(&item.value, visit));
        }
        _ => {}
    }
}

/// Calls `visit` for each value of an initialiser.
pub(super) fn each_value<'e>(initializer: &'e Initializer, visit: &mut dyn FnMut(&'e Expr)) {
    match initializer {
        Initializer::Expr(expr) => visit(expr),
        // Lists nest no deeper than the parser's limit allows.
        Initializer::List(list) => list.items.iter().for_each(|item| each_value(&item.value, visit)),
    }
}

/// Calls `visit` for each value that a declaration computes.
pub(super) fn each_initializer<'e>(declaration: &'e Declaration, visit: &mut dyn FnMut(&'e Expr)) {
    if let DeclarationKind::Variables { declarators, .. } = &declaration.kind {
        declarators.iter().filter_map(|d| d.initializer.as_ref()).for_each(|i| each_value(i, visit));
    }
}

/// Calls `visit` for an expression and all that is evaluated inside of it.
pub(super) fn each_within<'e>(expr: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
    let mut pending = vec![expr];
    while let Some(expr) = pending.pop() {
        visit(expr);
        each_child(expr, &mut |child| pending.push(child));
    }
}

/// Calls `visit` for the statements directly inside of one.
pub(super) fn each_inner<'s>(stmt: &'s Stmt, visit: &mut dyn FnMut(&'s Stmt)) {
    match &stmt.kind {
        StmtKind::Block(block) => each_stmt(block, visit),
        StmtKind::If { arms, otherwise } => {
            arms.iter().for_each(|(_, body)| visit(body));
            if let Some(otherwise) = otherwise {
                visit(otherwise);
            }
        }
        StmtKind::While { body, .. }
        | StmtKind::DoWhile { body, .. }
        | StmtKind::For { body, .. }
        | StmtKind::Switch { body, .. }
        | StmtKind::Case { body, .. }
        | StmtKind::Default(body)
        | StmtKind::Label { body, .. } => visit(body),
        _ => {}
    }
}

/// Calls `visit` for the statements of a block.
pub(super) fn each_stmt<'s>(block: &'s Block, visit: &mut dyn FnMut(&'s Stmt)) {
    for item in &block.items {
        if let BlockItem::Stmt(stmt) = item {
            visit(stmt);
        }
    }
}

/// Is `wanted` true of the statement or of one inside of it?
pub(super) fn any_stmt(stmt: &Stmt, wanted: &dyn Fn(&Stmt) -> bool) -> bool {
    let mut pending = vec![stmt];
    while let Some(stmt) = pending.pop() {
        if wanted(stmt) {
            return true;
        }
        each_inner(stmt, &mut |inner| pending.push(inner));
    }
    false
}

/// Calls `visit` for the expressions that stand directly in a statement.
pub(super) fn each_expr<'s>(stmt: &'s Stmt, visit: &mut dyn FnMut(&'s Expr)) {
    match &stmt.kind {
        StmtKind::Expr(expr)
        | StmtKind::While { condition: expr, .. }
        | StmtKind::DoWhile { condition: expr, .. }
        | StmtKind::Switch { value: expr, .. }
        | StmtKind::GotoComputed(expr)
        | StmtKind::Return(Some(expr)) => visit(expr),
        StmtKind::If { arms, .. } => arms.iter().for_each(|(condition, _)| visit(condition)),
        StmtKind::For { init, condition, step, .. } => {
            match init {
                ForInit::Expr(expr) => visit(expr),
                ForInit::Declaration(declaration) => each_initializer(declaration, visit),
                ForInit::None => {}
            }
            if let Some(condition) = condition {
                visit(condition);
            }
            if let Some(step) = step {
                visit(step);
            }
        }
        _ => {}
    }
}

/// Calls `visit` for all expressions of a statement and of those inside of it.
pub(super) fn each_expr_inside<'s>(stmt: &'s Stmt, visit: &mut dyn FnMut(&'s Expr)) {
    let mut pending = vec![stmt];
    while let Some(stmt) = pending.pop() {
        each_expr(stmt, &mut |expr| each_within(expr, visit));
        if let StmtKind::Block(block) = &stmt.kind {
            for item in &block.items {
                if let BlockItem::Declaration(declaration) = item {
                    each_initializer(declaration, &mut |expr| each_within(expr, visit));
                }
            }
        }
        each_inner(stmt, &mut |inner| pending.push(inner));
    }
}

/// Without the parentheses around it.
pub(super) fn bare(expr: &Expr) -> &Expr {
    let mut expr = expr;
    while let ExprKind::Paren(inner) = &expr.kind {
        expr = inner;
    }
    expr
}

/// The name that is called.
pub(super) fn called(expr: &Expr) -> Option<&str> {
    let ExprKind::Call { callee, .. } = &expr.kind else { return None };
    match &bare(callee).kind {
        ExprKind::Name(name) => Some(&name.text),
        _ => None,
    }
}
