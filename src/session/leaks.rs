//! Leaks as they are told: found, equal ones joined (semantics.md §6.7), with
//! their places in the source.

use super::holders::{self, Holder};
use super::path::PathNames;
use super::{LeakMember, LeakRecord, Loss, Site};
use crate::eval::{End, Ended};
use crate::findings::StackEntry;
use crate::leaks::{self, Class, Leak, Roots};
use crate::machine::Machine;
use crate::memory::{ChainId, Event, Pointer, Reason, Removal, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, NodeId, Program};
use crate::source::{SourceMap, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Calls of a chain that are told.
const LONGEST_CHAIN: usize = 64;

/// Of equal reachable leaks so many are asked for their path, to tell the shortest.
const PATHS_TRIED: usize = 32;

/// What makes leaks equal.
type Key = (Class, NodeId, Vec<(FunctionId, NodeId)>, Option<(NodeId, Reason)>, Option<usize>);

/// All that was never freed, the gravest class first, then by time of
/// allocation. After a run that was stopped, only what nothing at all leads to.
pub(super) fn records(program: &Program, map: &SourceMap, run: &mut Ended) -> Vec<LeakRecord> {
    // Every frame has its chain from here on.
    run.machine.chain();
    let stock = Stock { program, map, run };
    let holders = if matches!(run.end, End::Exit(_)) { holders::at_exit(program, run) } else { Vec::new() };
    let held: Vec<(Pointer, usize)> = holders.iter().enumerate().map(|(i, holder)| (holder.pointer, i)).collect();
    let live = holders::in_slots(&run.machine);
    let latest = stock.latest();
    let active = |event: &Event| stock.is_active(event, &latest);
    let roots = match run.end {
        End::Exit(_) => Roots::Ended { held: &held },
        _ => Roots::Stopped {
            pointers: &live,
            stack_from: run.machine.frames.stack.last().map_or(run.machine.memory.stack_high(), |frame| frame.low),
            active: &active,
        },
    };
    let found = leaks::find(&run.machine.memory, &roots);
    let mut groups: BTreeMap<Key, Vec<&Leak>> = BTreeMap::new();
    for leak in &found.leaks {
        if matches!(roots, Roots::Ended { .. }) || matches!(leak.class, Class::Definite | Class::Cycle) {
            groups.entry(stock.key(leak, &holders)).or_default().push(leak);
        }
    }
    let mut told: Vec<((Class, u64, u64), LeakRecord)> = Vec::new();
    for group in groups.values() {
        let Some(first) = group.iter().min_by_key(|leak| (leak.born.step, leak.base)) else { continue };
        let mut record = stock.record(first, group, &holders);
        if first.class == Class::Reachable {
            let names = PathNames { program, memory: &run.machine.memory };
            let tried = group.iter().take(PATHS_TRIED).chain(group.iter().rev().take(PATHS_TRIED));
            let shortest = tried.filter_map(|leak| found.path(leak.head)).min_by_key(|path| path.steps.len());
            record.path = shortest.map(|path| names.text(&path));
        }
        told.push(((first.class, first.born.step, first.base), record));
    }
    told.sort_by_key(|(order, _)| *order);
    told.into_iter().map(|(_, record)| record).collect()
}

/// What the words come from.
struct Stock<'a> {
    program: &'a Program,
    map: &'a SourceMap,
    run: &'a Ended,
}

