//! The way from a trap to a finding.

use super::Finding;
use super::Note;
use super::StackEntry;
use super::arguments;
use super::arithmetic;
use super::assertion;
use super::bounds;
use super::bounds::index;
use super::effective;
use super::elsewhere;
use super::ending;
use super::facts;
use super::formats;
use super::lifetime;
use super::lifetime::freeing;
use super::null;
use super::overflow;
use super::promises;
use super::scene::Scene;
use super::stack;
use super::story::Story;
use super::uninitialized;
use super::unsequenced;
use super::usual;
use super::varargs;
use super::wild;
use super::wording::capital;
use crate::kinds::{Kind, Severity};
use crate::machine::Machine;
use crate::memory::{Promise, Tag, Trap, TrapData};
use crate::sema::tree::{NodeId, Program};
use crate::source::{SourceMap, Span};

/// The values of locals are told for so many calls, the innermost first.
const FRAMES_WITH_LOCALS: usize = 16;

/// Tells of a trap. The machine's frames are still as they were when it
/// happened; `node` is the place in the innermost one (for a library function
/// the student's call of it).
pub fn describe(
    program: &Program,
    map: &SourceMap,
    machine: &Machine,
    trap: &Trap,
    severity: Severity,
    node: NodeId,
) -> Finding {
    let scene = Scene::new(program, map, machine, node);
    let scene = Scene { focus: focus(&scene, &trap.data), ..scene };
    let story = tell(&scene, trap.kind, &trap.data);
    let general = usual::usual(trap.kind);
    let (object, tenant) = facts::objects(&scene, &trap.data);
    let entries = calls(&scene);
    // After the end there are no calls: then it is the function that the place stands in.
    let function = match entries.first() {
        Some(entry) => entry.function.clone(),
        None => scene.find_anywhere(node).map_or_else(String::new, |(id, _)| scene.function_name(id)),
    };
    Finding {
        kind: trap.kind,
        severity,
        message: story.message.unwrap_or_else(|| general.sentence.to_owned()),
        node,
        span: program.span(node),
        function,
        count: 1,
        step: machine.memory.steps,
        stack: entries,
        notes: story.notes,
        picture: story.picture,
        meaning: story.meaning.unwrap_or_else(|| general.meaning.to_owned()),
        advice: story.advice.unwrap_or_else(|| general.advice.to_owned()),
        real_machine: story.real_machine.unwrap_or_else(|| general.real_machine.to_owned()),
        outlived: outlived(machine, &trap.data),
        copied_to: story.copied_to,
        promise: match trap.data {
            TrapData::Broken { promise, .. } => Some(promise),
            TrapData::Formed { from, .. } if from.is_null() => Some(Promise::NullMoved),
            _ => None,
        },
        object,
        tenant,
    }
}

/// The object that a pointer of the trap has outlived.
fn outlived(machine: &Machine, data: &TrapData) -> Option<Tag> {
    match data {
        TrapData::Access { pointer, .. } | TrapData::Stale { pointer } => {
            machine.memory.biography(pointer.tag).filter(|life| life.died.is_some()).map(|life| life.tag)
        }
        TrapData::Noted { about, .. } => outlived(machine, about),
        _ => None,
    }
}

/// Where in memory the trap is.
fn focus(scene: &Scene<'_>, data: &TrapData) -> Option<usize> {
    match data {
        TrapData::Access { pointer, .. } | TrapData::Uninitialized { pointer: Some(pointer), .. } => {
            let life = scene.machine.memory.biography(pointer.tag)?;
            let (_, at) = scene.machine.memory.start_of(life.tag)?;
            at.checked_add_signed(isize::try_from(pointer.addr.wrapping_sub(life.base).cast_signed()).ok()?)
        }
        TrapData::Index { index, length, .. } => index::focus(scene, *index, *length),
        TrapData::Noted { about, .. } => focus(scene, about),
        _ => None,
    }
}

/// The calls under way, the innermost first, which is at `node`.
pub fn under_way(program: &Program, map: &SourceMap, machine: &Machine, node: NodeId) -> Vec<StackEntry> {
    calls(&Scene::new(program, map, machine, node))
}

fn calls(scene: &Scene<'_>) -> Vec<StackEntry> {
    let levels = stack::levels(&scene.machine.frames.stack, scene.node);
    let mut entries: Vec<_> = levels.iter().map(|level| stack::entry(scene.program, level)).collect();
    for (entry, level) in entries.iter_mut().zip(&levels).take(FRAMES_WITH_LOCALS) {
        entry.locals = scene.locals(level.frame, level.function, level.node);
    }
    if let Some(innermost) = entries.first_mut() {
        innermost.locals.extend(scene.named_globals());
    }
    stack::cut(&mut entries);
    entries
}

