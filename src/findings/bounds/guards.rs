//! A test that was to keep the index inside, and lets one value too many through:
//! `if (top > MAX) return;`, also where a function of its own tests it (`isFull(s)`).

use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::lifetime::shared::same_member;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{ArithOp, Callee, CompareOp, Expr, ExprKind, FunctionId, FunctionKind, Stmt, StmtKind};

/// What to write in the test instead, if one compares just what is used as an index.
pub(in crate::findings) fn mend(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let (place, value) = stepped(outside.index, outside.value)?;
    let path = scene.path()?;
    let mut guards: Vec<(&Expr, bool)> = Vec::new();
    for (outer, inner) in path.steps.iter().zip(path.steps.iter().skip(1)) {
        match outer.0 {
            // Behind a test that leaves.
            Part::Block(block) => {
                let before = block.stmts.get(..inner.1).unwrap_or(&[]);
                for stmt in before {
                    // What was tested is another value by now.
                    if changes(stmt, place) {
                        guards.clear();
                    }
                    guards.extend(leaving(scene, stmt).map(|condition| (condition, false)));
                }
                let told = |stmt| grown_late(scene, stmt, place, value).or_else(|| goes_on(scene, stmt, place, value));
                if let Some(advice) = before.iter().rev().find_map(told) {
                    return Some(advice);
                }
            }
            Part::Stmt(Stmt { kind: StmtKind::If { condition, then, otherwise }, .. }) => match inner.0 {
                Part::Stmt(stmt) if stmt.id == then.id => guards.push((condition, true)),
                Part::Stmt(stmt) if otherwise.as_ref().is_some_and(|other| other.id == stmt.id) => {
                    guards.push((condition, false));
                }
                _ => {}
            },
            _ => {}
        }
    }
    let lets_through = |(condition, passes)| too_wide(scene, condition, passes, place, value, 0);
    guards.into_iter().rev().find_map(lets_through).or_else(|| reset_late(scene, place, value))
}

/// Does a statement give the place a new value?
fn changes(stmt: &Stmt, place: &Expr) -> bool {
    locate::any(Part::Stmt(stmt), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Assign { left, .. } | ExprKind::AssignOp { left, .. }) => is_same(left, place),
        Some(ExprKind::IncDec { place: counted, .. }) => is_same(counted, place),
        _ => false,
    })
}

/// `if (rear > MAX) rear = 0;`, somewhere: the value that is one too large stays.
fn reset_late(scene: &Scene<'_>, place: &Expr, value: i64) -> Option<String> {
    if matches!(place.kind, ExprKind::Local(_)) {
        return None;
    }
    scene.program.functions.iter().find_map(|function| {
        let FunctionKind::Defined(body) = &function.kind else { return None };
        let mut found = None;
        locate::any(Part::Block(&body.block), |part| {
            if let Part::Stmt(Stmt { kind: StmtKind::If { condition, then, otherwise: None }, .. }) = part
                && locate::any(Part::Stmt(then), |part| {
                    matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Assign { left, .. }) if is_same(left, place))
                })
            {
                found = too_wide(scene, condition, false, place, value, 0);
            }
            found.is_some()
        });
        found
    })
}

/// The place that is counted, and its value before: `top++`, `--top`, `n - 1`, `i`.
fn stepped(index: &Expr, value: i64) -> Option<(&Expr, i64)> {
    let index = uncast(index);
    let (place, value) = match &index.kind {
        ExprKind::IncDec { place, stride: None, increment, prefix } => {
            let by = i64::from(*prefix) * if *increment { 1 } else { -1 };
            (&**place, value.checked_sub(by)?)
        }
        ExprKind::Binary { op: op @ (ArithOp::Add | ArithOp::Sub), left, right } => {
            let ExprKind::Int(by) = uncast(right).kind else { return None };
            let value = if *op == ArithOp::Add { value.checked_sub(by)? } else { value.checked_add(by)? };
            (uncast(left), value)
        }
        _ => (index, value),
    };
    matches!(place.kind, ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Member { .. }).then_some((place, value))
}

