//! Values that were never written.

use super::causes;
use super::clobbered::clobbered;
use super::locate::Part;
use super::scene::{Held, Scene, Storage};
use super::slips;
use super::spell::bare;
use super::story::Story;
use super::wording::count;
use crate::memory::{Access, Biography, Origin, Pointer};
use crate::sema::tree::{Callee, Expr, ExprKind, Init, LocalId, LocalKind, NodeId, Stmt, StmtKind};
use crate::types::{Type, TypeKind};

/// A read of a value that was never written (or not in full).
pub(super) fn read(scene: &Scene<'_>, pointer: Option<Pointer>, offset: u64, size: u64, moved: &[NodeId]) -> Story {
    // The latest first in the trap; a story goes forwards.
    let source = moved.last().and_then(|node| Source::of(scene, *node));
    let copied = if moved.is_empty() { None } else { Some(source.as_ref()) };
    let story = match pointer {
        Some(pointer) => in_memory(scene, pointer, offset, size, copied),
        None => in_slot(scene, copied),
    };
    let from = source.map_or_else(|| "the unwritten value".to_owned(), |source| source.name);
    let words = |i: usize| match i {
        0 => format!("{from} is copied here, without a value"),
        _ => "and copied on here".to_owned(),
    };
    moved.iter().rev().enumerate().fold(story, |story, (i, node)| story.note(words(i), scene.span(*node)))
}

/// Where an unwritten value was before it was copied the first time.
struct Source<'t> {
    /// The place, quoted: `'p->next'`.
    name: String,
    /// The object that it is in, if that can still be told.
    life: Option<Biography>,
    /// The place itself.
    place: &'t Expr,
}

