//! Objects that are used after their end.

pub(super) mod after_realloc;
pub(super) mod freed_twice;
pub(super) mod freeing;
mod grown;
pub(super) mod kept;
pub(super) mod moved;
pub(super) mod next_kept;
pub(super) mod outlived;
pub(super) mod shared;
pub(super) mod straight;
pub(super) mod too_early;

use crate::findings::history::Touched;
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::findings::story::Story;
use crate::findings::touch::{does, done};
use crate::kinds::Kind;
use crate::memory::{Access, Biography, Ending, Origin, Pointer};
use crate::sema::tree::{Expr, ExprKind, StmtKind};

/// An access through a pointer that has outlived its object.
pub(in crate::findings) fn used(scene: &Scene<'_>, kind: Kind, pointer: Pointer, size: u64, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let life = scene.machine.memory.biography(pointer.tag);
    let name = touch.pointer.and_then(|e| scene.quote(e));
    let what = match (touch.library, touch.place.and_then(|e| scene.quote(e))) {
        (Some(function), _) => match &name {
            Some(name) => format!("'{function}' {} through {name}", does(access)),
            None => format!("'{function}' {} memory", does(access)),
        },
        (None, Some(place)) => format!("{place} is {}{}", done(access), scene.with_index(touch.index, None)),
        (None, None) => format!("Memory is {}", done(access)),
    };
    let why = ended(scene, kind, life.as_ref(), name.as_deref());
    let sentence = match (touch.library, &name, life.filter(|l| l.origin != Origin::Heap)) {
        // Without a name for the pointer the object's own name tells more than 'memory'.
        (Some(function), None, Some(life)) => {
            let gone = why.strip_prefix("it was in ").and_then(|why| why.split_once(", ")).map(|(_, gone)| gone);
            let (does, noun) = (does(access), scene.noun(life.origin));
            format!("'{function}' {does} {noun}, {}.", gone.unwrap_or("which is gone"))
        }
        _ => format!("{what}, but {why}."),
    };
    let story = Story::new(sentence);
    let story = {
        let target = scene.element_type(&touch);
        with_history(scene, story, life.as_ref(), Some(Touched { pointer, size, access, target }))
    };
    let story = match life.filter(|life| kind == Kind::UseAfterReturn && returns_null(scene, life)) {
        Some(_) => story.real_machine(RETURNS_NULL),
        None => story,
    };
    let freed = life.and_then(|l| l.died).filter(|death| death.ending == Ending::Freed).map(|death| death.event);
    let mend = freed.filter(|_| kind == Kind::UseAfterFree).and_then(|freed| {
        next_kept::mend(scene, freed, &touch)
            .or_else(|| kept::by_address(scene, freed, touch.pointer))
            .or_else(|| too_early::mend(scene, freed, pointer, touch.pointer))
            .or_else(|| kept::mend(scene, freed, pointer, touch.pointer))
            .or_else(|| shared::mend(scene, freed, touch.pointer))
            .or_else(|| next_kept::words(scene, &touch))
    });
    let mend = mend.or_else(|| outlived::mend(scene, kind, life.as_ref()?, touch.pointer));
    match mend {
        Some(advice) => story.advice(advice),
        None => with_remedy(scene, story, life.as_ref(), name.as_deref(), touch.pointer),
    }
}

/// What one sees of `return array;` and `return &local;`.
const RETURNS_NULL: &str = "Segmentation fault: gcc returns NULL here (ASan: SEGV)";

/// Did the function return the address of its local by name? gcc returns NULL then.
fn returns_null(scene: &Scene<'_>, life: &Biography) -> bool {
    let Some(death) = life.died else { return false };
    let Some((_, path)) = scene.find_anywhere(death.event.node) else { return false };
    let returned = path.statements().find_map(|s| match &s.kind {
        StmtKind::Return(Some(value)) => Some(uncast(value)),
        _ => None,
    });
    let place = match returned.map(|e| &e.kind) {
        Some(ExprKind::AddressOf(place)) => &place.kind,
        Some(kind) => kind,
        None => return false,
    };
    matches!((place, life.origin), (ExprKind::Local(id), Origin::Local { local, .. }) if *id == local)
}

/// The value of a pointer that has outlived its object is used.
pub(in crate::findings) fn dangling(scene: &Scene<'_>, pointer: Pointer) -> Story {
    let life = scene.machine.memory.biography(pointer.tag);
    let name = scene.expr().and_then(|e| holder(scene, e, pointer)).and_then(|e| scene.quote(e));
    let kind = match life.map(|l| l.origin) {
        Some(Origin::Heap) => Kind::UseAfterFree,
        _ => Kind::UseAfterScope,
    };
    let of = name.as_deref().unwrap_or("a pointer");
    let why = ended(scene, kind, life.as_ref(), name.as_deref());
    with_history(scene, Story::new(format!("The value of {of} is used, but {why}.")), life.as_ref(), None)
}

