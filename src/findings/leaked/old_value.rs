//! A pointer that got a new value made from the old one, and a result that nobody kept:
//! the variable that the block needs to be freed.

use crate::findings::leaked::{Lost, unused};
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::spell::uncast;
use crate::memory::Reason;
use crate::sema::tree::{Callee, Expr, ExprKind, Stmt, StmtKind};

/// What to write before and behind the line.
pub(in crate::findings) fn mend(lost: &Lost<'_, '_>) -> Option<String> {
    match lost.block.reason {
        Reason::Overwritten if !lost.block.off_start => overwritten(lost).or_else(|| in_each_turn(lost)),
        Reason::ResultIgnored => ignored(lost),
        _ => None,
    }
}

/// `s = join(s, t);`, `top = top->next;`
fn overwritten(lost: &Lost<'_, '_>) -> Option<String> {
    let (expr, place) = (lost.path.expr()?, lost.block.place?);
    let StmtKind::Expr(whole) = &lost.path.statements().next()?.kind else { return None };
    let ExprKind::Assign { left, right } = &expr.kind else { return None };
    // `s = "text";` does not copy the text.
    if let (ExprKind::String(_), Some(text)) = (&uncast(right).kind, lost.text(right))
        && uncast(whole).id == expr.id
    {
        return Some(format!("Copy the text into the block instead: strcpy({place}, {text});"));
    }
    let is_realloc = |e: &Expr| match &uncast(e).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            lost.scene.program.function(*id).is_some_and(|f| &*f.name == "realloc")
        }
        _ => false,
    };
    let from_old = locate::any(Part::Expr(right), |part| {
        part.expr().is_some_and(|e| lost.scene.text(e.id).as_deref() == Some(place))
    });
    let plain = !place.contains("++") && !place.contains("--") && !place.contains('(');
    if uncast(whole).id != expr.id || !plain || !from_old || is_realloc(right) || !lost.block.others.is_empty() {
        return None;
    }
    // A function may return the list that it was given, or what is left of it.
    if let ExprKind::Call { callee: Callee::Direct(id), .. } = &uncast(right).kind
        && lost.scene.program.types.pointee(left.ty).is_some_and(|ty| !lost.scene.program.types.is_arithmetic(ty))
    {
        lost.scene.body(*id)?;
        let function = lost.scene.function_name(*id);
        return Some(format!("Free it in {function}, which leaves it out, before that returns what is left."));
    }
    let old = unused(lost, &["old", "before", "gone"])?;
    let declared = lost.scene.program.types.print_declaration(left.ty.unqualified(), old);
    if !lost.path.in_braces() {
        let line = lost.scene.text(expr.id)?;
        return Some(format!("Write {{ {declared} = {place}; {line}; free({old}); }} instead."));
    }
    Some(format!("Write {declared} = {place}; before this line and free({old}); after it."))
}

/// `while (...) { s = copy(t); ... } free(s);`: what is behind the loop frees the last one only.
fn in_each_turn(lost: &Lost<'_, '_>) -> Option<String> {
    let (name, scene) = (lost.block.place?, lost.scene);
    let root = lost.pointer(lost.function, name)?;
    let steps = &lost.path.steps;
    let looped = steps.iter().rposition(|(part, _)| straight::is_loop(*part))?;
    let body = steps.iter().skip(looped).position(|(part, _)| matches!(part, Part::Block(_)))? + looped;
    let (Part::Block(turn), inside) = (steps.get(body)?.0, steps.get(body + 1)?.1) else { return None };
    // The assignment is a statement of the loop's body itself, and the first thing that it does with it.
    let ExprKind::Assign { left, right } = &lost.path.expr()?.kind else { return None };
    let StmtKind::Expr(whole) = &turn.stmts.get(inside)?.kind else { return None };
    let is_made = matches!(uncast(right).kind, ExprKind::Call { .. }) && straight::whole(left) == Some(root);
    let named = |stmts: &[Stmt]| stmts.iter().any(|stmt| straight::names(scene, Part::Stmt(stmt), &[root]));
    if uncast(whole).id != lost.path.expr()?.id || !is_made || named(turn.stmts.get(..inside)?) {
        return None;
    }
    // The loop's own declaration may stand in a block around it.
    let mut outside = steps.iter().zip(steps.iter().skip(1)).take(looped).rev();
    let later = outside.find_map(|(outer, inner)| match outer.0 {
        Part::Block(block) => block.stmts.get(inner.1 + 1..).filter(|later| named(later)),
        _ => None,
    })?;
    let place = later.iter().position(|stmt| named(std::slice::from_ref(stmt)))?;
    let (call, given) = straight::released(scene, later.get(place)?)?;
    let is_last = straight::whole(uncast(given)) == Some(root) && !named(later.get(place + 1..)?);
    let (text, line) = (scene.text(call.id)?, scene.line(call.id));
    let end = scene.last_line(turn.stmts.last()?.id);
    (is_last && end < line)
        .then(|| format!("Free each in its own turn: move line {line}, {text}, into the loop, after line {end}."))
}

/// `puts(copy(s));`: the call has the only pointer.
fn ignored(lost: &Lost<'_, '_>) -> Option<String> {
    let types = &lost.scene.program.types;
    // The call that made it, or the one that was given it.
    let whole = uncast(lost.path.expr()?);
    let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &whole.kind else { return None };
    let made = |e: &&Expr| matches!(e.kind, ExprKind::Call { .. }) && types.pointee(e.ty).is_some();
    let mut given = arguments.iter().map(uncast).filter(made);
    let call = match (given.next(), given.next()) {
        (Some(only), None) => only,
        (None, _) => whole,
        _ => return None,
    };
    let stmt = lost.path.statements().next()?;
    // `insert(root, key);`: the variable that it is given is to have the result.
    if let StmtKind::Expr(statement) = &stmt.kind
        && uncast(statement).id == call.id
        && let ExprKind::Call { arguments, .. } = &call.kind
    {
        let is_variable = |e: &&Expr| {
            matches!(e.kind, ExprKind::Local(_) | ExprKind::Global(_)) && e.ty.unqualified() == call.ty.unqualified()
        };
        let variable = arguments.iter().map(uncast).find(is_variable)?;
        let (name, text) = (lost.scene.text(variable.id)?, lost.scene.text(call.id)?);
        return Some(format!("Keep the result: {name} = {text};"));
    }
    let once = match &stmt.kind {
        StmtKind::Expr(whole) => uncast(whole).id != call.id,
        StmtKind::If { .. } | StmtKind::Declare { .. } | StmtKind::Return(_) => true,
        _ => false,
    };
    let target = types.pointee(call.ty).filter(|_| once)?;
    let text = lost.scene.text_of(lost.scene.span(call.id), 60)?;
    let names: &[&str] =
        if types.is_character(target.unqualified()) { &["text", "made", "kept"] } else { &["made", "kept"] };
    let name = unused(lost, names)?;
    let declared = types.print_declaration(call.ty.unqualified(), name);
    if !lost.path.in_braces() {
        return None;
    }
    Some(format!("Write {declared} = {text}; before this line, use '{name}' in it, and free({name}); after it."))
}
