//! A function of the program that writes a text character by character, into what it was
//! given or into a block of its own, and never its `'\0'`.

use crate::findings::given;
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::sema::tree::{Body, Callee, CompareOp, Expr, ExprKind, FunctionId, FunctionKind, LocalId, Stmt, StmtKind};

/// Where the `'\0'` belongs, if one function only can have forgotten it.
pub(super) fn advice(scene: &Scene<'_>) -> Option<String> {
    let mut found = Vec::new();
    for (number, function) in (0_u32..).zip(&scene.program.functions) {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        let texts = (0..).map(LocalId).take(body.locals.len()).filter(|id| {
            let types = &scene.program.types;
            let local = scene.local(FunctionId(number), *id);
            let is_text =
                local.and_then(|l| types.pointee(l.ty)).is_some_and(|ty| types.is_character(ty) && !ty.quals.is_const);
            is_text && (id.0 < body.parameters || allocated(scene, body, *id))
        });
        found.extend(texts.filter_map(|id| Some((FunctionId(number), body, unfinished(body, id)?))));
    }
    if found.is_empty() {
        return cut_out(scene);
    }
    let [(function, body, place)] = found.as_slice() else { return None };
    let looped = outermost_loop(body, place)?;
    let (name, line) = (scene.function_name(*function), scene.last_line(looped.id));
    let end = match declared_in(scene, *function, place, looped) {
        false => written_end(scene, place),
        true => counted_end(scene, place, looped),
    };
    Some(match end {
        Some(end) => format!("{name} stores no '\\0' at the end of the text: after line {line} write {end} = '\\0';"),
        None => format!(
            "{name} stores no '\\0' at the end of the text: store it after line {line}, where the characters end."
        ),
    })
}

/// `p = malloc(n + 1); strncpy(p, text, n);`, and the byte that was asked for is left as it is.
fn cut_out(scene: &Scene<'_>) -> Option<String> {
    let mut found = Vec::new();
    for function in &scene.program.functions {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        let (mut copies, mut requests, mut ended) = (Vec::new(), Vec::new(), Vec::new());
        locate::any(Part::Block(&body.block), |part| {
            match part.expr().map(|e| (&e.kind, e.id)) {
                Some((ExprKind::Call { callee: Callee::Direct(id), arguments, .. }, call)) => {
                    let name = scene.program.function(*id).map(|f| &*f.name);
                    match (name, arguments.as_slice()) {
                        (Some("strncpy" | "memcpy"), [to, _, n]) if !scene.program.types.is_array(uncast(to).ty) => {
                            copies.extend(scene.text(uncast(to).id).zip(scene.text(uncast(n).id)).zip(Some(call)));
                        }
                        (Some("malloc"), [size]) => requests.extend(scene.text(uncast(size).id)),
                        _ => {}
                    }
                }
                Some((ExprKind::Assign { left, right }, _)) if matches!(uncast(right).kind, ExprKind::Int(0)) => {
                    ended.extend(scene.text(left.id));
                }
                _ => {}
            }
            false
        });
        found.extend(copies.into_iter().filter_map(|((to, n), call)| {
            let end = format!("{to}[{n}]");
            let asked = requests.iter().any(|size| *size == format!("{n} + 1"));
            let open = asked && !ended.iter().any(|place| place.starts_with(&to));
            open.then_some((scene.line(call), end))
        }));
    }
    let [(line, end)] = found.as_slice() else { return None };
    Some(format!("What line {line} copies has no '\\0' at its end: after line {line} write {end} = '\\0';"))
}

/// Does a local get nothing but new blocks that malloc left unwritten?
fn allocated(scene: &Scene<'_>, body: &Body, id: LocalId) -> bool {
    let values = given::values(body, id);
    let is_new = |value: &&Expr| match &uncast(value).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            scene.program.function(*id).is_some_and(|f| matches!(&*f.name, "malloc" | "realloc"))
        }
        _ => false,
    };
    !values.is_empty() && values.iter().all(is_new)
}

/// Where a function stores characters through a pointer of its own, if none of them is the end.
fn unfinished(body: &Body, parameter: LocalId) -> Option<&Expr> {
    let (mut stored, mut ended) = (None, false);
    locate::any(Part::Block(&body.block), |part| {
        if let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr()
            && straight::reached_by(through(left)) == Some(straight::Root::Local(parameter))
            && matches!(left.kind, ExprKind::Index { .. } | ExprKind::Deref(_))
        {
            // `while ((*to++ = *from++))` copies the end, too.
            let in_head = || {
                locate::find(body, left.id).is_some_and(|path| {
                    path.statements().next().is_some_and(|stmt| straight::is_loop(Part::Stmt(stmt)))
                })
            };
            ended |= matches!(uncast(right).kind, ExprKind::Int(0)) || in_head();
            stored = Some(&**left);
        }
        // Whoever hands it on may have it ended there.
        if let Some(ExprKind::Call { arguments, .. }) = part.expr().map(|e| &e.kind) {
            ended |= arguments.iter().any(|e| straight::reached_by(e) == Some(straight::Root::Local(parameter)));
        }
        false
    });
    stored.filter(|_| !ended)
}

/// `*p++` is reached by `p`.
fn through(place: &Expr) -> &Expr {
    match &place.kind {
        ExprKind::Deref(pointer) => match &uncast(pointer).kind {
            ExprKind::IncDec { place, .. } => place,
            _ => place,
        },
        _ => place,
    }
}

fn outermost_loop<'t>(body: &'t Body, place: &Expr) -> Option<&'t Stmt> {
    let path = locate::find(body, place.id)?;
    path.steps.iter().find_map(|(part, _)| match part {
        Part::Stmt(stmt) if straight::is_loop(*part) => Some(*stmt),
        _ => None,
    })
}

/// The place behind the last character: `dest[i]`, `*dest`.
fn written_end(scene: &Scene<'_>, place: &Expr) -> Option<String> {
    let text = scene.text(place.id)?;
    let plain = text.replace("++", "");
    (!plain.contains("--") && !plain.contains('+')).then_some(plain)
}

/// `dest[n]`, where the loop is `for (int i = 0; i < n; i++) dest[i] = …`.
fn counted_end(scene: &Scene<'_>, place: &Expr, looped: &Stmt) -> Option<String> {
    let ExprKind::Index { base, index, .. } = &place.kind else { return None };
    let StmtKind::For { condition: Some(condition), .. } = &looped.kind else { return None };
    let ExprKind::Compare { op: CompareOp::Lt, left, right } = &uncast(condition).kind else { return None };
    let (ExprKind::Local(counted), ExprKind::Local(used)) = (&uncast(left).kind, &uncast(index).kind) else {
        return None;
    };
    (counted == used).then_some(())?;
    Some(format!("{}[{}]", scene.text(uncast(base).id)?, scene.text(uncast(right).id)?))
}

/// Is the index one that the loop itself declares? Behind the loop it is gone.
fn declared_in(scene: &Scene<'_>, function: FunctionId, place: &Expr, looped: &Stmt) -> bool {
    let within = scene.span(looped.id);
    locate::any(Part::Expr(place), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Local(id)) => {
            scene.local(function, *id).is_some_and(|local| within.lo <= local.span.lo && local.span.lo < within.hi)
        }
        _ => false,
    })
}
