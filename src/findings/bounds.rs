//! Accesses outside of objects, and pointers formed there.

use super::picture::extent;
use super::scene::Scene;
use super::slips;
use super::spell::bare;
use super::story::Story;
use super::touch::{Touch, does, done};
use super::wording::{capital, count};
use crate::memory::{Access, Biography, Origin, Pointer, U8};
use crate::sema::tree::{Expr, ExprKind};
use crate::types::{Type, TypeKind};

/// How an access lies to what it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It begins so many bytes after the end.
    After(u64),
    /// It begins so many bytes before the start.
    Before(u64),
    /// It begins inside; so many bytes lie behind the end.
    Across(u64),
    /// It lies inside (the limit was another than the object's).
    Inside,
}

impl Relation {
    /// How `size` bytes at `addr` lie to `len` bytes at `base`.
    pub fn of(addr: u64, size: u64, base: u64, len: u64) -> Relation {
        if addr < base {
            return Relation::Before(base - addr);
        }
        let end = base.saturating_add(len);
        if addr >= end {
            return Relation::After(addr - end);
        }
        match addr.saturating_add(size).saturating_sub(end) {
            0 => Relation::Inside,
            over => Relation::Across(over),
        }
    }

    /// In words that go before the name of the object.
    pub fn words(self) -> String {
        match self {
            Relation::After(0) => "right after the end of".to_owned(),
            Relation::After(n) => format!("{} after the end of", count(n, "byte")),
            Relation::Before(n) => format!("{} before the start of", count(n, "byte")),
            Relation::Across(n) => format!("{} too far at the end of", count(n, "byte")),
            Relation::Inside => "inside".to_owned(),
        }
    }
}

/// An index that a declared array does not have.
pub(super) fn index(scene: &Scene<'_>, value: i64, length: u64, access: Access) -> Story {
    let found = scene.expr().and_then(|e| indexed(scene, e, value, length));
    let Some((place, array, index)) = found else {
        return Story::new(format!("Index {value} of an array is {}, but the array has {}.", done(access), has(length)));
    };
    let name = scene.spell(array).unwrap_or_else(|| "the array".to_owned());
    let what = scene.quote(place).unwrap_or_else(|| format!("'{name}[{value}]'"));
    let with = scene.with_index(Some(index), Some(value));
    let last = match length {
        0 => String::new(),
        1 => format!(", '{name}[0]'"),
        n => format!(", '{name}[0]' to '{name}[{}]'", n - 1),
    };
    let story = Story::new(format!("{what} is {}{with}, but '{name}' has {}{last}.", done(access), has(length)));
    let story = slips::loop_condition(scene, story, index, u64::try_from(value).ok(), length);
    let (story, life) = with_variable(scene, story, array);
    let Some(life) = life else { return story };
    let each = scene.size_of(place.ty);
    let offset = value.checked_mul(i64::try_from(each).unwrap_or(0)).unwrap_or(0);
    let (base, _) = extent(&life);
    with_picture(scene, story, &life, Pointer { addr: base.wrapping_add_signed(offset), tag: life.tag }, each, each, access)
}

fn has(length: u64) -> String {
    match length {
        0 => "no elements".to_owned(),
        n => count(n, "element"),
    }
}

/// The `[i]` under the node whose array is declared with this length.
fn indexed<'t>(scene: &Scene<'_>, expr: &'t Expr, value: i64, length: u64) -> Option<(&'t Expr, &'t Expr, &'t Expr)> {
    let frame = scene.innermost()?;
    let mut open = vec![expr];
    let mut unsure = None;
    while let Some(expr) = open.pop() {
        if let ExprKind::Index { base, index, .. } = &expr.kind
            && let ExprKind::Decay(array) = &bare_of_decay(base).kind
            && scene.array_length(array.ty).is_none_or(|n| n == length)
        {
            match scene.int_value(frame, index) {
                Some(i) if i == value => return Some((expr, array, index)),
                Some(_) => {}
                None => unsure = unsure.or(Some((expr, &**array, &**index))),
            }
        }
        open.extend(super::locate::Part::Expr(expr).children().into_iter().rev().filter_map(super::locate::Part::expr));
    }
    unsure
}

