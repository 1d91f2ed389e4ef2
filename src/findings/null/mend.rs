//! What to write about a null pointer where the source shows more than that it has to be tested.

use super::after_walk;
use crate::findings::lifetime::shared::same_member;
use crate::findings::lifetime::straight::{self, Root};
use crate::findings::locate::{self, Part};
use crate::findings::reaching::reaching;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::touch::Touch;
use crate::sema::tree::{Callee, CompareOp, Expr, ExprKind, Init, LocalId, Stmt, StmtKind};

/// Functions of the library whose NULL means that there is nothing to work with.
const MAKERS: [&str; 8] = ["fopen", "freopen", "tmpfile", "malloc", "calloc", "realloc", "strdup", "getenv"];

/// A local that the function still needs afterwards: without it there is nothing more to do.
pub(super) fn early(scene: &Scene<'_>, touch: &Touch<'_>) -> Option<String> {
    let ExprKind::Local(id) = bare(touch.pointer?).kind else { return None };
    let function = scene.frame(scene.innermost()?)?.function;
    let path = scene.path()?;
    let name = &scene.local(function, id)?.name;
    let in_loop = path.steps.iter().any(|(part, _)| straight::is_loop(*part));
    let (Part::Block(block), _) = *path.steps.iter().rfind(|(part, _)| matches!(part, Part::Block(_)))? else {
        return None;
    };
    let at = path.statements().next().and_then(|stmt| block.stmts.iter().position(|s| s.id == stmt.id))?;
    let declares = matches!(block.stmts.get(at)?.kind, StmtKind::Declare { .. });
    let later = block.stmts.get(at + 1..)?.iter().any(|s| straight::names(scene, Part::Stmt(s), &[Root::Local(id)]));
    let is_main = scene.program.function(function).is_some_and(|f| &*f.name == "main");
    (!in_loop && !is_main && (declares || later)).then(|| {
        let test = format!("if ({name} == NULL) {}", scene.way_out(function));
        format!("Test it {}", scene.before_this_line(&test))
    })
}

/// The condition of a loop follows the pointer: there it has to be tested first.
pub(super) fn in_condition(scene: &Scene<'_>, pointer: &Expr, name: &str) -> Option<String> {
    let path = scene.path()?;
    let (condition, head) = match &path.statements().next()?.kind {
        StmtKind::While { condition, .. } => (condition, "while (...)"),
        StmtKind::If { condition, otherwise: None, .. } => (condition, "if (...)"),
        StmtKind::For { condition: Some(condition), .. } => (condition, "for (...; ...; ...)"),
        _ => return None,
    };
    let inside = path.expressions().last().is_some_and(|whole| std::ptr::eq(whole, condition));
    let text = scene.text_of(scene.span(condition.id), 60).filter(|_| inside)?;
    let name = name.trim_matches('\'');
    let test = format!("{name} != NULL && {text}");
    let written = match head.strip_prefix("for") {
        Some(_) => format!("for (...; {test}; ...)"),
        None => head.replacen("...", &test, 1),
    };
    // A loop may then end because there is nothing more.
    let after = if head.starts_with("if") { None } else { after_walk::test(scene, pointer) };
    Some(match after {
        Some(after) => format!("Test it first: {written}; and {after}"),
        None => format!("Test it first: {written}"),
    })
}

/// `while (last != NULL) last = last->next;` and then `last->next = n;`: the walk is to stop one before.
pub(super) fn walked_off(scene: &Scene<'_>, touch: &Touch<'_>) -> Option<String> {
    let pointer = bare(touch.pointer?);
    let ExprKind::Local(id) = pointer.kind else { return None };
    let ExprKind::Member { .. } = bare(touch.place?).kind else { return None };
    let path = scene.path()?;
    let (Part::Block(block), inside) = path
        .steps
        .iter()
        .zip(path.steps.iter().skip(1))
        .rev()
        .find_map(|(outer, inner)| matches!(outer.0, Part::Block(_)).then_some((outer.0, inner.1)))?
    else {
        return None;
    };
    let is_it = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == id);
    let walk = block.stmts.iter().take(inside).rev().find_map(|stmt| {
        let (condition, step) = match &stmt.kind {
            StmtKind::While { condition, body } => match &body.kind {
                StmtKind::Expr(step) => (condition, step),
                StmtKind::Block(block) => match block.stmts.as_slice() {
                    [Stmt { kind: StmtKind::Expr(step), .. }] => (condition, step),
                    _ => return None,
                },
                _ => return None,
            },
            StmtKind::For { condition: Some(condition), step: Some(step), .. } => (condition, step),
            _ => return None,
        };
        let tests = match &bare(condition).kind {
            ExprKind::Compare { op: CompareOp::Ne, left, right } => {
                is_it(left) && matches!(uncast(right).kind, ExprKind::Null)
            }
            _ => is_it(condition),
        };
        let ExprKind::Assign { left, right } = &uncast(step).kind else { return None };
        let on = uncast(right);
        let steps = is_it(left) && matches!(on.kind, ExprKind::Member { .. }) && same_member(on, bare(touch.place?));
        (tests && steps).then_some((condition, on, matches!(stmt.kind, StmtKind::For { .. })))
    });
    let (condition, on, is_for) = walk?;
    let (text, line) = (scene.text(on.id)?, scene.line(condition.id));
    let written = if is_for { format!("for (...; {text} != NULL; ...)") } else { format!("while ({text} != NULL)") };
    Some(format!("Stop at the last one instead of after it, line {line}: {written}"))
}

