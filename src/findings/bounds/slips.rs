//! Slips that lead to accesses outside of objects and can be read from the
//! source: `<=` in a loop, `sizeof` of a pointer, `strlen` without 1 more,
//! elements counted as bytes. Nothing is said unless the source shows it.

use crate::findings::bounds::relation::Relation;
use crate::findings::bounds::{Outside, around};
use crate::findings::given;
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::findings::story::Story;
use crate::findings::wording::count;
use crate::memory::{Biography, Origin};
use crate::sema::tree::{ArithOp, Callee, Expr, ExprKind, FunctionId};
use crate::types::TypeKind;

/// What is wrong with the size of the block that the node asks for, where `sizeof` shows it.
pub(in crate::findings) fn size(scene: &Scene<'_>, story: Story) -> Story {
    let Some((function, path)) = scene.find_anywhere(scene.node) else { return story };
    let Some(call) = path.expr().map(uncast) else { return story };
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return story };
    let (Some(callee), Some(size)) = (scene.program.function(*id), arguments.last()) else { return story };
    let text = scene.text_of(scene.span(size.id), 60).unwrap_or_default();
    match sizeof_pointer(scene, function, &text) {
        Some(slip) => story
            .meaning(slip)
            .advice(format!("Write {} instead.", proposal(&opening(scene, &callee.name, arguments), &text))),
        None => story,
    }
}

/// What is wrong with the size that a block was asked for with.
pub(in crate::findings) fn allocation(scene: &Scene<'_>, story: Story, outside: &Outside<'_>) -> Story {
    let Outside { life, touch, element, .. } = outside;
    if life.origin != Origin::Heap {
        return story;
    }
    let Some((function, path)) = scene.find_anywhere(life.born.node) else { return story };
    let Some(call) = path.expr().map(uncast) else { return story };
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return story };
    let (Some(name), Some(size)) = (scene.program.function(*id).map(|f| &*f.name), arguments.last()) else {
        return story;
    };
    let text = scene.text_of(scene.span(size.id), 60).unwrap_or_default();
    let at = scene.line(call.id);
    // A multiple of 8 bytes for each is too little only for what is larger.
    let multiple = matches!(uncast(size).kind, ExprKind::Binary { .. }) || name == "calloc";
    let too_small = element.is_none_or(|ty| !multiple || scene.size_of(ty) > 8);
    let behind = !matches!(outside.relation(), Relation::Before(_));
    if too_small
        && behind
        && let Some(slip) = sizeof_pointer(scene, function, &text)
    {
        let opening = opening(scene, name, arguments);
        let opening = match elements(scene, outside, function, call).filter(|_| !multiple) {
            Some(number) => format!("{opening}{number} * "),
            None => opening,
        };
        return story.meaning(slip).advice(format!("Write {} in line {at}.", proposal(&opening, &text)));
    }
    // Pointers are never counted in bytes.
    let is_pointer = element.is_some_and(|ty| scene.program.types.is_pointer(ty));
    let of_char = |name: &str| (is_pointer && name == "char").then_some(1);
    if let Some((operand, bytes)) =
        sizeof_operand(&text).and_then(|name| Some((name, arithmetic_size(name).or_else(|| of_char(name))?)))
        && let Some(ty) = *element
        && scene.size_of(ty) > bytes
        && text.contains(&format!("({operand})"))
        && !matches!(outside.relation(), Relation::Before(_))
    {
        let (each, ty) = (scene.size_of(ty), scene.program.types.print(ty.unqualified()));
        let meant = text.replacen(&format!("({operand})"), &format!("({ty})"), 1);
        return story
            .meaning(format!("'sizeof({operand})' is {}, but each '{ty}' takes {each}.", count(bytes, "byte")))
            .advice(format!("Write {}{meant}) in line {at}.", opening(scene, name, arguments)));
    }
    if life.size == 0
        && let Some((counted, more)) = one_more_element(scene, size, &text)
    {
        return story
            .meaning(format!("The block has no bytes at all: '{counted}' was 0 when it was asked for."))
            .advice(format!("If there is always one element, write {}{more}).", opening(scene, name, arguments)));
    }
    let at_end = matches!(outside.relation(), Relation::After(0) | Relation::Across(1));
    let characters = touch.library.is_some() || element.is_some_and(|ty| scene.size_of(ty) == 1);
    if at_end && characters && only_strlen(scene, size, 0) {
        return story
            .meaning("strlen does not count the '\\0' that ends a string: there is no room for it.")
            .advice(format!("Ask for one byte more: {}{text} + 1).", opening(scene, name, arguments)));
    }
    if at_end && characters && stores_end(scene) {
        return story
            .meaning("The '\\0' that ends a string needs a byte of its own.")
            .advice(format!("Ask for one byte more: {}.", one_more(name, arguments, &text)));
    }
    if let Some(ty) = *element
        && matches!(name, "malloc" | "realloc")
        && !text.is_empty()
        && !text.contains("sizeof")
        && counted(size, life.size, scene.size_of(ty))
        && !matches!(outside.relation(), Relation::Before(_))
    {
        let (each, ty) = (scene.size_of(ty), scene.type_name(ty));
        return story
            .meaning(format!(
                "{name} counts bytes: '{text}' gives {}, and each {ty} takes {}.",
                count(life.size, "byte"),
                count(each, "byte")
            ))
            .advice(format!(
                "If '{text}' is the number of elements, write {} * sizeof({})) in line {at}.",
                request(scene, name, arguments, &text),
                ty.trim_matches('\'')
            ));
    }
    story
}

