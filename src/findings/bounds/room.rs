//! Functions of the library that write more than there is room for: how much is needed,
//! and how the call is written so that it keeps to what there is.

use crate::findings::bounds::Outside;
use crate::findings::bounds::relation::Relation;
use crate::findings::bounds::slips;
use crate::findings::lifetime::straight;
use crate::findings::locate::{self, Part};
use crate::findings::picture::extent;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::memory::Origin;
use crate::sema::tree::{Callee, CompareOp, Expr, ExprKind, Init, InitValue, Stmt, StmtKind};

/// A pointer that moved is followed outside of its object.
pub(in crate::findings) fn keep_inside(scene: &Scene<'_>, outside: &Outside<'_>) -> String {
    let life = &outside.life;
    let (base, len) = extent(life);
    let each = outside.element.map_or(1, |ty| scene.size_of(ty)).max(1);
    let named = || match life.origin {
        Origin::Heap => scene.holder(life.tag).filter(|h| h.pointer.addr == base).map(|h| h.name),
        origin => {
            let ty = scene.declared_type(origin).filter(|_| life.range.is_none())?;
            scene.program.types.element(ty).and(scene.variable_name(origin))
        }
    };
    if let Some(advice) = compared(scene, outside) {
        return advice;
    }
    match (outside.relation(), named()) {
        (Relation::After(_), Some(name)) if len.is_multiple_of(each) => {
            format!("Stop where the elements end: compare the pointer with {name} + {} first.", len / each)
        }
        (Relation::Before(_), Some(name)) => format!("Stop where the elements begin: the first one is {name}[0]."),
        _ => "Test before this line that the pointer is still inside of the object.".to_owned(),
    }
}

/// `while (p <= a + 5)`: behind the last one there is none.
fn compared(scene: &Scene<'_>, outside: &Outside<'_>) -> Option<String> {
    let Relation::After(0) = outside.relation() else { return None };
    let mut pointer = uncast(outside.touch.pointer?);
    if let ExprKind::IncDec { place, .. } = &pointer.kind {
        pointer = place;
    }
    let ExprKind::Local(id) = pointer.kind else { return None };
    scene.path()?.statements().find_map(|stmt| {
        let (StmtKind::While { condition, .. } | StmtKind::For { condition: Some(condition), .. }) = &stmt.kind else {
            return None;
        };
        let ExprKind::Compare { op: CompareOp::Le, left, right } = &bare(condition).kind else { return None };
        let is_it = matches!(bare(left).kind, ExprKind::Local(local) if local == id);
        let (left, right) = (scene.text(bare(left).id)?, scene.text(bare(right).id)?);
        is_it.then(|| format!("Write '{left} < {right}' in the loop: '{right}' points after the last one."))
    })
}

/// A text fills all of an array or a block: where its `'\0'` belongs.
pub(in crate::findings) fn for_the_end(scene: &Scene<'_>, outside: &Outside<'_>) -> Option<String> {
    let pointer = outside.touch.pointer?;
    let name = scene.spell(uncast(pointer))?;
    let (base, len) = extent(&outside.life);
    let begins = scene.pointer_value(scene.innermost()?, pointer)?.addr == base;
    let elements = len.checked_div(outside.size)?;
    let is_name = name.chars().all(|c| c.is_alphanumeric() || "_.->".contains(c));
    (begins && is_name).then_some(())?;
    let more = elements + 1;
    Some(match outside.life.origin {
        Origin::Heap => match scene.at(scene.span(outside.life.born.node)) {
            Some(line) => {
                format!("Ask for {} bytes, {line}, and end the text: {name}[{elements}] = '\\0';", more * outside.size)
            }
            None => return None,
        },
        origin => match (by_literal(scene, origin), scene.at(scene.declared_at(origin))) {
            // The literal brings its own '\0', where there is room.
            (Some(variable), Some(line)) => {
                format!("Let the compiler count, {line}: char {variable}[] = ...; it makes room for the '\\0', too.")
            }
            _ => format!("Give '{name}' {more} elements, and end the text: {name}[{elements}] = '\\0';"),
        },
    })
}

