//! A pointer into an array that another function has grown since: how it is set anew.

use crate::findings::causes::part_of;
use crate::findings::given;
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::memory::{Biography, Event};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, LocalId, LocalKind, NodeId};

/// A variable that holds the old address: whose frame, the variable, and where it is used there.
struct Holder {
    frame: usize,
    variable: LocalId,
    used: NodeId,
}

/// The assignment that sets the variable anew, right before it is used.
pub(super) fn anew(scene: &Scene<'_>, life: &Biography, realloc: Event, used: &Expr) -> Option<String> {
    let each = scene.size_of(scene.program.types.pointee(used.ty)?);
    let at = scene.pointer_value(scene.innermost()?, used)?;
    let offset = at.addr.checked_sub(life.base)?;
    let element = offset.checked_div(each).filter(|n| n.checked_mul(each) == Some(offset))?;
    let holder = holder(scene, used)?;
    let function = scene.frame(holder.frame)?.function;
    let array = array(scene, realloc, function)?;
    let path = locate::find(scene.body(function)?, holder.used)?;
    // In another turn it may be another element.
    let in_loop = path.steps.iter().any(|(part, _)| straight::is_loop(*part));
    if !path.in_braces() || in_loop && element > 0 {
        return None;
    }
    let name = &scene.local(function, holder.variable)?.name;
    let value = value(scene, function, holder.variable, format!("&{array}[{element}]"))?;
    let line = scene.line(path.statements().next()?.id);
    let place = if scene.innermost() == Some(holder.frame) { "this line".to_owned() } else { format!("line {line}") };
    Some(format!("Set '{name}' anew before {place}: {name} = {value};"))
}

/// What the variable is set to anew: to the same element of the array as it is now, or to what the
/// same search finds; `None` if it depends on how the program came there.
fn value(scene: &Scene<'_>, function: FunctionId, holder: LocalId, element: String) -> Option<String> {
    let values = given::values(scene.body(function)?, holder);
    let [only] = values.as_slice() else { return None };
    let is_number = |index: &Expr| matches!(uncast(index).kind, ExprKind::Int(_));
    match &uncast(only).kind {
        ExprKind::AddressOf(place) => match &place.kind {
            ExprKind::Index { index, .. } if !is_number(index) => None,
            _ => Some(element),
        },
        ExprKind::PointerAdd { index, .. } if !is_number(index) => None,
        ExprKind::Call { callee: Callee::Direct(id), .. } if only_looks(scene, *id) => scene.text(uncast(only).id),
        _ => Some(element),
    }
}

/// Does a function of the program change nothing but its own variables, and call no other?
fn only_looks(scene: &Scene<'_>, function: FunctionId) -> bool {
    let Some(body) = scene.body(function) else { return false };
    !locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
        Some(ExprKind::Assign { left: place, .. } | ExprKind::AssignOp { left: place, .. }) => !is_local(place),
        Some(ExprKind::PointerAssign { left: place, .. } | ExprKind::IncDec { place, .. }) => !is_local(place),
        Some(ExprKind::Call { callee: Callee::Direct(id), .. }) => match scene.program.function(*id) {
            Some(called) => !called.name.starts_with("str") && *id != function,
            None => true,
        },
        Some(ExprKind::Call { .. }) => true,
        _ => false,
    })
}

fn is_local(place: &Expr) -> bool {
    matches!(place.kind, ExprKind::Local(_))
}

/// The variable from which a parameter has the pointer, or the one that is used itself.
fn holder(scene: &Scene<'_>, used: &Expr) -> Option<Holder> {
    let local = |e: &Expr| match bare(e).kind {
        ExprKind::Local(id) => Some(id),
        _ => None,
    };
    let mut holder = Holder { frame: scene.innermost()?, variable: local(used)?, used: scene.node };
    loop {
        let frame = scene.frame(holder.frame)?;
        let id = holder.variable;
        if scene.local(frame.function, id)?.kind != LocalKind::Parameter {
            return Some(holder);
        }
        if !given::values(scene.body(frame.function)?, id).is_empty() {
            return None;
        }
        let outer = holder.frame.checked_sub(1)?;
        let path = locate::find(scene.body(scene.frame(outer)?.function)?, frame.call)?;
        let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
        let variable = local(arguments.get(usize::try_from(id.0).ok()?)?)?;
        holder = Holder { frame: outer, variable, used: frame.call };
    }
}

/// What `function` calls the array that realloc was called for, and whose new address is kept.
fn array(scene: &Scene<'_>, realloc: Event, function: FunctionId) -> Option<String> {
    let (mut here, path) = scene.find_anywhere(realloc.node)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let moved = bare(arguments.first()?);
    let mut text = scene.text(moved.id)?;
    let is_kept = locate::any(Part::Block(&scene.body(here)?.block), |part| {
        matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Assign { left, .. })
            if scene.text(bare(left).id).as_deref() == Some(text.as_str()))
    });
    if here == function || !is_kept {
        return None;
    }
    let mut root = root(moved);
    let mut chain = realloc.chain;
    while here != function {
        let ExprKind::Local(id) = root.kind else { break };
        let local = scene.local(here, id).filter(|local| local.kind == LocalKind::Parameter)?;
        let link = scene.machine.chains.get(chain).filter(|link| link.function == here && !link.recursive)?;
        let (outer, path) = scene.find_anywhere(link.call)?;
        let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &uncast(path.expr()?).kind else {
            return None;
        };
        let given = uncast(arguments.get(usize::try_from(id.0).ok()?)?);
        let rest = text.trim_start_matches(['(', '*']).strip_prefix(&*local.name)?.trim_start_matches(')');
        (text, root) = match (&given.kind, text.starts_with(['(', '*'])) {
            (ExprKind::AddressOf(place), true) => (format!("{}{rest}", scene.text(place.id)?), part_of(place)),
            (ExprKind::AddressOf(place), false) => {
                (format!("{}.{}", scene.text(place.id)?, rest.strip_prefix("->")?), part_of(place))
            }
            (_, true) => return None,
            _ => (format!("{}{rest}", scene.text(bare(given).id)?), self::root(given)),
        };
        (here, chain) = (outer, link.parent);
    }
    let local_elsewhere = here != function && matches!(root.kind, ExprKind::Local(_));
    (!local_elsewhere).then_some(text)
}

/// The variable through which a place is reached: `b` of `b->accounts` and of `*b`.
fn root(place: &Expr) -> &Expr {
    let mut place = bare(place);
    loop {
        place = match &place.kind {
            ExprKind::Member { base, .. } => bare(base),
            ExprKind::Deref(pointer) => bare(pointer),
            _ => return place,
        };
    }
}
