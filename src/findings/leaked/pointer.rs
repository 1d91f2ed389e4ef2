//! Pointers that led to a block and could not give it back: a function's own copy
//! of its argument, one that walked away from the start, one that realloc left.

use crate::findings::leaked::list;
use crate::findings::leaked::{Lost, unused};
use crate::findings::lifetime::straight;
use crate::findings::lifetime::too_early::is_name;
use crate::findings::locate::{self, Part};
use crate::findings::spell::uncast;
use crate::memory::Reason;
use crate::sema::tree::{Block, Body, Callee, ExprKind, FunctionId, LocalId, LocalKind, StmtKind};

/// What to write for a pointer.
pub(in crate::findings) fn mend(lost: &Lost<'_, '_>) -> Option<String> {
    match lost.block.reason {
        Reason::Scope | Reason::Return if !lost.block.off_start => own_copy(lost),
        Reason::Scope | Reason::Return | Reason::MainReturned if lost.block.off_start => walked(lost),
        Reason::ReallocFailed => failed(lost),
        Reason::ResultIgnored => dropped(lost),
        _ => None,
    }
}

/// `void make(int *a) { a = malloc(…); }`: the caller's pointer stays as it was.
fn own_copy(lost: &Lost<'_, '_>) -> Option<String> {
    let scene = lost.scene;
    let body = scene.body(lost.function)?;
    let holders = lost.block.holder.into_iter().chain(lost.block.others.iter().map(String::as_str));
    let is_given = |root: straight::Root| {
        let straight::Root::Local(id) = root else { return None };
        let is_parameter = scene.local(lost.function, id).is_some_and(|local| local.kind == LocalKind::Parameter);
        (is_parameter && gets_new(lost, body, id)).then_some(id)
    };
    let (name, id) =
        holders.into_iter().find_map(|name| Some((name, is_given(lost.pointer(lost.function, name)?)?)))?;
    let function = &scene.program.function(lost.function)?.name;
    let caller = argument(lost, usize::try_from(id.0).ok()?).unwrap_or_else(|| "p".to_owned());
    Some(format!(
        "'{name}' is a copy. Let '{function}' return it: {caller} = {function}(...); or give it &{caller}, and store there: *{name} = ...;"
    ))
}

/// Is a parameter given a block that was just made: the result of a call, or a local that got one?
fn gets_new(lost: &Lost<'_, '_>, body: &Body, id: LocalId) -> bool {
    locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Assign { left, right }) if matches!(left.kind, ExprKind::Local(local) if local == id) => {
            match &uncast(right).kind {
                ExprKind::Call { .. } => true,
                ExprKind::Local(new) => list::allocated_into(lost, *new),
                _ => false,
            }
        }
        _ => false,
    })
}

/// What the call that led here passes for a parameter, if it is a variable.
fn argument(lost: &Lost<'_, '_>, place: usize) -> Option<String> {
    let (_, span) = lost.block.calls.get(1)?;
    let scene = lost.scene;
    let mut found = None;
    for index in 0..scene.program.functions.len() {
        let Some(body) = u32::try_from(index).ok().and_then(|i| scene.body(FunctionId(i))) else { continue };
        locate::any(Part::Block(&body.block), |part| {
            if let Some(call) = part.expr()
                && let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind
                && *id == lost.function
                && scene.span(call.id) == *span
            {
                found =
                    arguments.get(place).filter(|e| straight::whole(uncast(e)).is_some()).and_then(|e| lost.text(e));
            }
            false
        });
    }
    found
}

/// `p++` until the start is gone: who keeps it, and where it is freed.
fn walked(lost: &Lost<'_, '_>) -> Option<String> {
    let scene = lost.scene;
    let name = lost.block.holder.filter(|_| lost.block.alone)?;
    let straight::Root::Local(id) = lost.pointer(lost.function, name)? else { return None };
    let (function, born) = scene.find_anywhere(lost.block.born.node)?;
    let stmt = born.statements().next()?;
    let gets = match &stmt.kind {
        StmtKind::Declare { local, .. } => *local == id,
        StmtKind::Expr(e) => matches!(&uncast(e).kind, ExprKind::Assign { left, .. }
            if matches!(left.kind, ExprKind::Local(local) if local == id)),
        _ => false,
    };
    // Both in one block: what is declared there is still known where the block is lost.
    let around = |path: &locate::Path<'_>| -> Vec<*const Block> {
        path.steps
            .iter()
            .filter_map(|(part, _)| if let Part::Block(block) = part { Some(std::ptr::from_ref(*block)) } else { None })
            .collect()
    };
    let (outer, inner) = (around(&born), around(&lost.path));
    if !gets || function != lost.function || !inner.contains(outer.last()?) {
        return None;
    }
    let start = unused(lost, &["start", "begin", "first", "block"])?;
    let local = scene.local(function, id)?;
    let declared = scene.program.types.print_declaration(local.ty.unqualified(), start);
    let line = scene.last_line(stmt.id);
    let place = match lost.path.statements().next().map(|s| &s.kind) {
        Some(StmtKind::Return(_)) if !matches!(lost.path.last(), Some(Part::Block(_))) => "before this return",
        _ => "before this '}'",
    };
    Some(format!("Keep the start of the block: {declared} = {name}; after line {line}, and free({start}); {place}."))
}

/// `p = realloc(p, n)` wrote the NULL over the only pointer.
fn failed(lost: &Lost<'_, '_>) -> Option<String> {
    let place = lost.block.place?;
    let ExprKind::Assign { left, right } = &lost.path.expr()?.kind else { return None };
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &uncast(right).kind else { return None };
    let own = lost.scene.program.function(*id).is_some_and(|f| &*f.name == "realloc");
    let same = arguments.first().and_then(|e| lost.text(e)).as_deref() == Some(place);
    let call = lost.text(right).filter(|_| own && same)?;
    let larger = unused(lost, &["larger", "grown", "moved"])?;
    let declared = lost.scene.program.types.print_declaration(left.ty.unqualified(), larger);
    Some(format!("Keep the old block if realloc fails: {declared} = {call}; if ({larger} != NULL) {place} = {larger};"))
}

/// `realloc(p, n);` and its result is dropped.
fn dropped(lost: &Lost<'_, '_>) -> Option<String> {
    let StmtKind::Expr(whole) = &lost.path.statements().next()?.kind else { return None };
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &uncast(whole).kind else { return None };
    let own = lost.scene.program.function(*id).is_some_and(|f| &*f.name == "realloc");
    let first = arguments.first().map(uncast).filter(|e| own && straight::whole(e).is_some())?;
    let (name, call) = (lost.text(first)?, lost.text(whole)?);
    is_name(&name).then(|| format!("Keep the result: {name} = {call}; and call free({name}) after its last use."))
}
