//! Leaks as they are told: found, equal ones joined (semantics.md §6.7), with
//! their places in the source.

mod active;
mod loss;
mod path;

use super::replay::Past;
use super::{LeakMember, LeakRecord, Site};
use crate::eval::{self, End, Ended, Held};
use crate::findings::{self, StackEntry};
use crate::leaks::{self, Class, Leak, Leaks, Roots};
use crate::machine::Machine;
use crate::memory::{ChainId, Event, Pointer, Reason, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, LocalId, NodeId, Program};
use crate::source::SourceMap;
use crate::types::Type;
use loss::Lost;
use path::PathNames;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Calls of a chain that are told.
const LONGEST_CHAIN: usize = 64;

/// Of equal reachable leaks so many are asked for their path, to tell the shortest.
const PATHS_TRIED: usize = 32;

/// What makes leaks equal: class, place and calls of the allocation, loss, and
/// the variable that held them when exit was called.
type Key = (Class, NodeId, Vec<(FunctionId, NodeId)>, Option<(NodeId, Reason)>, Option<(FunctionId, LocalId)>);

/// A record with the block it is told of, and its place among the others.
type Ordered = ((Class, u64, u64), (Tag, LeakRecord));

/// All that was never freed, the gravest class first, then by time of
/// allocation. After a run that was stopped, only what nothing at all leads to.
pub(super) fn records(program: &Program, map: &SourceMap, run: &mut Ended, past: &Past<'_>) -> Vec<LeakRecord> {
    // Every frame has its chain from here on.
    run.machine.chain();
    let stock = Stock { program, map, run, functions: RefCell::default() };
    let ended = matches!(run.end, End::Exit(_));
    let held: Vec<(Pointer, usize)> = run.held_at_exit.iter().zip(0..).map(|(held, i)| (held.pointer, i)).collect();
    let live = eval::in_slots(&run.machine);
    let latest = stock.latest();
    let active = |event: &Event| stock.is_active(event, &latest);
    let roots = if ended {
        Roots::Ended { held: &held }
    } else {
        Roots::Stopped {
            pointers: &live,
            stack_from: run.machine.frames.stack.last().map_or(run.machine.memory.stack_high(), |frame| frame.low),
            active: &active,
        }
    };
    let found = leaks::find(&run.machine.memory, &roots);
    let mut groups: BTreeMap<Key, Vec<&Leak>> = BTreeMap::new();
    for leak in &found.leaks {
        if ended || matches!(leak.class, Class::Definite | Class::Cycle) {
            groups.entry(stock.key(leak)).or_default().push(leak);
        }
    }
    let mut told: Vec<Ordered> = Vec::new();
    for group in groups.values() {
        let Some(first) = group.iter().min_by_key(|leak| (leak.born.step, leak.base)) else { continue };
        let record = LeakRecord { path: stock.path(&found, group), ..stock.record(first, group) };
        told.push(((first.class, first.born.step, first.base), (first.head, record)));
    }
    told.sort_by_key(|(order, _)| *order);
    let mut told: Vec<(Tag, LeakRecord)> = told.into_iter().map(|(_, record)| record).collect();
    if ended {
        stock.look_again(past, &mut told);
    }
    told.into_iter().map(|(_, record)| record).collect()
}

/// What the words come from.
struct Stock<'a> {
    program: &'a Program,
    map: &'a SourceMap,
    run: &'a Ended,
    /// In which function a node stands, once it was looked for.
    functions: RefCell<BTreeMap<NodeId, Option<FunctionId>>>,
}