/// The variable that counts the elements of a request, and the size with one more: `(i + 1) * sizeof(int)`.
fn one_more_element(scene: &Scene<'_>, size: &Expr, text: &str) -> Option<(String, String)> {
    let ExprKind::Binary { op: ArithOp::Mul, left, right } = &uncast(size).kind else { return None };
    let is_variable = |e: &&Expr| matches!(e.kind, ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Member { .. });
    let name = scene.text([uncast(left), uncast(right)].into_iter().find(is_variable)?.id)?;
    let rest = text.strip_prefix(&name).map(|rest| format!("({name} + 1){rest}"));
    let rest = rest.or_else(|| text.strip_suffix(&name).map(|rest| format!("{rest}({name} + 1)")))?;
    Some((name, rest))
}

/// `s[n] = '\0'`: the end of a string is stored.
fn stores_end(scene: &Scene<'_>) -> bool {
    let is_end = |expr: &Expr| {
        let ExprKind::Assign { left, right } = &expr.kind else { return false };
        scene.size_of(left.ty) == 1 && matches!(uncast(right).kind, ExprKind::Int(0))
    };
    scene.path().is_some_and(|path| path.expressions().any(is_end))
}

/// The request as it is written, up to the size: `realloc(p, n`.
fn request(scene: &Scene<'_>, name: &str, arguments: &[Expr], text: &str) -> String {
    let text = if text.contains(' ') { format!("({text})") } else { text.to_owned() };
    format!("{}{text}", opening(scene, name, arguments))
}

/// The request up to its last argument: `malloc(`, `realloc(p, `.
fn opening(scene: &Scene<'_>, name: &str, arguments: &[Expr]) -> String {
    let before = arguments.split_last().map_or(&[][..], |(_, before)| before);
    let each = before.iter().map(|e| scene.text(uncast(e).id).unwrap_or_else(|| "...".to_owned()) + ", ");
    format!("{name}({}", each.collect::<String>())
}

/// The request for one byte more, as it is written.
fn one_more(name: &str, arguments: &[Expr], text: &str) -> String {
    match (name, arguments) {
        ("malloc", _) if !text.is_empty() => format!("{name}({text} + 1)"),
        _ => "the number of characters, and 1 for it".to_owned(),
    }
}

/// The request for a block, with one byte more: `malloc(strlen(s) + 1)`; `None` if it was for a number.
pub(in crate::findings) fn one_byte_more(scene: &Scene<'_>, life: &Biography) -> Option<String> {
    let (_, path) = scene.find_anywhere(life.born.node)?;
    let call = uncast(path.expr()?);
    let ExprKind::Call { callee: Callee::Direct(id), arguments, .. } = &call.kind else { return None };
    let name = &*scene.program.function(*id)?.name;
    let size = arguments.last().filter(|_| matches!(name, "malloc" | "realloc"))?;
    let text = scene.text_of(scene.span(size.id), 60)?;
    // `... + 1` is 2 then.
    let larger = match text.strip_suffix("+ 1") {
        Some(before) => format!("{before}+ 2"),
        None => format!("{text} + 1"),
    };
    let plain = !matches!(uncast(size).kind, ExprKind::Int(_));
    plain.then(|| format!("{}{larger})", opening(scene, name, arguments)))
}

/// A size that nobody calculated with the size of an element: a variable, or a
/// number that no whole number of elements has.
fn counted(size: &Expr, bytes: u64, each: u64) -> bool {
    match uncast(size).kind {
        ExprKind::Int(_) | ExprKind::Binary { .. } => each > 1 && !bytes.is_multiple_of(each),
        ExprKind::Local(_) | ExprKind::Global(_) | ExprKind::Deref(_) | ExprKind::Member { .. } => each > 1,
        _ => false,
    }
}