/// The name of a local array that is declared with a string literal.
fn by_literal<'t>(scene: &Scene<'t>, origin: Origin) -> Option<&'t str> {
    let Origin::Local { function, local: id, .. } = origin else { return None };
    let mut found = false;
    locate::any(Part::Block(&scene.body(function)?.block), |part| {
        if let Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::List(items)) }, .. }) = part
            && *local == id
        {
            found = matches!(items.as_slice(), [item] if matches!(item.value, InitValue::String(..)));
        }
        found
    });
    scene.variable_name(origin).filter(|_| found)
}

/// What to write instead of the call, or of what gave the room; `None` where the source
/// does not show it.
pub(in crate::findings) fn advice(
    scene: &Scene<'_>,
    function: &str,
    outside: &Outside<'_>,
    size: u64,
) -> Option<String> {
    let ExprKind::Call { callee: Callee::Direct(_), arguments, .. } = &uncast(scene.expr()?).kind else { return None };
    let target = uncast(outside.touch.pointer?);
    let to = scene.spell(target)?;
    let (base, len) = extent(&outside.life);
    let needed = outside.pointer.addr.checked_sub(base)?.checked_add(size)?;
    let element = scene.program.types.element(bare(target).ty).map(|ty| scene.size_of(ty)).filter(|each| *each > 0);
    let is_array = element.is_some();
    let text = |at: usize| arguments.get(at).and_then(|e: &Expr| scene.spell(uncast(e)));
    let more = match outside.life.origin {
        Origin::Heap if !is_array && needed == outside.life.size + 1 => {
            let larger = slips::one_byte_more(scene, &outside.life)?;
            return Some(format!("Ask for one byte more, {}: {larger}", scene.at(scene.span(outside.life.born.node))?));
        }
        Origin::Heap if !is_array => match scene.at(scene.span(outside.life.born.node)) {
            Some(line) => format!("Ask for at least {needed} bytes, {line}"),
            None => format!("Ask for at least {needed} bytes"),
        },
        _ if is_array => {
            let elements = element.map_or(needed, |each| needed.div_ceil(each));
            format!("Give '{to}' at least {elements} elements")
        }
        _ => match scene.variable_name(outside.life.origin).zip(scene.at(scene.declared_at(outside.life.origin))) {
            Some((name, line)) if outside.life.range.is_none() => {
                format!("Give '{name}' at least {needed} bytes, {line}")
            }
            _ => format!("Make room for at least {needed} bytes"),
        },
    };
    let grows = matches!(function, "strcat" | "strncat")
        && scene.path()?.steps.iter().any(|(part, _)| straight::is_loop(*part));
    let more = if grows { format!("{more}, and what later turns of the loop add") } else { more };
    let cut = match function {
        "strcpy" if outside.life.origin == Origin::Heap && !is_array => {
            return Some(format!("{more}: malloc(strlen({}) + 1)", text(1)?));
        }
        "strcpy" if is_array => format!("snprintf({to}, sizeof {to}, \"%s\", {});", text(1)?),
        "strcat" if is_array => format!("strncat({to}, {}, sizeof {to} - strlen({to}) - 1);", text(1)?),
        "sprintf" if is_array => format!("snprintf({to}, sizeof {to}, ...)"),
        "gets" if is_array => format!("fgets({to}, sizeof {to}, stdin)"),
        "fgets" if is_array => format!("fgets({to}, sizeof {to}, {})", text(2)?),
        // A single char.
        "scanf" | "fscanf" | "sscanf" if !is_array && len == 1 && outside.life.origin != Origin::Heap => {
            return Some(
                "Read one character with \" %c\" in the format; %s reads a word, and stores a '\\0' after it."
                    .to_owned(),
            );
        }
        "scanf" | "fscanf" | "sscanf" if is_array && len > 1 => {
            return Some(format!("{more}, or read no more than fits: \"%{}s\" in the format.", len - 1));
        }
        _ => return Some(format!("{more}, or write less.")),
    };
    Some(format!("{more}, or cut the text: {cut}"))
}
