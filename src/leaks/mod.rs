//! What was never freed (semantics.md §6): which blocks are left, how each can
//! still be reached, and where the last pointer to it went. Data only; the
//! report groups and words it.
//!
//! Blocks are nodes, pointers edges ([`graph`]). What static storage leads to is
//! reachable or possible ([`reach`]); of the rest, the strongly connected groups
//! ([`strong`]) that nothing outside points to are the leaks, and what they lead
//! to is their indirect loss.

mod graph;
mod parents;
mod path;
mod reach;
mod shape;
mod strong;
#[cfg(test)]
mod tests;

pub use path::{Path, PathStep, Root};
pub use shape::{Shape, Structure};

use crate::memory::{Event, HeapBlock, Memory, Pointer, Removal, Tag};
use graph::Graph;
use reach::Reach;
use std::collections::VecDeque;

/// How a block can still be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Not at all, and it is no part of a cycle.
    Definite,
    /// Only from its own group of blocks that point to each other.
    Cycle,
    /// Only by pointers into its middle, or by a number that equals its address.
    Possible,
    /// From static storage.
    Reachable,
}

impl Class {
    /// All classes, the gravest first.
    pub const ALL: [Class; 4] = [Class::Definite, Class::Cycle, Class::Possible, Class::Reachable];

    /// The class of this name.
    pub fn from_code(code: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|class| class.code() == code)
    }

    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Class::Definite => "definite",
            Class::Cycle => "cycle",
            Class::Possible => "possible",
            Class::Reachable => "reachable",
        }
    }
}

/// What holds blocks besides static storage.
pub enum Roots<'a> {
    /// Nothing: the run has ended normally.
    Ended {
        /// What automatic objects held when exit was called, with a number that
        /// the caller knows the holder by. It keeps nothing alive; it is told as `held_by`.
        held: &'a [(Pointer, usize)],
        /// What the library was given and still has (a stream's buffer), with a
        /// number that the caller knows it by.
        library: &'a [(Pointer, usize)],
    },
    /// The run was stopped by an error or a limit (semantics.md §6.6).
    Stopped {
        /// Pointers in the slots of live frames and in expressions.
        pointers: &'a [Pointer],
        /// Lowest address of the stack that is in use.
        stack_from: u64,
        /// Was a block allocated in a full expression that is still active?
        active: &'a dyn Fn(&Event) -> bool,
    },
}

/// A block, or a group of blocks, that was never freed.
#[derive(Clone, Debug, PartialEq)]
pub struct Leak {
    /// How it can still be reached.
    pub class: Class,
    /// The block; of a cycle, the one allocated first.
    pub head: Tag,
    /// Address of the head.
    pub base: u64,
    /// Requested bytes; of a cycle, all its blocks'.
    pub bytes: u64,
    /// Blocks: 1, or those of the cycle.
    pub blocks: u64,
    /// Bytes of the blocks that only it leads to.
    pub indirect_bytes: u64,
    /// How many those are.
    pub indirect_blocks: u64,
    /// When the head was allocated.
    pub born: Event,
    /// The latest disappearance of a pointer to it; `None` for what can still
    /// be reached, and where none was ever stored.
    pub lost: Option<Removal>,
    /// Who held it when exit was called, by the caller's numbers.
    pub held_by: Vec<usize>,
    /// The blocks of a cycle in the order of their allocation; else empty.
    pub members: Vec<Member>,
    /// The form that it and what it leads to have together.
    pub structure: Structure,
    /// Of a cycle: the shortest way from the head back to it.
    pub round: Vec<PathStep>,
    /// Its address was once cast to an integer.
    pub address_exposed: bool,
}

/// A block of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Which.
    pub tag: Tag,
    /// Requested bytes.
    pub bytes: u64,
    /// When it was allocated.
    pub born: Event,
}

/// All leaks of a run, and how the reachable ones are reached.
pub struct Leaks {
    /// In the order of allocation.
    pub leaks: Vec<Leak>,
    graph: Graph,
    reach: Reach,
}

impl Leaks {
    /// The shortest way from static storage to a reachable or possible block.
    /// `None` for the others, and for what only live frames hold.
    pub fn path(&self, tag: Tag) -> Option<Path> {
        path::to(&self.graph, &self.reach, self.graph.index(tag)?)
    }
}

