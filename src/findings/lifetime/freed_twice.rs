//! A block that is freed twice: which of the two frees has to go, or what has to
//! get a block of its own.

use crate::findings::lifetime::shared;
use crate::findings::lifetime::straight::{self, Pair};
use crate::findings::lifetime::too_early::{self, is_alone};
use crate::findings::locate::Part;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::memory::{Biography, Ending, Event, Pointer};
use crate::sema::tree::{Expr, ExprKind, LocalKind, NodeId, StmtKind};

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 146;

/// The story with what to do about a second free of `pointer`, which is written as `given`.
pub(in crate::findings) fn with_mend(
    scene: &Scene<'_>,
    story: Story,
    life: Option<&Biography>,
    pointer: Pointer,
    given: Option<&Expr>,
) -> Story {
    let Some(given) = given.map(bare) else { return story };
    let death = life.and_then(|l| l.died).filter(|death| death.ending == Ending::Freed);
    let pair = death.and_then(|death| straight::pair(scene, death.event));
    if let (Some(death), Some(pair)) = (death, &pair) {
        let mend = taken_away(scene, pair)
            .or_else(|| behind_loop(scene, death.event, pair, pointer, given))
            .or_else(|| own_copy(scene, death.event, given))
            .or_else(|| in_callee(scene, death.event, pair))
            .filter(|advice| advice.chars().count() <= LONGEST);
        if let Some(advice) = mend {
            return with_meaning(scene, story, death.event, given).advice(advice);
        }
    }
    match pair.and_then(|pair| two_calls(scene, &pair, given)) {
        Some(advice) => story.advice(advice),
        None => in_words(scene, story, life, given),
    }
}

/// Both stand in one line of the text: the later one goes.
pub(in crate::findings) fn taken_away(scene: &Scene<'_>, pair: &Pair<'_>) -> Option<String> {
    let line = pair.line()?;
    let (first, call, given) = pair.releasing(scene)?;
    let direct = line.block.stmts.get(line.from)?;
    let root = straight::root(given)?;
    let between = line.block.stmts.get(line.from + 1..line.to)?;
    let second = pair.second.statements().next()?;
    let last = line.block.stmts.get(line.to)?;
    let changed = between.iter().any(|stmt| straight::changes(Part::Stmt(stmt), root));
    if direct.id != first.id || changed || straight::assigns(Part::Stmt(last), root) {
        return None;
    }
    let (again, given_again) = straight::released(scene, second)?;
    if pair.second.expr()?.id != again.id {
        return None;
    }
    let (freed, second_text) = (scene.text(call.id)?, scene.text(again.id)?);
    let (at, now) = (scene.line(first.id), scene.line(second.id));
    // Where ways come together, the later one is needed for the others.
    if between.iter().any(straight::is_joined) {
        let named =
            if is_alone(scene, call) { format!("line {at}, {freed},") } else { format!("{freed} in line {at}") };
        let always = last.id == second.id && freed == second_text;
        return always.then(|| format!("Take {named} away: line {now} frees it on every way that leads there."));
    }
    if freed == second_text && at != now {
        let here =
            if is_alone(scene, again) { format!("line {now}, {freed},") } else { format!("{freed} in line {now}") };
        return Some(format!("Line {at} has freed it already: take {here} away."));
    }
    // `free(p->name)` before `free_person(p)`, which frees that itself.
    let part = straight::whole(uncast(given)).is_none() && straight::root(given_again) == Some(root);
    (part && Some(pair.frame) != scene.innermost())
        .then(|| format!("Take line {at}, {freed}, away: {second_text} in line {now} frees it, too."))
}

/// A loop frees the same block in each of its turns.
fn behind_loop(scene: &Scene<'_>, freed: Event, pair: &Pair<'_>, pointer: Pointer, given: &Expr) -> Option<String> {
    let same = freed.node == scene.node || pair.first.expr()?.id == pair.second.expr()?.id;
    let used = Some(given).filter(|_| Some(pair.frame) == scene.innermost());
    if same && pair.line().is_none() { too_early::mend(scene, freed, pointer, used) } else { None }
}

/// Members of two structs lead to one block: where a copy was meant to be made.
fn own_copy(scene: &Scene<'_>, freed: Event, given: &Expr) -> Option<String> {
    let ExprKind::Member { .. } = given.kind else { return None };
    let name = scene.spell(given)?;
    if let Some((line, other)) = shared::copied_from(scene, given).filter(|_| shared::is_text(scene, given)) {
        let member = name.rsplit(['.', '>']).next()?;
        return Some(format!(
            "'{name}' and '{other}.{member}' are one block. After line {line}, give the copy its own: {name} = {}({other}.{member});",
            shared::copier(scene)
        ));
    }
    let (line, statement) = shared::own_text(scene, given)?;
    // Who made the text still has to free it.
    let rest = if freed.node == scene.node { " And free the original once, too." } else { "" };
    Some(format!("Let each struct have a copy of its own, line {line}: {statement}{rest}"))
}