/// The result of `fopen` and the like is tested right behind the call that gave it.
pub(super) fn opened(scene: &Scene<'_>, pointer: &Expr) -> Option<String> {
    let ExprKind::Local(id) = bare(pointer).kind else { return None };
    let function = scene.frame(scene.innermost()?)?.function;
    let path = scene.path()?;
    let (sources, ended) = reaching(&path, id);
    let [only] = sources.found.as_slice() else { return None };
    let ExprKind::Call { callee: Callee::Direct(callee), .. } = &uncast(only.value).kind else { return None };
    let is_maker = scene.program.function(*callee).is_some_and(|f| MAKERS.contains(&&*f.name));
    let name = &scene.local(function, id)?.name;
    // In a loop one may want to go on with the next.
    let given = locate::find(scene.body(function)?, only.node)?;
    let in_loop = given.steps.iter().any(|(part, _)| straight::is_loop(*part));
    let line = scene.last_line(given.statements().next()?.id);
    (is_maker && ended && !in_loop && line > 0)
        .then(|| format!("Test it after line {line}: if ({name} == NULL) {}", scene.way_out(function)))
}

/// The last node of a list that has none yet is looked for, so that a new one can be put behind it.
pub(super) fn empty_list(scene: &Scene<'_>, touch: &Touch<'_>) -> Option<String> {
    let ExprKind::Local(walker) = bare(touch.pointer?).kind else { return None };
    let here = scene.innermost()?;
    let function = scene.frame(here)?.function;
    let body = scene.body(function)?;
    let pointer = scene.local(function, walker)?.ty;
    // `cur->next`, and not what stands in the node.
    if touch.place.map(bare)?.ty.unqualified() != pointer.unqualified() {
        return None;
    }
    let path = scene.path()?;
    let (sources, _) = reaching(&path, walker);
    // Where the walk begins: a parameter, or a member of what the function was given.
    let begin = if walker.0 < body.parameters && sources.found.is_empty() {
        None
    } else {
        let first = sources.found.iter().map(|s| uncast(s.value)).find(|e| {
            matches!(&e.kind, ExprKind::Local(id) if id.0 < body.parameters)
                || (matches!(e.kind, ExprKind::Member { .. }) && straight::root(e) != Some(Root::Local(walker)))
        });
        Some(first?)
    };
    let new = made(scene, body, pointer, walker)?;
    let new = &scene.local(function, new)?.name;
    let (begin_text, by_value) = match begin.map(|e| (&e.kind, e)) {
        None => (scene.local(function, walker)?.name.to_string(), true),
        Some((ExprKind::Local(id), _)) => (scene.local(function, *id)?.name.to_string(), true),
        Some((_, e)) => (scene.text(e.id)?, false),
    };
    if !by_value {
        let first = format!("if ({begin_text} == NULL) {{ {begin_text} = {new}; {} }}", scene.way_out(function));
        return Some(format!("The list may be empty. Put {}", scene.before_this_line(&first)));
    }
    let owner = scene.program.function(function)?;
    let result = scene.program.types.function_of(owner.ty).map(|f| f.result)?;
    if scene.program.types.pointee(result).is_some() {
        let first = format!("if ({begin_text} == NULL) return {new};");
        return Some(format!("The list may be empty. Put {}", scene.before_this_line(&first)));
    }
    let (caller, call) = called(scene, here)?;
    Some(format!(
        "The list is empty: let '{}' return its first one (if ({begin_text} == NULL) return {new}; here, and return {begin_text}; at the end), and call {caller} = {call};",
        owner.name
    ))
}

/// The local that gets a new block of this kind.
fn made(
    scene: &Scene<'_>,
    body: &crate::sema::tree::Body,
    pointer: crate::types::Type,
    not: LocalId,
) -> Option<LocalId> {
    let mut found = None;
    let is_new = |value: &Expr| match &uncast(value).kind {
        // Not one that it was given some node for.
        ExprKind::Call { arguments, .. } => {
            scene.program.types.pointee(value.ty).is_some()
                && !arguments.iter().any(|e| e.ty.unqualified() == pointer.unqualified())
        }
        _ => false,
    };
    locate::any(Part::Block(&body.block), |part| {
        let given = match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. }) => {
                Some((*local, value))
            }
            Part::Expr(Expr { kind: ExprKind::Assign { left, right }, .. }) => match left.kind {
                ExprKind::Local(id) => Some((id, &**right)),
                _ => None,
            },
            _ => None,
        };
        if let Some((id, value)) = given
            && id != not
            && is_new(value)
            && body
                .locals
                .get(usize::try_from(id.0).unwrap_or(usize::MAX))
                .is_some_and(|l| l.ty.unqualified() == pointer.unqualified())
        {
            found = Some(id);
        }
        found.is_some()
    });
    found
}

/// The variable that the caller passes first, and its call, if that is a statement of its own.
fn called(scene: &Scene<'_>, frame: usize) -> Option<(String, String)> {
    let outer = scene.frame(frame.checked_sub(1)?)?.function;
    let path = locate::find(scene.body(outer)?, scene.frame(frame)?.call)?;
    let call = uncast(path.expr()?);
    let ExprKind::Call { arguments, .. } = &call.kind else { return None };
    let variable = arguments.iter().map(uncast).find(|e| {
        matches!(e.kind, ExprKind::Local(_) | ExprKind::Global(_)) && scene.program.types.pointee(e.ty).is_some()
    })?;
    Some((scene.text(variable.id)?, scene.text(call.id)?))
}