/// `the block that 'p' points to was freed` and the like.
fn ended(scene: &Scene<'_>, kind: Kind, life: Option<&Biography>, name: Option<&str>) -> String {
    let Some(life) = life else {
        return match kind {
            Kind::UseAfterFree | Kind::DoubleFree => "its block was freed long before".to_owned(),
            _ => "the variable is gone".to_owned(),
        };
    };
    let points = |what: String| match name {
        // `&x` is no pointer variable, so it does not "point to 'x'".
        Some(name) if !name.starts_with("'&") => format!("{name} points to {what}"),
        _ => format!("it was in {what}"),
    };
    match (life.origin, life.died.map(|death| death.ending)) {
        (Origin::Heap, Some(Ending::Reallocated)) => match name {
            Some(name) => format!("realloc has replaced the block that {name} points to"),
            None => "realloc has replaced the block".to_owned(),
        },
        (Origin::Heap, _) => match name {
            Some(name) => format!("the block that {name} points to was freed"),
            None => "the block was freed".to_owned(),
        },
        (Origin::Local { function, .. }, _) if kind == Kind::UseAfterReturn => {
            let (noun, owner) = (scene.noun(life.origin), scene.function_name(function));
            points(format!("{noun}, a local of {owner}, which has returned"))
        }
        (origin, _) if scene.is_returned(origin) => {
            points("the struct that the call returned, which lived to the end of its expression".to_owned())
        }
        (Origin::Local { .. }, _) => points(format!("{}, whose block has ended", scene.noun(life.origin))),
        _ => points(format!("{}, which is gone", scene.noun(life.origin))),
    }
}

/// Where the object began and ended, and whose memory it is now.
/// `touched` is the access that was tried.
pub(in crate::findings) fn with_history(
    scene: &Scene<'_>,
    story: Story,
    life: Option<&Biography>,
    touched: Option<Touched>,
) -> Story {
    let Some(life) = life else {
        return story.note("it ended so long ago that no more is known of it", crate::source::Span::NONE);
    };
    let story = scene.with_birth(story, life);
    let story = outlived::with_way(scene, story, life);
    let story = scene.with_death(story, life);
    scene.with_heir(story, life, touched)
}

fn with_remedy(
    scene: &Scene<'_>,
    story: Story,
    life: Option<&Biography>,
    name: Option<&str>,
    used: Option<&Expr>,
) -> Story {
    if life.is_some_and(|l| scene.is_returned(l.origin)) {
        return story
            .meaning("A struct that a call returns ends with the expression, and pointers into it.")
            .advice("Keep the struct in a variable first, and point into that.");
    }
    let Some(death) = life.and_then(|l| l.died).filter(|death| death.ending == Ending::Reallocated) else {
        return story;
    };
    if let Some((callee, advice)) = after_realloc::in_copy(scene, death.event) {
        let story = Story { copied_to: Some(callee.clone()), ..story };
        return story
            .meaning(format!("'{callee}' gets copies of its arguments: the caller keeps the old pointer."))
            .advice(advice);
    }
    let again = life.zip(used).and_then(|(life, used)| {
        after_realloc::again(scene, life, death.event, used).or_else(|| grown::anew(scene, life, death.event, used))
    });
    let story = story.meaning("After a realloc old pointers into the block are worthless, moved or not.");
    // Its result may not have been kept at all.
    let dropped = || {
        let (_, path) = scene.find_anywhere(death.event.node)?;
        let alone = matches!(path.statements().next()?.kind, StmtKind::Expr(ref e) if e.id == death.event.node);
        scene.text(death.event.node).filter(|_| alone)
    };
    match (dropped(), name.map(|name| name.trim_matches('\''))) {
        _ if again.is_some() => story.advice(again.unwrap_or_default()),
        (Some(call), Some(name)) => story.advice(format!("Keep the result: {name} = {call};")),
        (None, Some(name)) if is_name(name) && kept_elsewhere(scene, death.event.node, name) => {
            let line = scene.line(death.event.node);
            story.advice(format!(
                "Keep the index of the element instead of '{name}', for line {line} may move the block; or set '{name}' anew after each such call."
            ))
        }
        _ => story.advice(
            "Use only the pointer that realloc returned: p = realloc(p, n), and set other pointers into the block anew.",
        ),
    }
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_->.".contains(c))
}

/// Was realloc called for another pointer than the one of this name, and its result kept elsewhere too?
fn kept_elsewhere(scene: &Scene<'_>, realloc: crate::sema::tree::NodeId, name: &str) -> bool {
    let told = || {
        let (_, path) = scene.find_anywhere(realloc)?;
        let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
        let given = scene.text(uncast(arguments.first()?).id)?;
        let kept = path.expressions().find_map(|e| match &e.kind {
            ExprKind::Assign { left, .. } => scene.text(left.id),
            _ => None,
        });
        Some(given != name && kept.is_none_or(|kept| kept != name))
    };
    told().unwrap_or(false)
}

/// The expression under the node that holds this pointer.
fn holder<'t>(scene: &Scene<'_>, expr: &'t Expr, pointer: Pointer) -> Option<&'t Expr> {
    let frame = scene.innermost()?;
    let mut open = vec![expr];
    let mut found = None;
    while let Some(expr) = open.pop() {
        let holds = matches!(expr.kind, ExprKind::Load(_))
            && scene.pointer_value(frame, expr).is_some_and(|value| value.tag == pointer.tag);
        if holds {
            found = Some(expr);
            break;
        }
        let children = crate::findings::locate::Part::Expr(expr).children();
        open.extend(children.into_iter().rev().filter_map(crate::findings::locate::Part::expr));
    }
    found
}
