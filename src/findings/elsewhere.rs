//! Pointers to nothing, to what may not be written, to what is no function, and
//! pointers that do not go together.

use super::locate::{self, Part};
use super::promises;
use super::scene::Scene;
use super::spell::{bare, uncast};
use super::story::Story;
use super::touch::done;
use super::wording::capital;
use crate::memory::{Access, Biography, Origin, Pointer, Promise};
use crate::sema::tree::{CompareOp, Expr, ExprKind, FunctionId, FunctionKind, Init, Stmt, StmtKind};

/// What one would see of a const local: the stack can be written.
const LOCAL_CONST: &str = "it changes, or not where the compiler knows it (ASan: nothing)";

/// A write to what may only be read.
pub(super) fn readonly(scene: &Scene<'_>, pointer: Pointer) -> Story {
    let touch = scene.touch(pointer, Access::Write);
    let life = scene.machine.memory.biography(pointer.tag);
    let noun = match life.map(|l| l.origin) {
        Some(origin) => scene.noun(origin),
        None => {
            scene.function_at(pointer).map_or_else(|| "read-only memory".to_owned(), |f| format!("the code of '{f}'"))
        }
    };
    let kind = match life.map(|l| l.origin) {
        Some(Origin::Global(_) | Origin::Local { .. }) => ", which may only be read",
        _ => "",
    };
    let what = match (touch.library, touch.place.and_then(|e| scene.quote(e))) {
        (Some(function), _) => format!("'{function}' writes into {noun}{kind}."),
        (None, Some(place)) if place == noun => format!("{place} is written, but it may only be read."),
        (None, Some(place)) => {
            let size = touch.place.map_or(0, |e| scene.size_of(e.ty));
            let whole = life.is_some_and(|l| l.base == pointer.addr && l.size == size && !kind.is_empty());
            let belongs = if whole { "that is" } else { "it belongs to" };
            format!("{place} is written{}, but {belongs} {noun}{kind}.", scene.with_index(touch.index, None))
        }
        (None, None) => format!("{} is written{}.", capital(&noun), kind.replace(", which", ", but it")),
    };
    let Some(life) = life else { return Story::new(what) };
    let story = scene.with_birth(Story::new(what), &life);
    match (life.origin, scene.variable_name(life.origin)) {
        (Origin::String(_), _) => story
            .meaning("A string literal may not be changed; a 'char []' is a copy of its own.")
            .advice(array_instead(scene, touch.pointer, &life)),
        (Origin::Library(_), _) => story
            .meaning("What this function returns belongs to the library and may only be read.")
            .advice("Copy it into an array of your own and change the copy."),
        (origin, _) if scene.is_returned(origin) => story
            .meaning("What a call returns ends with the expression, and the change with it.")
            .advice("Keep the struct in a variable first, and write into that.")
            .real_machine("nothing, and the change is lost (Valgrind, ASan: nothing)"),
        (origin, Some(name)) => {
            let story = story
                .meaning(format!("'{name}' is const: it was promised that it does not change."))
                .advice(format!("Remove the const if '{name}' has to change, or write to a copy."));
            match origin {
                Origin::Local { .. } => story.real_machine(LOCAL_CONST),
                _ => story,
            }
        }
        _ => story,
    }
}

/// The declaration of an array instead of a pointer to a literal.
fn array_instead(scene: &Scene<'_>, pointer: Option<&Expr>, life: &Biography) -> String {
    let name = match pointer.map(|e| &bare(e).kind) {
        Some(ExprKind::Local(_) | ExprKind::Global(_)) => pointer.and_then(|e| scene.spell(e)),
        _ => None,
    };
    // The variable that began with it may be another one, of a caller.
    let declared = declared_with(scene, life);
    let other = declared.as_ref().filter(|(own, _)| Some(own) != name.as_ref());
    let at = other.map_or_else(String::new, |(_, line)| format!(" in line {line}"));
    let name = declared.map(|(name, _)| name).or(name);
    let text = scene.text_of(scene.declared_at(life.origin), 30).filter(|text| text.starts_with('"'));
    let name = name.unwrap_or_else(|| "s".to_owned());
    let Some(text) = text else {
        return format!(
            "Declare an array{at}, char {name}[], instead of char *{name}: its characters are yours to change."
        );
    };
    format!(
        "Declare an array instead of a pointer{at}: char {name}[] = {text}; then the characters are yours to change."
    )
}

/// The variable that is declared with the string literal, and the line.
fn declared_with(scene: &Scene<'_>, life: &Biography) -> Option<(String, u32)> {
    let literal = scene.declared_at(life.origin);
    let mut found = None;
    for (number, function) in (0_u32..).zip(&scene.program.functions) {
        let FunctionKind::Defined(body) = &function.kind else { continue };
        locate::any(Part::Block(&body.block), |part| {
            if let Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id }) = part
                && scene.program.types.is_pointer(value.ty)
                && scene.span(uncast(value).id).lo == literal.lo
            {
                found = scene.local(FunctionId(number), *local).map(|l| (l.name.to_string(), scene.line(*id)));
            }
            found.is_some()
        });
    }
    found
}

/// Data that is called, or a function that is called as another.
pub(super) fn call(scene: &Scene<'_>, pointer: Pointer) -> Story {
    let touch = scene.touch(pointer, Access::Call);
    let name = touch.pointer.and_then(|e| scene.quote(e)).unwrap_or_else(|| "A pointer".to_owned());
    match scene.machine.memory.biography(pointer.tag) {
        Some(life) => {
            Story::new(format!("{name} is called, but it points to {}, which is no function.", scene.noun(life.origin)))
        }
        None => match scene.function_at(pointer) {
            Some(function) => {
                Story::new(format!("{name} is called, which is '{function}', as a function of another type."))
            }
            None => Story::new(format!("{name} is called, but no function has that address.")),
        },
    }
}

/// Two pointers that do not belong to one object.
pub(super) fn unrelated(scene: &Scene<'_>, left: Pointer, right: Pointer) -> Story {
    let noun = |pointer: Pointer| match scene.machine.memory.biography(pointer.tag) {
        Some(life) if life.origin == Origin::Heap => "a block of its own".to_owned(),
        Some(life) => scene.noun(life.origin),
        None if pointer.is_null() => "nothing (it is null)".to_owned(),
        None => "no object".to_owned(),
    };
    let operands = scene.expr().and_then(|e| match &uncast(e).kind {
        ExprKind::PointerDiff { left, right, .. } => Some((left, right, "subtracted")),
        ExprKind::Compare { left, right, op } if !matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            Some((left, right, "compared"))
        }
        _ => None,
    });
    let (to_left, to_right) = (noun(left), noun(right));
    let sentence = match operands.and_then(|(l, r, verb)| Some((scene.quote(l)?, scene.quote(r)?, verb))) {
        Some((l, r, verb)) => format!("{l} and {r} are {verb}, but {l} points to {to_left} and {r} to {to_right}."),
        None => format!("Two pointers are compared or subtracted; one points to {to_left}, the other to {to_right}."),
    };
    match left.is_null() || right.is_null() {
        true => promises::broken(Promise::NullCompared, sentence),
        false => Story::new(sentence),
    }
}

/// An access that is not aligned.
pub(super) fn misaligned(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let Some(ty) = touch.place.map(|place| place.ty) else { return Story::default() };
    let align = scene.program.types.align(ty);
    let what = touch.place.and_then(|e| scene.quote(e)).unwrap_or_else(|| "Memory".to_owned());
    Story::new(format!(
        "{what} is {} as {}, but its address is no multiple of {align}.",
        done(access),
        scene.type_name(ty)
    ))
}