impl<'t> Source<'t> {
    /// The right side of the assignment or initialiser at a node.
    fn of(scene: &Scene<'t>, node: NodeId) -> Option<Source<'t>> {
        let (function, path) = scene.find_anywhere(node)?;
        let value = match path.last()? {
            Part::Expr(Expr { kind: ExprKind::Assign { right, .. }, .. }) => right,
            Part::Stmt(Stmt { kind: StmtKind::Declare { init: Some(Init::Value(value)), .. }, .. }) => value,
            _ => return None,
        };
        let place = bare(value);
        let frame = scene.innermost().filter(|f| scene.frame(*f).is_some_and(|f| f.function == function));
        let name = if frame.is_some() { scene.spell(place) } else { scene.text(place.id) };
        let life = frame.and_then(|frame| scene.address_of(frame, place));
        let life = life.and_then(|at| scene.machine.memory.biography(at.tag));
        Some(Source { name: format!("'{}'", name?), life, place })
    }

    /// The object it was in, and what to do about it.
    fn tell(&self, scene: &Scene<'_>, story: Story) -> Story {
        let story = match &self.life {
            Some(life) => with_cause(scene, scene.with_birth(story, life), life),
            None => story,
        };
        let value =
            if scene.program.types.is_pointer(self.place.ty) { ", NULL if it is to point to nothing" } else { "" };
        let story = story.advice(format!("Store a value in {} before it is copied{value}.", self.name));
        causes::set_at_birth(scene, story, self.life.as_ref(), self.place)
    }
}

/// Was the unwritten value copied on its way here, and from where, as far as that is known?
type Copied<'a> = Option<Option<&'a Source<'a>>>;

/// A local that has no address.
fn in_slot(scene: &Scene<'_>, moved: Copied<'_>) -> Story {
    let (Some(frame), Some(expr)) = (scene.innermost(), scene.expr()) else { return Story::default() };
    let Some(id) = unwritten_local(scene, frame, expr) else { return Story::default() };
    local_story(scene, frame, id, moved)
}

fn local_story(scene: &Scene<'_>, frame: usize, id: LocalId, moved: Copied<'_>) -> Story {
    let Some(local) = scene.frame(frame).and_then(|f| scene.local(f.function, id)) else { return Story::default() };
    let name = &local.name;
    match moved {
        Some(Some(source)) => {
            let sentence =
                format!("'{name}' is used, but its value was copied from {}, which was never written.", source.name);
            return source.tell(scene, Story::new(sentence));
        }
        Some(None) => {
            return Story::new(format!("'{name}' is used, but what was copied into it was never written."))
                .note(format!("'{name}' is declared"), local.span);
        }
        None => {}
    }
    if let Some(story) = clobbered(scene, frame, id) {
        return story;
    }
    let story = Story::new(format!("'{name}' is used, but it has not been given a value."))
        .note(format!("'{name}' is declared, without a value"), local.span);
    let own = scene.path().and_then(|path| path.statements().next().map(|s| &s.kind));
    if matches!(own, Some(StmtKind::Declare { local, .. }) if *local == id) {
        return Story::new(format!("'{name}' is used to compute its own first value."))
            .meaning(format!("Behind the '=' the variable is there already, but '{name}' has no value yet."))
            .advice(format!("Compute the first value of '{name}' from something else."));
    }
    let told = match scene.frame(frame).filter(|_| !local.address_taken) {
        Some(f) => causes::given_a_copy(scene, story.clone(), f.function, id, local.span),
        None => story.clone(),
    };
    if told != story {
        return told;
    }
    if matches!(scene.program.types.kind(local.ty), TypeKind::Pointer(_)) {
        let story = if is_followed(scene, id) { story.real_machine(FOLLOWED) } else { story };
        return story
            .meaning(format!("'{name}' is a pointer that was never pointed at anything."))
            .advice(format!("Let '{name}' point to something first: to a variable (&x) or to a block from malloc."));
    }
    if let Some(reader) = given_by_value(scene, id) {
        return story
            .meaning(format!("'{reader}' needs an address; this is a value, and not even set yet."))
            .advice(format!("Write &{name} instead of {name}."))
            .real_machine("a crash, or another place changes (gcc warns; ASan: SEGV)");
    }
    if let Some((reader, node)) = reader(scene, frame, id) {
        return story
            .note(
                format!(
                    "'{reader}' is given the address of '{name}' here; it stores nothing where the input does not fit"
                ),
                scene.span(node),
            )
            .advice(format!(
                "Test what '{reader}' returns before '{name}' is used, and give '{name}' a value where it is declared."
            ));
    }
    let start = if matches!(scene.program.types.kind(local.ty), TypeKind::Float(_)) { "0.0" } else { "0" };
    story.advice(format!(
        "Give '{name}' a value where it is declared, e.g. = {start}, or on every way that leads to this line."
    ))
}

/// What one would see where an unwritten pointer is followed.
const FOLLOWED: &str = "a crash, or some other place is used (Valgrind: uninitialised)";

/// Leads the pointer in the local to the memory that is accessed: `p[i]`, `*p`, `strcpy(p, …)`?
fn is_followed(scene: &Scene<'_>, id: LocalId) -> bool {
    let Some(path) = scene.path() else { return false };
    let is_local = |e: &Expr| matches!(bare(e).kind, ExprKind::Local(local) if local == id);
    let follows = |expr: &Expr| match &expr.kind {
        ExprKind::Deref(pointer) | ExprKind::Index { base: pointer, .. } => is_local(pointer),
        ExprKind::Call { callee: Callee::Direct(function), arguments, .. } => {
            let name = scene.program.function(*function).map_or("", |f| &*f.name);
            ["str", "mem", "put", "fput", "gets", "fgets"].iter().any(|start| name.starts_with(start))
                && arguments.iter().any(is_local)
        }
        _ => false,
    };
    let (mut around, within) = (path.expressions(), path.expr());
    around.any(follows)
        || within.is_some_and(|e| super::locate::any(Part::Expr(e), |part| part.expr().is_some_and(follows)))
}

/// The function of the scanf family that is given the local itself, not its address.
fn given_by_value<'t>(scene: &Scene<'t>, id: LocalId) -> Option<&'t str> {
    const SCANNERS: [&str; 3] = ["scanf", "fscanf", "sscanf"];
    let path = scene.path()?;
    path.expressions().find_map(|expr| {
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return None };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| SCANNERS.contains(name))?;
        arguments.iter().any(|e| matches!(bare(e).kind, ExprKind::Local(local) if local == id)).then_some(name)
    })
}

/// The call of a function that reads input and is given the address of the local.
fn reader<'t>(scene: &Scene<'t>, frame: usize, id: LocalId) -> Option<(&'t str, NodeId)> {
    const READERS: [&str; 6] = ["scanf", "fscanf", "sscanf", "vscanf", "fgets", "fread"];
    let body = scene.body(scene.frame(frame)?.function)?;
    let mut found = None;
    super::locate::any(Part::Block(&body.block), |part| {
        let Some(expr) = part.expr() else { return false };
        let ExprKind::Call { callee: Callee::Direct(function), arguments, .. } = &expr.kind else { return false };
        let name = scene.program.function(*function).map(|f| &*f.name).filter(|name| READERS.contains(name));
        let given = |e: &Expr| matches!(&super::spell::uncast(e).kind, ExprKind::AddressOf(place) if matches!(place.kind, ExprKind::Local(l) if l == id));
        found = name.filter(|_| arguments.iter().any(given)).map(|name| (name, expr.id));
        found.is_some()
    });
    found
}

