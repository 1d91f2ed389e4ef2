//! Accesses of one object that no sequence point orders.

use super::locate::{self, Part};
use super::scene::Scene;
use super::spell::{bare, uncast};
use super::story::Story;
use crate::sema::tree::{Expr, ExprKind, NodeId};

/// Two places of one expression are the same object.
pub(super) fn accesses(scene: &Scene<'_>, first: NodeId, second: NodeId, both_write: bool) -> Story {
    let name = |node| scene.find_anywhere(node).and_then(|(_, path)| path.expr()).and_then(|e| scene.quote(e));
    let done = if both_write { "changed twice" } else { "changed and used" };
    let open = if both_write { "which change comes last" } else { "which comes first" };
    let story = match (name(first), name(second)) {
        (Some(a), Some(b)) if a == b => {
            Story::new(format!("{a} is {done} in one expression, and C does not say {open}."))
        }
        (Some(a), Some(b)) => Story::new(format!(
            "{a} and {b} are the same object here; it is {done} in one expression, and C does not say {open}."
        )),
        _ => return Story::default(),
    };
    match taken_out(scene, first, second) {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// `i++` as a statement of its own.
fn taken_out(scene: &Scene<'_>, first: NodeId, second: NodeId) -> Option<String> {
    let (_, path) = scene.find_anywhere(first)?;
    let whole = path.expressions().last()?;
    if let ExprKind::Assign { left, right } = &whole.kind
        && let ExprKind::IncDec { place, stride: None, increment, .. } = &uncast(right).kind
        && same(left, place)
    {
        let sign = if *increment { "++" } else { "--" };
        return Some(format!("Write {}{sign}; alone: it changes the variable already.", scene.spell(left)?));
    }
    let mut found: Vec<&Expr> = Vec::new();
    locate::any(Part::Expr(whole), |part| {
        if let Some(expr @ Expr { kind: ExprKind::IncDec { place, .. }, .. }) = part.expr()
            && [first, second].iter().any(|node| *node == expr.id || *node == place.id)
        {
            found.push(expr);
        }
        false
    });
    match found.as_slice() {
        [only] => {
            let text = scene.text(only.id)?;
            Some(format!("Take '{text}' out: write {text}; as a statement of its own."))
        }
        _ => None,
    }
}

/// The same variable.
fn same(a: &Expr, b: &Expr) -> bool {
    match (&bare(a).kind, &bare(b).kind) {
        (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
        (ExprKind::Global(a), ExprKind::Global(b)) => a == b,
        _ => false,
    }
}
