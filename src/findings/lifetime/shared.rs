//! Two pointers that lead to one block, of which each was to have its own: a
//! struct that was copied, or a member that got another one's pointer.

use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::memory::Event;
use crate::sema::tree::{Body, Callee, Expr, ExprKind, FunctionId, FunctionKind, Init, NodeId, Stmt, StmtKind};

/// Functions that are given texts.
const OF_TEXT: [&str; 12] = [
    "strcpy", "strncpy", "sprintf", "snprintf", "fgets", "strcat", "printf", "fprintf", "puts", "strlen", "strcmp",
    "strdup",
];

/// A member leads to a block that was freed through another pointer.
pub(in crate::findings) fn mend(scene: &Scene<'_>, freed: Event, used: Option<&Expr>) -> Option<String> {
    let used = bare(used?);
    let ExprKind::Member { .. } = used.kind else { return None };
    let name = scene.spell(used)?;
    let (_, path) = scene.find_anywhere(freed.node)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let given = scene.text(uncast(arguments.first()?).id)?;
    if given == name {
        return None;
    }
    if is_own(scene, freed, used) {
        return None;
    }
    let line = scene.line(freed.node);
    Some(match own_text(scene, used) {
        Some((at, statement)) => {
            format!(
                "'{name}' points to the block that line {line} frees. Give it a copy of its own, line {at}: {statement}"
            )
        }
        None => copied_whole(scene, used).unwrap_or_else(|| format!(
            "'{name}' still points to the block that line {line} frees: give it a block of its own, or free it through one owner only."
        )),
    })
}

/// Was the function that freed the block given the struct in which the pointer is?
fn is_own(scene: &Scene<'_>, freed: Event, used: &Expr) -> bool {
    let Some(pair) = straight::pair(scene, freed) else { return false };
    match pair.first.expr().map(|e| &uncast(e).kind) {
        Some(ExprKind::Call { arguments, .. }) if Some(pair.frame) == scene.innermost() => {
            let root = straight::reached_by(used);
            root.is_some() && arguments.iter().any(|e| straight::reached_by(e) == root)
        }
        _ => false,
    }
}

/// The only assignment of the program that gives a member of this kind a pointer from elsewhere,
/// as it copies the text instead: the line, and what to write there.
pub(in crate::findings) fn own_text(scene: &Scene<'_>, member: &Expr) -> Option<(u32, String)> {
    if !is_text(scene, member) {
        return None;
    }
    let mut found: Vec<(&Expr, &Expr)> = Vec::new();
    for body in bodies(scene) {
        locate::any(Part::Block(&body.block), |part| {
            if let Some(Expr { kind: ExprKind::Assign { left, right }, .. }) = part.expr()
                && same_member(left, member)
                && !matches!(uncast(right).kind, ExprKind::Null | ExprKind::Int(_) | ExprKind::Call { .. })
            {
                found.push((left, right));
            }
            false
        });
    }
    let [(left, right)] = found.as_slice() else { return None };
    let (place, value) = (scene.text(left.id)?, scene.text(uncast(right).id)?);
    Some((scene.line(left.id), format!("{place} = {}({value});", copier(scene))))
}

/// The program's own function that copies a text into a block, else `strdup`.
pub(in crate::findings) fn copier<'t>(scene: &Scene<'t>) -> &'t str {
    let types = &scene.program.types;
    let is_text = |ty| types.pointee(ty).is_some_and(|to| types.is_character(to.unqualified()));
    let allocates = |body: &Body| {
        locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
            Some(ExprKind::Call { callee: Callee::Direct(id), .. }) => {
                scene.program.function(*id).is_some_and(|f| matches!(&*f.name, "malloc" | "calloc"))
            }
            _ => false,
        })
    };
    let named = |name: &str| ["dup", "copy", "clone"].iter().any(|word| name.to_lowercase().contains(word));
    let mut own = scene.program.functions.iter().filter(|function| match &function.kind {
        FunctionKind::Defined(body) => {
            let takes_text = body.parameters == 1 && body.locals.first().is_some_and(|local| is_text(local.ty));
            let result = types.function_of(function.ty).map(|f| f.result);
            named(&function.name) && takes_text && result.is_some_and(is_text) && allocates(body)
        }
        _ => false,
    });
    own.next().map_or("strdup", |function| &*function.name)
}