fn bare_of_decay(expr: &Expr) -> &Expr {
    let mut expr = expr;
    while let ExprKind::Convert { operand, explicit: false, .. } = &expr.kind {
        expr = operand;
    }
    expr
}

/// The declaration of the variable that an array is (part of), and its object if it has one.
fn with_variable(scene: &Scene<'_>, story: Story, array: &Expr) -> (Story, Option<Biography>) {
    let mut whole = array;
    while let ExprKind::Member { base, .. } = &whole.kind {
        whole = base;
    }
    let (name, span) = match whole.kind {
        ExprKind::Local(id) => {
            let frame = scene.innermost().and_then(|i| scene.frame(i));
            match frame.and_then(|f| scene.local(f.function, id)) {
                Some(local) => (local.name.to_string(), local.span),
                None => return (story, None),
            }
        }
        ExprKind::Global(id) => match scene.program.global(id) {
            Some(global) => (global.name.to_string(), global.span),
            None => return (story, None),
        },
        _ => return (story, None),
    };
    (story.note(format!("'{name}' is declared here"), span), None)
}

/// An access through a pointer outside of what it may use.
pub(super) fn access(scene: &Scene<'_>, pointer: Pointer, size: u64, access: Access) -> Story {
    let touch = scene.touch(pointer, access);
    let Some(life) = scene.machine.memory.biography(pointer.tag) else {
        return match scene.function_at(pointer) {
            Some(name) => Story::new(format!("The code of function '{name}' is {} as if it were data.", done(access))),
            None => Story::default(),
        };
    };
    let element = scene.touched_type(&touch);
    let (base, len) = extent(&life);
    let relation = Relation::of(pointer.addr, size, base, len);
    let object = object_words(scene, &life, &touch, element);
    let story = match touch.library {
        Some(function) => library(scene, function, &touch, pointer, size, access, &life, relation, &object),
        None => {
            let what = touch.place.and_then(|e| scene.quote(e)).unwrap_or_else(|| "Memory".to_owned());
            let with = scene.with_index(touch.index, None);
            Story::new(match relation {
                Relation::Across(over) => format!(
                    "{what} is {}{with}, but {} of its {} lie{} after the end of {object}.",
                    done(access),
                    over,
                    count(size, "byte"),
                    if over == 1 { "s" } else { "" }
                ),
                relation => format!("{what} is {}{with}, {} {object}.", done(access), relation.words()),
            })
        }
    };
    let each = element.map_or(1, |ty| scene.size_of(ty)).max(1);
    let length = len / each;
    let story = match (touch.index, relation) {
        (Some(index), Relation::After(distance)) => {
            let reached = len.checked_add(distance).and_then(|n| n.checked_div(each));
            slips::loop_condition(scene, story, index, reached, length)
        }
        _ => story,
    };
    let story = slips::allocation(scene, story, &life, &touch, element, relation, access);
    let story = scene.with_birth(story, &life);
    with_picture(scene, story, &life, pointer, size, each, access)
}

