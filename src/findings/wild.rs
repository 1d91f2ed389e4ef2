//! Pointers that are numbers: nothing lies where they lead.

use super::given;
use super::locate;
use super::reaching::reaching;
use super::scene::Scene;
use super::spell::{bare, uncast};
use super::story::Story;
use super::touch::{does, done};
use crate::memory::{Access, Pointer};
use crate::sema::tree::{Expr, ExprKind, Local};

/// An access at an address where there is nothing.
pub(super) fn wild(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let name = touch.pointer.and_then(|e| scene.quote(e));
    if let Some(text) = touch.pointer.and_then(|e| scene.text(uncast(e).id)).filter(|text| text.starts_with('\'')) {
        let whose = touch.library.map_or_else(|| "The program".to_owned(), |function| format!("'{function}'"));
        return Story::new(format!("{whose} follows the character constant {text} as if it were an address."))
            .meaning("'x' in single quotes is a number; \"x\" in double quotes is a string.")
            .advice(format!("Write it in double quotes: \"{}\".", text.trim_matches('\'')));
    }
    let what = match (touch.library, touch.place.and_then(|e| scene.quote(e))) {
        (Some(function), _) => format!("'{function}' {} memory", does(access)),
        (None, Some(place)) => format!("{place} is {}{}", done(access), scene.with_index(touch.index, None)),
        (None, None) if access == Access::Call => "A function is called".to_owned(),
        (None, None) => format!("Memory is {}", done(access)),
    };
    match name {
        Some(name) => {
            let number = number(pointer.addr);
            let story =
                Story::new(format!("{what}, but {name} is the number {number}, not an address of the program."))
                    .meaning("A number is no address: pointers come from &, from arrays, or from malloc.");
            let Some(expr) = touch.pointer.map(bare) else { return story };
            let story = scene.with_origin_of_number(story, expr);
            if let Some(advice) = element_itself(scene, expr) {
                return story
                    .meaning("qsort and the like give the addresses of elements: these are no pointers here.")
                    .advice(advice);
            }
            match scene.purpose(|e| std::ptr::eq(e, expr)).zip(scene.spell(expr)) {
                Some((purpose, name)) => story.advice(scene.point_at(&name, expr.ty, purpose)),
                None => story,
            }
        }
        None => Story::new(format!("{what} at an address at which the program has nothing.")),
    }
}

/// `T *x = *(T **)a;` in a function to which the library gives the element's own address.
fn element_itself(scene: &Scene<'_>, pointer: &Expr) -> Option<String> {
    let ExprKind::Local(id) = uncast(pointer).kind else { return None };
    let function = scene.frame(scene.innermost()?)?.function;
    let body = scene.body(function)?;
    let value = given::only(body, id)?;
    let ExprKind::Deref(inner) = &uncast(value).kind else { return None };
    let ExprKind::Local(parameter) = uncast(inner).kind else { return None };
    let types = &scene.program.types;
    let is_void = |local: &Local| types.pointee(local.ty).is_some_and(|ty| types.is_void(ty.unqualified()));
    let given = scene.local(function, parameter).filter(|local| parameter.0 < body.parameters && is_void(local))?;
    let local = scene.local(function, id)?;
    let line = scene.line(value.id);
    let declared = types.print_declaration(local.ty.unqualified(), &local.name);
    Some(format!("'{}' is the address of an element: in line {line} write {declared} = {};", given.name, given.name))
}

/// An address that is none, as a student may have written it.
pub(super) fn number(addr: u64) -> String {
    match addr {
        0..=0xffff => addr.to_string(),
        _ => format!("{addr:#x}"),
    }
}

impl Scene<'_> {
    /// The story with the place where the local got a number for an address.
    fn with_origin_of_number(&self, story: Story, pointer: &Expr) -> Story {
        let given = || {
            let ExprKind::Local(id) = uncast(pointer).kind else { return None };
            let frame = self.frame(self.innermost()?)?;
            let path = locate::find(self.body(frame.function)?, self.node)?;
            let (sources, _) = reaching(&path, id);
            match sources.found.as_slice() {
                [only] if self.is_from_number(only.value) => {
                    Some((self.local(frame.function, id)?.name.clone(), self.span(only.node)))
                }
                _ => None,
            }
        };
        match given() {
            Some((name, span)) => story.note(format!("'{name}' gets its number here"), span),
            None => story,
        }
    }

    /// Was an integer made a pointer here?
    fn is_from_number(&self, value: &Expr) -> bool {
        let mut value = value;
        while let ExprKind::Convert { operand, .. } = &value.kind {
            if self.program.types.is_integer(operand.ty) {
                return true;
            }
            value = operand;
        }
        false
    }
}
