//! Indices that lead outside of an array, and what is to be written instead: the
//! condition of the loop, its first value, a test. Nothing is said unless the source shows it.

use crate::findings::bounds::around::{Condition, Loop, around, first_text, first_value, is_local, shifted};
use crate::findings::bounds::matrix::{around_field, swapped};
use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::bounds::untested;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::memory::marks;
use crate::sema::tree::{ArithOp, CompareOp, Expr, ExprKind, LocalId, Stmt, StmtKind};

/// The story with what is to be written instead.
pub(in crate::findings) fn mend(scene: &Scene<'_>, story: Story, outside: &OutsideIndex<'_>) -> Story {
    let OutsideIndex { index, length, .. } = outside;
    let Some(last) = length.checked_sub(1) else { return story };
    let story = match uncast(index).kind {
        ExprKind::Int(_) => {
            let (name, what) = (outside.name, if outside.is_row { "row" } else { "element" });
            return story.advice(format!("The last {what} of '{name}' is '{name}[{last}]', for indices begin at 0."));
        }
        _ => match untested::mend(scene, outside) {
            Some(advice) => story.advice(advice),
            None => story
                .advice(format!("Keep the index between 0 and {last}: that is the last one of '{}'.", outside.name)),
        },
    };
    let Some((local, by)) = shifted(index).filter(|_| !untested::makes_room(scene, outside)) else { return story };
    match around(scene, local) {
        Some(Loop { condition: Some(condition), stmt }) => {
            of_condition(scene, story, outside, (local, by), condition, stmt)
        }
        Some(Loop { condition: None, stmt }) => of_other_condition(scene, story, outside, local, stmt),
        None => unbounded(scene, story, outside),
    }
}

/// The loop compares the local with a limit that is not the array's.
fn of_condition(
    scene: &Scene<'_>,
    story: Story,
    outside: &OutsideIndex<'_>,
    (local, by): (LocalId, i64),
    condition: Condition<'_>,
    stmt: &Stmt,
) -> Story {
    let Condition { whole, op, limit } = condition;
    let told = || {
        let name = scene.innermost().and_then(|f| scene.local(scene.frame(f)?.function, local))?.name.to_string();
        Some((name, scene.spell(limit)?, scene.text(whole.id)?, scene.int_value(scene.innermost()?, limit)))
    };
    let Some((name, text, whole_text, reached)) = told() else { return story };
    let Ok(length) = i64::try_from(outside.length) else { return story };
    let span = scene.span(whole.id);
    let last = length - 1;
    let index = match by {
        0 => name.clone(),
        1.. => format!("{name} + {by}"),
        _ => format!("{name} - {}", by.unsigned_abs()),
    };
    match (op, outside.value) {
        (CompareOp::Lt | CompareOp::Le, 0..) => {
            let most = reached.map(|n| if op == CompareOp::Le { n } else { n - 1 });
            if most.is_some_and(|most| most.saturating_add(by) < length) {
                return match tested_too_late(scene, stmt, whole) {
                    Some(advice) => story.advice(advice),
                    None => story,
                };
            }
            let first = first_value(scene, stmt, local);
            match (op, by, reached) {
                (CompareOp::Le, 0, n) if outside.value == length && n.is_none_or(|n| n == length) => {
                    let from_one = first.filter(|first| *first == 1 && !names_first(scene, outside));
                    let from_one = from_one.map_or("", |_| ", and begin with 0");
                    story.note(format!("'<=' lets '{name}' reach {length}"), span).advice(format!(
                        "Write '{name} < {text}' in the loop{from_one}: indices begin at 0, so the last one is {last}."
                    ))
                }
                (_, 1.., Some(n)) if n == length || (op == CompareOp::Le && n == last) => {
                    let sign = if n == length { "<" } else { "<=" };
                    story.note(format!("'{whole_text}' lets '{index}' reach {}", outside.value), span).advice(format!(
                        "Write '{index} {sign} {text}' in the loop: the last element has index {last}."
                    ))
                }
                // An unsigned number that went below 0.
                (_, 0, Some(n)) if n > i64::from(i32::MAX) && below_zero(scene, limit).is_some() => {
                    let (number, by) = below_zero(scene, limit).unwrap_or_default();
                    story.note(format!("'{text}' is {n}: an unsigned number does not go below 0"), span).advice(
                        format!(
                            "Write '{name} + {by} {} {number}' in the loop, which cannot go below 0.",
                            if op == CompareOp::Le { "<=" } else { "<" }
                        ),
                    )
                }
                (_, _, Some(_)) => {
                    let most = most.unwrap_or(last);
                    if let Some(advice) = swapped(scene, outside, most) {
                        return story.note(format!("'{whole_text}' lets '{name}' reach {most}"), span).advice(advice);
                    }
                    let needed = most.saturating_add(by).saturating_add(1);
                    let story = story.note(format!("'{whole_text}' lets '{name}' reach {most}"), span);
                    if by == 0 && counts_bytes(scene, limit, outside.name) {
                        let size = scene.text(limit.id).unwrap_or(text);
                        return story.advice(format!(
                            "sizeof counts bytes: write '{name} < {size} / sizeof {}[0]' in the loop.",
                            outside.name
                        ));
                    }
                    // A number that the program was given is to be tested where it came from.
                    if by == 0 && matches!(bare(limit).kind, ExprKind::Local(_)) {
                        let sign = if op == CompareOp::Le { ">=" } else { ">" };
                        return story.advice(format!(
                            "Test '{text}' before the loop: if ({text} {sign} {length}) ...; or give '{}' {needed} elements.",
                            outside.name
                        ));
                    }
                    story.advice(format!(
                        "Let the loop end earlier, '{name} < {}', or give '{}' {needed} elements.",
                        length - by,
                        outside.name
                    ))
                }
                _ => story,
            }
        }
        (CompareOp::Gt | CompareOp::Ge, 0..) if by == 0 => match first_text(scene, stmt, local) {
            Some((text, Some(first), span)) if first == length => {
                let fewer = if text.parse::<i64>().is_ok() { last.to_string() } else { format!("{text} - 1") };
                story
                    .note(format!("'{name}' begins with {first}"), span)
                    .advice(format!("Begin with {name} = {fewer}: that is the index of the last element."))
            }
            _ => story,
        },
        (CompareOp::Lt | CompareOp::Le, ..0) if by == 0 && first_value(scene, stmt, local).is_none_or(|n| n < 0) => {
            match around_field(scene, outside) {
                Some(advice) => story.advice(advice),
                None => story,
            }
        }
        (CompareOp::Lt | CompareOp::Le, ..0) if by < 0 => story.advice(format!(
            "Begin the loop with {name} = {}: before that there is no '{}[{index}]'.",
            by.unsigned_abs(),
            outside.name
        )),
        (CompareOp::Gt | CompareOp::Ge, ..0) => story
            .advice(format!("Write '{name} >= {}' in the loop: indices begin at 0.", by.checked_neg().unwrap_or(0))),
        _ => story,
    }
}