/// The object's name and extent; of a part, the part's.
fn object_words(scene: &Scene<'_>, life: &Biography, touch: &Touch<'_>, element: Option<Type>) -> String {
    let Some(range) = life.range else { return scene.noun_with_size(life, element) };
    let size = count(range.len, "byte");
    let named = scene.variable_name(life.origin).zip(scene.declared_type(life.origin)).map(|(name, ty)| {
        let (part, _) = array_at(scene, ty, range.offset, range.len);
        format!("'{name}{part}'")
    });
    let written = || touch.pointer.filter(|e| matches!(bare(e).kind, ExprKind::Member { .. })).and_then(|e| scene.quote(e));
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
fn array_at(scene: &Scene<'_>, ty: Type, offset: u64, len: u64) -> (String, u64) {
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
                let holds =
                    members.iter().rev().find(|m| rest.checked_sub(m.offset).is_some_and(|i| i < scene.size_of(m.ty).max(1)));
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

#[allow(clippy::too_many_arguments, reason = "the facts of one access, told in one sentence")]
fn library(
    scene: &Scene<'_>,
    function: &str,
    touch: &Touch<'_>,
    pointer: Pointer,
    size: u64,
    access: Access,
    life: &Biography,
    relation: Relation,
    object: &str,
) -> Story {
    let (base, len) = extent(life);
    let offset = pointer.addr.wrapping_sub(base);
    if access == Access::Read && size == 1 && relation == Relation::After(0) && unterminated(scene, touch, life, len) {
        return Story::new(format!("'{function}' reads past the end of {object}: there is no '\\0' to end the string."))
            .meaning("A string ends at the character '\\0'. Without one the function reads on into whatever follows.")
            .advice("Make room for the '\\0' and store it: char s[4] = \"abc\"; or s[n] = '\\0';");
    }
    let Relation::Across(over) = relation else {
        return Story::new(format!("'{function}' {} {} {object}.", does(access), relation.words()));
    };
    let room = len.saturating_sub(offset);
    let here = if offset == 0 { String::new() } else { format!(" from byte {offset} of it on") };
    Story::new(format!(
        "'{function}' {} {}{here}, {} more than fit into {object}.",
        does(access),
        count(size, "byte"),
        over
    ))
    .meaning(format!(
        "There is room for {} only. {} would lie in memory that belongs to something else.",
        count(room, "byte"),
        if over == 1 { "The last byte" } else { "The rest" }
    ))
    .advice("Make the destination large enough (for strings: their length and 1 more for the '\\0'), or copy less.")
}

/// Was a string read to the end of its object without a zero?
fn unterminated(scene: &Scene<'_>, touch: &Touch<'_>, life: &Biography, len: u64) -> bool {
    let character = touch
        .pointer
        .and_then(|e| scene.program.types.pointee(super::spell::bare(e).ty).or(scene.program.types.element(bare(e).ty)))
        .is_some_and(|ty| scene.size_of(ty) == 1);
    let Some((_, at)) = scene.machine.memory.start_of(life.tag) else { return false };
    let first = at.saturating_add(usize::try_from(life.range.map_or(0, |r| r.offset)).unwrap_or(0));
    let Ok(last) = usize::try_from(len.saturating_sub(1)) else { return false };
    character && len > 0 && scene.machine.memory.load::<U8>(first.saturating_add(last)).is_some_and(|byte| byte != 0)
}

fn with_picture(
    scene: &Scene<'_>,
    mut story: Story,
    life: &Biography,
    pointer: Pointer,
    size: u64,
    each: u64,
    access: Access,
) -> Story {
    let words = match Relation::of(pointer.addr, size, extent(life).0, extent(life).1) {
        Relation::Inside => return story,
        _ => format!("{} {} here", count(size, "byte"), done(access)),
    };
    story.picture = scene.outside(life, pointer, size, each, &words);
    story
}

/// A pointer is formed outside of its object.
pub(super) fn formed(scene: &Scene<'_>, from: Pointer, to: Pointer) -> Story {
    let Some(life) = scene.machine.memory.biography(from.tag) else {
        return Story::new(match from.is_null() {
            true => "Something is added to a null pointer.",
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


#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_lies_before_across_or_after() {
        assert_eq!(Relation::of(140, 4, 100, 40), Relation::After(0));
        assert_eq!(Relation::of(144, 4, 100, 40), Relation::After(4));
        assert_eq!(Relation::of(96, 4, 100, 40), Relation::Before(4));
        assert_eq!(Relation::of(138, 4, 100, 40), Relation::Across(2));
        assert_eq!(Relation::of(136, 4, 100, 40), Relation::Inside);
        assert_eq!(Relation::of(u64::MAX, 8, 100, 40), Relation::After(u64::MAX - 140));
        assert_eq!(Relation::After(1).words(), "1 byte after the end of");
    }
}
