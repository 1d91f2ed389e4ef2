//! Leaks as they are told: found, equal ones joined (semantics.md §6.7), with
//! their places in the source.

mod active;
mod holder;
mod key;
mod life;
mod look;
mod loss;
mod order;
mod path;

use super::replay::Past;
use super::{LeakMember, LeakPath, LeakRecord, Site};
use crate::eval::{self, End, Ended, Held};
use crate::findings::{self, StackEntry};
use crate::leaks::{self, Class, Leak, Leaks, Member as LeakedBlock, Roots, Shape, Structure};
use crate::libc;
use crate::machine::Machine;
use crate::memory::{ChainId, Event, Pointer, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, LocalKind, NodeId, Program};
use crate::source::SourceMap;
use crate::types::Type;
pub use holder::Elements;
use key::{Key, Lines};
use path::PathNames;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Calls of a chain that are told.
const LONGEST_CHAIN: usize = 64;

/// Of equal reachable leaks so many are asked for their path, to tell the shortest.
const PATHS_TRIED: usize = 32;

/// So many blocks of a cycle are asked for who held them, and the last.
const MEMBERS_TRIED: usize = 7;

/// A block to be looked at again.
struct Sample {
    block: Tag,
    /// When it was lost.
    step: u64,
    /// Another one of the first cycle: who held it held the cycle, too.
    stands_in: bool,
}

/// Equal leaks with the record they are told in.
struct Told {
    /// The block that was allocated first.
    head: Tag,
    /// A few of the blocks, each with the step at which it was lost: who held the
    /// last pointer is looked for with these.
    samples: Vec<Sample>,
    record: LeakRecord,
}

/// All that was never freed, in the order in which it is told ([`order`]).
/// After a run that was stopped, only what nothing at all leads to.
pub(super) fn records(program: &Program, map: &SourceMap, run: &mut Ended, past: &Past<'_>) -> Vec<LeakRecord> {
    // Every frame has its chain from here on.
    run.machine.chain();
    let stock = Stock::new(program, map, run);
    let ended = matches!(run.end, End::Exit(_));
    let held: Vec<(Pointer, usize)> = run.held_at_exit.iter().zip(0..).map(|(held, i)| (held.pointer, i)).collect();
    let given = libc::given(&run.library);
    let library: Vec<(Pointer, usize)> = given.iter().zip(0..).map(|((pointer, _), i)| (*pointer, i)).collect();
    let live = eval::in_slots(&run.machine);
    let active = |event: &Event| stock.is_active(event);
    let roots = if ended {
        Roots::Ended { held: &held, library: &library }
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
    let groups: Vec<Vec<&Leak>> = order::ordered(&found, groups.into_values().collect());
    let mut told: Vec<Told> = groups.iter().filter_map(|group| stock.told(&found, group, &given)).collect();
    stock.look_again(past, &mut told);
    if ended && past.options.lives {
        stock.tell_lives(past, &mut told);
    }
    for one in &mut told {
        let mend = stock.mend(one);
        one.record.lost.iter_mut().for_each(|loss| loss.mend.clone_from(&mend));
    }
    told.into_iter().map(|told| told.record).collect()
}

/// What the words come from.
struct Stock<'a> {
    program: &'a Program,
    map: &'a SourceMap,
    run: &'a Ended,
    /// In which function a node stands, once it was looked for.
    functions: RefCell<BTreeMap<NodeId, Option<FunctionId>>>,
    /// The line of each node that was asked for.
    lines: RefCell<Lines>,
    /// For each place and calls of an allocation the step of the last block that
    /// still lives, where expressions were left in the middle.
    latest: BTreeMap<(NodeId, ChainId), u64>,
}

impl<'a> Stock<'a> {
    fn new(program: &'a Program, map: &'a SourceMap, run: &'a Ended) -> Stock<'a> {
        let latest = active::latest(run);
        Stock { program, map, run, functions: RefCell::default(), lines: RefCell::default(), latest }
    }
}

impl Stock<'_> {
    fn machine(&self) -> &Machine {
        &self.run.machine
    }

