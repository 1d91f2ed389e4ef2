//! After a run that was stopped: which blocks may still be on their way to a
//! variable, in a full expression that was not finished (semantics.md §6.6).

use super::Stock;
use crate::eval::End;
use crate::memory::{ChainId, Event};
use crate::sema::tree::NodeId;
use crate::source::Span;
use std::collections::BTreeMap;

impl Stock<'_> {
    /// For each place and chain of allocation the step of the last block that still lives.
    pub(super) fn latest(&self) -> BTreeMap<(NodeId, ChainId), u64> {
        let mut latest = BTreeMap::new();
        if !matches!(self.run.end, End::Exit(_)) {
            for block in self.machine().memory.heap_blocks() {
                let born = block.info.born;
                let step = latest.entry((born.node, born.chain)).or_insert(born.step);
                *step = born.step.max(*step);
            }
        }
        latest
    }

    /// Was a block allocated in a full expression that was under way when the run
    /// was stopped? Then its pointer may be in flight, in no variable yet.
    pub(super) fn is_active(&self, event: &Event, latest: &BTreeMap<(NodeId, ChainId), u64>) -> bool {
        if latest.get(&(event.node, event.chain)) != Some(&event.step) {
            return false;
        }
        let frames = &self.machine().frames.stack;
        let innermost = match self.run.end {
            End::Interrupted => self.run.stopped_at,
            _ => self.run.findings.last().map_or(NodeId::NONE, |finding| finding.node),
        };
        let nodes = frames.iter().skip(1).map(|frame| frame.call).chain(std::iter::once(innermost));
        frames.iter().zip(nodes).any(|(frame, node)| {
            frame.chain == event.chain
                && event.step >= frame.serial
                && self.same_expression(self.program.span(event.node), self.program.span(node))
        })
    }

    /// Nothing that ends an expression stands between the two.
    fn same_expression(&self, a: Span, b: Span) -> bool {
        let between = Span::new(a.lo.min(b.lo), a.hi.max(b.hi));
        self.map.file_of(a.lo) == self.map.file_of(b.lo) && !self.map.text(between).contains([';', '{', '}'])
    }
}
