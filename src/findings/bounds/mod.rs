//! Accesses through pointers outside of what they may use, and pointers formed there.

mod around;
pub(super) mod command_line;
mod computed;
pub(super) mod elements;
pub(super) mod guards;
pub(super) mod index;
pub(super) mod loops;
mod matrix;
mod outside;
mod passed;
pub(super) mod relation;
pub(super) mod requested;
pub(super) mod room;
pub(super) mod slips;
pub(super) mod untested;

use crate::findings::causes;
use crate::findings::picture::{Drawn, extent};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::findings::touch::{Touch, does, done};
use crate::findings::wording::{capital, count};
use crate::memory::{Access, Biography, Pointer};
use crate::sema::tree::ExprKind;
use crate::source::Span;
use crate::types::{Type, TypeKind};
use elements::{Elements, row_index};
use relation::Relation;

/// Bytes from an object to where surely nothing lies on a real machine either.
pub(in crate::findings) const FAR: u64 = 1 << 30;
/// What one would see there.
pub(in crate::findings) const CRASHES: &str = "Segmentation fault (Valgrind: Invalid read; ASan: SEGV)";

/// An access outside of what its pointer may use.
pub(in crate::findings) struct Outside<'a> {
    /// The source's words for it.
    pub touch: Touch<'a>,
    /// The object it was meant for.
    pub life: Biography,
    /// Through which pointer.
    pub pointer: Pointer,
    /// Bytes.
    pub size: u64,
    /// What for.
    pub access: Access,
    /// The type of the elements, where the source tells it.
    pub element: Option<Type>,
}

impl Outside<'_> {
    /// How it lies to what the pointer may use.
    pub fn relation(&self) -> Relation {
        let (base, len) = extent(&self.life);
        Relation::of(self.pointer.addr, self.size, base, len)
    }
}

/// An access through a pointer outside of what it may use.
pub(in crate::findings) fn access(scene: &Scene<'_>, pointer: Pointer, size: u64, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let Some(life) = scene.machine.memory.biography(pointer.tag) else {
        return match scene.function_at(pointer) {
            Some(name) => Story::new(format!("The code of function '{name}' is {} as if it were data.", done(access))),
            None => Story::default(),
        };
    };
    let outside = Outside { element: scene.element_type(&touch), touch, life, pointer, size, access };
    let relation = outside.relation();
    let before = matches!(relation, Relation::Before(_));
    let with = scene.with_index(outside.touch.index, None);
    if let Some(story) = scene.beyond_command_line(&life, outside.touch.place, before, &with) {
        return story;
    }
    let object = object_words(scene, &life, &outside.touch, outside.element);
    let elements = Elements::of(scene, &outside);
    let touch = &outside.touch;
    let story = match (touch.library, &elements) {
        (_, Some(elements)) => Story::new(elements.sentence(scene, &outside)),
        (Some(function), None) => library(scene, function, &outside, &object),
        (None, None) => {
            let what = touch.place.and_then(|e| scene.quote(e)).unwrap_or_else(|| "Memory".to_owned());
            let row = touch.place.and_then(|place| row_index(scene, place));
            let with = scene.with_index(row.map_or(touch.index, |row| Some(row.index)), None);
            let done = done(access);
            Story::new(match relation {
                Relation::Across(over) => {
                    let lie = if over == 1 { "lies" } else { "lie" };
                    let size = count(size, "byte");
                    format!("{what} is {done}{with}, but {over} of its {size} {lie} after the end of {object}.")
                }
                relation => format!("{what} is {done}{with}, {} {object}.", relation.words()),
            })
        }
    };
    let story = match &elements {
        Some(elements) => {
            let at = elements.outside();
            let story = loops::mend(scene, story, &at);
            match requested::mend(scene, &outside, at.index) {
                Some(advice) => story.advice(advice),
                None => story,
            }
        }
        None if passed::row(scene, &outside).is_some() => {
            story.advice(passed::row(scene, &outside).unwrap_or_default())
        }
        None if touch.library.is_none() && touch.index.is_none() => story.advice(room::keep_inside(scene, &outside)),
        None => story,
    };
    let story = match relation {
        Relation::After(far) | Relation::Before(far) if far >= FAR && touch.library.is_none() => {
            story.real_machine(CRASHES)
        }
        _ => story,
    };
    let story = slips::allocation(scene, story, &outside);
    let story = scene.with_birth(story, &life);
    let story = match (touch.library, touch.pointer) {
        (Some(function), Some(text)) if unterminated(scene, function, &outside) => {
            causes::cut_by_strncpy(scene, story, uncast(text))
        }
        _ => story,
    };
    let drawn = scene.drawn(&life).filter(|_| relation != Relation::Inside);
    match drawn {
        Some(drawn) => with_picture(scene, story, &drawn, (pointer.addr, size, access), outside.element),
        None => story,
    }
}