/// Consists of calls of strlen, and sums and multiples by 1 of them, only.
fn only_strlen(scene: &Scene<'_>, size: &Expr, depth: u32) -> bool {
    if depth > 16 {
        return false;
    }
    match &uncast(size).kind {
        ExprKind::Call { callee: Callee::Direct(id), .. } => {
            scene.program.function(*id).is_some_and(|f| &*f.name == "strlen")
        }
        ExprKind::Binary { op: ArithOp::Add, left, right } => {
            only_strlen(scene, left, depth + 1) && only_strlen(scene, right, depth + 1)
        }
        ExprKind::Binary { op: ArithOp::Mul, left, right } => {
            let one = |e: &Expr| matches!(uncast(e).kind, ExprKind::Int(1));
            (one(left) && only_strlen(scene, right, depth + 1)) || (one(right) && only_strlen(scene, left, depth + 1))
        }
        _ => false,
    }
}

/// The number of elements that the loop around the access goes to, if it is known where the block is asked for.
fn elements(scene: &Scene<'_>, outside: &Outside<'_>, requested_in: FunctionId, request: &Expr) -> Option<String> {
    let limit = uncast(around::limit(scene, outside.touch.index?)?);
    let here = scene.frame(scene.innermost()?)?.function;
    let is_known = match limit.kind {
        ExprKind::Int(_) => true,
        ExprKind::Local(id) => {
            let local = scene.local(here, id)?;
            let is_same = given::values(scene.body(here)?, id).len() <= 1;
            here == requested_in && is_same && local.span.lo < scene.span(request.id).lo
        }
        _ => false,
    };
    scene.spell(limit).filter(|_| is_known)
}

/// `sizeof(p)` or `sizeof p` of a pointer variable, or of a pointer type.
pub(in crate::findings) fn sizeof_pointer(scene: &Scene<'_>, function: FunctionId, text: &str) -> Option<String> {
    let operand = sizeof_operand(text)?;
    let is_pointer = match operand.strip_suffix('*') {
        Some(_) => true,
        None => {
            let body = scene.body(function)?;
            let local = body.locals.iter().rev().find(|local| &*local.name == operand).map(|local| local.ty);
            let global =
                || scene.program.globals.iter().find(|global| &*global.name == operand).map(|global| global.ty);
            let ty = local.or_else(global)?;
            matches!(scene.program.types.kind(ty), TypeKind::Pointer(_))
        }
    };
    is_pointer.then(|| format!("'sizeof({operand})' is the size of the pointer, 8 bytes, not of what it points to."))
}

/// What stands behind the only `sizeof` of a text.
fn sizeof_operand(text: &str) -> Option<&str> {
    let (before, after) = text.split_once("sizeof")?;
    if after.contains("sizeof") || before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let after = after.trim_start();
    match after.strip_prefix('(') {
        Some(inner) => inner.split_once(')').map(|(operand, _)| operand.trim()),
        None => {
            let end = after.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(after.len());
            after.get(..end).filter(|name| !name.is_empty())
        }
    }
}

/// Bytes of an arithmetic type by its name. Of `char` not: that is how bytes are counted.
fn arithmetic_size(name: &str) -> Option<u64> {
    match name {
        "short" => Some(2),
        "int" | "unsigned" | "unsigned int" | "float" => Some(4),
        "long" | "double" | "size_t" => Some(8),
        _ => None,
    }
}

/// `sizeof *p` for a text with `sizeof p`.
pub(in crate::findings) fn of_target(text: &str) -> Option<String> {
    let operand = sizeof_operand(text)?;
    Some(match operand.strip_suffix('*') {
        Some(target) => format!("sizeof({})", target.trim_end()),
        None => format!("sizeof *{operand}"),
    })
}

/// The call with what was meant.
fn proposal(opening: &str, text: &str) -> String {
    let (Some(operand), Some(meant)) = (sizeof_operand(text), of_target(text)) else {
        return "sizeof of what the pointer points to".to_owned();
    };
    for written in [format!("sizeof({operand})"), format!("sizeof ({operand})"), format!("sizeof {operand}")] {
        if text.contains(&written) {
            return format!("{opening}{})", text.replacen(&written, &meant, 1));
        }
    }
    meant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operand_of_sizeof_is_found() {
        assert_eq!(sizeof_operand("n * sizeof(p)"), Some("p"));
        assert_eq!(sizeof_operand("sizeof p"), Some("p"));
        assert_eq!(sizeof_operand("sizeof(struct node *)"), Some("struct node *"));
        assert_eq!(sizeof_operand("sizeof *p"), None);
        assert_eq!(sizeof_operand("mysizeof(p)"), None);
        assert_eq!(sizeof_operand("10"), None);
    }

    #[test]
    fn the_proposal_names_what_was_meant() {
        assert_eq!(proposal("malloc(", "n * sizeof(p)"), "malloc(n * sizeof *p)");
        assert_eq!(proposal("malloc(", "sizeof(struct node *)"), "malloc(sizeof(struct node))");
    }
}