/// The local under a node that has no value: the one whose flag says so, else the only one read there.
fn unwritten_local(scene: &Scene<'_>, frame: usize, expr: &Expr) -> Option<LocalId> {
    let mut read: Vec<LocalId> = Vec::new();
    let mut open = vec![expr];
    while let Some(expr) = open.pop() {
        match &expr.kind {
            ExprKind::Local(id) => {
                let held = match scene.storage(frame, *id)? {
                    Storage::Slot(index, flag) => scene.in_slot(index, flag, expr.ty),
                    Storage::Memory(at) => scene.in_memory(at, expr.ty),
                };
                if held == Some(Held::Unwritten) {
                    return Some(*id);
                }
                if !read.contains(id) {
                    read.push(*id);
                }
            }
            // What is assigned to is not read.
            ExprKind::Assign { left, right } if matches!(left.kind, ExprKind::Local(_)) => open.push(right),
            _ => open.extend(Part::Expr(expr).children().into_iter().rev().filter_map(Part::expr)),
        }
    }
    match read.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Bytes of an object.
fn in_memory(scene: &Scene<'_>, pointer: Pointer, offset: u64, size: u64, moved: Copied<'_>) -> Story {
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
    let story = with_cause(scene, story, &life);
    let story = match touch.library {
        Some("strcat" | "strncat") => story
            .meaning("strcat looks for the '\\0' of the text that is there, and there is none yet.")
            .advice(format!(
                "Begin with an empty text ({}[0] = '\\0';), or copy the first piece with strcpy.",
                first(scene, &touch)
            )),
        // The length of a text that nobody has begun.
        Some("strlen") if life.origin == Origin::Heap && offset == 0 && pointer.addr == life.base => story
            .meaning("malloc gives memory as it is: there is no text in it, not even an empty one.")
            .advice(format!("Begin with an empty text right after the malloc: {}[0] = '\\0';", first(scene, &touch))),
        _ => causes::set_in_part(scene, story, pointer, &life),
    };
    let story = match touch.place.or_else(|| scene.expr()).map(bare) {
        Some(place) => {
            let story = causes::set_at_birth(scene, story, Some(&life), place);
            causes::given_a_copy_of_whole(scene, story, place)
        }
        None => story,
    };
    match (touch.index, at) {
        (Some(index), Some(at)) => slips::loop_beyond_written(scene, story, index, at, size),
        _ => story,
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

fn with(scene: &Scene<'_>, touch: &super::touch::Touch<'_>) -> String {
    scene.with_index(touch.index, None)
}

/// The pointer by its name, if it is one.
fn first(scene: &Scene<'_>, touch: &super::touch::Touch<'_>) -> String {
    let name = touch.pointer.and_then(|e| scene.spell(e));
    let is_name = |name: &String| name.chars().all(|c| c.is_alphanumeric() || "_->.".contains(c));
    name.filter(is_name).unwrap_or_else(|| "text".to_owned())
}

/// Why the bytes have no value.
fn with_cause(scene: &Scene<'_>, story: Story, life: &Biography) -> Story {
    match life.origin {
        Origin::Heap => match scene.library_call(life.born).as_deref() {
            Some("realloc" | "reallocarray") => story
                .meaning("realloc keeps the old bytes; what is added at the end has no value yet.")
                .advice("Store a value in each new element before it is read."),
            _ => story
                .meaning("malloc gives memory as it is: it has no value until one is stored there.")
                .advice("Store a value first, or use calloc, which fills the block with zeros."),
        },
        Origin::Local { .. } => {
            let noun = scene.noun(life.origin);
            story.advice(format!(
                "Give {noun} a value where it is declared: = {{0}} sets all of an array or struct to zero."
            ))
        }
        _ => story,
    }
}

fn is_scalar(scene: &Scene<'_>, ty: crate::types::Type) -> bool {
    !matches!(scene.program.types.kind(ty), TypeKind::Array { .. } | TypeKind::Record(_))
}

/// Is the local named under this expression?
fn mentions(expr: &Expr, local: LocalId) -> bool {
    super::locate::any(
        Part::Expr(expr),
        |part| matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Local(id)) if *id == local),
    )
}

/// The member or element that is read by name (`s.x`), quoted.
fn named_place(scene: &Scene<'_>, expr: &Expr) -> Option<String> {
    let bare = bare(expr);
    match bare.kind {
        ExprKind::Member { .. } | ExprKind::Index { .. } => scene.quote(bare),
        ExprKind::Call { callee: Callee::Direct(_), .. } => None,
        _ => None,
    }
}
