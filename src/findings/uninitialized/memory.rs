//! Bytes of an object that were never written: elements, members, blocks, strings.

use super::Copied;
use super::local::local_story;
use super::mend;
use crate::findings::clobbered::clobbered;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::bare;
use crate::findings::story::Story;
use crate::findings::touch::Touch;
use crate::findings::wording::count;
use crate::memory::{Access, Biography, Origin, Pointer, marks};
use crate::sema::tree::{Expr, ExprKind, LocalId, LocalKind};
use crate::types::{Type, TypeKind};

/// Bytes of an object.
pub(super) fn in_memory(scene: &Scene<'_>, pointer: Pointer, offset: u64, size: u64, moved: Copied<'_>) -> Story {
    let Some(life) = scene.machine.memory.biography(pointer.tag) else { return Story::default() };
    let at = scene.machine.memory.objects.readable(pointer, size);
    let frame = scene.innermost();
    // A variable used by its name is told like one in a slot.
    if let (Origin::Local { function, local, frame: serial }, Some(index)) = (life.origin, frame)
        && scene.frame(index).is_some_and(|f| f.function == function && f.serial == serial)
        && scene.local(function, local).is_some_and(|l| l.kind != LocalKind::Temporary && is_scalar(scene, l.ty))
        && scene.touch(pointer, Access::Read).library.is_none()
        && at.is_none_or(|at| scene.gaps(at, size).is_none())
        && scene.expr().is_some_and(|e| mentions(e, local))
    {
        return local_story(scene, index, local, moved);
    }
    if let (Origin::Local { local, frame: serial, .. }, None) = (life.origin, moved)
        && let Some(index) = scene.machine.frames.stack.iter().position(|f| f.serial == serial)
        && let Some(story) = clobbered(scene, index, local)
    {
        return story;
    }
    let touch = scene.touch(pointer, Access::Read);
    let partly = at.is_some_and(|at| scene.gaps(at, size).is_some());
    let element = scene.element_type(&touch);
    let place = scene.place(&life, pointer.addr.wrapping_sub(life.base).wrapping_add(offset), element);
    let never = match moved {
        Some(Some(source)) => format!("it was copied from {}, which was never written", source.name),
        Some(None) => "what was copied there was never written".to_owned(),
        None => "nothing was ever written there".to_owned(),
    };
    let message = match (touch.library, touch.place.and_then(|e| scene.quote(e))) {
        (Some(function), _) => format!("'{function}' reads {place}, but {never}."),
        (None, Some(what)) if partly => {
            format!("{what} is read{}, but not all of its {} were written.", with(scene, &touch), count(size, "byte"))
        }
        (None, Some(what)) => format!("{what} is read{}, but {never}.", with(scene, &touch)),
        (None, None) => match scene.expr().and_then(|e| named_place(scene, e)) {
            Some(what) => format!("{what} is read, but {never}."),
            None => format!("The value of {place} is used, but {never}."),
        },
    };
    let mut story = scene.with_birth(Story::new(message), &life);
    if let Some(Some(source)) = moved {
        return source.tell(scene, story);
    }
    if let Some(at) = at {
        story.picture = match touch.library {
            None => scene.gaps(at, size),
            Some(_) => None,
        }
        .or_else(|| {
            unwritten(scene, &life, pointer.offset(offset.cast_signed()), size.saturating_sub(offset).max(1), element)
        });
    }
    mend::mend(scene, story, &Unwritten { life, pointer, offset, size, at, touch, element })
}

/// Bytes that were read and have no value.
pub(super) struct Unwritten<'t> {
    /// The object they are in.
    pub life: Biography,
    /// Where the read began.
    pub pointer: Pointer,
    /// The first byte of it that has no value.
    pub offset: u64,
    /// Bytes that were read.
    pub size: u64,
    /// Where they lie in the host's memory.
    pub at: Option<usize>,
    /// The source's words for it.
    pub touch: Touch<'t>,
    /// The type of the elements, where the source tells it.
    pub element: Option<Type>,
}

impl Unwritten<'_> {
    /// Does what has no value lie right behind bytes that were written?
    pub fn behind_written(&self, scene: &Scene<'_>) -> bool {
        let before = self.at.and_then(|at| at.checked_sub(1)).filter(|_| self.pointer.addr > self.life.base);
        before.is_some_and(|at| scene.machine.memory.marks_of(at, 1).iter().all(|mark| *mark != marks::UNWRITTEN))
    }
}

/// The bytes around a value that was never written at all.
fn unwritten(
    scene: &Scene<'_>,
    life: &Biography,
    pointer: Pointer,
    size: u64,
    element: Option<Type>,
) -> Option<String> {
    let drawn = scene.drawn(life).filter(|drawn| drawn.len > size)?;
    scene.inside(&drawn, pointer.addr, size, scene.cells(element), "never written")
}

fn with(scene: &Scene<'_>, touch: &Touch<'_>) -> String {
    scene.with_index(touch.index, None)
}

fn is_scalar(scene: &Scene<'_>, ty: Type) -> bool {
    !matches!(scene.program.types.kind(ty), TypeKind::Array { .. } | TypeKind::Record(_))
}

/// Is the local named under this expression?
fn mentions(expr: &Expr, local: LocalId) -> bool {
    locate::any(
        Part::Expr(expr),
        |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Local(id)) if *id == local),
    )
}

/// The member or element that is read by name (`s.x`), quoted.
fn named_place(scene: &Scene<'_>, expr: &Expr) -> Option<String> {
    let bare = bare(expr);
    match bare.kind {
        ExprKind::Member { .. } | ExprKind::Index { .. } => scene.quote(bare),
        _ => None,
    }
}
