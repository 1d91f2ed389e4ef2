//! Lists that leak: the loop that frees all of one, the next one that has to be
//! kept, the link that was forgotten.

use crate::findings::given;
use crate::findings::leaked::{Form, Lost, unused};
use crate::findings::lifetime::straight;
use crate::findings::lifetime::too_early::is_name;
use crate::findings::locate::{self, Part};
use crate::findings::spell::uncast;
use crate::memory::Reason;
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, FunctionKind, LocalId, Stmt, StmtKind};
use crate::types::{Type, TypeKind};

/// Names that a variable for the next block may have.
const NEXT: [&str; 4] = ["next", "following", "after", "rest"];

/// What to write for a list.
pub(in crate::findings) fn mend(lost: &Lost<'_, '_>) -> Option<String> {
    match lost.block.reason {
        Reason::Overwritten => not_linked(lost).or_else(|| walked_on(lost)).or_else(|| overwritten(lost)),
        Reason::HolderFreed => only_head(lost).or_else(|| owner_first(lost)),
        Reason::Scope | Reason::Break if lost.block.form == Form::List => {
            let name = lost.block.holder.filter(|_| lost.block.alone)?;
            lost.reached(lost.function, name)?;
            Some(format!("Before '{name}' goes out of scope: {}", lost.release(name)?))
        }
        _ => None,
    }
}

/// `while (head != NULL) { … }`, or the call of the function of the program that does this.
pub(in crate::findings) fn freeing_loop(lost: &Lost<'_, '_>, name: &str) -> Option<String> {
    if let Some(function) = freeing_function(lost) {
        return Some(format!("{function}({name});"));
    }
    let (link, record) = (way_on(lost, name)?, lost.block.record?);
    let data = data(lost, name)?;
    let each = if data.is_empty() { 1 } else { 2 };
    if lost.block.blocks > lost.block.nodes.saturating_mul(each) {
        return None;
    }
    let next = unused(lost, &NEXT)?;
    Some(format!(
        "while ({name} != NULL) {{ {record} *{next} = {name}->{link}; {data}free({name}); {name} = {next}; }}"
    ))
}

/// What frees the blocks that a node's members lead to, before the node itself is freed.
pub(in crate::findings) fn data(lost: &Lost<'_, '_>, name: &str) -> Option<String> {
    match lost.block.data {
        [] => Some(String::new()),
        [one] if is_member(one) => Some(format!("free({name}{one}); ")),
        _ => None,
    }
}

/// The member that leads from block to block, away from what `name` holds.
fn way_on<'l>(lost: &'l Lost<'_, '_>, name: &str) -> Option<&'l str> {
    match lost.block.links {
        [link] => Some(link),
        [a, b] if lost.block.form == Form::DoublyLinked => {
            let (on, back) = match (is_back(a), is_back(b)) {
                (false, true) => (a, b),
                (true, false) => (b, a),
                _ => return None,
            };
            Some(if is_end(name) { back } else { on })
        }
        _ => None,
    }
}

/// Both ends of a doubly linked list are known, of which the first is where it is freed from.
pub(in crate::findings) fn both_ends(lost: &Lost<'_, '_>) -> bool {
    let ends = |name: &str| lost.block.others.iter().all(|other| is_end(other) != is_end(name));
    lost.block.form == Form::DoublyLinked && lost.block.others.len() == 1 && lost.block.holder.is_some_and(ends)
}

fn is_end(name: &str) -> bool {
    let last = name.rsplit(['.', '>']).next().unwrap_or(name).to_lowercase();
    ["tail", "rear", "last", "end"].iter().any(|word| last.contains(word))
}

/// Does a member of this name lead to the block before?
pub(in crate::findings) fn is_back(member: &str) -> bool {
    let member = member.to_lowercase();
    ["prev", "before", "back", "parent", "last"].iter().any(|word| member.starts_with(word))
}

fn is_member(part: &str) -> bool {
    part.strip_prefix("->").is_some_and(is_name)
}

/// A function of the program that is there to free such a list: it comes from block to block.
fn freeing_function(lost: &Lost<'_, '_>) -> Option<String> {
    freeing(lost, |_, part| match part {
        Part::Stmt(stmt) => matches!(stmt.kind, StmtKind::While { .. } | StmtKind::For { .. }),
        _ => false,
    })
}

