//! Why bytes of an object have no value, and where they could get one.

use super::memory::Unwritten;
use super::{array, followed, passed, setup, start, text, unfinished};
use crate::findings::bounds::loops;
use crate::findings::causes;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::findings::touch::Touch;
use crate::memory::{Biography, Origin};
use crate::sema::tree::{ArithOp, Expr, ExprKind, Stride};

/// The story with what the source shows of the cause, and what to do.
pub(super) fn mend(scene: &Scene<'_>, story: Story, found: &Unwritten<'_>) -> Story {
    let story = with_cause(scene, story, &found.life);
    match found.touch.library {
        Some(function) => of_library(scene, story, found, function),
        None => of_place(scene, story, found),
    }
}

/// A function of the library read the bytes.
fn of_library(scene: &Scene<'_>, story: Story, found: &Unwritten<'_>, function: &str) -> Story {
    let name = || first(scene, &found.touch);
    let is_block = found.life.origin == Origin::Heap;
    let from_start = found.offset == 0 && found.pointer.addr == found.life.base;
    match function {
        "strcat" | "strncat" if from_start => story
            .meaning("strcat looks for the '\\0' of the text that is there, and there is none yet.")
            .advice(format!("Begin with an empty text ({}[0] = '\\0';), or copy the first piece with strcpy.", name())),
        // The length of a text that nobody has begun.
        "strlen" if is_block && from_start => story
            .meaning("malloc gives memory as it is: there is no text in it, not even an empty one.")
            .advice(format!("Begin with an empty text right after the malloc: {}[0] = '\\0';", name())),
        _ => match text::without_end(scene, &story, found) {
            Some(story) => story,
            None => causes::set_in_part(scene, story, found.pointer, &found.life),
        },
    }
}

/// An expression of the program read the bytes.
fn of_place(scene: &Scene<'_>, story: Story, found: &Unwritten<'_>) -> Story {
    let story = array::behind_written(scene, story, found);
    let story = causes::set_in_part(scene, story, found.pointer, &found.life);
    let story = passed::by_value(scene, &story, &found.life).unwrap_or(story);
    let Some(place) = found.touch.place.or_else(|| scene.expr()).map(bare) else { return story };
    let story = if scene.program.types.is_pointer(place.ty) { of_pointer(scene, story, place) } else { story };
    let story = setup::beside_others(scene, story, &found.life, place);
    let story = setup::set_at_birth(scene, story, Some(&found.life), place);
    let story = causes::given_a_copy_of_whole(scene, story, place);
    // One character behind a text that a function of the program wrote.
    if scene.program.types.is_character(place.ty.unqualified())
        && found.behind_written(scene)
        && let Some(advice) = unfinished::advice(scene)
    {
        return story
            .meaning("A text ends with its '\\0'; without one whoever reads it goes on past it.")
            .advice(advice);
    }
    match (found.touch.index, found.at) {
        (Some(index), Some(at)) => {
            let stride = stride(scene, index).unwrap_or(found.size);
            loops::beyond_written(scene, story, index, at, (found.size, stride))
        }
        _ => story,
    }
}

/// How far apart the elements lie that an index counts.
fn stride(scene: &Scene<'_>, index: &Expr) -> Option<u64> {
    let path = scene.path()?;
    let whole = path.expressions().last()?;
    let mut found = None;
    locate::any(Part::Expr(whole), |part| {
        if let Some(ExprKind::Index { index: own, stride: Stride::Bytes(each), .. }) = part.expr().map(|e| &e.kind)
            && std::ptr::eq(bare(own), bare(index))
        {
            found = Some(*each);
        }
        found.is_some()
    });
    found
}

/// A pointer has no value: zeros would only move the error to where it is followed.
fn of_pointer(scene: &Scene<'_>, story: Story, place: &Expr) -> Story {
    let Some(name) = scene.spell(place) else { return story };
    match scene.purpose(|e| std::ptr::eq(e, place)) {
        Some(purpose) => followed(scene, story, &name, place.ty, purpose),
        None => story.advice(format!(
            "Store an address in '{name}' before this line, or NULL if it is to point to nothing yet."
        )),
    }
}

/// The pointer by its name, if it is one.
pub(super) fn first(scene: &Scene<'_>, touch: &Touch<'_>) -> String {
    let name = touch.pointer.and_then(|e| scene.spell(e));
    let is_name = |name: &String| name.chars().all(|c| c.is_alphanumeric() || "_->.[]".contains(c));
    name.filter(is_name).unwrap_or_else(|| "text".to_owned())
}

/// Why the bytes have no value.
pub(super) fn with_cause(scene: &Scene<'_>, story: Story, life: &Biography) -> Story {
    match life.origin {
        Origin::Heap => match scene.library_call(life.born).as_deref() {
            Some("realloc" | "reallocarray") => story
                .meaning("realloc keeps the old bytes; what is added at the end has no value yet.")
                .advice("Store a value in each new element before it is read."),
            _ => story
                .meaning("malloc gives memory as it is: it has no value until one is stored there.")
                .advice(zeroed(scene, life)),
        },
        Origin::Local { function, local, frame: serial } => {
            let scalar = scene.local(function, local).filter(|local| scene.program.types.is_arithmetic(local.ty));
            let frame = scene.machine.frames.stack.iter().position(|f| f.serial == serial);
            match scalar.zip(frame) {
                Some((scalar, frame)) => story.advice(start::advice(scene, frame, local, scalar)),
                None => story.advice(array::at_declaration(scene, life)),
            }
        }
        _ => story,
    }
}

/// The request for the block with `calloc` in the place of `malloc`.
fn zeroed(scene: &Scene<'_>, life: &Biography) -> String {
    let request = || {
        let (_, path) = scene.find_anywhere(life.born.node)?;
        let call = uncast(path.expr()?);
        let ExprKind::Call { arguments, .. } = &call.kind else { return None };
        let [size] = arguments.as_slice() else { return None };
        let text = |e: &Expr| scene.text_of(scene.span(uncast(e).id), 30);
        let (count, each) = match &uncast(size).kind {
            ExprKind::Binary { op: ArithOp::Mul, left, right } => (text(left)?, text(right)?),
            _ => ("1".to_owned(), text(size)?),
        };
        Some(format!("calloc({count}, {each})"))
    };
    match request().zip(scene.at(scene.span(life.born.node))) {
        Some((request, line)) => format!("Store a value first, or fill the block with zeros, {line}: {request}"),
        None => "Store a value first, or use calloc, which fills the block with zeros.".to_owned(),
    }
}