/// Is this a `char *` member for which the program shows that texts are kept there?
pub(in crate::findings) fn is_text(scene: &Scene<'_>, member: &Expr) -> bool {
    let types = &scene.program.types;
    if !types.pointee(member.ty).is_some_and(|ty| types.is_character(ty)) {
        return false;
    }
    let named = |id: crate::sema::tree::FunctionId| scene.program.function(id).map_or("", |f| &*f.name);
    bodies(scene).any(|body| {
        locate::any(Part::Block(&body.block), |part| match part.expr().map(|e| &e.kind) {
            Some(ExprKind::Call { callee: Callee::Direct(id), arguments, .. }) => {
                OF_TEXT.contains(&named(*id)) && arguments.iter().any(|e| same_member(uncast(e), member))
            }
            Some(ExprKind::Assign { left, right }) if same_member(left, member) => match &uncast(right).kind {
                ExprKind::Call { callee: Callee::Direct(id), .. } => named(*id) == "strdup",
                ExprKind::String(_) => true,
                _ => false,
            },
            _ => false,
        })
    })
}

/// The same member of some struct of the type?
pub(in crate::findings) fn same_member(a: &Expr, b: &Expr) -> bool {
    matches!((&a.kind, &b.kind),
        (ExprKind::Member { record: a, index: i, .. }, ExprKind::Member { record: b, index: j, .. }) if a == b && i == j)
}

/// The only place of the program where a struct of this kind is copied as a whole.
struct Copying {
    line: u32,
    /// The copy's member, as the place names it.
    to: String,
    /// The original's.
    from: Option<String>,
}

/// What to write where a struct is copied as a whole, so that the copy has a block of its own.
pub(in crate::findings) fn copied_whole(scene: &Scene<'_>, member: &Expr) -> Option<String> {
    copied_text(scene, member).or_else(|| {
        let Copying { line, to, .. } = copying(scene, member)?;
        Some(format!(
            "Line {line} copies the struct, but not the block: give the copy one of its own there, {to} = malloc(...);"
        ))
    })
}

/// The same for a text, which is copied.
pub(in crate::findings) fn copied_text(scene: &Scene<'_>, member: &Expr) -> Option<String> {
    let Copying { line, to, from } = copying(scene, member).filter(|_| is_text(scene, member))?;
    let (copy, from) = (copier(scene), from?);
    Some(format!("Line {line} copies the struct, but not the block: after line {line} write {to} = {copy}({from});"))
}

fn copying(scene: &Scene<'_>, member: &Expr) -> Option<Copying> {
    let ExprKind::Member { base, .. } = &member.kind else { return None };
    let record = base.ty.unqualified();
    let is_place = |e: &Expr| {
        let kind = &bare(e).kind;
        matches!(kind, ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Deref(_) | ExprKind::Index { .. })
    };
    let mut found: Vec<(NodeId, Option<String>, &Expr)> = Vec::new();
    for (number, function) in (0_u32..).zip(&scene.program.functions) {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        locate::any(Part::Block(&body.block), |part| {
            match part {
                Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id })
                    if value.ty.unqualified() == record && is_place(value) =>
                {
                    let local = scene.local(FunctionId(number), *local);
                    found.push((*id, local.map(|local| local.name.to_string()), value));
                }
                Part::Expr(Expr { kind: ExprKind::Assign { left, right }, id, .. })
                    if left.ty.unqualified() == record && is_place(right) =>
                {
                    found.push((*id, scene.text(left.id), right));
                }
                _ => {}
            }
            false
        });
    }
    let [(node, to, from)] = found.as_slice() else { return None };
    let text = scene.spell(member)?;
    let last = text.rsplit(['.', '>']).next()?;
    let member_of = |whole: &str| match whole.strip_prefix('*') {
        Some(pointer) => format!("{pointer}->{last}"),
        None => format!("{whole}.{last}"),
    };
    let from = scene.text(bare(from).id);
    Some(Copying { line: scene.line(*node), to: member_of(to.as_ref()?), from: from.as_deref().map(member_of) })
}

/// Where the struct variable `copy` was made from another one, whole: the line, and that one's name.
pub(in crate::findings) fn copied_from(scene: &Scene<'_>, member: &Expr) -> Option<(u32, String)> {
    let ExprKind::Member { base, .. } = &member.kind else { return None };
    let ExprKind::Local(copy) = base.kind else { return None };
    let body = scene.body(scene.frame(scene.innermost()?)?.function)?;
    let mut found: Vec<(u32, &Expr)> = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id })
                if *local == copy =>
            {
                found.push((scene.line(*id), value));
            }
            Part::Expr(Expr { kind: ExprKind::Assign { left, right }, id, .. }) if matches!(left.kind, ExprKind::Local(id) if id == copy) =>
            {
                found.push((scene.line(*id), right));
            }
            _ => {}
        }
        false
    });
    let [(line, from)] = found.as_slice() else { return None };
    let from = bare(from);
    let is_variable = matches!(from.kind, ExprKind::Local(_) | ExprKind::Global(_));
    is_variable.then(|| scene.spell(from)).flatten().map(|name| (*line, name))
}

fn bodies<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Body> {
    scene.program.functions.iter().filter_map(|f| match &f.kind {
        FunctionKind::Defined(body) => Some(&**body),
        _ => None,
    })
}