/// `sizeof a` or `(int)sizeof a`, and nothing else, for the array `a`.
fn counts_bytes(scene: &Scene<'_>, limit: &Expr, array: &str) -> bool {
    let text = scene.text(bare(limit).id).unwrap_or_default();
    let Some((cast, operand)) = text.split_once("sizeof") else { return false };
    let cast = cast.trim();
    let plain = cast.is_empty() || (cast.starts_with('(') && cast.ends_with(')'));
    plain && operand.trim().trim_start_matches('(').trim_end_matches(')').trim() == array
}

/// Does the function use the first element by itself, as `max = a[0];` before a search, or the one before?
fn names_first(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> bool {
    let first = format!("{}[0]", outside.name);
    let body = scene.innermost().and_then(|i| scene.frame(i)).and_then(|frame| scene.body(frame.function));
    body.is_some_and(|body| {
        locate::any(Part::Block(&body.block), |part| {
            part.expr().is_some_and(|e| {
                let ExprKind::Index { index, .. } = &e.kind else { return false };
                let one_before = || match &uncast(index).kind {
                    ExprKind::Binary { op: ArithOp::Sub, left, .. } => {
                        matches!((&uncast(left).kind, &uncast(outside.index).kind),
                            (ExprKind::Local(a), ExprKind::Local(b)) if a == b)
                    }
                    _ => false,
                };
                one_before() || scene.text(e.id).is_some_and(|text| text == first)
            })
        })
    })
}

/// `while (a[i] != x && i < n)`: the element is read before the index is tested.
fn tested_too_late(scene: &Scene<'_>, stmt: &Stmt, test: &Expr) -> Option<String> {
    let (condition, is_for) = match &stmt.kind {
        StmtKind::While { condition, .. } => (condition, false),
        StmtKind::For { condition: Some(condition), .. } => (condition, true),
        _ => return None,
    };
    let ExprKind::And(left, right) = &bare(condition).kind else { return None };
    let in_condition = scene.path()?.expressions().last().is_some_and(|whole| std::ptr::eq(whole, condition));
    let (first, second) = (scene.text(bare(left).id)?, scene.text(bare(right).id)?);
    let swapped = format!("{second} && {first}");
    (in_condition && std::ptr::eq(bare(right), bare(test))).then(|| match is_for {
        true => format!("Test the index first: for (...; {swapped}; ...)"),
        false => format!("Test the index first: while ({swapped})"),
    })
}

/// `n - 1`: both parts.
fn below_zero(scene: &Scene<'_>, limit: &Expr) -> Option<(String, String)> {
    let ExprKind::Binary { op: ArithOp::Sub, left, right } = &uncast(limit).kind else { return None };
    Some((scene.spell(uncast(left))?, scene.spell(uncast(right))?))
}

/// The loop steps the local, but looks at something else.
fn of_other_condition(
    scene: &Scene<'_>,
    story: Story,
    outside: &OutsideIndex<'_>,
    local: LocalId,
    stmt: &Stmt,
) -> Story {
    let StmtKind::For { condition: Some(condition), .. } = &stmt.kind else { return story };
    let told = || {
        let ExprKind::Compare { op: CompareOp::Lt | CompareOp::Le, left, right } = &bare(condition).kind else {
            return None;
        };
        let ExprKind::Local(other) = &bare(left).kind else { return None };
        let function = scene.frame(scene.innermost()?)?.function;
        let name = |id: LocalId| scene.local(function, id).map(|l| l.name.to_string());
        Some((name(local)?, name(*other)?, scene.spell(right)?, scene.text(condition.id)?))
    };
    let begins_with_other = || {
        let StmtKind::For { init: Some(init), .. } = &stmt.kind else { return false };
        matches!(&bare(init).kind, ExprKind::Assign { left, .. } if !is_local(left, local))
    };
    let is_declared = |name: &str| {
        // `for (int j = 0; …` stands in a block of its own, without braces.
        let head = scene.map.text(scene.span(stmt.id)).split(';').next().unwrap_or("").to_owned();
        head.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
    };
    match told() {
        Some((name, other, _, text)) if outside.value >= 0 && (begins_with_other() || is_declared(&other)) => story
            .note(format!("'{text}' tests '{other}', but the loop steps '{name}'"), scene.span(condition.id))
            .advice(format!("Step '{other}' in this loop: {other}++ instead of {name}++.")),
        Some((name, other, limit, text)) if outside.value >= 0 => story
            .note(format!("'{text}' tests '{other}', but the loop steps '{name}'"), scene.span(condition.id))
            .advice(format!("Write '{name} < {limit}' in the loop.")),
        _ => story,
    }
}

/// `while (a[i] != x) i++;`: nothing ends the loop where the array ends.
fn unbounded(scene: &Scene<'_>, story: Story, outside: &OutsideIndex<'_>) -> Story {
    let told = || {
        let path = scene.path()?;
        let whole = path.expressions().last()?;
        let (condition, is_for) = match &path.statements().next()?.kind {
            StmtKind::While { condition, .. } => (condition, false),
            StmtKind::For { condition: Some(condition), .. } => (condition, true),
            _ => return None,
        };
        let text = scene.text(condition.id).filter(|_| std::ptr::eq(whole, condition))?;
        let index = scene.spell(outside.index)?;
        let test = match outside.value {
            0.. => format!("{index} < {} && {text}", outside.length),
            _ => format!("{index} >= 0 && {text}"),
        };
        Some(if is_for { format!("for (...; {test}; ...)") } else { format!("while ({test})") })
    };
    match told() {
        Some(written) => story.advice(format!("Test the index first: {written}")),
        None => story,
    }
}

/// `for (i = 0; i <= n; i++) a[i]` where only the elements before `a[n]` were written.
/// `at` is where the element (or the member of it) lies, `stride` how far it is from one to the next.
pub(in crate::findings) fn beyond_written(
    scene: &Scene<'_>,
    story: Story,
    index: &Expr,
    at: usize,
    (size, stride): (u64, u64),
) -> Story {
    let (ExprKind::Local(local), Some(frame)) = (&bare(index).kind, scene.innermost()) else { return story };
    let Some(Loop { condition: Some(Condition { whole, op: CompareOp::Le, limit }), .. }) = around(scene, *local)
    else {
        return story;
    };
    let (Some(value), Some(reached)) = (scene.int_value(frame, index), scene.int_value(frame, limit)) else {
        return story;
    };
    let distance = usize::try_from(stride).ok().and_then(|stride| at.checked_sub(stride));
    let before = distance.and_then(|at| Some((at, usize::try_from(size).ok()?)));
    let written = before.is_some_and(|(at, size)| {
        let found = scene.machine.memory.marks_of(at, size);
        !found.is_empty() && found.iter().all(|mark| *mark != marks::UNWRITTEN)
    });
    let (Some(name), Some(text)) = (scene.quote(index), scene.spell(limit)) else { return story };
    if value != reached || value < 1 || !written {
        return story;
    }
    story.note(format!("'<=' lets {name} reach {reached}"), scene.span(whole.id)).advice(format!(
        "If there are '{text}' elements, write '{} < {text}' in the loop: indices begin at 0.",
        name.trim_matches('\'')
    ))
}
