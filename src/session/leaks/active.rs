//! Where expressions were left in the middle, by an error, a limit or exit: which
//! blocks may still have been on their way to a variable (semantics.md §6.4, §6.6).

use super::{LONGEST_CHAIN, Stock};
use crate::eval::{End, Ended};
use crate::findings;
use crate::memory::{ChainId, Event, Reason, Removal};
use crate::sema::tree::NodeId;
use crate::source::Span;
use std::collections::BTreeMap;

/// For each place and chain of allocation the step of the last block that still
/// lives; nothing where the run ended between expressions.
pub(super) fn latest(run: &Ended) -> BTreeMap<(NodeId, ChainId), u64> {
    let mut latest = BTreeMap::new();
    if run.exited || !matches!(run.end, End::Exit(_)) {
        for block in run.machine.memory.heap_blocks() {
            let born = block.info.born;
            let step = latest.entry((born.node, born.chain)).or_insert(born.step);
            *step = born.step.max(*step);
        }
    }
    latest
}

impl Stock<'_> {
    /// Was a block allocated, here or in a call, in a full expression that was under
    /// way when the run ended? Then its pointer may be in flight, in no variable yet.
    pub(super) fn is_active(&self, event: &Event) -> bool {
        if self.latest.get(&(event.node, event.chain)) != Some(&event.step) {
            return false;
        }
        let frames = &self.machine().frames.stack;
        let innermost = match self.run.end {
            End::Interrupted | End::Exit(_) => self.run.stopped_at,
            _ => self.run.findings.last().map_or(NodeId::NONE, |finding| finding.node),
        };
        let nodes = frames.iter().skip(1).map(|frame| frame.call).chain(std::iter::once(innermost));
        let under_way: Vec<_> = frames.iter().zip(nodes).collect();
        // Outwards to the first call that is still under way: there it is decided.
        let (mut node, mut chain) = (event.node, event.chain);
        for _ in 0..LONGEST_CHAIN {
            let mut here =
                under_way.iter().filter(|(frame, _)| frame.chain == chain && event.step >= frame.serial).peekable();
            if here.peek().is_some() {
                return here.any(|(_, at)| self.same_expression(self.program.span(node), self.program.span(*at)));
            }
            let Some(link) = self.machine().chains.get(chain) else { return false };
            (node, chain) = (link.call, link.parent);
        }
        false
    }

    /// Was it returned to an expression that exit left in the middle, so that the
    /// end of the function's own variable was not its loss?
    pub(super) fn was_in_flight(&self, born: &Event, removal: &Removal) -> bool {
        let returned = removal.reason == Reason::Return
            && self.function_of(removal.node).is_some_and(|id| findings::hands_on_pointers(self.program, id));
        self.run.exited && returned && self.is_active(born)
    }

    /// Nothing that ends an expression stands between the two.
    fn same_expression(&self, a: Span, b: Span) -> bool {
        let between = Span::new(a.lo.min(b.lo), a.hi.max(b.hi));
        self.map.file_of(a.lo) == self.map.file_of(b.lo) && !self.map.text(between).contains([';', '{', '}'])
    }
}