/// Finds what was never freed.
pub fn find(memory: &Memory, roots: &Roots) -> Leaks {
    let graph = Graph::new(memory);
    let reach = Reach::new(memory, &graph, roots);
    let mut leaks = Vec::new();
    for (block, class) in graph.blocks.iter().zip(reach.classes()) {
        if let Some(class) = class {
            leaks.push(single(block, class));
        }
    }
    lost(&graph, &reach, roots, &mut leaks);
    leaks.sort_by_key(|leak| (leak.born.step, leak.base));
    Leaks { leaks, graph, reach }
}

/// A block on its own.
fn single(block: &HeapBlock, class: Class) -> Leak {
    Leak {
        class,
        head: block.tag,
        base: block.base,
        bytes: block.size,
        blocks: 1,
        indirect_bytes: 0,
        indirect_blocks: 0,
        born: block.info.born,
        lost: None,
        held_by: Vec::new(),
        members: Vec::new(),
        structure: Structure::SINGLE,
        round: Vec::new(),
        address_exposed: block.info.address_exposed,
    }
}

/// When a block was allocated, before all that were allocated later.
fn age(block: &HeapBlock) -> (u64, u64) {
    (block.info.born.step, block.base)
}

/// The blocks that nothing leads to but each other.
fn lost(graph: &Graph, reach: &Reach, roots: &Roots, leaks: &mut Vec<Leak>) {
    let groups = strong::groups(graph, |node| reach.is_lost(node));
    let mut owned = vec![false; graph.blocks.len()];
    let mut heads: Vec<Vec<usize>> = groups.heads(graph);
    for head in &mut heads {
        head.sort_by_key(|node| graph.blocks.get(*node).map(age));
    }
    // A block led to by several heads is indirect of the one allocated first.
    heads.sort_by_key(|head| head.first().and_then(|node| graph.blocks.get(*node)).map(age));
    for head in &heads {
        for node in head {
            if let Some(seen) = owned.get_mut(*node) {
                *seen = true;
            }
        }
    }
    for head in heads {
        let members: Vec<&HeapBlock> = head.iter().filter_map(|node| graph.blocks.get(*node)).collect();
        let Some(first) = members.first() else { continue };
        let cyclic = members.len() > 1 || head.iter().any(|node| graph.edges(*node).iter().any(|e| e.to == *node));
        let mut leak = single(first, if cyclic { Class::Cycle } else { Class::Definite });
        leak.bytes = members.iter().map(|b| b.size).sum();
        leak.blocks = members.iter().map(|_| 1).sum();
        leak.lost = members.iter().map(|b| b.removal).filter(|r| r.serial != 0).max_by_key(|r| r.serial);
        leak.address_exposed = members.iter().any(|b| b.info.address_exposed);
        if let Roots::Ended { held, .. } = roots {
            let holds = |pointer: &Pointer| graph.target(pointer.tag).is_some_and(|node| head.contains(&node));
            leak.held_by = held.iter().filter(|(pointer, _)| holds(pointer)).map(|(_, holder)| *holder).collect();
        }
        if cyclic {
            leak.members = members.iter().map(|b| Member { tag: b.tag, bytes: b.size, born: b.info.born }).collect();
        }
        let mut led = Vec::new();
        let mut queue: VecDeque<usize> = head.iter().copied().collect();
        while let Some(node) = queue.pop_front() {
            for edge in graph.edges(node) {
                if reach.is_lost(edge.to)
                    && let Some(seen) = owned.get_mut(edge.to)
                    && !std::mem::replace(seen, true)
                {
                    leak.indirect_blocks = leak.indirect_blocks.saturating_add(1);
                    let bytes = graph.blocks.get(edge.to).map_or(0, |b| b.size);
                    leak.indirect_bytes = leak.indirect_bytes.saturating_add(bytes);
                    queue.push_back(edge.to);
                    led.push(edge.to);
                }
            }
        }
        leak.structure = shape::of(graph, &head, &led);
        if cyclic {
            leak.round = shape::round(graph, &head);
        }
        leaks.push(leak);
    }
}