/// The particular words for the facts of a trap.
fn tell(scene: &Scene<'_>, kind: Kind, data: &TrapData) -> Story {
    match data {
        TrapData::None => match kind {
            Kind::Aborted => ending::aborted(scene),
            _ => Story::default(),
        },
        TrapData::Noted { about, note, place } => {
            let span = place.map_or(Span::NONE, |node| scene.span(node));
            let mut story = tell(scene, kind, about);
            // What the library knows of a place is more than what the text tells of it.
            let same = |known: &Note| !span.is_none() && scene.at(known.span) == scene.at(span);
            story.notes.retain(|known| !same(known));
            let story = story.note(note.clone(), span);
            match (&**about, place) {
                (TrapData::Uninitialized { .. }, Some(call)) => uninitialized::not_assigned(scene, story, *call),
                _ => story,
            }
        }
        TrapData::Text(text) if kind == Kind::AssertionFailed => assertion::failed(scene, text),
        TrapData::Text(text) if kind == Kind::MissingReturn => ending::missing_return(scene, sentence(text)),
        TrapData::Text(text) if kind == Kind::NullDereference => null::argument(scene, sentence(text)),
        TrapData::Text(text) if kind == Kind::VaArgMismatch => varargs::mismatch(scene, sentence(text)),
        TrapData::Text(text) if kind == Kind::FormatMismatch => formats::no_conversion(sentence(text)),
        TrapData::Text(text) if kind == Kind::BadArgument => arguments::refused(scene, sentence(text)),
        TrapData::Text(text) if kind == Kind::UseAfterClose => ending::closed(scene, sentence(text)),
        TrapData::Text(text) => Story::new(sentence(text)),
        TrapData::Broken { promise: Promise::TextGiven, text } => formats::null_text(scene, sentence(text)),
        TrapData::Broken { promise, text } => promises::broken(*promise, sentence(text)),
        TrapData::TextAt { text, pointer } => {
            let story = match kind {
                Kind::OverlappingCopy => ending::overlapping(scene, sentence(text)),
                _ => Story::new(sentence(text)),
            };
            match scene.machine.memory.biography(pointer.tag) {
                Some(life) if life.died.is_some() => scene.with_death(scene.with_birth(story, &life), &life),
                Some(life) => scene.with_birth(story, &life),
                None => story,
            }
        }
        TrapData::Access { pointer, size, access } => match kind {
            Kind::NullDereference => null::dereference(scene, *pointer, *access),
            Kind::UseAfterFree | Kind::UseAfterScope | Kind::UseAfterReturn => {
                lifetime::used(scene, kind, *pointer, *size, *access)
            }
            Kind::DoubleFree => freeing::double(scene, *pointer, *access),
            Kind::InvalidFree => freeing::invalid(scene, *pointer, *access),
            Kind::OutOfBounds => bounds::access(scene, *pointer, *size, *access),
            Kind::ReadonlyWrite => elsewhere::readonly(scene, *pointer),
            Kind::WildPointer => wild::wild(scene, *pointer, *access),
            Kind::CallMismatch => elsewhere::call(scene, *pointer),
            Kind::MisalignedAccess => elsewhere::misaligned(scene, *pointer, *access),
            _ => Story::default(),
        },
        TrapData::Conversion(bad) => formats::conversion(scene, bad),
        TrapData::Index { index: value, length, access } => index::outside(scene, *value, *length, *access),
        TrapData::Uninitialized { pointer, offset, size, moved } => {
            uninitialized::read(scene, *pointer, *offset, *size, moved)
        }
        TrapData::Stale { pointer } => lifetime::dangling(scene, *pointer),
        TrapData::Formed { from, to } => bounds::formed(scene, *from, *to),
        TrapData::Unrelated { left, right } => elsewhere::unrelated(scene, *left, *right),
        TrapData::OtherClass { stored } => effective::read(scene, *stored),
        TrapData::OtherStore { pointer } => effective::stored(scene, *pointer),
        TrapData::NotVolatile { pointer } => effective::not_volatile(scene, *pointer),
        TrapData::Unsequenced { first, second, both_write } => {
            unsequenced::accesses(scene, *first, *second, *both_write)
        }
        TrapData::Arith { op, left, right, bits } => match kind {
            Kind::DivisionByZero => arithmetic::division(scene, Some(*left)),
            Kind::InvalidShift => arithmetic::shift(scene, *op, *left, *right, *bits),
            _ => arithmetic::overflow(scene, *op, *left, *right, *bits),
        },
        TrapData::Value { value, bits } => match kind {
            Kind::AllocationSize => ending::size(scene, *value),
            Kind::InvalidArraySize => arithmetic::array_size(scene, *value),
            Kind::DivisionByZero => arithmetic::division(scene, Some(*value)),
            _ => arithmetic::unary_overflow(scene, *value, *bits),
        },
        TrapData::Float { value, bits, signed } => arithmetic::conversion(scene, *value, *bits, *signed),
        TrapData::Stack { wanted, left, host } => overflow::stack(scene, *wanted, *left, *host),
    }
}

/// Words from elsewhere as a sentence: with a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    // A name of C stays as it is.
    let word = ["the ", "this ", "a ", "an ", "in ", "parameter "].iter().any(|word| text.starts_with(word));
    let text = if word { capital(text) } else { text.to_owned() };
    if text.ends_with(['.', '!', '?', ':']) { text } else { format!("{text}.") }
}
