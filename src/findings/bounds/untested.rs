//! Indices that no loop bounds: the test that is missing before the line.

use crate::findings::bounds::computed;
use crate::findings::bounds::guards;
use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::given;
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{ArithOp, Callee, CompareOp, Expr, ExprKind, FunctionId, FunctionKind, Stmt, StmtKind};

/// What to write before the line, or where the index comes from.
pub(in crate::findings) fn mend(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    lone_semicolon(scene, outside)
        .or_else(|| guards::mend(scene, outside))
        .or_else(|| full(scene, outside))
        .or_else(|| computed::mend(scene, outside))
        .or_else(|| either(scene, outside))
        .or_else(|| ring(scene, outside))
        .or_else(|| room_for_end(scene, outside))
        .or_else(|| stepped(scene, outside))
        .or_else(|| tested(scene, outside))
}

/// `for (i = 0; i < n; i++);` and then `a[i]`: the loop repeats nothing.
fn lone_semicolon(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::Local(id) = uncast(outside.index).kind else { return None };
    let path = scene.path()?;
    let empty = |stmt: &Stmt| {
        let mut found = None;
        locate::any(Part::Stmt(stmt), |part| {
            if let Part::Stmt(Stmt { kind: StmtKind::For { step: Some(step), body, .. }, .. }) = part
                && matches!(body.kind, StmtKind::Empty)
                && locate::any(
                    Part::Expr(step),
                    |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Local(local)) if *local == id),
                )
            {
                found = Some(scene.line(body.id));
            }
            found.is_some()
        });
        found
    };
    let line = path.steps.iter().zip(path.steps.iter().skip(1)).rev().find_map(|(outer, inner)| match outer.0 {
        Part::Block(block) => block.stmts.get(..inner.1)?.iter().rev().find_map(empty),
        _ => None,
    })?;
    Some(format!("The ';' in line {line} is all that the loop repeats: take it away."))
}

