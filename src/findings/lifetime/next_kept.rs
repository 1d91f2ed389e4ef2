//! A list that is freed block by block, where the way on is looked for in the
//! block that is gone: `for (p = head; p; p = p->next) free(p);`

use crate::findings::lifetime::straight;
use crate::findings::lifetime::too_early::{fresh, is_alone};
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::touch::Touch;
use crate::memory::Event;
use crate::sema::tree::{Expr, ExprKind, Stmt, StmtKind};

/// How to keep the next one, in the student's own names.
pub(in crate::findings) fn mend(scene: &Scene<'_>, freed: Event, touch: &Touch<'_>) -> Option<String> {
    let Walk { walker, step, place, name } = walk(scene, touch)?;
    let pair = straight::pair(scene, freed)?;
    let (_, call, given) = pair.releasing(scene)?;
    let free = scene.text(call.id).filter(|_| straight::whole(uncast(given)) == Some(walker))?;
    let next = fresh(scene, pair.frame, &["next", "following", "after", "rest"])?;
    let declared = scene.program.types.print_declaration(touch.pointer?.ty.unqualified(), next);
    // In one line of statements, the step behind the free.
    if let Some(line) = pair.line() {
        let (from, to) = (line.block.stmts.get(line.from)?, line.block.stmts.get(line.to)?);
        let plain = |stmt: &Stmt, expr: &Expr| matches!(&stmt.kind, StmtKind::Expr(e) if uncast(e).id == expr.id);
        return (plain(from, call) && plain(to, step))
            .then(|| format!("Keep the next one before you free: {declared} = {place}; {free}; {name} = {next};"));
    }
    let (turns, ..) = pair.around(scene)?;
    let StmtKind::For { step: Some(in_head), body, .. } = &turns.kind else { return None };
    if uncast(in_head).id != step.id || changes(body, walker) {
        return None;
    }
    let stands_alone = matches!(&body.kind, StmtKind::Expr(e) if uncast(e).id == call.id);
    match stands_alone {
        true => Some(format!(
            "Write {declared}; before the loop, {name} = {next} as its step, and as its body {{ {next} = {place}; {free}; }}"
        )),
        false if pair.is_direct(turns) && is_alone(scene, call) => Some(format!(
            "Write {declared}; before the loop, {name} = {next} as its step, and {next} = {place}; before {free};"
        )),
        false => None,
    }
}

/// The same where the block is freed somewhere in the body of the loop, perhaps not in every turn.
pub(in crate::findings) fn words(scene: &Scene<'_>, touch: &Touch<'_>) -> Option<String> {
    let walk = walk(scene, touch)?;
    let Walk { place, name, .. } = &walk;
    in_loop(scene, touch, &walk)
        .or_else(|| Some(format!("Keep '{place}' in a variable of its own before you free '{name}'.")))
}

/// The next one is kept where the body of the loop begins.
fn in_loop(scene: &Scene<'_>, touch: &Touch<'_>, walk: &Walk<'_>) -> Option<String> {
    let Walk { walker, step, place, name } = walk;
    let next = fresh(scene, scene.innermost()?, &["next", "following", "after", "rest"])?;
    let declared = scene.program.types.print_declaration(touch.pointer?.ty.unqualified(), next);
    let turns = scene.path()?.statements().find_map(|stmt| match &stmt.kind {
        StmtKind::For { condition, step, body, .. } => Some((condition.as_ref(), step.as_ref(), body)),
        StmtKind::While { condition, body } => Some((Some(condition), None, body)),
        _ => None,
    });
    let (condition, in_head, body) = turns?;
    // Where a turn begins there must be one that has a next.
    let tested = locate::any(Part::Expr(condition?), |part| {
        part.expr().is_some_and(|e| straight::whole(uncast(e)) == Some(*walker))
    });
    let StmtKind::Block(block) = &body.kind else { return None };
    let others = block.stmts.split_last().filter(|(last, _)| is_step(last, step));
    match (in_head, others) {
        (Some(in_head), _) if tested && uncast(in_head).id == step.id && !changes(body, *walker) => Some(format!(
            "Write {declared}; before the loop, begin its body with {next} = {place}; and step with {name} = {next}."
        )),
        (None, Some((_, before))) if tested && !before.iter().any(|stmt| changes(stmt, *walker)) => {
            Some(format!("Begin the body of the loop with {declared} = {place}; and end it with {name} = {next};"))
        }
        _ => None,
    }
}

fn is_step(stmt: &Stmt, step: &Expr) -> bool {
    matches!(&stmt.kind, StmtKind::Expr(e) if uncast(e).id == step.id)
}

/// `p = p->next` with what is used.
struct Walk<'t> {
    walker: straight::Root,
    step: &'t Expr,
    /// `p->next`
    place: String,
    /// `p`
    name: String,
}

fn walk<'t>(scene: &Scene<'t>, touch: &Touch<'_>) -> Option<Walk<'t>> {
    let (place, pointer) = (touch.place?, touch.pointer?);
    let ExprKind::Member { .. } = place.kind else { return None };
    let walker = straight::whole(bare(pointer))?;
    let path = scene.path()?;
    let step = path.expressions().find(|e| {
        matches!(&e.kind, ExprKind::Assign { left, right }
            if straight::whole(left) == Some(walker) && uncast(right).id == place.id)
    })?;
    Some(Walk { walker, step, place: scene.spell(place)?, name: scene.spell(pointer)? })
}

/// Does the body itself move on?
fn changes(body: &Stmt, walker: straight::Root) -> bool {
    straight::changes(Part::Stmt(body), walker)
        || locate::any(
            Part::Stmt(body),
            |part| matches!(part, Part::Stmt(s) if matches!(s.kind, StmtKind::Continue | StmtKind::Goto(_))),
        )
}