impl Stock<'_> {
    fn machine(&self) -> &Machine {
        &self.run.machine
    }

    fn key(&self, leak: &Leak, holders: &[Holder]) -> Key {
        let held = leak.held_by.filter(|holder| *holder < holders.len());
        let lost = self.loss(leak).map(|(node, reason, _)| (node, reason));
        (leak.class, leak.born.node, self.without_recursion(leak.born.chain), lost, held)
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

    /// Node, reason and step of the loss; none for what can still be reached.
    fn loss(&self, leak: &Leak) -> Option<(NodeId, Reason, u64)> {
        if leak.held_by.is_some() {
            return Some((self.run.stopped_at, Reason::Exit, self.machine().memory.steps));
        }
        if leak.class == Class::Reachable || leak.class == Class::Possible {
            return None;
        }
        let Some(Removal { step, node, reason, .. }) = leak.lost else {
            // A value that was still on its way when exit was called.
            let at_exit = !self.run.frames_at_exit.is_empty();
            return at_exit.then_some((self.run.stopped_at, Reason::Exit, self.machine().memory.steps));
        };
        let reason = match reason {
            // What ended with main's variables ended with the program.
            Reason::Return | Reason::Scope if self.ends_main(node, reason) => Reason::MainReturned,
            Reason::Overwritten if self.realloc_failed(leak.head, node, step) => Reason::ReallocFailed,
            reason => reason,
        };
        Some((node, reason, step))
    }

    /// Did the program end by leaving main here?
    fn ends_main(&self, node: NodeId, reason: Reason) -> bool {
        if !self.machine().frames.stack.is_empty() {
            return false;
        }
        match reason {
            Reason::Return => self.function_at(self.program.span(node)) == "main",
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

    fn record(&self, first: &Leak, group: &[&Leak], holders: &[Holder]) -> LeakRecord {
        let sum = |of: fn(&Leak) -> u64| group.iter().map(|leak| of(leak)).fold(0, u64::saturating_add);
        let mut members: BTreeMap<NodeId, (u64, u64)> = BTreeMap::new();
        for member in group.iter().flat_map(|leak| &leak.members) {
            let entry = members.entry(member.born.node).or_insert((member.born.step, 0));
            entry.0 = entry.0.min(member.born.step);
            entry.1 = entry.1.saturating_add(1);
        }
        let mut members: Vec<_> = members.into_iter().collect();
        members.sort_by_key(|(node, (step, _))| (*step, *node));
        LeakRecord {
            class: first.class,
            bytes: sum(|leak| leak.bytes),
            blocks: sum(|leak| leak.blocks),
            indirect_bytes: sum(|leak| leak.indirect_bytes),
            indirect_blocks: sum(|leak| leak.indirect_blocks),
            allocated: self.site(&first.born),
            lost: self.loss(first).map(|(node, reason, step)| Loss { site: self.place(node), reason, step }),
            held_by: first.held_by.and_then(|i| holders.get(i)).map(|holder| holder.name.clone()),
            path: None,
            members: members
                .into_iter()
                .map(|(node, (_, count))| LeakMember { span: self.program.span(node), count })
                .collect(),
            address_exposed: group.iter().any(|leak| leak.address_exposed),
        }
    }

    /// An event with the calls that led to it.
    fn site(&self, event: &Event) -> Site {
        let mut stack = Vec::new();
        let (mut chain, mut node) = (event.chain, event.node);
        while let Some(link) = self.machine().chains.get(chain)
            && stack.len() < LONGEST_CHAIN
        {
            let function = self.program.function(link.function).map_or_else(String::new, |f| f.name.to_string());
            stack.push(StackEntry {
                function,
                span: self.program.span(node),
                folded: u64::from(link.recursive),
                locals: Vec::new(),
            });
            (chain, node) = (link.parent, link.call);
        }
        let function = stack.first().map(|entry| entry.function.clone()).unwrap_or_default();
        Site { span: self.program.span(event.node), function, stack }
    }

    /// A place of which only the node is known.
    fn place(&self, node: NodeId) -> Site {
        let span = self.program.span(node);
        let function = self.function_at(span).to_owned();
        let entry = StackEntry { function: function.clone(), span, folded: 0, locals: Vec::new() };
        Site { span, stack: if function.is_empty() { Vec::new() } else { vec![entry] }, function }
    }

    /// The function whose definition is the last to begin before a place of the same file.
    fn function_at(&self, span: Span) -> &str {
        let file = self.map.file_of(span.lo);
        let defined = self.program.functions.iter().filter(|f| matches!(f.kind, FunctionKind::Defined(_)));
        let before = defined.filter(|f| f.span.lo <= span.lo && self.map.file_of(f.span.lo) == file);
        before.max_by_key(|f| f.span.lo).map_or("", |f| &f.name)
    }

    /// For each place and chain of allocation the step of the last block that still lives.
    fn latest(&self) -> BTreeMap<(NodeId, ChainId), u64> {
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
    fn is_active(&self, event: &Event, latest: &BTreeMap<(NodeId, ChainId), u64>) -> bool {
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