/// `a[i] = a[i - 1];` in the first turn of a loop: room is made for one more element.
pub(in crate::findings) fn makes_room(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> bool {
    let moves = |e: &Expr| {
        let ExprKind::Assign { left, right } = &e.kind else { return false };
        let (ExprKind::Index { base: to, index, .. }, ExprKind::Index { base: from, index: before, .. }) =
            (&left.kind, &uncast(right).kind)
        else {
            return false;
        };
        let one_before = match &uncast(before).kind {
            ExprKind::Binary { op: ArithOp::Sub, left, right } => {
                matches!(uncast(right).kind, ExprKind::Int(1)) && same_text(scene, left, index)
            }
            _ => false,
        };
        one_before && same_text(scene, to, from) && std::ptr::eq(&**index, outside.index)
    };
    u64::try_from(outside.value) == Ok(outside.length) && scene.path().is_some_and(|path| path.expressions().any(moves))
}

fn same_text(scene: &Scene<'_>, a: &Expr, b: &Expr) -> bool {
    let text = |e: &Expr| scene.text(bare(e).id);
    text(a).is_some() && text(a) == text(b)
}

/// There is no room to move the elements up.
fn full(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    if !makes_room(scene, outside) {
        return None;
    }
    let function = scene.frame(scene.innermost()?)?.function;
    let begins = scene.path()?.statements().find_map(|stmt| match &stmt.kind {
        StmtKind::For { init: Some(init), .. } => match &bare(init).kind {
            ExprKind::Assign { right, .. } => Some(&**right),
            _ => None,
        },
        _ => None,
    });
    let begins = begins.or_else(|| match &uncast(outside.index).kind {
        ExprKind::Local(id) => given::only(scene.body(function)?, *id),
        _ => None,
    });
    let first = begins.and_then(|e| scene.spell(e)).filter(|text| text.parse::<i64>().is_err());
    let OutsideIndex { name, length, .. } = outside;
    let more = length + 1;
    Some(match first {
        Some(first) => format!(
            "'{name}' is full: before the loop write if ({first} >= {length}) {} or give it {more} elements.",
            scene.way_out(function)
        ),
        None => format!("'{name}' is full: test before the loop that there is room, or give it {more} elements."),
    })
}

/// `while (i < n || j < m)` where both indices are used: the loop goes on when one is at its end.
fn either(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let mut index = uncast(outside.index);
    if let ExprKind::IncDec { place, .. } = &index.kind {
        index = place;
    }
    let ExprKind::Local(id) = index.kind else { return None };
    let path = scene.path()?;
    let condition = path.statements().find_map(|stmt| match &stmt.kind {
        StmtKind::While { condition, .. } | StmtKind::For { condition: Some(condition), .. } => Some(condition),
        _ => None,
    })?;
    let ExprKind::Or(left, right) = &bare(condition).kind else { return None };
    let tests = |e: &Expr| match &bare(e).kind {
        ExprKind::Compare { op: CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge, left, .. } => {
            matches!(bare(left).kind, ExprKind::Local(local) if local == id)
        }
        _ => false,
    };
    let name = scene.spell(index)?;
    let (a, b) = (scene.text(bare(left).id)?, scene.text(bare(right).id)?);
    (tests(left) != tests(right)).then(|| {
        format!("'||' lets the loop go on with '{name}' at its end: write {a} && {b}, and do the rest after the loop.")
    })
}

/// `queue[rear++]`, from which `queue[front++]` takes again: both have to go round.
fn ring(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::IncDec { place, stride: None, increment: true, prefix: false } = &uncast(outside.index).kind else {
        return None;
    };
    let name = scene.spell(place)?;
    let array = outside.name;
    // It and what counts in it are known to several functions.
    let here = scene.frame(scene.innermost()?)?.function;
    if matches!(place.kind, ExprKind::Local(_)) {
        return None;
    }
    let (array_end, name_end) = (last_name(array), last_name(&name));
    let mut other = None;
    for (number, function) in (0_u32..).zip(&scene.program.functions) {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        if FunctionId(number) == here {
            continue;
        }
        locate::any(Part::Block(&body.block), |part| {
            if let Some(ExprKind::Index { base, index, .. }) = part.expr().map(|e| &e.kind)
                && let ExprKind::IncDec { place, increment: true, .. } = &uncast(index).kind
                && let (Some(base), Some(stepped)) = (scene.text(bare(base).id), scene.text(place.id))
                && last_name(&base) == array_end
                && last_name(&stepped) != name_end
            {
                other = Some(stepped);
            }
            other.is_some()
        });
    }
    let other = other.filter(|_| outside.value > 0)?;
    let length = outside.length;
    Some(format!(
        "A queue in an array goes round: use {array}[{name}], then {name} = ({name} + 1) % {length}; and the same for '{}'.",
        last_name(&other)
    ))
}

fn last_name(text: &str) -> &str {
    text.rsplit(['.', '>']).next().unwrap_or(text)
}

/// `if (i < 5) ...` for an index whose value the source does not bound.
fn tested(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let OutsideIndex { name, index, value, length, .. } = outside;
    let text = scene.spell(index).filter(|text| !text.contains("++") && !text.contains("--"))?;
    // Values that count from 1 need one element more.
    let is_value = matches!(
        uncast(index).kind,
        ExprKind::Index { .. } | ExprKind::Member { .. } | ExprKind::Deref(_) | ExprKind::Call { .. }
    );
    let is_given = match uncast(index).kind {
        ExprKind::Local(id) => {
            let frame = scene.innermost().and_then(|i| scene.frame(i));
            frame.and_then(|f| scene.body(f.function)).is_some_and(|body| id.0 < body.parameters)
        }
        _ => is_value,
    };
    let counted = u64::try_from(*value) == Ok(*length) && is_given;
    Some(match value {
        0.. if counted => format!(
            "If '{name}[{value}]' is to be there, give '{name}' {} elements; else test it before: if ({text} < {length}) ...",
            length + 1
        ),
        0.. => format!("Test it before this line: if ({text} < {length}) ..."),
        _ => format!("Test it before this line: if ({text} >= 0) ..."),
    })
}

/// `stack[--top]`, `stack[top++]`: something is taken where nothing is, or put where there is no room.
fn stepped(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let ExprKind::IncDec { place, stride: None, increment, prefix } = &uncast(outside.index).kind else { return None };
    let name = scene.spell(place)?;
    let OutsideIndex { name: array, length, value, .. } = outside;
    Some(match (increment, prefix, value) {
        (false, true, ..0) => format!("Test before this line that '{array}' is not empty: if ({name} > 0) ..."),
        (false, false, ..0) => format!("Test before this line that '{array}' is not empty: if ({name} >= 0) ..."),
        (true, true, 0..) => {
            format!("Test before this line that '{array}' is not full: if ({name} < {}) ...", length - 1)
        }
        (true, false, 0..) => format!("Test before this line that '{array}' is not full: if ({name} < {length}) ..."),
        _ => return None,
    })
}

/// `buf[i++] = c;` in a loop that reads, and `buf[i] = '\0';` behind it.
fn room_for_end(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let name = match &uncast(outside.index).kind {
        ExprKind::IncDec { place, stride: None, increment: true, prefix: false } => scene.spell(place)?,
        ExprKind::Local(_) => scene.spell(outside.index)?,
        _ => return None,
    };
    let around = scene.path()?.statements().find(|stmt| straight::is_loop(Part::Stmt(stmt)))?;
    let last = outside.length.checked_sub(1)?;
    if outside.value <= 0 || !stores_end(scene, outside.name, &name) {
        return None;
    }
    // What is read may be cut; a text that is put together is wrong then.
    const READERS: [&str; 4] = ["getchar", "fgetc", "getc", "fread"];
    let reads = locate::any(Part::Stmt(around), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Call { callee: Callee::Direct(id), .. }) => {
            scene.program.function(*id).is_some_and(|f| READERS.contains(&&*f.name))
        }
        _ => false,
    });
    Some(match reads {
        true => format!("Keep room for the '\\0' {}", scene.before_this_line(&format!("if ({name} >= {last}) break;"))),
        false => format!(
            "The loop stores more than the {} characters of '{}': give it more, for the longest text and the '\\0'.",
            outside.length, outside.name
        ),
    })
}

/// `buf[i] = '\0';` stands somewhere in the function.
fn stores_end(scene: &Scene<'_>, array: &str, index: &str) -> bool {
    let place = format!("{array}[{index}]");
    let body = scene.innermost().and_then(|i| scene.frame(i)).and_then(|frame| scene.body(frame.function));
    body.is_some_and(|body| {
        locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
            Some(ExprKind::Assign { left, right }) => {
                matches!(uncast(right).kind, ExprKind::Int(0)) && scene.text(left.id).as_ref() == Some(&place)
            }
            _ => false,
        })
    })
}
