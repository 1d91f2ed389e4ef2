//! Assertions that do not hold, with the values that they speak of.

use super::scene::{Held, Scene};
use super::spell::bare;
use super::story::Story;
use crate::sema::tree::{CompareOp, Expr, ExprKind};

/// Operands whose values are told.
const MOST_VALUES: usize = 3;

/// `assert` with this condition (as the preprocessor hands it on).
pub(super) fn failed(scene: &Scene<'_>, condition: &str) -> Story {
    let condition = condition.split_whitespace().collect::<Vec<_>>().join(" ");
    let path = scene.path().unwrap_or_default();
    // The macro makes 'condition ? (void)0 : fail' of it.
    let tree = path.expressions().find_map(|e| match &e.kind {
        ExprKind::Conditional { condition, .. } => Some(&**condition),
        _ => None,
    });
    let values = tree.map(|tree| values(scene, tree)).unwrap_or_default();
    let with = if values.is_empty() { String::new() } else { format!(": {}", values.join(", ")) };
    Story::new(format!("The assertion '{condition}' does not hold{with}."))
}

/// `'n' is -1` for each operand that may be why the condition is false.
fn values(scene: &Scene<'_>, condition: &Expr) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let Some(frame) = scene.innermost() else { return found };
    let mut open = vec![condition];
    while let Some(expr) = open.pop() {
        match &bare(expr).kind {
            ExprKind::And(left, right) | ExprKind::Or(left, right) => open.extend([&**right, &**left]),
            ExprKind::Not(operand) => open.push(operand),
            ExprKind::Compare { op, left, right } => {
                // What holds in a chain of '&&' is not why it fails.
                if holds(scene, frame, *op, left, right) != Some(true) {
                    open.extend([&**right, &**left]);
                }
            }
            _ => {
                let told = value(scene, frame, expr).filter(|told| found.len() < MOST_VALUES && !found.contains(told));
                found.extend(told);
            }
        }
    }
    found
}

/// An operand with its value, if it has one that its text does not say already.
fn value(scene: &Scene<'_>, frame: usize, expr: &Expr) -> Option<String> {
    let own = bare(expr);
    if matches!(own.kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Null | ExprKind::AddressOf(_)) {
        return None;
    }
    let held = scene.value(frame, expr)?;
    let name = scene.quote(own)?;
    match held {
        Held::Pointer(pointer) if pointer.is_null() => Some(format!("{name} is NULL")),
        Held::Pointer(_) => None,
        _ => Some(format!("{name} is {}", scene.scalar(held, own.ty, true))),
    }
}

/// Whether a comparison holds, where both sides can be looked at.
fn holds(scene: &Scene<'_>, frame: usize, op: CompareOp, left: &Expr, right: &Expr) -> Option<bool> {
    let order = match (scene.value(frame, left)?, scene.value(frame, right)?) {
        (Held::Int(a), Held::Int(b)) if scene.int_repr(left.ty)?.signed => a.cmp(&b),
        (Held::Int(a), Held::Int(b)) => a.cast_unsigned().cmp(&b.cast_unsigned()),
        (Held::Float(a), Held::Float(b)) => a.partial_cmp(&b)?,
        (Held::Pointer(a), Held::Pointer(b)) => a.addr.cmp(&b.addr),
        _ => return None,
    };
    Some(match op {
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    })
}