    /// The record of equal leaks.
    fn told(&self, found: &Leaks, group: &[&Leak], given: &[(Pointer, String)]) -> Option<Told> {
        let first = group.first()?;
        let sample = |leak: &Leak| {
            let step = self.lost(leak)?.step;
            Some(Sample { block: leak.head, step, stands_in: false })
        };
        let mut samples: Vec<Sample> = self.samples(group).filter_map(sample).collect();
        if let Some(lost) = self.lost(first) {
            let others = first.members.iter().skip(1);
            let few = others.clone().take(MEMBERS_TRIED).chain(others.skip(MEMBERS_TRIED).last());
            samples.extend(few.map(|member| Sample { block: member.tag, step: lost.step, stands_in: true }));
        }
        let alike = self.are_alike(group);
        let record = self.record(first, group, alike);
        Some(Told { head: first.head, samples, record: LeakRecord { path: self.path(found, group, given), ..record } })
    }

    fn record(&self, first: &Leak, group: &[&Leak], alike: bool) -> LeakRecord {
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
            lost: self.lost(first).map(|lost| self.loss(lost, alike)),
            count: u64::try_from(group.len()).unwrap_or(u64::MAX),
            held_by: self.holders(first),
            path: None,
            members: self.members(group),
            links: self.members_at(record, &first.structure.links),
            data: self.parts_at(record, &first.structure.data),
            structure: self.structure(first),
            round: record.and_then(|record| names.way(record, &first.round)),
            record: record.map(|record| self.program.types.print(record.unqualified())),
            address_exposed: group.iter().any(|leak| leak.address_exposed),
            life: None,
        }
    }

    /// The form of the blocks together. Where those of a cycle are of several types it
    /// only looks like a list.
    fn structure(&self, leak: &Leak) -> Structure {
        let places: BTreeMap<NodeId, &LeakedBlock> = leak.members.iter().map(|m| (m.born.node, m)).collect();
        let record = |m: &LeakedBlock| findings::allocated_record(self.program, self.map, self.machine(), &m.born);
        let types = places.values().map(|m| record(m).map(|ty| self.program.types.print(ty.unqualified())));
        let types: BTreeSet<Option<String>> = types.collect();
        let shape = if types.len() > 1 { Shape::Other } else { leak.structure.shape };
        Structure { shape, ..leak.structure.clone() }
    }

    /// The names of the members of a struct at these offsets.
    fn members_at(&self, record: Option<Type>, offsets: &[u64]) -> Vec<String> {
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        let named = |offset: &u64| names.member(record?, *offset);
        offsets.iter().filter_map(named).collect()
    }

    /// What lies at these offsets, as it follows a pointer to the block: `->name`,
    /// `[2].name`; `[2]` in a block of pointers.
    fn parts_at(&self, record: Option<Type>, offsets: &[u64]) -> Vec<String> {
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        let part = |offset: &u64| match record {
            Some(record) => names.within(record, *offset),
            None => offset.is_multiple_of(8).then(|| format!("[{}]", offset / 8)),
        };
        offsets.iter().filter_map(part).collect()
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
    fn path(&self, found: &Leaks, group: &[&Leak], given: &[(Pointer, String)]) -> Option<LeakPath> {
        let names = PathNames { program: self.program, memory: &self.machine().memory };
        let tried = group.iter().take(PATHS_TRIED).chain(group.iter().rev().take(PATHS_TRIED));
        let shortest = tried.filter_map(|leak| found.path(leak.head)).min_by_key(|path| path.steps.len())?;
        Some(LeakPath { text: names.text(&shortest, given), begin: names.begin(&shortest, given) })
    }

    /// The variables that held it when exit was called, each once.
    fn holders(&self, leak: &Leak) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in leak.held_by.iter().filter_map(|i| self.variable(self.run.held_at_exit.get(*i)?)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// `main: line`
    fn variable(&self, held: &Held) -> Option<String> {
        let function = self.program.function(held.function)?;
        let FunctionKind::Defined(body) = &function.kind else { return None };
        let local = body.locals.get(usize::try_from(held.local.0).ok()?)?;
        let name = match local.kind {
            LocalKind::CompoundLiteral => "a compound literal",
            _ => &*local.name,
        };
        (!name.is_empty()).then(|| format!("{}: {name}", function.name))
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
