//! Members that were forgotten where the others got their values: in the function that
//! sets a struct up, or behind the request for its block.

use crate::findings::causes;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::memory::{Biography, Origin};
use crate::sema::tree::{
    Body, Callee, Expr, ExprKind, FunctionId, FunctionKind, Init, LocalId, NodeId, Stmt, StmtKind,
};
use crate::source::Span;
use crate::types::{Type, TypeKind};

/// A function that gives other members of the struct their first values is where this one is missing.
pub(super) fn beside_others(scene: &Scene<'_>, story: Story, life: &Biography, place: &Expr) -> Story {
    if let Some(story) = set_in_a_copy(scene, &story, life) {
        return story;
    }
    let told = || {
        let ExprKind::Member { .. } = place.kind else { return None };
        if needs_room(scene, place) {
            return None;
        }
        let Origin::Local { function, local, .. } = life.origin else { return None };
        let value = first_value(scene, place.ty)?;
        let (body, declared) = (scene.body(function)?, scene.local(function, local)?.span);
        let is_it = |e: &Expr| matches!(e.kind, ExprKind::Local(id) if id == local);
        // In the function itself: `st.count = 0;` without `st.max = 0;`.
        let own = siblings(body, place, &|base| is_it(base));
        if let Some(last) = own.iter().max_by_key(|e| scene.span(e.id).lo) {
            let text = beside(scene, last, place)?;
            return Some(format!(
                "Give it a value where the other members get theirs, after line {}: {text} = {value};",
                scene.line(last.id)
            ));
        }
        let mut calls: Vec<(Span, FunctionId, usize)> = Vec::new();
        locate::any(Part::Block(&body.block), |part| {
            if let Some(ExprKind::Call { callee: Callee::Direct(id), arguments, .. }) = part.expr().map(|e| &e.kind) {
                let given = |e: &Expr| matches!(&uncast(e).kind, ExprKind::AddressOf(place) if is_it(place));
                let at = arguments.iter().position(given).zip(part.expr());
                calls.extend(at.map(|(at, e)| (scene.span(e.id), *id, at)));
            }
            false
        });
        calls.retain(|(span, ..)| span.lo > declared.lo);
        calls.sort_by_key(|(span, ..)| span.lo);
        calls.into_iter().find_map(|(_, id, at)| {
            let parameter = LocalId(u32::try_from(at).ok()?);
            let through = |base: &Expr| {
                matches!(&base.kind, ExprKind::Deref(p) if matches!(bare(p).kind, ExprKind::Local(id) if id == parameter))
            };
            let set = siblings(scene.body(id)?, place, &through);
            let last = set.iter().max_by_key(|e| scene.span(e.id).lo)?;
            let (name, text, line) = (scene.function_name(id), beside(scene, last, place)?, scene.line(last.id));
            Some(format!("{name} gives the other members a value: add {text} = {value}; after line {line}."))
        })
    };
    match told() {
        Some(advice) => story.advice(advice),
        None => story,
    }
}

/// The struct of a caller was passed by value to the function that was to set it up.
fn set_in_a_copy(scene: &Scene<'_>, story: &Story, life: &Biography) -> Option<Story> {
    let Origin::Local { function, local, frame: serial } = life.origin else { return None };
    let owner = scene.machine.frames.stack.iter().position(|f| f.serial == serial)?;
    let inner = scene.frame(owner.checked_add(1)?)?;
    let there = Scene { node: inner.call, ..*scene };
    let told = causes::given_a_copy(&there, story.clone(), function, local, scene.local(function, local)?.span);
    (told.copied_to.is_some()).then_some(told)
}

/// Is the member a pointer that is followed here, and no link to another struct of the kind? NULL would not help.
fn needs_room(scene: &Scene<'_>, place: &Expr) -> bool {
    let types = &scene.program.types;
    let own = match &place.kind {
        ExprKind::Member { base, .. } => base.ty.unqualified(),
        _ => return false,
    };
    let is_link = types.pointee(place.ty).is_some_and(|to| to.unqualified() == own);
    types.is_pointer(place.ty) && !is_link && scene.purpose(|e| std::ptr::eq(bare(e), place)).is_some()
}

/// Where a function gives first values to other members of the struct, but not to this one:
/// the places that are set. Empty if what it stores comes from the struct itself.
fn siblings<'t>(body: &'t Body, member: &Expr, is_whole: &dyn Fn(&Expr) -> bool) -> Vec<&'t Expr> {
    let ExprKind::Member { record: wanted, index: missing, .. } = member.kind else { return Vec::new() };
    let mut found = Vec::new();
    let mut is_setup = true;
    locate::any(Part::Block(&body.block), |part| {
        if let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr()
            && let ExprKind::Member { base, record, index } = &left.kind
            && *record == wanted
            && is_whole(base)
        {
            let from_it = locate::any(
                Part::Expr(right),
                |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Member { record, .. }) if *record == wanted),
            );
            is_setup &= *index != missing && !from_it;
            found.push(&**left);
        }
        false
    });
    if is_setup { found } else { Vec::new() }
}

