//! A second pointer into a block that realloc has given back: how it is set anew.

use crate::findings::causes::part_of;
use crate::findings::given;
use crate::findings::locate::Path;
use crate::findings::scene::Scene;
use crate::findings::scope;
use crate::findings::spell::{bare, renamed, uncast};
use crate::memory::{Biography, Event};
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, LocalId, LocalKind, StmtKind, Stride};

/// The assignment that sets the variable `used` anew, and where it belongs.
pub(in crate::findings) fn again(scene: &Scene<'_>, life: &Biography, realloc: Event, used: &Expr) -> Option<String> {
    let frame = scene.innermost()?;
    let function = scene.frame(frame)?.function;
    let ExprKind::Local(alias) = bare(used).kind else { return None };
    let name = scene.spell(used)?;
    let (place, path) = scene.find_anywhere(realloc.node)?;
    if place != function {
        return None;
    }
    let (kept, kept_id) = kept(scene, function, &path)?;
    let here = scene.path()?;
    if kept_id == alias || !scope::locals(scene.body(function)?, &here).contains(&kept_id) {
        return None;
    }
    let value = only_value(scene, function, alias)?;
    let at = scene.pointer_value(frame, used)?;
    let offset = at.addr.checked_sub(life.base)?;
    let behind = format!("Set '{name}' anew after line {}:", scene.last_line(path.statements().next()?.id));
    // What looked for it in the old block finds it in the new one, too.
    if let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &uncast(value).kind
        && arguments.iter().any(|e| matches!(uncast(e).kind, ExprKind::Local(id) if id == kept_id))
    {
        let call = scene.text(uncast(value).id)?;
        return path.in_braces().then(|| format!("{behind} {name} = {call};"));
    }
    let element = match &uncast(value).kind {
        ExprKind::AddressOf(place) => match &place.kind {
            ExprKind::Index { base, index, stride: Stride::Bytes(each) } => Some((base, index, *each)),
            _ => None,
        },
        ExprKind::PointerAdd { pointer, index, stride: Stride::Bytes(each), negative: false, .. } => {
            Some((pointer, index, *each))
        }
        _ => None,
    };
    if offset == 0 && element.is_none_or(|(_, index, _)| matches!(uncast(index).kind, ExprKind::Int(_))) {
        return path.in_braces().then(|| format!("{behind} {name} = {kept};"));
    }
    let (base, index, each) = element?;
    // The array's own name, if that has got the new block by now.
    let local = scene.local(function, kept_id)?;
    let moved = scene.pointer_value(frame, base).and_then(|at| Some((at, scene.machine.memory.living_at(at.addr)?)));
    let is_new = moved.is_some_and(|(at, heir)| heir.tag == at.tag && heir.born.node == realloc.node);
    let own = scene.spell(base).filter(|_| is_new);
    let number = scene.int_value(frame, index).and_then(|n| u64::try_from(n).ok())?;
    let text = scene.spell(index)?;
    if number.checked_mul(each) != Some(offset) {
        // The index has changed since, so it is what has to be kept.
        let array = scene.spell(base)?;
        return Some(format!(
            "Keep the index instead of the address: int {name} = {text}; {array}[{name}] is right after every realloc."
        ));
    }
    let fixed = matches!(uncast(index).kind, ExprKind::Int(_));
    let kept = &local.name;
    match fixed {
        true => path.in_braces().then(|| format!("{behind} {name} = &{kept}[{text}];")),
        false => {
            let array = own.as_deref().unwrap_or(kept);
            let assignment = format!("{name} = &{array}[{text}];");
            Some(format!("Set '{name}' anew {}", scene.before_this_line(&assignment)))
        }
    }
}

/// The function that called realloc was given the struct, or the pointer, by value, and kept the
/// result in its copy: what it is called, and how it gets the caller's own.
pub(in crate::findings) fn in_copy(scene: &Scene<'_>, realloc: Event) -> Option<(String, String)> {
    let (function, path) = scene.find_anywhere(realloc.node)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let moved = uncast(arguments.first()?);
    let ExprKind::Local(id) = part_of(moved).kind else { return None };
    let is_member = matches!(moved.kind, ExprKind::Member { .. });
    let parameter = scene.local(function, id).filter(|local| local.kind == LocalKind::Parameter)?;
    let link = scene.machine.chains.get(realloc.chain).filter(|link| link.function == function)?;
    let (_, outer) = scene.find_anywhere(link.call)?;
    let call = uncast(outer.expr()?);
    let ExprKind::Call { arguments, .. } = &call.kind else { return None };
    let given = uncast(arguments.get(usize::try_from(id.0).ok()?)?);
    let address = match &given.kind {
        ExprKind::Deref(pointer) => scene.text(uncast(pointer).id)?,
        _ => format!("&{}", scene.text(given.id)?),
    };
    let name = scene.function_name(function).trim_matches('\'').to_owned();
    let types = &scene.program.types;
    let declared = types.print_declaration(parameter.ty.unqualified(), &format!("*{}", parameter.name));
    if !is_member {
        let (kept, _) = kept(scene, function, &path).filter(|(_, kept)| *kept == id)?;
        let argument = scene.text(given.id)?;
        let call = renamed(&scene.text(call.id)?, &argument, &address)?;
        let advice = format!(
            "'{name}' changes a copy of the pointer: declare {declared}, write (*{kept}) for {kept} in it, and call {call}."
        );
        return Some((name, advice));
    }
    let result = scene.program.function(function).and_then(|f| types.function_of(f.ty)).map(|f| types.print(f.result));
    let (result, line) = (result?, scene.map.place(scene.program.function(function)?.span).line);
    let only = scene.body(function)?.parameters == 1;
    let declared = if only { declared } else { format!("{declared}, ...") };
    let advice = format!(
        "'{name}' changes a copy of the struct: in line {line} write {result} {name}({declared}), in it {}-> for {}., and call {name}({address}).",
        parameter.name, parameter.name
    );
    Some((name, advice))
}

/// The local in which the result of a call is kept.
fn kept(scene: &Scene<'_>, function: FunctionId, path: &Path<'_>) -> Option<(String, LocalId)> {
    let assigned = path.expressions().find_map(|e| match &e.kind {
        ExprKind::Assign { left, .. } => Some(match left.kind {
            ExprKind::Local(id) => Some(id),
            _ => None,
        }),
        _ => None,
    });
    let id = match assigned {
        Some(id) => id?,
        None => match path.statements().next().map(|s| &s.kind) {
            Some(StmtKind::Declare { local, .. }) => *local,
            _ => return None,
        },
    };
    Some((scene.local(function, id)?.name.to_string(), id))
}

/// The only value that the function gives a local, NULL aside.
fn only_value<'t>(scene: &Scene<'t>, function: FunctionId, id: LocalId) -> Option<&'t Expr> {
    let mut found = given::values(scene.body(function)?, id);
    found.retain(|value| !matches!(uncast(value).kind, ExprKind::Null));
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