/// A function that was called has freed it, and its caller does so again.
fn in_callee(scene: &Scene<'_>, freed: Event, pair: &Pair<'_>) -> Option<String> {
    let (function, path) = scene.find_anywhere(freed.node)?;
    if Some(pair.frame) != scene.innermost() || pair.function(scene) == Some(function) {
        return None;
    }
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let ExprKind::Local(id) = uncast(arguments.first()?).kind else { return None };
    let second = pair.second.statements().next()?;
    let here = scene.text(pair.second.expr()?.id).filter(|_| matches!(second.kind, StmtKind::Expr(_)))?;
    if scene.local(function, id)?.kind != LocalKind::Parameter {
        return None;
    }
    let (name, at, now) = (scene.function_name(function), scene.line(freed.node), scene.line(second.id));
    Some(format!(
        "{name} has freed it in line {at}: take {here}, line {now}, away, or let {name} leave that to its caller."
    ))
}

/// Two calls of a function free one block, which each was given in another variable.
fn two_calls(scene: &Scene<'_>, pair: &Pair<'_>, given: &Expr) -> Option<String> {
    let (first, second) = (pair.first.expr()?, pair.second.expr()?);
    let (a, b) = (scene.text(first.id)?, scene.text(second.id)?);
    let (at, now) = (scene.line(first.id), scene.line(second.id));
    (Some(pair.frame) != scene.innermost() && a != b && at != now).then(|| {
        shared::copied_text(scene, given).unwrap_or_else(|| format!(
            "{a} in line {at} and {b} in line {now} free one block: leave one of them out, or give each its own block."
        ))
    })
}

fn with_meaning(scene: &Scene<'_>, story: Story, freed: Event, given: &Expr) -> Story {
    match freed_by(scene, freed.node) {
        Some((first, text)) if shared::same_member(first, given) && scene.spell(given).is_some_and(|g| g != text) => {
            story.meaning("A copied struct has copies of the pointers, not of the blocks they point to.")
        }
        _ => story,
    }
}

/// What can be said where nothing is certain.
fn in_words(scene: &Scene<'_>, story: Story, life: Option<&Biography>, given: &Expr) -> Story {
    let Some(name) = scene.spell(given) else { return story };
    let death = life.and_then(|l| l.died);
    match death.and_then(|death| freed_by(scene, death.event.node)) {
        // Through another pointer: setting this one to NULL would not help.
        Some((first, text)) if text != name => {
            let general = || {
                format!(
                    "'{text}' and '{name}' point to the same block: free only one of them, or give each a block of its own."
                )
            };
            let copied = shared::copied_whole(scene, given).filter(|_| shared::same_member(first, given));
            let story = story.advice(copied.unwrap_or_else(general));
            if shared::same_member(first, given) {
                return story.meaning("A copied struct has copies of the pointers, not of the blocks they point to.");
            }
            story
        }
        _ if is_copy(scene, given) || name.contains('(') => story,
        _ => match death.map(|death| (scene.line(death.event.node), scene.line(scene.node))) {
            Some((at, now)) if at > 0 && at != now => {
                story.advice(format!("Line {at} frees it, and line {now} again: let only one of the two do that."))
            }
            _ => story.advice(format!(
                "Free the block in one place only; set '{name}' to NULL after free, then a second free does nothing."
            )),
        },
    }
}

/// What a call of `free` at a node was given, in words.
fn freed_by<'t>(scene: &Scene<'t>, node: NodeId) -> Option<(&'t Expr, String)> {
    let (function, path) = scene.find_anywhere(node)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let argument = bare(arguments.first()?);
    let here = scene.frame(scene.innermost()?).is_some_and(|frame| frame.function == function);
    // Names of another function would only confuse.
    here.then_some(argument).and_then(|argument| Some((argument, scene.spell(argument)?)))
}

/// A parameter is the caller's pointer again: to set it to NULL changes nothing for the caller.
fn is_copy(scene: &Scene<'_>, pointer: &Expr) -> bool {
    let ExprKind::Local(id) = pointer.kind else { return false };
    let function = scene.innermost().and_then(|f| scene.frame(f)).map(|frame| frame.function);
    let local = function.and_then(|function| scene.local(function, id));
    local.is_some_and(|local| local.kind == LocalKind::Parameter)
}