/// The pointers of the struct that a function which sets up others leaves out: `left` and `right`.
fn forgotten(scene: &Scene<'_>, body: &Body, member: &Expr, is_whole: &dyn Fn(&Expr) -> bool) -> Option<Vec<String>> {
    let ExprKind::Member { record, .. } = member.kind else { return None };
    let types = &scene.program.types;
    let members = types.record(record)?.members.as_deref()?;
    let mut set: Vec<u32> = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        if let Some(ExprKind::Assign { left, .. }) = part.expr().map(|e| &e.kind)
            && let ExprKind::Member { base, record: of, index } = &left.kind
            && *of == record
            && is_whole(base)
        {
            set.push(*index);
        }
        false
    });
    let missing = members
        .iter()
        .zip(0_u32..)
        .filter(|(m, number)| m.ty.unqualified() == member.ty.unqualified() && !set.contains(number));
    let names: Vec<String> = missing.filter_map(|(m, _)| m.name.as_ref().map(|name| name.to_string())).collect();
    (types.is_pointer(member.ty) && names.len() > 1).then_some(names)
}

/// The missing member as it would be written beside one that is set: `s->max` beside `s->count`.
fn beside(scene: &Scene<'_>, set: &Expr, missing: &Expr) -> Option<String> {
    let (text, wanted) = (scene.text(set.id)?, scene.spell(missing)?);
    let at = text.rfind(['>', '.'])?;
    let member = wanted.rsplit(['.', '>']).next()?;
    Some(format!("{}{member}", text.get(..=at)?))
}

/// What a member begins with that means nothing yet.
fn first_value(scene: &Scene<'_>, ty: Type) -> Option<&'static str> {
    Some(match scene.program.types.kind(ty) {
        TypeKind::Pointer(_) => "NULL",
        TypeKind::Float(_) => "0.0",
        TypeKind::Int(_) | TypeKind::Bool => "0",
        _ => return None,
    })
}

/// The only request of the program for a block whose pointer is kept as one to this type.
fn only_request(scene: &Scene<'_>, ty: Type) -> Option<NodeId> {
    let types = &scene.program.types;
    let is_pointer_to = |kept: Type| types.pointee(kept).is_some_and(|to| to.unqualified() == ty.unqualified());
    let mut found: Vec<NodeId> = Vec::new();
    for function in &scene.program.functions {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        locate::any(Part::Block(&body.block), |part| {
            let (kept, value) = match part {
                Part::Expr(Expr { kind: ExprKind::Assign { left, right }, .. }) => (left.ty, &**right),
                Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, .. }) => {
                    let Some(local) = usize::try_from(local.0).ok().and_then(|i| body.locals.get(i)) else {
                        return false;
                    };
                    (local.ty, value)
                }
                _ => return false,
            };
            if let ExprKind::Call { callee: Callee::Direct(id), .. } = &uncast(value).kind
                && scene.program.function(*id).is_some_and(|f| matches!(&*f.name, "malloc" | "realloc"))
                && is_pointer_to(kept)
            {
                found.push(uncast(value).id);
            }
            false
        });
    }
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// A member of a block was never written: a value for it belongs right behind the request for the block.
pub(super) fn set_at_birth(scene: &Scene<'_>, story: Story, life: Option<&Biography>, place: &Expr) -> Story {
    let told = || {
        let is_block = life.is_none_or(|life| life.origin == Origin::Heap);
        let ExprKind::Member { base, .. } = &place.kind else { return None };
        if !is_block || !matches!(base.kind, ExprKind::Deref(_)) || needs_room(scene, place) {
            return None;
        }
        let node = match life {
            Some(life) => life.born.node,
            None => only_request(scene, base.ty)?,
        };
        let (function, path) = scene.find_anywhere(node)?;
        let kept = path.steps.iter().rev().find_map(|(part, _)| match part {
            Part::Expr(Expr { kind: ExprKind::Assign { left, .. }, .. }) => Some(scene.text(left.id)),
            Part::Stmt(stmt) => Some(match &stmt.kind {
                StmtKind::Declare { local, .. } => scene.local(function, *local).map(|l| l.name.to_string()),
                _ => None,
            }),
            _ => None,
        })??;
        let at = scene.map.place(scene.span(node));
        let member = scene.spell(place)?;
        let member = member.rsplit(['.', '>']).next()?.to_owned();
        let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
        // Behind the others, a test for NULL has been made already.
        let through_kept =
            |base: &Expr| matches!(&base.kind, ExprKind::Deref(p) if scene.text(bare(p).id).as_ref() == Some(&kept));
        let body = scene.body(function)?;
        let others = siblings(body, place, &through_kept);
        let behind = others.iter().map(|e| scene.line(e.id)).max().filter(|line| *line > at.line);
        let all = forgotten(scene, body, place, &through_kept).unwrap_or_else(|| vec![member.clone()]);
        let written: String = all.iter().map(|name| format!("{kept}->{name} = ")).collect();
        (is_name(&kept) && is_name(&member) && at.line > 0).then_some((written, at.line, behind))
    };
    let Some((written, line, behind)) = told() else { return story };
    let Some(value) = first_value(scene, place.ty) else { return story };
    story.advice(match behind {
        Some(behind) => {
            format!("Give the member a value where the others get theirs, after line {behind}: {written}{value};")
        }
        None => {
            format!("Give the member a value right after line {line}, where the block is allocated: {written}{value};")
        }
    })
}
