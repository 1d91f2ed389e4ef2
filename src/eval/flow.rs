//! Can the end of a function be reached?

use crate::sema::tree::{Block, Body, Callee, Expr, ExprKind, Program, Stmt, StmtKind};

/// Can control reach the end of the body without a `return`? Says yes where it
/// does not know: then the use of the missing value is checked when it happens.
pub fn falls_off(program: &Program, body: &Body) -> bool {
    if !body.labels.is_empty() {
        return true;
    }
    completes_block(program, &body.block)
}

fn completes_block(program: &Program, block: &Block) -> bool {
    // Code behind a jump is reached through a case label only.
    let mut completes = true;
    for stmt in &block.stmts {
        if matches!(stmt.kind, StmtKind::Case(_) | StmtKind::Label(_)) {
            completes = true;
        } else if completes {
            completes = completes_stmt(program, stmt);
        }
    }
    completes
}

fn completes_stmt(program: &Program, stmt: &Stmt) -> bool {
    match &stmt.kind {
        // `return;` in a function that is to return a value.
        StmtKind::Return(None) => true,
        StmtKind::Return(Some(_))
        | StmtKind::Goto(_)
        | StmtKind::GotoComputed(_)
        | StmtKind::Break
        | StmtKind::Continue => false,
        StmtKind::Expr(e) => !never_returns(program, e),
        StmtKind::Block(block) => completes_block(program, block),
        StmtKind::If { then, otherwise, .. } => {
            completes_stmt(program, then) || otherwise.as_ref().is_none_or(|s| completes_stmt(program, s))
        }
        StmtKind::While { condition, body } | StmtKind::DoWhile { body, condition } => {
            !is_true(condition) || breaks(body)
        }
        StmtKind::For { condition, body, .. } => condition.as_ref().is_some_and(|c| !is_true(c)) || breaks(body),
        StmtKind::Switch { body, default, .. } => default.is_none() || breaks(body) || completes_stmt(program, body),
        _ => true,
    }
}

fn is_true(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Int(value) if value != 0)
}

/// Does a `break` in this body leave its loop or switch?
fn breaks(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Break => true,
        StmtKind::Block(block) => block.stmts.iter().any(breaks),
        StmtKind::If { then, otherwise, .. } => breaks(then) || otherwise.as_ref().is_some_and(|s| breaks(s)),
        _ => false,
    }
}

fn never_returns(program: &Program, e: &Expr) -> bool {
    let ExprKind::Call { callee: Callee::Direct(id), .. } = &e.kind else { return false };
    let name = program.function(*id).map_or("", |f| &f.name);
    matches!(name, "exit" | "abort" | "_Exit" | "quick_exit" | "longjmp" | "__assert_fail")
}
