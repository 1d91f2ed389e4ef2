//! Which leaks are equal (semantics.md §6.7).

use super::Stock;
use crate::leaks::{Class, Leak};
use crate::memory::{ChainId, Reason};
use crate::sema::tree::{FunctionId, LocalId, NodeId};
use std::collections::{BTreeMap, BTreeSet};

/// What makes leaks equal: class, place and calls of the allocation, loss, and
/// the variable that held them when exit was called. Of calls and losses the line
/// decides: several on one line are told once.
pub(super) type Key =
    (Class, NodeId, Vec<(FunctionId, NodeId)>, Option<(NodeId, Reason)>, Option<(FunctionId, LocalId)>);

/// Leaks of a record that are looked at again.
const SAMPLES: usize = 6;

/// A line of a file; for each the node that was asked for first stands.
#[derive(Default)]
pub(super) struct Lines {
    first: BTreeMap<(String, u32), NodeId>,
    of: BTreeMap<NodeId, NodeId>,
}

impl Stock<'_> {
    pub(super) fn key(&self, leak: &Leak) -> Key {
        let held = leak.held_by.first().and_then(|i| self.run.held_at_exit.get(*i));
        let lost = self.lost(leak).map(|lost| (self.line(lost.node), lost.reason));
        let calls = self.without_recursion(leak.born.chain);
        let calls = calls.into_iter().map(|(function, call)| (function, self.line(call))).collect();
        (leak.class, leak.born.node, calls, lost, held.map(|held| (held.function, held.local)))
    }

    /// Were equal leaks lost at the same column, too? If not, what the first did
    /// there is not what all did.
    pub(super) fn are_alike(&self, group: &[&Leak]) -> bool {
        let mut nodes = group.iter().map(|leak| self.lost(leak).map(|lost| lost.node));
        let first = nodes.next();
        nodes.all(|node| Some(node) == first)
    }

    /// A few of equal leaks that stand for all: the first two, the last, and of
    /// those that differ in the column some more.
    pub(super) fn samples<'l>(&self, group: &[&'l Leak]) -> impl Iterator<Item = &'l Leak> + use<'l> {
        let mut seen: BTreeSet<(ChainId, Option<NodeId>)> = BTreeSet::new();
        let mut taken: Vec<&'l Leak> = Vec::new();
        for (i, leak) in group.iter().enumerate() {
            let new = seen.insert((leak.born.chain, self.lost(leak).map(|lost| lost.node)));
            let at_end = i < 2 || i.saturating_add(1) == group.len();
            if at_end || (new && taken.len() < SAMPLES) {
                taken.push(leak);
            }
        }
        taken.into_iter()
    }

    /// A node that stands for all of its line.
    fn line(&self, node: NodeId) -> NodeId {
        let mut lines = self.lines.borrow_mut();
        if let Some(known) = lines.of.get(&node) {
            return *known;
        }
        let place = self.map.place(self.program.span(node));
        let first = *lines.first.entry((place.file, place.line)).or_insert(node);
        lines.of.insert(node, first);
        first
    }

    /// The calls of a chain, each function's first alone: however deep a
    /// recursion was, its leaks are the same.
    fn without_recursion(&self, chain: ChainId) -> Vec<(FunctionId, NodeId)> {
        let mut calls: Vec<(FunctionId, NodeId)> = Vec::new();
        let mut chain = chain;
        while let Some(link) = self.machine().chains.get(chain) {
            calls.push((link.function, link.call));
            chain = link.parent;
        }
        calls.reverse();
        let mut entered = BTreeSet::new();
        calls.retain(|(function, _)| entered.insert(*function));
        calls
    }
}
