//! The notes that tell what happened before: allocated, freed, given out again,
//! declared, went out of scope.

use super::scene::Scene;
use super::story::Story;
use super::touch::done;
use super::wording::count;
use crate::memory::{Access, Biography, Ending, Event, Origin, Pointer, Reason};
use crate::sema::tree::{Callee, ExprKind, NodeId};
use crate::source::Span;

/// Calls that are told behind an event.
const MOST_CALLS: usize = 3;

impl Scene<'_> {
    /// Where the object began: the allocation, or the declaration.
    pub fn with_birth(&self, story: Story, life: &Biography) -> Story {
        match life.origin {
            Origin::Heap => {
                let what = format!("{} of {} was allocated here", self.block(life), count(life.size, "byte"));
                self.with_event(story, what, life.born)
            }
            Origin::Alloca { .. } => story.note("alloca gave this storage here", self.span(life.born.node)),
            origin => {
                let span = self.declared_at(origin);
                if span.is_none() || self.map.is_built_in(span) {
                    return story;
                }
                let noun = self.noun(origin);
                let verb = if matches!(origin, Origin::String(_)) { "stands here" } else { "is declared here" };
                story.note(format!("{noun} {verb}"), span)
            }
        }
    }

    /// How the object ended.
    pub fn with_death(&self, story: Story, life: &Biography) -> Story {
        let Some(death) = life.died else { return story };
        match death.ending {
            Ending::Freed => self.with_event(story, "it was freed here".to_owned(), death.event),
            Ending::Reallocated => {
                let what = "realloc gave it back here; only what realloc returned is good".to_owned();
                self.with_event(story, what, death.event)
            }
            Ending::Left(reason) => {
                let what = match reason {
                    _ if reason == Reason::Return || self.ends_function(life.origin, death.event.node) => {
                        match life.origin {
                            Origin::Local { function, .. } => format!("{} returned here", self.function_name(function)),
                            _ => "the function returned here".to_owned(),
                        }
                    }
                    Reason::Break => "its block was left here".to_owned(),
                    Reason::Longjmp => "longjmp left its block here".to_owned(),
                    _ => "its block ended here".to_owned(),
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
    pub fn with_heir(&self, story: Story, life: &Biography, touched: Option<(Pointer, u64, Access)>) -> Story {
        let Some((pointer, size, access)) = touched else { return story };
        let heir = self.machine.memory.living_at(pointer.addr).filter(|heir| heir.tag != life.tag);
        let Some(heir) = heir else { return story };
        let mut story = match heir.origin {
            Origin::Heap => {
                let holder =
                    self.holder(heir.tag).map_or_else(String::new, |h| format!(", to which '{}' points", h.name));
                let what = format!("its memory was given out again here: {}{holder}", self.block(&heir));
                self.with_event(story, what, heir.born)
            }
            Origin::Local { .. } => {
                let noun = self.noun(heir.origin);
                let again = self.declared_at(heir.origin) == self.declared_at(life.origin);
                let whose = if again { format!("a new {noun}, of a later turn or call") } else { noun };
                story.note(format!("its memory now belongs to {whose}"), self.declared_at(heir.origin))
            }
            _ => return story,
        };
        if let Some(what) = self.consequence(pointer.addr, access, false) {
            story = story.note(what, Span::NONE);
        }
        let element = match self.holder(heir.tag) {
            Some(holder) => Some(holder.pointee),
            None => self.declared_type(heir.origin),
        };
        let words = format!("{} {} here", count(size.max(1), "byte"), done(access));
        story.picture = self
            .drawn(&heir)
            .filter(|_| matches!(access, Access::Read | Access::Write))
            .and_then(|drawn| self.inside(&drawn, pointer.addr, size.max(1), self.cells(element), &words));
        story
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
                let recursive = if link.recursive { "; it had called itself" } else { "" };
                let (called, caller) = (self.function_name(link.function), self.function_name(outer.function));
                story = story.note(format!("{called} was called here, in {caller}{recursive}"), span);
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
