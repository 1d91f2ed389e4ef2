//! What the statements of a block evaluate.

use super::{Block, Expr, Init, InitValue, Stmt, StmtKind};

/// The full expressions of a statement (6.8p4), and the blocks in it. The
/// initialisers of a list are each one of their own here: nothing but their
/// order is open (6.7.9p23).
pub fn full_expressions(stmt: &Stmt) -> (Vec<&Expr>, Vec<&Block>) {
    let (mut found, mut blocks) = (Vec::new(), Vec::new());
    let mut pending = vec![stmt];
    while let Some(stmt) = pending.pop() {
        match &stmt.kind {
            StmtKind::Expr(e)
            | StmtKind::VlaLength { value: e, .. }
            | StmtKind::DeclareVla { size: e, .. }
            | StmtKind::GotoComputed(e)
            | StmtKind::Return(Some(e)) => found.push(e),
            StmtKind::Declare { init: Some(init), .. } => found.extend(initialisers(init)),
            StmtKind::Block(block) => blocks.push(block),
            StmtKind::If { condition, then, otherwise } => {
                found.push(condition);
                pending.push(then);
                pending.extend(otherwise.as_deref());
            }
            StmtKind::While { condition: e, body }
            | StmtKind::DoWhile { body, condition: e }
            | StmtKind::Switch { value: e, body, .. } => {
                found.push(e);
                pending.push(body);
            }
            StmtKind::For { init, condition, step, body } => {
                found.extend([init, condition, step].into_iter().flatten());
                pending.push(body);
            }
            StmtKind::Declare { init: None, .. }
            | StmtKind::Return(None)
            | StmtKind::Case(_)
            | StmtKind::Label(_)
            | StmtKind::Goto(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Empty => {}
        }
    }
    (found, blocks)
}

/// The expressions of an initialiser.
pub fn initialisers(init: &Init) -> Vec<&Expr> {
    match init {
        Init::Value(e) => vec![e],
        Init::List(items) => {
            items.iter().filter_map(|item| if let InitValue::Value(e) = &item.value { Some(e) } else { None }).collect()
        }
    }
}
