//! Calls that the text shows before a finding and that explain it: a function that was
//! given a copy, `memset` with the size of a pointer, and `strncpy` that may leave out
//! the `'\0'`.

use super::bounds::slips;
use super::locate::{self, Part};
use super::scene::Scene;
use super::spell::{bare, uncast};
use super::story::Story;
use crate::memory::{Biography, Pointer};
use crate::sema::tree::{Body, Callee, Expr, ExprKind, FunctionId, LocalId, Stmt, StmtKind};
use crate::source::Span;
use crate::types::{Type, TypeKind};

/// A call of a function that changes its own copy of a local.
struct Copied<'t> {
    call: &'t Expr,
    callee: FunctionId,
    parameter: &'t str,
    ty: Type,
}

/// `name` has no value (or is still null) because a function that was to give it one got a
/// copy (6.5.2.2p4). `after`: where the variable got the value that it still has.
pub(super) fn given_a_copy(scene: &Scene<'_>, story: Story, function: FunctionId, id: LocalId, after: Span) -> Story {
    let told = || {
        let body = scene.body(function)?;
        let local = scene.local(function, id)?;
        let until = scene.span(scene.node);
        let is_between = |call: &Expr| {
            let span = scene.span(call.id);
            let apart = scene.map.file_of(span.lo) != scene.map.file_of(until.lo) || span.lo < after.lo;
            !apart && span.lo <= until.lo
        };
        let found = copied(scene, body, id).into_iter().rfind(|c| is_between(c.call))?;
        Some((local.name.clone(), found))
    };
    let Some((name, Copied { call, callee, parameter, ty })) = told() else { return story };
    let callee = scene.function_name(callee);
    let bare_callee = callee.trim_matches('\'');
    let written = scene.text_of(scene.span(call.id), 30).unwrap_or_else(|| format!("{bare_callee}(...)"));
    let (returned, stored) = match scene.program.types.kind(ty) {
        TypeKind::Pointer(_) => ("return the pointer", format!("*{parameter} = ...")),
        TypeKind::Record(_) => ("return the struct", format!("{parameter}->... = ...")),
        _ => ("return the value", format!("*{parameter} = ...")),
    };
    let story = Story { copied_to: Some(bare_callee.to_owned()), ..story };
    story
        .note(format!("{callee} gets a copy of '{name}' here"), scene.span(call.id))
        .meaning(match *parameter == *name {
            true => {
                let owner = scene.function_name(function);
                let owner = owner.trim_matches('\'');
                format!("{callee} gets copies of its arguments: its '{name}' is not {owner}'s '{name}'.")
            }
            false => format!("{callee} gets copies of its arguments: a new '{parameter}' does not reach '{name}'."),
        })
        .advice(format!("Let {callee} {returned}: {name} = {written}; or pass &{name} and store through it: {stored}"))
}

/// `insert(root, key);` where `root = insert(root, key);` was meant: the local is still null.
pub(super) fn result_dropped(scene: &Scene<'_>, story: Story, function: FunctionId, id: LocalId) -> Story {
    let told = || {
        let local = scene.local(function, id)?;
        let until = scene.span(scene.node);
        let mut found: Option<(&Expr, FunctionId)> = None;
        locate::any(Part::Block(&scene.body(function)?.block), |part| {
            if let Part::Stmt(Stmt { kind: StmtKind::Expr(whole), .. }) = part
                && let ExprKind::Call { callee: Callee::Direct(callee), arguments, .. } = &uncast(whole).kind
                && scene.body(*callee).is_some()
                && uncast(whole).ty.unqualified() == local.ty.unqualified()
                && arguments.iter().any(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id))
                && scene.span(whole.id).lo < until.lo
            {
                found = Some((uncast(whole), *callee));
            }
            false
        });
        let (call, callee) = found?;
        Some((local.name.to_string(), call, scene.function_name(callee), scene.text(call.id)?))
    };
    let Some((name, call, callee, text)) = told() else { return story };
    let line = scene.line(call.id);
    let story = Story { copied_to: Some(callee.trim_matches('\'').to_owned()), ..story };
    story
        .note(format!("what {callee} returns is not kept here"), scene.span(call.id))
        .meaning(format!("{callee} gets a copy of '{name}': what it returns has to be kept."))
        .advice(format!("Keep what {callee} returns, line {line}: {name} = {text};"))
}

/// The calls that are given the local by value and assign to the parameter it becomes.
fn copied<'t>(scene: &Scene<'t>, body: &'t Body, id: LocalId) -> Vec<Copied<'t>> {
    let mut found = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        if let Some(call) = part.expr()
            && let ExprKind::Call { callee: Callee::Direct(callee), arguments, .. } = &call.kind
            && let Some(place) =
                arguments.iter().position(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id))
            && let Some(inner) = scene.body(*callee)
            && let Some(parameter) = inner.locals.get(place).filter(|_| place < to_count(inner.parameters))
            && assigns(inner, place)
        {
            found.push(Copied { call, callee: *callee, parameter: &parameter.name, ty: parameter.ty });
        }
        false
    });
    found.sort_by_key(|c| scene.span(c.call.id).lo);
    found
}

fn to_count(parameters: u32) -> usize {
    usize::try_from(parameters).unwrap_or(0)
}