/// `if (n > room) { room *= 2; a = realloc(…); }` where both are equal: it grows one too late.
fn grown_late(scene: &Scene<'_>, stmt: &Stmt, place: &Expr, value: i64) -> Option<String> {
    let StmtKind::If { condition, then, otherwise: None } = &stmt.kind else { return None };
    let grows = locate::any(Part::Stmt(then), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Call { callee: Callee::Direct(id), .. }) => {
            scene.program.function(*id).is_some_and(|f| matches!(&*f.name, "realloc" | "malloc"))
        }
        _ => false,
    });
    let ExprKind::Compare { op: op @ (CompareOp::Gt | CompareOp::Lt), left, right } = &bare(condition).kind else {
        return None;
    };
    let limit = match (is_same(left, place), is_same(right, place), op) {
        (true, false, CompareOp::Gt) => right,
        (false, true, CompareOp::Lt) => left,
        _ => return None,
    };
    let equal = scene.int_value(scene.innermost()?, limit) == Some(value);
    let sides = |e: &Expr| scene.text(bare(e).id).or_else(|| scene.spell(e));
    let (a, b, written) = (sides(left)?, sides(right)?, scene.text(bare(condition).id)?);
    let line = scene.line(condition.id);
    (grows && equal).then(|| {
        format!("'{written}' in line {line} grows it one too late: write {a} {} {b}.", other(*op).unwrap_or("!="))
    })
}

/// `if (top == MAX) { puts("full"); }`: it is seen that there is no room, and the function goes on.
fn goes_on(scene: &Scene<'_>, stmt: &Stmt, place: &Expr, value: i64) -> Option<String> {
    let StmtKind::If { condition, then, otherwise: None } = &stmt.kind else { return None };
    if leaving(scene, stmt).is_some() {
        return None;
    }
    let ExprKind::Compare { op, left, right } = &bare(condition).kind else { return None };
    let limit = scene.int_value(scene.innermost()?, right).filter(|_| is_same(left, place))?;
    let holds = match op {
        CompareOp::Eq => value == limit,
        CompareOp::Ge => value >= limit,
        CompareOp::Gt => value > limit,
        CompareOp::Lt => value < limit,
        CompareOp::Le => value <= limit,
        CompareOp::Ne => false,
    };
    // Does it do something about it, or just say so?
    let only_tells = !locate::any(Part::Stmt(then), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Assign { .. } | ExprKind::AssignOp { .. } | ExprKind::IncDec { .. }) => true,
        Some(ExprKind::Call { callee: Callee::Direct(id), .. }) => {
            scene.program.function(*id).is_some_and(|f| matches!(f.kind, FunctionKind::Defined(_)))
        }
        _ => false,
    });
    let text = scene.text(bare(condition).id)?;
    let function = scene.frame(scene.innermost()?)?.function;
    let line = scene.line(condition.id);
    (holds && only_tells).then(|| {
        format!("Line {line} sees that '{text}', but the function goes on: add {} there.", scene.way_out(function))
    })
}

/// The condition under which an if statement leaves the way on.
fn leaving<'t>(scene: &Scene<'_>, stmt: &'t Stmt) -> Option<&'t Expr> {
    let StmtKind::If { condition, then, otherwise: None } = &stmt.kind else { return None };
    let last = match &then.kind {
        StmtKind::Block(block) => block.stmts.last()?,
        _ => then,
    };
    let exits = |e: &Expr| match &uncast(e).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            scene.program.function(*id).is_some_and(|f| matches!(&*f.name, "exit" | "abort"))
        }
        _ => false,
    };
    let leaves = match &last.kind {
        StmtKind::Return(_) | StmtKind::Break | StmtKind::Continue | StmtKind::Goto(_) => true,
        StmtKind::Expr(e) => exits(e),
        _ => false,
    };
    leaves.then_some(condition)
}

