//! Arrays and blocks of which only some elements were written.

use super::memory::Unwritten;
use crate::findings::scene::Scene;
use crate::findings::spell::bare;
use crate::findings::story::Story;
use crate::memory::{Biography, marks};
use crate::sema::tree::ExprKind;
use crate::source::Span;
use crate::types::{ArrayLength, TypeKind};

/// More elements are not looked at.
const MOST_ELEMENTS: u64 = 1 << 16;

/// The element was never written, but all those before it were: the program
/// went further than what it has stored.
pub(super) fn behind_written(scene: &Scene<'_>, story: Story, found: &Unwritten<'_>) -> Story {
    let Unwritten { life, pointer, touch, element, .. } = found;
    let told = || {
        let ExprKind::Index { base, .. } = &touch.place?.kind else { return None };
        let name = scene.spell(bare(base))?;
        let each = element.map(|ty| scene.size_of(ty)).filter(|each| *each > 0)?;
        let start = start_of(scene, life, bare(base))?;
        let index = pointer.addr.checked_sub(start)?.checked_div(each)?;
        let (_, at) = scene.machine.memory.start_of(life.tag)?;
        let first = at.checked_add(usize::try_from(start.checked_sub(life.base)?).ok()?)?;
        let bytes = usize::try_from(index.checked_mul(each)?).ok()?;
        let is_first = index == 0 || index > MOST_ELEMENTS;
        let found = scene.machine.memory.marks_of(first, bytes);
        let all = !is_first && found.len() == bytes && found.iter().all(|mark| *mark != marks::UNWRITTEN);
        all.then_some((name, index))
    };
    let Some((name, count)) = told() else { return story };
    let last = count - 1;
    let which = match last {
        0 => format!("only '{name}[0]' has a value so far"),
        _ => format!("only '{name}[0]' to '{name}[{last}]' have a value so far"),
    };
    if touch.index.is_some_and(|e| matches!(bare(e).kind, ExprKind::Int(_))) {
        return story.note(which, Span::NONE).advice(format!("Store a value in '{name}[{count}]' first."));
    }
    let index = touch.index.and_then(|e| scene.quote(e)).unwrap_or_else(|| "the index".to_owned());
    let bound = bound(scene, count, &index);
    story
        .note(which, Span::NONE)
        .advice(format!("Stop before {index} is {count}{bound}, or store a value in '{name}[{count}]' first."))
}

/// `, which is 'n'`: the only other variable in scope that has this value.
fn bound(scene: &Scene<'_>, count: u64, index: &str) -> String {
    let named = || {
        let frame = scene.innermost()?;
        let locals = scene.locals(frame, scene.frame(frame)?.function, scene.node);
        let mut same = locals.into_iter().filter(|l| l.value == count.to_string() && format!("'{}'", l.name) != index);
        let only = same.next()?;
        same.next().is_none().then_some(only.name)
    };
    named().map_or_else(String::new, |name| format!(", the value of '{name}'"))
}

/// Where the elements begin that an indexed expression names, if it is the whole object.
fn start_of(scene: &Scene<'_>, life: &Biography, base: &crate::sema::tree::Expr) -> Option<u64> {
    let frame = scene.innermost()?;
    match scene.program.types.kind(base.ty) {
        TypeKind::Array { .. } => Some(scene.address_of(frame, base)?.addr),
        _ => Some(scene.pointer_value(frame, base)?.addr).filter(|start| *start >= life.base),
    }
}

/// How an array or struct called `name` gets values where it is declared.
pub(super) fn at_declaration(scene: &Scene<'_>, life: &Biography) -> String {
    let noun = scene.noun(life.origin);
    let variable = scene.declared_type(life.origin).is_some_and(|ty| {
        matches!(scene.program.types.kind(ty), TypeKind::Array { length: ArrayLength::Variable(_), .. })
    });
    let line = scene.at(scene.declared_at(life.origin)).map_or_else(String::new, |at| format!(", {at}"));
    match scene.variable_name(life.origin).filter(|_| variable) {
        Some(name) => format!("Fill {noun} after its declaration{line}: memset({name}, 0, sizeof {name});"),
        None => format!("Give {noun} a value where it is declared{line}: = {{0}} sets it to zero."),
    }
}