/// Does a function give its parameter, or a member of it, a new value, one that does not
/// come from it (`p = p->next` walks)?
fn assigns(body: &Body, place: usize) -> bool {
    let is_parameter = |e: &Expr| matches!(e.kind, ExprKind::Local(id) if usize::try_from(id.0) == Ok(place));
    locate::any(Part::Block(&body.block), |part| {
        let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr() else { return false };
        let from_it = || locate::any(Part::Expr(right), |part| part.expr().is_some_and(is_parameter));
        let whole = part_of(left);
        is_parameter(whole) && (whole.id != left.id || !from_it())
    })
}

/// The variable that a place is a part of, if no pointer leads to it; else the place.
pub(super) fn part_of(place: &Expr) -> &Expr {
    let mut whole = place;
    loop {
        whole = match &whole.kind {
            ExprKind::Member { base, .. } => base,
            ExprKind::Index { base, .. } => match &base.kind {
                ExprKind::Decay(array) => array,
                _ => return place,
            },
            ExprKind::Local(_) => return whole,
            _ => return place,
        };
    }
}

/// As [`given_a_copy`] for a member of a struct that the innermost function has.
pub(super) fn given_a_copy_of_whole(scene: &Scene<'_>, story: Story, member: &Expr) -> Story {
    let told = || {
        let ExprKind::Local(id) = part_of(member).kind else { return None };
        let function = scene.frame(scene.innermost()?)?.function;
        Some((function, id, scene.local(function, id)?.span))
    };
    match told() {
        Some((function, id, declared)) => given_a_copy(scene, story, function, id, declared),
        None => story,
    }
}

/// `memset(p, 0, sizeof p)`: only the bytes of a pointer were set in the object at `pointer`.
pub(super) fn set_in_part(scene: &Scene<'_>, story: Story, pointer: Pointer, life: &Biography) -> Story {
    let told = || {
        let frame = scene.innermost()?;
        let function = scene.frame(frame)?.function;
        let mut found = None;
        locate::any(Part::Block(&scene.body(function)?.block), |part| {
            let Some(call) = part.expr() else { return false };
            let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return false };
            let name = scene.program.function(*id).map_or("", |f| &*f.name);
            let (true, [target, _, size]) = (matches!(name, "memset" | "memcpy" | "memmove"), arguments.as_slice())
            else {
                return false;
            };
            let same = scene.pointer_value(frame, target).is_some_and(|p| scene.same_object(p, pointer));
            let text = scene.text_of(scene.span(size.id), 60).unwrap_or_default();
            if let (true, Some(slip)) = (same, slips::sizeof_pointer(scene, function, &text)) {
                found = Some((name, call, slip, slips::of_target(&text)));
            }
            found.is_some()
        });
        found
    };
    let Some((name, call, slip, meant)) = told().filter(|_| life.size > 8) else { return story };
    let meant = meant.map_or_else(|| "the size of one element".to_owned(), |meant| format!("'{meant}'"));
    story
        .note(format!("'{name}' writes only 8 bytes here"), scene.span(call.id))
        .meaning(slip)
        .advice(format!("Give '{name}' the bytes of all that it is to write: {meant}, times the number of elements."))
}

/// `strncpy` wrote the text that has no end: it stores no `'\0'` where the text is as long
/// as its third argument (7.24.2.4p3).
pub(super) fn cut_by_strncpy(scene: &Scene<'_>, story: Story, pointer: &Expr) -> Story {
    let told = || {
        let frame = scene.innermost()?;
        let until = scene.span(scene.node);
        let name = scene.spell(pointer)?;
        let mut last: Option<(&str, &Expr, &[Expr])> = None;
        locate::any(Part::Block(&scene.body(scene.frame(frame)?.function)?.block), |part| {
            let Some(call) = part.expr() else { return false };
            let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return false };
            let writes = matches!(
                scene.program.function(*id).map_or("", |f| &*f.name),
                "strncpy"
                    | "stpncpy"
                    | "strcpy"
                    | "strcat"
                    | "strncat"
                    | "sprintf"
                    | "snprintf"
                    | "memcpy"
                    | "memset"
                    | "fgets"
                    | "fread"
            );
            let span = scene.span(call.id);
            let is_before = span.lo < until.lo && last.is_none_or(|(_, l, _)| scene.span(l.id).lo < span.lo);
            let same = arguments.first().is_some_and(|e| scene.spell(uncast(e)).as_ref() == Some(&name));
            if writes
                && is_before
                && same
                && let Some(function) = scene.program.function(*id)
            {
                last = Some((&function.name, call, arguments.as_slice()));
            }
            false
        });
        let (function, call, arguments) = last.filter(|(function, ..)| function.ends_with("ncpy"))?;
        let size = arguments.get(2)?;
        let number = scene.int_value(frame, size);
        Some((function, call, name, scene.text_of(scene.span(size.id), 40), number))
    };
    let Some((function, call, name, size, number)) = told() else { return story };
    let size = size.unwrap_or_else(|| "its third argument".to_owned());
    let least = number.map_or_else(|| size.clone(), |n| n.to_string());
    let story = story
        .note(
            format!("'{function}' stores no '\\0' here if the text has {least} characters or more"),
            scene.span(call.id),
        )
        .meaning(format!("'{function}' stores no '\\0' if the text is not shorter than its third argument."));
    match scene.text(pointer.id).filter(|_| size.contains("sizeof")) {
        Some(_) => story.advice(format!(
            "Leave room for the '\\0' and store it: {name}[{size} - 1] = '\\0'; or use snprintf, which always does."
        )),
        None => story.advice(format!(
            "Leave room for the '\\0' and store it after the last character of '{name}', or use snprintf, which always does."
        )),
    }
}
