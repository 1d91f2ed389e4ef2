//! free and realloc of what cannot be freed.

use crate::findings::given;
use crate::findings::history::Touched;
use crate::findings::lifetime::freed_twice;
use crate::findings::lifetime::with_history;
use crate::findings::lifetime::{moved, shared};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::findings::wording::count;
use crate::memory::{Access, Ending, Origin, Pointer};
use crate::sema::tree::{Expr, ExprKind, LocalKind};

/// A block is freed that is no more.
pub(in crate::findings) fn double(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let life = scene.machine.memory.biography(pointer.tag);
    let name = touch.pointer.and_then(|e| scene.quote(e));
    let block = match &name {
        Some(name) => format!("the block that {name} points to"),
        None => "the block".to_owned(),
    };
    let moved = life.and_then(|l| l.died).is_some_and(|death| death.ending == Ending::Reallocated);
    let function = touch.library.unwrap_or("free");
    let story = match (access, moved) {
        (Access::Realloc, true) => {
            format!("'{function}' is called for {block}, which an earlier realloc has replaced.")
        }
        (Access::Realloc, false) => format!("'{function}' is called for {block}, which was freed already."),
        (_, true) => format!("'{function}' is called for {block}, which realloc has replaced already."),
        (_, false) => match &name {
            Some(name) => format!("{name} is freed a second time."),
            None => "A block is freed a second time.".to_owned(),
        },
    };
    let mut story =
        with_history(scene, Story::new(story), life.as_ref(), Some(Touched { pointer, size: 0, access, target: None }));
    if life.and_then(|l| l.died).is_some_and(|death| death.event.node == scene.node) {
        story = story.meaning("Both times it was this line: it runs more than once for the same block.");
    }
    freed_twice::with_mend(scene, story, life.as_ref(), pointer, touch.pointer)
}

/// Something is freed that malloc did not give.
pub(in crate::findings) fn invalid(scene: &Scene<'_>, pointer: Pointer, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let function = touch.library.unwrap_or(if access == Access::Realloc { "realloc" } else { "free" });
    let name = touch.pointer.and_then(|e| scene.quote(e)).unwrap_or_else(|| "a pointer".to_owned());
    let given = format!("'{function}' is given {name}");
    let Some(life) = scene.machine.memory.biography(pointer.tag) else {
        return match scene.function_at(pointer) {
            Some(target) => Story::new(format!("{given}, the address of function '{target}'.")),
            None => Story::new(format!("{given}, which holds no address that malloc gave.")),
        };
    };
    let element = scene.element_type(&touch);
    if life.origin == Origin::Heap {
        let offset = pointer.addr.wrapping_sub(life.base);
        let block = scene.block(&life);
        let place = match (life.range, offset <= life.size) {
            (_, false) => format!("outside of {block}"),
            (_, true) => {
                let each = element.map_or(0, |ty| scene.size_of(ty));
                match offset {
                    0 => format!("to a part of {block}"),
                    _ if each > 0 && offset.is_multiple_of(each) => format!("to element {} of {block}", offset / each),
                    _ => format!("to byte {offset} of {block}"),
                }
            }
        };
        let story = Story::new(format!("{given}, which points {place}, not to its start."))
            .meaning("free must get the address that malloc returned, not one inside the block.")
            .advice(moved::mend(scene, &life, touch.pointer).unwrap_or_else(|| {
                "Keep the pointer that malloc returned unchanged, walk with a copy of it, and free the original."
                    .to_owned()
            }));
        let mut story = scene.with_birth(story, &life);
        let each = element.map_or(1, |ty| scene.size_of(ty)).max(1);
        let words = format!("{name} points here");
        story.picture =
            scene.drawn(&life).and_then(|drawn| scene.inside(&drawn, pointer.addr, each, scene.cells(element), &words));
        return story;
    }
    let noun = scene.noun(life.origin);
    let what = match life.origin {
        Origin::Local { function, local, .. } => match scene.local(function, local).map(|l| l.kind) {
            Some(LocalKind::Parameter) => "a parameter",
            Some(LocalKind::Variable) => "a local variable, which lies on the stack",
            _ => "an object on the stack",
        },
        Origin::Global(_) => "a variable that lives for the whole run",
        Origin::String(_) => "a string literal",
        Origin::Alloca { .. } => "storage on the stack",
        Origin::Library(_) | Origin::Arguments => "the library's own",
        Origin::Heap | Origin::Range => "no block",
    };
    let points = match touch.pointer.and_then(|e| scene.spell(e)) {
        // Named itself, or by its address.
        Some(text) if noun == format!("'{}'", text.trim_start_matches('&')) => {
            format!("'{function}' is given '{text}', {what}")
        }
        _ if matches!(life.origin, Origin::String(_)) => format!("{given}, which points to {noun}"),
        _ => format!("{given}, which points to {noun}, {what}"),
    };
    let story = match life.died {
        Some(_) => Story::new(format!("{points} (and gone by now).")),
        None => Story::new(format!("{points}.")),
    };
    let member = touch.pointer.map(bare).filter(|e| matches!(e.kind, ExprKind::Member { .. }));
    let copy = member.and_then(|e| shared::own_text(scene, e));
    let copy = copy.or_else(|| copied_into(scene, touch.pointer));
    let whose = if member.is_some() { "Let the struct have a copy of its own" } else { "Copy the text into the block" };
    let copy = copy.map(|(line, written)| format!("{whose}, line {line}: {written}"));
    let story = story
        .meaning(match life.origin {
            Origin::String(_) => "A string literal did not come from malloc: it is there for the whole run.".to_owned(),
            _ => format!("{noun} did not come from malloc: it ends by itself and must not be freed."),
        })
        .advice(match life.size {
            _ if copy.is_some() => copy.unwrap_or_default(),
            _ if matches!(life.origin, Origin::String(_)) => "Remove this free.".to_owned(),
            0 => "Remove this free.".to_owned(),
            size => {
                format!("Remove this free, or allocate {} with malloc if it has to live longer.", count(size, "byte"))
            }
        });
    scene.with_birth(story, &life)
}

/// `s = "hello";` after `s = malloc(6);`: the text was to be copied into the block.
fn copied_into(scene: &Scene<'_>, pointer: Option<&Expr>) -> Option<(u32, String)> {
    let ExprKind::Local(id) = bare(pointer?).kind else { return None };
    let body = scene.body(scene.frame(scene.innermost()?)?.function)?;
    let values = given::values(body, id);
    let is_block = |e: &&Expr| matches!(uncast(e).kind, ExprKind::Call { .. });
    let text = values.iter().find(|e| matches!(uncast(e).kind, ExprKind::String(_)))?;
    let (name, written) = (scene.spell(pointer?)?, scene.text(uncast(text).id)?);
    values.iter().any(is_block).then(|| (scene.line(text.id), format!("strcpy({name}, {written});")))
}