impl Stock<'_> {
    fn machine(&self) -> &Machine {
        &self.run.machine
    }

    fn key(&self, leak: &Leak) -> Key {
        let held = leak.held_by.and_then(|i| self.run.held_at_exit.get(i)).map(|held| (held.function, held.local));
        let lost = self.lost(leak).map(|Lost { node, reason, .. }| (node, reason));
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

    fn record(&self, first: &Leak, group: &[&Leak]) -> LeakRecord {
        let sum = |of: fn(&Leak) -> u64| group.iter().map(|leak| of(leak)).fold(0, u64::saturating_add);
        let allocated = spelled_chain(self.program, self.machine(), first.born.chain, first.born.node);
        let record = findings::allocated_record(self.program, self.map, self.machine(), &first.born);
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        LeakRecord {
            class: first.class,
            bytes: sum(|leak| leak.bytes),
            blocks: sum(|leak| leak.blocks),
            indirect_bytes: sum(|leak| leak.indirect_bytes),
            indirect_blocks: sum(|leak| leak.indirect_blocks),
            wrappers: self.wrappers(first.born.chain),
            allocated,
            lost: self.lost(first).map(|lost| self.loss(lost)),
            held_by: first.held_by.and_then(|i| self.run.held_at_exit.get(i)).and_then(|held| self.variable(held)),
            path: None,
            members: self.members(group),
            links: self.members_at(record, &first.structure.links),
            data: self.members_at(record, &first.structure.data),
            structure: first.structure.clone(),
            round: record.and_then(|record| names.way(record, &first.round)),
            record: record.map(|record| self.program.types.print(record.unqualified())),
            address_exposed: group.iter().any(|leak| leak.address_exposed),
        }
    }

    /// The names of the members of a struct at these offsets.
    fn members_at(&self, record: Option<Type>, offsets: &[u64]) -> Vec<String> {
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        let named = |offset: &u64| names.member(record?, *offset);
        offsets.iter().filter_map(named).collect()
    }

    /// Of cycles: the places where their blocks were allocated, the earliest first.
    fn members(&self, group: &[&Leak]) -> Vec<LeakMember> {
        let mut members: BTreeMap<NodeId, (u64, u64)> = BTreeMap::new();
        for member in group.iter().flat_map(|leak| &leak.members) {
            let entry = members.entry(member.born.node).or_insert((member.born.step, 0));
            entry.0 = entry.0.min(member.born.step);
            entry.1 = entry.1.saturating_add(1);
        }
        let mut members: Vec<_> = members.into_iter().collect();
        members.sort_by_key(|(node, (step, _))| (*step, *node));
        members.into_iter().map(|(node, (_, count))| LeakMember { span: self.program.span(node), count }).collect()
    }

    /// The shortest way to one of equal blocks that can still be reached.
    fn path(&self, found: &Leaks, group: &[&Leak]) -> Option<String> {
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        let tried = group.iter().take(PATHS_TRIED).chain(group.iter().rev().take(PATHS_TRIED));
        let shortest = tried.filter_map(|leak| found.path(leak.head)).min_by_key(|path| path.steps.len());
        shortest.map(|path| names.text(&path))
    }

    /// `main: line`
    fn variable(&self, held: &Held) -> Option<String> {
        let function = self.program.function(held.function)?;
        let FunctionKind::Defined(body) = &function.kind else { return None };
        let local = body.locals.get(usize::try_from(held.local.0).ok()?)?;
        (!local.name.is_empty()).then(|| format!("{}: {}", function.name, local.name))
    }

    /// So many of the innermost calls only hand the block on.
    fn wrappers(&self, chain: ChainId) -> usize {
        let mut chain = chain;
        let mut count = 0;
        while let Some(link) = self.machine().chains.get(chain)
            && link.parent != ChainId(0)
            && findings::hands_on_pointers(self.program, link.function)
        {
            count += 1;
            chain = link.parent;
        }
        count
    }
}

/// A place with the calls that led to it.
fn spelled_chain(program: &Program, machine: &Machine, chain: ChainId, node: NodeId) -> Site {
    let mut stack = Vec::new();
    let (mut chain, mut at) = (chain, node);
    while let Some(link) = machine.chains.get(chain)
        && stack.len() < LONGEST_CHAIN
    {
        let function = program.function(link.function).map_or_else(String::new, |f| f.name.to_string());
        stack.push(StackEntry {
            function,
            span: program.span(at),
            folded: u64::from(link.recursive),
            locals: Vec::new(),
        });
        (chain, at) = (link.parent, link.call);
    }
    let function = stack.first().map(|entry| entry.function.clone()).unwrap_or_default();
    Site { span: program.span(node), function, stack }
}