/// A function of the program that is there to free such a struct, and of which some part is as asked.
pub(in crate::findings) fn freeing(lost: &Lost<'_, '_>, test: impl Fn(FunctionId, Part<'_>) -> bool) -> Option<String> {
    let scene = lost.scene;
    let record = lost.block.record?;
    crate::findings::freeing_functions(scene.program, record).into_iter().find(|name| {
        let index = scene.program.functions.iter().position(|f| *f.name == **name);
        let id = index.and_then(|i| u32::try_from(i).ok()).map(FunctionId);
        let has = |id| Some(locate::any(Part::Block(&scene.body(id)?.block), |part| test(id, part)));
        id.and_then(has).unwrap_or(false)
    })
}

/// `free(head);` alone, and the rest of the list hangs on it.
fn only_head(lost: &Lost<'_, '_>) -> Option<String> {
    let stmt = lost.path.statements().next()?;
    let (call, given) = straight::released(lost.scene, stmt)?;
    let head = lost.scene.text(uncast(given).id).filter(|head| is_name(head) || head.ends_with(']'))?;
    let [link] = lost.block.links else { return None };
    let in_loop = lost
        .path
        .statements()
        .any(|s| matches!(s.kind, StmtKind::While { .. } | StmtKind::For { .. } | StmtKind::DoWhile { .. }));
    let whole = lost.scene.text(call.id)?;
    // One list of several (`table[i]`) is freed in the loop over them.
    let in_loop = in_loop && is_name(&head);
    if !whole.starts_with("free(") || in_loop || lost.block.holder != Some(format!("{head}->{link}").as_str()) {
        return None;
    }
    Some(format!("Instead of {whole}: {}", freeing_loop(lost, &head)?))
}

/// `free(list);` of the struct in which the list's first node is kept, and the nodes stay.
fn owner_first(lost: &Lost<'_, '_>) -> Option<String> {
    let (call, given) = straight::released(lost.scene, lost.path.statements().next()?)?;
    let owner = lost.scene.text(uncast(given).id).filter(|owner| is_name(owner))?;
    let first = lost.block.holder.filter(|_| lost.block.alone && lost.path.in_braces())?;
    let member = first.strip_prefix(&owner)?;
    let whole = lost.scene.text(call.id)?;
    (whole.starts_with("free(") && is_member(member) && lost.block.form == Form::List).then_some(())?;
    Some(format!("Before {whole}: {}", freeing_loop(lost, first)?))
}

/// The head of a list gets a value that has nothing to do with the list.
fn overwritten(lost: &Lost<'_, '_>) -> Option<String> {
    let (place, value) = (lost.block.place?, lost.block.value?);
    let kept = lost.block.holder == Some(place) && lost.block.alone && is_name(place);
    let other = value == "NULL" || value.starts_with("malloc(") || value.starts_with("calloc(");
    if !kept || !other || lost.block.form != Form::List {
        return None;
    }
    let StmtKind::Expr(whole) = &lost.path.statements().next()?.kind else { return None };
    let is_all = uncast(whole).id == lost.path.expr()?.id;
    is_all.then(|| freeing_loop(lost, place)).flatten().map(|release| format!("Before {place} = {value}: {release}"))
}

/// `head = head->next;`, and nobody freed the old one.
fn walked_on(lost: &Lost<'_, '_>) -> Option<String> {
    let (place, value) = (lost.block.place?, lost.block.value?);
    let link = value.strip_prefix(place)?.strip_prefix("->")?;
    if !is_name(place) || !is_name(link) || !lost.block.data.is_empty() || lost.block.holder != Some(place) {
        return None;
    }
    let expr = lost.path.expr()?;
    let StmtKind::Expr(whole) = &lost.path.statements().next()?.kind else { return None };
    let ExprKind::Assign { left, .. } = &expr.kind else { return None };
    if uncast(whole).id != expr.id {
        return None;
    }
    let next = unused(lost, &NEXT)?;
    let declared = lost.scene.program.types.print_declaration(left.ty.unqualified(), next);
    Some(format!("Instead of {place} = {value}; write {{ {declared} = {value}; free({place}); {place} = {next}; }}"))
}

/// `head = n;`, and 'n' does not lead to the old head.
fn not_linked(lost: &Lost<'_, '_>) -> Option<String> {
    let scene = lost.scene;
    let expr = lost.path.expr()?;
    let ExprKind::Assign { left, right } = &expr.kind else { return None };
    let (Some(_), ExprKind::Local(new)) = (straight::whole(left), &uncast(right).kind) else { return None };
    let (head, name) = (lost.text(left)?, lost.text(right)?);
    let link = own_link(lost, left.ty)?;
    let is_new = allocated_into(lost, *new);
    if !is_new || lost.block.holder != Some(head.as_str()) || lost.block.blocks != 1 {
        return None;
    }
    // What the function stores in the link already.
    let body = scene.body(lost.function)?;
    let mut stored: Vec<(&Stmt, String)> = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        if let Part::Stmt(stmt) = part
            && let StmtKind::Expr(whole) = &stmt.kind
            && let ExprKind::Assign { left, right } = &uncast(whole).kind
            && scene.text(left.id) == Some(format!("{name}->{link}"))
        {
            let null = matches!(uncast(right).kind, ExprKind::Null | ExprKind::Int(_));
            stored.push((stmt, if null { "NULL".to_owned() } else { String::new() }));
        }
        false
    });
    match stored.as_slice() {
        [] => Some(format!("Link the new one first: {name}->{link} = {head}; before {head} = {name};")),
        [(stmt, null)] if null == "NULL" => {
            let line = scene.line(stmt.id);
            let here = scene.line(expr.id);
            let before = scene.span(stmt.id).lo < scene.span(expr.id).lo && line <= here;
            before.then(|| format!("Link the new one to the old ones, line {line}: {name}->{link} = {head};"))
        }
        _ => None,
    }
}

/// The only member of a struct that points to such a struct.
fn own_link(lost: &Lost<'_, '_>, pointer: Type) -> Option<String> {
    let types = &lost.scene.program.types;
    let record = types.pointee(pointer)?.unqualified();
    let TypeKind::Record(id) = types.kind(record) else { return None };
    let members = types.record(*id)?.members.as_deref()?;
    let mut own = members.iter().filter(|m| types.pointee(m.ty).is_some_and(|to| to.unqualified() == record));
    let only = own.next().filter(|_| own.next().is_none())?;
    only.name.as_ref().map(|name| name.to_string())
}

/// Does the local get its value from an allocation, or a function of the program, and nothing else?
pub(in crate::findings) fn allocated_into(lost: &Lost<'_, '_>, id: LocalId) -> bool {
    let Some(body) = lost.scene.body(lost.function) else { return false };
    let is_call = |value: &Expr| match &uncast(value).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            lost.scene.program.function(*id).is_some_and(|f| match f.kind {
                FunctionKind::Defined(_) => true,
                _ => matches!(&*f.name, "malloc" | "calloc"),
            })
        }
        _ => false,
    };
    let values = given::values(body, id);
    !values.is_empty() && values.into_iter().all(is_call)
}