/// The bytes at the edge of the object, and what lies where the access leaves it.
pub(in crate::findings) fn with_picture(
    scene: &Scene<'_>,
    story: Story,
    drawn: &Drawn,
    (addr, size, access): (u64, u64, Access),
    element: Option<Type>,
) -> Story {
    let words = format!("{} {} here", count(size, "byte"), done(access));
    let picture = scene.outside(drawn, addr, size, scene.cells(element), &words);
    let end = drawn.base.saturating_add(drawn.len);
    let outside = if addr < drawn.base { addr } else { addr.max(end) };
    // What has no value is named in the picture already.
    let told = scene.consequence(outside, access, picture.is_none());
    let mut story = match told {
        Some(what) => story.note(what, Span::NONE),
        None => story,
    };
    story.picture = picture;
    story
}

/// The object's name and extent; of a part, the part's.
fn object_words(scene: &Scene<'_>, life: &Biography, touch: &Touch<'_>, element: Option<Type>) -> String {
    let Some(range) = life.range else { return scene.noun_with_size(life, element) };
    let size = count(range.len, "byte");
    let named = scene.variable_name(life.origin).zip(scene.declared_type(life.origin)).map(|(name, ty)| {
        let (part, _) = array_at(scene, ty, range.offset, range.len);
        format!("'{name}{part}'")
    });
    let written =
        || touch.pointer.filter(|e| matches!(bare(e).kind, ExprKind::Member { .. })).and_then(|e| scene.quote(e));
    let each = element.map_or(0, |ty| scene.size_of(ty));
    let extent = match range.len.checked_div(each) {
        Some(n) if range.len.is_multiple_of(each) && n > 0 => count(n, "element"),
        _ => size,
    };
    match named.or_else(written) {
        Some(name) => format!("{name}, which has {extent}"),
        None => format!("a part of {} that has {extent}", scene.noun(life.origin)),
    }
}

/// The name of the array of `len` bytes that lies at an offset of a type.
pub(in crate::findings) fn array_at(scene: &Scene<'_>, ty: Type, offset: u64, len: u64) -> (String, u64) {
    // The part that begins there is the array's first element; names are cut where the array itself is found.
    let mut name = String::new();
    let (mut ty, mut rest) = (ty, offset);
    for _ in 0..16 {
        match scene.program.types.kind(ty) {
            TypeKind::Array { .. } if rest == 0 && scene.size_of(ty) == len => break,
            TypeKind::Array { element, .. } => {
                let each = scene.size_of(*element);
                let Some(index) = rest.checked_div(each) else { break };
                name.push_str(&format!("[{index}]"));
                rest -= index * each;
                ty = *element;
            }
            TypeKind::Record(id) => {
                let members = scene.program.types.record(*id).and_then(|r| r.members.as_deref()).unwrap_or(&[]);
                let holds = members
                    .iter()
                    .rev()
                    .find(|m| rest.checked_sub(m.offset).is_some_and(|i| i < scene.size_of(m.ty).max(1)));
                let Some(member) = holds else { break };
                if let Some(member_name) = &member.name {
                    name.push_str(&format!(".{member_name}"));
                }
                rest -= member.offset;
                ty = member.ty;
            }
            _ => break,
        }
    }
    (name, rest)
}

