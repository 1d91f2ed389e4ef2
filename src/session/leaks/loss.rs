//! Where the last pointer to a leaked block went, and what is known of it.

use super::{LONGEST_CHAIN, Stock, Told, spelled_chain};
use crate::findings::{self, Form, LostBlock, Removed};
use crate::leaks::{Class, Leak, Shape};
use crate::memory::{Event, Reason, Removal, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, NodeId};
use crate::session::{Loss, Site};
use crate::source::Span;

/// When and how the last pointer to a block went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub node: NodeId,
    pub reason: Reason,
    pub step: u64,
}

impl Stock<'_> {
    /// The loss; none for what can still be reached.
    pub(super) fn lost(&self, leak: &Leak) -> Option<Lost> {
        if leak.class == Class::Reachable || leak.class == Class::Possible {
            return None;
        }
        let exit = Lost { node: self.run.stopped_at, reason: Reason::Exit, step: self.machine().memory.steps };
        if !leak.held_by.is_empty() {
            return Some(exit);
        }
        let gone = leak.lost.filter(|removal| !self.was_in_flight(&leak.born, removal));
        let Some(Removal { step, node, reason, .. }) = gone else {
            // A value that was still on its way when longjmp or exit left its expression.
            return self.jumped_over(&leak.born).or(self.run.exited.then_some(exit));
        };
        let reason = match reason {
            // What ended with main's variables ended with the program.
            Reason::Return | Reason::Scope if self.ends_main(node, reason) => Reason::MainReturned,
            Reason::Overwritten if self.realloc_failed(leak.head, node, step) => Reason::ReallocFailed,
            reason => reason,
        };
        Some(Lost { node, reason, step })
    }

    /// The first longjmp since a block was made that came back to where the call
    /// was under way already.
    fn jumped_over(&self, born: &Event) -> Option<Lost> {
        let jump = self.run.jumps.iter().find(|jump| born.step <= jump.step && jump.home <= born.step)?;
        Some(Lost { node: jump.node, reason: Reason::Longjmp, step: jump.step })
    }

    /// Did the program end by leaving main here?
    fn ends_main(&self, node: NodeId, reason: Reason) -> bool {
        if !self.machine().frames.stack.is_empty() {
            return false;
        }
        match reason {
            Reason::Return => self.function_of(node).is_some_and(|id| Some(id) == self.program.main),
            _ => {
                let main = self.program.main.and_then(|id| self.program.function(id));
                main.is_some_and(|f| matches!(&f.kind, FunctionKind::Defined(body) if body.block.end == Some(node)))
            }
        }
    }

    /// Was it the NULL of a failed realloc of this very block that was stored over the pointer?
    fn realloc_failed(&self, block: Tag, node: NodeId, step: u64) -> bool {
        let Some(kept) = self.machine().memory.kept_by_realloc(block) else { return false };
        let stored = self.program.span(node);
        let within = |node: NodeId| {
            let span = self.program.span(node);
            stored.lo <= span.lo && span.hi <= stored.hi && node != NodeId::NONE
        };
        let mut calls = vec![kept.node];
        let mut chain = kept.chain;
        while let Some(link) = self.machine().chains.get(chain).filter(|_| calls.len() < LONGEST_CHAIN) {
            calls.push(link.call);
            chain = link.parent;
        }
        kept.step <= step && calls.into_iter().any(within)
    }

    /// The loss as it is told without a replay. Where equal leaks differ in the
    /// column, only the line is told.
    pub(super) fn loss(&self, lost: Lost, alike: bool) -> Loss {
        let site = if lost.reason == Reason::Exit { self.exit_site() } else { self.place(lost.node) };
        let removed = match lost.reason {
            Reason::Overwritten | Reason::ReallocFailed | Reason::HolderFreed | Reason::HolderShrunk if alike => {
                findings::removed(self.program, self.map, self.machine(), lost.node)
            }
            _ => Removed::default(),
        };
        Loss {
            site,
            node: lost.node,
            reason: lost.reason,
            step: lost.step,
            removed,
            holder: None,
            others: Vec::new(),
            elements: None,
            handed: false,
            off_start: false,
            mend: None,
        }
    }

    /// What to write so that it is not lost.
    pub(super) fn mend(&self, one: &Told) -> Option<String> {
        let (record, loss) = (&one.record, one.record.lost.as_ref()?);
        let (held_in, held_at_exit) = match record.held_by.first().and_then(|held| held.split_once(": ")) {
            Some((function, name)) if loss.reason == Reason::Exit => (Some(function), Some(name)),
            _ => (None, None),
        };
        let all = record.blocks.saturating_add(record.indirect_blocks);
        let block = LostBlock {
            node: loss.node,
            reason: loss.reason,
            place: loss.removed.place.as_deref().filter(|_| loss.removed.pointer),
            value: loss.removed.value.as_deref(),
            holder: held_at_exit.or(loss.holder.as_deref()),
            others: &loss.others,
            alone: record.held_by.len() <= 1 && loss.others.is_empty() && loss.elements.is_none() && !loss.handed,
            held_in,
            off_start: loss.off_start,
            born: self.machine().memory.biography(one.head)?.born,
            record: record.record.as_deref(),
            form: match record.structure.shape {
                _ if record.links.is_empty() => Form::Other,
                Shape::List => Form::List,
                Shape::DoublyLinked => Form::DoublyLinked,
                Shape::Tree => Form::Tree,
                _ => Form::Other,
            },
            links: &record.links,
            data: &record.data,
            nodes: record.structure.nodes,
            blocks: all.checked_div(record.count).filter(|_| all.is_multiple_of(record.count)).unwrap_or(u64::MAX),
            calls: loss.site.stack.iter().map(|entry| (entry.function.as_str(), entry.span)).collect(),
        };
        findings::leak_mend(self.program, self.map, self.machine(), &block)
    }

    /// Where exit was called, with the calls that led there.
    fn exit_site(&self) -> Site {
        let chain = self.machine().frames.stack.last().map(|frame| frame.chain).unwrap_or_default();
        spelled_chain(self.program, self.machine(), chain, self.run.stopped_at)
    }

    /// A place of which only the node is known.
    fn place(&self, node: NodeId) -> Site {
        let function = self.function_of(node).and_then(|id| self.program.function(id));
        Site::alone(self.program.span(node), function.map(|f| f.name.to_string()).unwrap_or_default())
    }

    /// The function whose definition is the last to begin before a place of the same file.
    pub(super) fn function_of(&self, node: NodeId) -> Option<FunctionId> {
        if let Some(known) = self.functions.borrow().get(&node) {
            return *known;
        }
        let found = self.find_function(node);
        self.functions.borrow_mut().insert(node, found);
        found
    }

    fn find_function(&self, node: NodeId) -> Option<FunctionId> {
        let span: Span = self.program.span(node);
        let file = self.map.file_of(span.lo);
        let numbered = self.program.functions.iter().zip(0..);
        let defined = numbered.filter(|(f, _)| matches!(f.kind, FunctionKind::Defined(_)));
        let before = defined.filter(|(f, _)| f.span.lo <= span.lo && self.map.file_of(f.span.lo) == file);
        before.max_by_key(|(f, _)| f.span.lo).map(|(_, number)| FunctionId(number))
    }
}
