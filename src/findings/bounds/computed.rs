//! Indices that are computed, and leave the array by how: a negative remainder, the middle
//! of a range that ends one too late, counting from 1, a letter that is none.

use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::given;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast, without_parentheses};
use crate::sema::tree::{ArithOp, Body, Callee, CompareOp, Expr, ExprKind, Init, LocalId, Stmt, StmtKind};

/// What to write where the index is computed.
pub(in crate::findings) fn mend(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    remainder(scene, outside)
        .or_else(|| middle(scene, outside))
        .or_else(|| backwards(scene, outside))
        .or_else(|| from_one(scene, outside))
        .or_else(|| letter(scene, outside))
}

/// `h % SIZE` of a negative number is negative: brought back into the range, it has the value
/// that one expects of it.
fn remainder(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    if outside.value >= 0 {
        return None;
    }
    let mut function = scene.frame(scene.innermost()?)?.function;
    let mut made = uncast(outside.index);
    // Through a variable, a call, and a variable there.
    for _ in 0..3 {
        (function, made) = match &made.kind {
            ExprKind::Local(id) => (function, uncast(divided(scene.body(function)?, *id)?)),
            ExprKind::Call { callee: Callee::Direct(id), .. } => (*id, uncast(given::returned(scene.body(*id)?)?)),
            _ => break,
        };
    }
    let ExprKind::Binary { op: ArithOp::Rem, left, right } = &made.kind else { return None };
    let (text, line) = (scene.text(made.id)?, scene.line(made.id));
    let (number, by) = (scene.text(uncast(left).id)?, scene.spell(uncast(right))?);
    let by = if is_operand(right) { by } else { format!("({by})") };
    let number = without_parentheses(&number);
    Some(format!("'{text}' in line {line} is negative where '{number}' is: write ({text} + {by}) % {by}."))
}

/// The only value of a local, or the only one that is a remainder.
fn divided(body: &Body, id: LocalId) -> Option<&Expr> {
    let values = given::values(body, id);
    let mut remainders =
        values.iter().filter(|value| matches!(uncast(value).kind, ExprKind::Binary { op: ArithOp::Rem, .. }));
    match values.as_slice() {
        [only] => Some(only),
        _ => remainders.next().filter(|_| remainders.next().is_none()).copied(),
    }
}

/// Can it stand beside an operator as it is written?
fn is_operand(expr: &Expr) -> bool {
    !matches!(uncast(expr).kind, ExprKind::Binary { .. } | ExprKind::Conditional { .. })
}

/// `mid = (lo + hi) / 2` where `hi` begins with the number of elements.
fn middle(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let frame = scene.innermost()?;
    let function = scene.frame(frame)?.function;
    let body = scene.body(function)?;
    let ExprKind::Local(id) = uncast(outside.index).kind else { return None };
    let made = uncast(given::only(body, id)?);
    let halves = locate::any(Part::Expr(made), |part| {
        matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Binary { op: ArithOp::Div | ArithOp::Shr, .. }))
    });
    if !halves {
        return None;
    }
    let mut bounds: Vec<LocalId> = Vec::new();
    locate::any(Part::Expr(made), |part| {
        if let Some(ExprKind::Local(other)) = part.expr().map(|e| &e.kind) {
            bounds.push(*other);
        }
        false
    });
    let length = i64::try_from(outside.length).ok()?;
    let (name, text, line) = bounds.into_iter().filter(|other| *other != id).find_map(|other| {
        let first = given::declared(body, other)?;
        let is_it = scene.int_value(frame, first) == Some(length) && outside.value == length;
        let name = &scene.local(function, other)?.name;
        is_it.then_some(())?;
        Some((name.to_string(), scene.spell(first)?, scene.line(first.id)))
    })?;
    Some(format!(
        "'{name}' begins with {length}, line {line}, and the last index is {}: write {name} = {text} - 1.",
        length - 1
    ))
}

/// `a[n - i]` with an `i` that begins with 0.
fn backwards(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::Binary { op: ArithOp::Sub, left, right } = &uncast(outside.index).kind else { return None };
    let is_start = scene.int_value(scene.innermost()?, right) == Some(0);
    let counts = matches!(uncast(right).kind, ExprKind::Local(_));
    let (all, one) = (scene.spell(left)?, scene.spell(right)?);
    (is_start && counts && u64::try_from(outside.value) == Ok(outside.length)).then(|| {
        format!(
            "Indices begin at 0, so the last one is {}: write {}[{all} - 1 - {one}].",
            outside.value - 1,
            outside.name
        )
    })
}

/// A parameter that the caller counts from 1 to the number of elements.
fn from_one(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::Local(id) = uncast(outside.index).kind else { return None };
    let inner = scene.innermost()?;
    let frame = scene.frame(inner)?;
    let body = scene.body(frame.function)?;
    if id.0 >= body.parameters || u64::try_from(outside.value) != Ok(outside.length) {
        return None;
    }
    let outer = inner.checked_sub(1)?;
    let caller = scene.frame(outer)?.function;
    let path = locate::find(scene.body(caller)?, frame.call)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let ExprKind::Local(counter) = uncast(arguments.get(usize::try_from(id.0).ok()?)?).kind else { return None };
    let is_it = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == counter);
    let counts = path.statements().find_map(|stmt| match &stmt.kind {
        StmtKind::For { condition: Some(condition), .. } => match &bare(condition).kind {
            ExprKind::Compare { op: CompareOp::Le, left, .. } if is_it(left) => Some(condition),
            _ => None,
        },
        _ => None,
    })?;
    let mut begins = false;
    locate::any(Part::Block(&scene.body(caller)?.block), |part| {
        begins |= match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. }) => {
                *local == counter && matches!(uncast(value).kind, ExprKind::Int(1))
            }
            Part::Expr(Expr { kind: ExprKind::Assign { left, right }, .. }) => {
                is_it(left) && matches!(uncast(right).kind, ExprKind::Int(1))
            }
            _ => false,
        };
        begins
    });
    let (name, line) = (&scene.local(caller, counter)?.name, scene.line(counts.id));
    let (array, index) = (outside.name, scene.spell(outside.index)?);
    begins.then(|| {
        format!(
            "'{name}' counts from 1 to {} in line {line}, indices from 0: write {array}[{index} - 1].",
            outside.length
        )
    })
}

/// `count[c - 'a']` where c is no small letter.
fn letter(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::Binary { op: ArithOp::Sub, left, right } = &uncast(outside.index).kind else { return None };
    let ExprKind::Int(first) = uncast(right).kind else { return None };
    let (text, from) = (scene.text(uncast(left).id)?, scene.text(uncast(right).id)?);
    let last = first.checked_add(i64::try_from(outside.length).ok()?)?.checked_sub(1)?;
    let last = char::from(u8::try_from(last).ok().filter(u8::is_ascii_alphanumeric)?);
    if ["++", "--", "("].iter().any(|sign| text.contains(sign)) {
        return None;
    }
    from.starts_with('\'').then(|| format!("Test it before this line: if ({text} >= {from} && {text} <= '{last}') ..."))
}