/// What a library function did.
fn library(scene: &Scene<'_>, function: &str, outside: &Outside<'_>, object: &str) -> Story {
    let Outside { life, access, size, .. } = outside;
    let (base, len) = extent(life);
    let offset = outside.pointer.addr.wrapping_sub(base);
    let relation = outside.relation();
    if unterminated(scene, function, outside) {
        return Story::new(format!(
            "'{function}' reads past the end of {object}: there is no '\\0' to end the string."
        ))
        .meaning("A string ends at its '\\0'; without one the function reads on past it.")
        .advice(room::for_the_end(scene, outside).unwrap_or_else(|| {
            "Make room for the '\\0' and store it: char s[4] = \"abc\"; or s[n] = '\\0';".to_owned()
        }));
    }
    let Relation::Across(over) = relation else {
        return Story::new(format!("'{function}' {} {} {object}.", does(*access), relation.words()));
    };
    let room = count(len.saturating_sub(offset), "byte");
    if size.cast_signed() < 0 {
        return Story::new(format!(
            "'{function}' is given a size of {}, which is taken as {}: far more than {object}.",
            size.cast_signed(),
            count(*size, "byte")
        ))
        .meaning("A size is unsigned: the function takes a negative number as a very large one.")
        .advice("Find out how the number became negative, and test it before the call.");
    }
    let here = if offset == 0 { String::new() } else { format!(" from byte {offset} of it on") };
    let size = count(*size, "byte");
    if *access == Access::Read {
        return Story::new(format!("'{function}' reads {size}{here}, {over} more than there are in {object}."))
            .meaning(format!("There are {room} only. What follows belongs to something else."))
            .advice("Let the function read no more than there is.");
    }
    let end = if over == 1 && ends_with_zero(function) { ": the '\\0' at the end does not fit" } else { "" };
    Story::new(format!("'{function}' {} {size}{here}, {over} more than fit into {object}{end}.", does(*access)))
        .meaning(format!(
            "There is room for {room} only; {} would lie in something else.",
            if over == 1 { "the last byte" } else { "the rest" }
        ))
        .advice(room::advice(scene, function, outside, outside.size).unwrap_or_else(|| {
            "Make the destination large enough (for strings: their length and 1 more for the '\\0'), or copy less."
                .to_owned()
        }))
}

/// Is the last byte that the function writes the zero that ends a string?
fn ends_with_zero(function: &str) -> bool {
    let plain = function.strip_prefix('v').unwrap_or(function);
    matches!(plain, "strcpy" | "stpcpy" | "strcat" | "strncat" | "sprintf" | "snprintf" | "gets" | "strftime")
}

/// Was a string (of characters or wide ones) read to the end of its object without a zero?
fn unterminated(scene: &Scene<'_>, function: &str, outside: &Outside<'_>) -> bool {
    let Outside { touch, life, size, access, .. } = outside;
    if *access != Access::Read || outside.relation() != Relation::After(0) || function.contains("mem") {
        return false;
    }
    let (_, len) = extent(life);
    let types = &scene.program.types;
    let character = touch
        .pointer
        .and_then(|e| types.pointee(bare(e).ty).or(types.element(bare(e).ty)))
        .is_some_and(|ty| matches!(*size, 1 | 4) && scene.size_of(ty) == *size);
    let Some((_, at)) = scene.machine.memory.start_of(life.tag) else { return false };
    let first = at.saturating_add(usize::try_from(life.range.map_or(0, |r| r.offset)).unwrap_or(0));
    let (Ok(last), Ok(unit)) = (usize::try_from(len.saturating_sub(*size)), usize::try_from(*size)) else {
        return false;
    };
    let bytes = scene.machine.memory.raw(first.saturating_add(last), unit);
    character && len >= *size && bytes.iter().any(|byte| *byte != 0)
}

/// A pointer is formed outside of its object.
pub(in crate::findings) fn formed(scene: &Scene<'_>, from: Pointer, to: Pointer) -> Story {
    let Some(life) = scene.machine.memory.biography(from.tag) else {
        return Story::new(match from.is_null() {
            true => return crate::findings::ending::null_moved(scene),
            false => "A pointer is moved that points to no object.",
        });
    };
    let what = scene.expr().and_then(|e| scene.quote(e)).unwrap_or_else(|| "A pointer".to_owned());
    let (base, len) = extent(&life);
    let element = scene.expr().and_then(|e| scene.program.types.pointee(bare(e).ty));
    let object = object_words(scene, &life, &Touch::default(), element);
    let where_ = match Relation::of(to.addr, 0, base, len) {
        Relation::Inside | Relation::Across(_) => format!("inside {}", scene.noun(life.origin)),
        relation => format!("{} {object}", relation.words()),
    };
    scene.with_birth(Story::new(capital(&format!("{what} points {where_}."))), &life)
}