/// The comparison in the condition that lets just this value through, as it should be.
/// `passes`: one comes to the place where it is true.
fn too_wide(scene: &Scene<'_>, condition: &Expr, passes: bool, place: &Expr, value: i64, depth: u32) -> Option<String> {
    let condition = bare(condition);
    match &condition.kind {
        ExprKind::Not(inner) if depth < 8 => too_wide(scene, inner, !passes, place, value, depth + 1),
        // Each of the parts has to hold: each may be the one that is too wide.
        ExprKind::And(a, b) if passes && depth < 8 => too_wide(scene, a, passes, place, value, depth + 1)
            .or_else(|| too_wide(scene, b, passes, place, value, depth + 1)),
        ExprKind::Or(a, b) if !passes && depth < 8 => too_wide(scene, a, passes, place, value, depth + 1)
            .or_else(|| too_wide(scene, b, passes, place, value, depth + 1)),
        // A local means something else in another function.
        ExprKind::Call { callee: Callee::Direct(id), .. } if depth < 8 && !matches!(place.kind, ExprKind::Local(_)) => {
            too_wide(scene, predicate(scene, *id)?, passes, place, value, 8)
        }
        ExprKind::Compare { op: CompareOp::Eq, left, right } if !passes => {
            let limit = if is_same(left, place) { right } else { return None };
            // In a function of its own its names mean something else.
            let last = if depth < 8 { scene.int_value(scene.innermost()?, limit)? } else { constant(scene, limit)? };
            let by = last.checked_sub(value).filter(|by| by.abs() == 1)?;
            let (written, text) = (scene.text(condition.id)?, scene.text(bare(left).id)?);
            let limit = match (&uncast(limit).kind, by) {
                (ExprKind::Int(n), _) => (n - by).to_string(),
                (_, 1) => format!("{} - 1", scene.text(bare(limit).id)?),
                _ => format!("{} + 1", scene.text(bare(limit).id)?),
            };
            let line = scene.line(condition.id);
            Some(format!("'{written}' in line {line} lets {value} through: write {text} == {limit}."))
        }
        ExprKind::Compare { op, left, right } => {
            let (op, limit) = if is_same(left, place) {
                (*op, right)
            } else if is_same(right, place) {
                (mirrored(*op), left)
            } else {
                return None;
            };
            let strict = match (op, passes) {
                (CompareOp::Le | CompareOp::Ge, true) | (CompareOp::Lt | CompareOp::Gt, false) => true,
                _ => return None,
            };
            (strict && constant(scene, limit)? == value).then_some(())?;
            let written = scene.text(condition.id)?;
            let sides = |e: &Expr| scene.text(bare(e).id).or_else(|| scene.spell(e));
            let (left, right) = (sides(left)?, sides(right)?);
            let ExprKind::Compare { op, .. } = &condition.kind else { return None };
            let line = scene.line(condition.id);
            Some(format!("'{written}' in line {line} lets {value} through: write {left} {} {right}.", other(*op)?))
        }
        _ => None,
    }
}

/// What a function returns that does nothing else.
fn predicate<'t>(scene: &Scene<'t>, id: FunctionId) -> Option<&'t Expr> {
    let FunctionKind::Defined(body) = &scene.program.function(id)?.kind else { return None };
    let [only] = body.block.stmts.as_slice() else { return None };
    match &only.kind {
        StmtKind::Return(Some(value)) => Some(uncast(value)),
        _ => None,
    }
}

fn is_same(expr: &Expr, place: &Expr) -> bool {
    let expr = uncast(expr);
    match (&expr.kind, &place.kind) {
        (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
        (ExprKind::Global(a), ExprKind::Global(b)) => a == b,
        _ => same_member(expr, place),
    }
}

/// A number that is the same in every function.
fn constant(scene: &Scene<'_>, limit: &Expr) -> Option<i64> {
    let named = locate::any(Part::Expr(limit), |part| {
        matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Local(_) | ExprKind::Member { .. } | ExprKind::Deref(_)))
    });
    if named { None } else { scene.int_value(scene.innermost()?, limit) }
}

fn mirrored(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        same => same,
    }
}

/// The comparison that decides otherwise where both are equal.
fn other(op: CompareOp) -> Option<&'static str> {
    Some(match op {
        CompareOp::Lt => "<=",
        CompareOp::Le => "<",
        CompareOp::Gt => ">=",
        CompareOp::Ge => ">",
        _ => return None,
    })
}
