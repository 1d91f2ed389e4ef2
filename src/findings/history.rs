//! The notes that tell what happened before: allocated, freed, given out again,
//! declared, went out of scope.

use super::scene::Scene;
use super::story::Story;
use super::touch::done;
use super::wording::count;
use crate::memory::{Access, Biography, Ending, Event, Origin, Pointer, Reason};
use crate::sema::tree::{Callee, ExprKind, NodeId};
use crate::source::Span;
use crate::types::Type;

/// Calls that are told behind an event.
const MOST_CALLS: usize = 3;

/// An access to an object that is no more.
#[derive(Clone, Copy)]
pub(super) struct Touched {
    /// Through which pointer.
    pub pointer: Pointer,
    /// Bytes.
    pub size: u64,
    /// What for.
    pub access: Access,
    /// The type of what the pointer was to point to.
    pub target: Option<Type>,
}

impl Scene<'_> {
    /// Where the object began: the allocation, or the declaration.
    pub fn with_birth(&self, story: Story, life: &Biography) -> Story {
        match life.origin {
            Origin::Heap => {
                let what = format!("{} ({}) is allocated", self.block(life), count(life.size, "byte"));
                self.with_event(story, what, life.born)
            }
            Origin::Alloca { .. } => story.note("alloca gives this storage", self.span(life.born.node)),
            origin => {
                let span = self.declared_at(origin);
                if span.is_none() || self.map.is_built_in(span) {
                    return story;
                }
                if self.is_returned(origin) {
                    return story.note("the call returns it", span);
                }
                let noun = self.noun(origin);
                let verb = if matches!(origin, Origin::String(_)) { "stands here" } else { "is declared" };
                story.note(format!("{noun} {verb}"), span)
            }
        }
    }

    /// How the object ended.
    pub fn with_death(&self, story: Story, life: &Biography) -> Story {
        let Some(death) = life.died else { return story };
        match death.ending {
            Ending::Freed => self.with_event(story, "it is freed".to_owned(), death.event),
            Ending::Reallocated => {
                let what = "realloc gives it back; only what realloc returns is good".to_owned();
                self.with_event(story, what, death.event)
            }
            Ending::Left(reason) => {
                let what = match reason {
                    _ if reason == Reason::Return || self.ends_function(life.origin, death.event.node) => {
                        match life.origin {
                            Origin::Local { function, .. } => format!("{} returns", self.function_name(function)),
                            _ => "the function returns".to_owned(),
                        }
                    }
                    _ if self.is_returned(life.origin) => "its expression ends".to_owned(),
                    Reason::Break => "its block is left".to_owned(),
                    Reason::Longjmp => "longjmp leaves its block".to_owned(),
                    _ => "its block ends".to_owned(),
                };
                story.event(what, self.span(death.event.node), death.event.step)
            }
        }
    }

    /// Is this the `}` of the function whose local it was?
    fn ends_function(&self, origin: Origin, node: NodeId) -> bool {
        let Origin::Local { function, .. } = origin else { return false };
        self.body(function).is_some_and(|body| body.block.end == Some(node))
    }

    /// Who has the address now, and what the access would have done to it.
    pub fn with_heir(&self, story: Story, life: &Biography, touched: Option<Touched>) -> Story {
        let Some(Touched { pointer, size, access, target }) = touched else { return story };
        let heir = self.machine.memory.living_at(pointer.addr).filter(|heir| heir.tag != life.tag);
        let Some(heir) = heir else { return story };
        let mut story = self.with_new_owner(story, life, &heir);
        if let Some(what) = self.consequence(pointer.addr, access, false) {
            story = story.note(what, Span::NONE);
        }
        let element = match self.holder(heir.tag) {
            Some(holder) => Some(holder.pointee),
            None => self.declared_type(heir.origin).map(|ty| self.program.types.element(ty).unwrap_or(ty)),
        };
        let words = format!("{} {} here", count(size.max(1), "byte"), done(access));
        story.picture = self
            .drawn(&heir)
            .filter(|_| matches!(access, Access::Read | Access::Write))
            .and_then(|drawn| self.inside(&drawn, pointer.addr, size.max(1), self.cells(element.or(target)), &words));
        story
    }

    /// When the memory became another object's.
    fn with_new_owner(&self, story: Story, life: &Biography, heir: &Biography) -> Story {
        match heir.origin {
            // realloc in place: one event was both.
            Origin::Heap if life.died.is_some_and(|death| death.event.step == heir.born.step) => story,
            Origin::Heap => {
                let holder = self.holder(heir.tag).map_or_else(String::new, |h| format!(" ('{}')", h.name));
                let what = format!("its memory is given out again: {}{holder}", self.block(heir));
                self.with_event(story, what, heir.born)
            }
            Origin::Local { .. } => {
                let noun = self.noun(heir.origin);
                let again = self.declared_at(heir.origin) == self.declared_at(life.origin);
                let whose = if again { format!("a new {noun}, of a later turn or call") } else { noun };
                story.note(format!("its memory now belongs to {whose}"), self.declared_at(heir.origin))
            }
            _ => story,
        }
    }

    /// An event with the calls that led to it.
    fn with_event(&self, story: Story, what: String, event: Event) -> Story {
        let mut chain = event.chain;
        let mut links = Vec::new();
        while let Some(link) = self.machine.chains.get(chain) {
            links.push(link);
            // Chains are bounded, but a report must end whatever they are.
            if links.len() > MOST_CALLS || link.parent == chain {
                break;
            }
            chain = link.parent;
        }
        let place = links.first().filter(|_| links.len() > 1);
        let inside = place.map_or_else(String::new, |l| format!(", in {}", self.function_name(l.function)));
        let mut story = story.event(format!("{what}{inside}"), self.span(event.node), event.step);
        for (link, outer) in links.iter().zip(links.iter().skip(1)).take(MOST_CALLS) {
            let span = self.span(link.call);
            if !span.is_none() {
                let recursive = if link.recursive { ", and calls itself" } else { "" };
                let (called, caller) = (self.function_name(link.function), self.function_name(outer.function));
                story = story.note(format!("{called} is called by {caller}{recursive}"), span);
            }
        }
        story
    }

    /// The library function that is called at an event.
    pub fn library_call(&self, event: Event) -> Option<String> {
        let (_, path) = self.find_anywhere(event.node)?;
        match &super::spell::uncast(path.expr()?).kind {
            ExprKind::Call { callee: Callee::Direct(id), .. } => {
                self.program.function(*id).map(|function| function.name.to_string())
            }
            _ => None,
        }
    }
}
