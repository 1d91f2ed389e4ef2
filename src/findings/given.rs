//! The values that a function gives one of its locals, as its text has them.

use super::locate::{self, Part};
use crate::sema::tree::{Body, Expr, ExprKind, Init, LocalId, Stmt, StmtKind};

/// All of them: with which it is declared, and what is assigned to it.
pub(super) fn values(body: &Body, id: LocalId) -> Vec<&Expr> {
    let mut found = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. })
                if *local == id =>
            {
                found.push(value);
            }
            Part::Expr(Expr { kind: ExprKind::Assign { left, right }, .. }) if matches!(left.kind, ExprKind::Local(local) if local == id) =>
            {
                found.push(&**right);
            }
            _ => {}
        }
        false
    });
    found
}

/// The only one, if there is only one.
pub(super) fn only(body: &Body, id: LocalId) -> Option<&Expr> {
    match values(body, id).as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// The one with which it is declared.
pub(super) fn declared(body: &Body, id: LocalId) -> Option<&Expr> {
    let mut found = None;
    locate::any(Part::Block(&body.block), |part| {
        if let Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. }) = part
            && *local == id
        {
            found = Some(value);
        }
        found.is_some()
    });
    found
}

/// The only value that a function returns.
pub(super) fn returned(body: &Body) -> Option<&Expr> {
    let mut found = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        if let Part::Stmt(Stmt { kind: StmtKind::Return(Some(value)), .. }) = part {
            found.push(value);
        }
        false
    });
    match found.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}
