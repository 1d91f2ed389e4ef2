//! Holders, blocks and events, as semantics.md §6 tells them, without cleverness.

use std::collections::{BTreeMap, BTreeSet};

/// A leak as it should be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    pub class: &'static str,
    pub allocated: u32,
    pub bytes: u64,
    pub blocks: u64,
    pub indirect_bytes: u64,
    pub indirect_blocks: u64,
    pub lost: Option<(u32, &'static str)>,
    pub held: bool,
}

/// Something that holds a pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    Static(String),
    Local(String),
    /// A member of a block: `a` at 0, `b` at 8.
    Member(usize, u64),
}

/// A pointer: the block, and where in it.
pub type Pointer = Option<(usize, u64)>;

#[derive(Clone, Debug)]
struct Block {
    line: u32,
    bytes: u64,
    live: bool,
    last: Option<(u64, u32, &'static str)>,
}

/// What there is.
#[derive(Default)]
pub struct Model {
    blocks: Vec<Block>,
    holders: BTreeMap<Holder, (usize, u64)>,
    serial: u64,
}

impl Model {
    pub fn new_block(&mut self, line: u32, bytes: u64) -> usize {
        self.blocks.push(Block { line, bytes, live: true, last: None });
        self.blocks.len() - 1
    }

    pub fn get(&self, holder: &Holder) -> Pointer {
        self.holders.get(holder).copied()
    }

    pub fn live(&self, pointer: Pointer) -> bool {
        pointer.is_some_and(|(block, _)| self.blocks[block].live)
    }

    /// A pointer to it is no more.
    pub fn gone(&mut self, pointer: Pointer, line: u32, reason: &'static str) {
        if let Some((block, _)) = pointer {
            self.serial += 1;
            self.blocks[block].last = Some((self.serial, line, reason));
        }
    }

    pub fn set(&mut self, holder: &Holder, value: Pointer, line: u32) {
        let old = match value {
            Some(value) => self.holders.insert(holder.clone(), value),
            None => self.holders.remove(holder),
        };
        self.gone(old, line, "overwritten");
    }

    /// A holder ends.
    pub fn end(&mut self, holder: &Holder, line: u32, reason: &'static str) {
        let old = self.holders.remove(holder);
        self.gone(old, line, reason);
    }

    pub fn free(&mut self, block: usize, line: u32) {
        self.blocks[block].live = false;
        for offset in [0, 8] {
            self.end(&Holder::Member(block, offset), line, "holder-freed");
        }
    }

    /// What was in a block is in another one now.
    pub fn move_block(&mut self, from: usize, to: usize) {
        self.blocks[from].live = false;
        for offset in [0, 8] {
            if let Some(value) = self.holders.remove(&Holder::Member(from, offset)) {
                self.holders.insert(Holder::Member(to, offset), value);
            }
        }
    }

    /// All that is left, when main returns or calls exit on this line.
    pub fn leaks(mut self, line: u32, exits: bool) -> Vec<Expected> {
        let locals: Vec<Holder> = self.holders.keys().filter(|h| matches!(h, Holder::Local(_))).cloned().collect();
        let held: BTreeSet<usize> = locals.iter().filter_map(|h| self.get(h)).map(|(block, _)| block).collect();
        if !exits {
            for local in locals {
                self.end(&local, line, "main-returned");
            }
        }
        let classes = self.classes();
        let mut leaks: Vec<Expected> = Vec::new();
        for (block, class) in &classes {
            leaks.push(self.told(&[*block], class, &BTreeSet::new(), None));
        }
        let lost: BTreeSet<usize> =
            (0..self.blocks.len()).filter(|b| self.blocks[*b].live && !classes.contains_key(b)).collect();
        let mut owned: BTreeSet<usize> = BTreeSet::new();
        let groups = self.heads(&lost);
        owned.extend(groups.iter().flatten());
        for group in groups {
            let led: BTreeSet<usize> =
                group.iter().flat_map(|b| self.from(*b)).filter(|b| lost.contains(b) && owned.insert(*b)).collect();
            let cyclic = group.len() > 1 || self.links(group[0]).contains(&group[0]);
            let at_exit = exits && group.iter().any(|b| held.contains(b));
            let last = group.iter().filter_map(|b| self.blocks[*b].last).max().map(|(_, line, why)| (line, why));
            let loss = if at_exit { Some((line, "exit")) } else { last };
            let mut leak = self.told(&group, if cyclic { "cycle" } else { "definite" }, &led, loss);
            leak.held = at_exit;
            leaks.push(leak);
        }
        leaks
    }

    fn told(
        &self,
        group: &[usize],
        class: &'static str,
        led: &BTreeSet<usize>,
        lost: Option<(u32, &'static str)>,
    ) -> Expected {
        let sum = |blocks: &mut dyn Iterator<Item = &usize>| blocks.map(|b| self.blocks[*b].bytes).sum();
        Expected {
            class,
            allocated: self.blocks[group[0]].line,
            bytes: sum(&mut group.iter()),
            blocks: group.len() as u64,
            indirect_bytes: sum(&mut led.iter()),
            indirect_blocks: led.len() as u64,
            lost,
            held: false,
        }
    }

    /// The blocks that the members of a block point to.
    fn links(&self, block: usize) -> Vec<usize> {
        let to = [0, 8].into_iter().filter_map(|offset| self.get(&Holder::Member(block, offset)));
        to.map(|(to, _)| to).filter(|to| self.blocks[*to].live).collect()
    }

    /// All blocks that a block leads to in one step or more.
    fn from(&self, block: usize) -> BTreeSet<usize> {
        let (mut seen, mut open) = (BTreeSet::new(), self.links(block));
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                open.extend(self.links(next));
            }
        }
        seen
    }

    /// What static storage leads to.
    fn classes(&self) -> BTreeMap<usize, &'static str> {
        let mut classes = BTreeMap::new();
        for (class, at_start) in [("reachable", true), ("possible", false)] {
            for (holder, (block, offset)) in &self.holders {
                if matches!(holder, Holder::Static(_)) && self.blocks[*block].live && (*offset == 0) == at_start {
                    for reached in self.from(*block).into_iter().chain([*block]) {
                        classes.entry(reached).or_insert(class);
                    }
                }
            }
        }
        classes
    }

    /// Groups of lost blocks to which nothing else points, the oldest first.
    fn heads(&self, lost: &BTreeSet<usize>) -> Vec<Vec<usize>> {
        let mut groups: BTreeSet<Vec<usize>> = BTreeSet::new();
        for block in lost {
            let group: BTreeSet<usize> =
                self.from(*block).into_iter().filter(|b| self.from(*b).contains(block)).chain([*block]).collect();
            let pointed =
                lost.iter().filter(|b| !group.contains(b)).any(|b| self.links(*b).iter().any(|to| group.contains(to)));
            if !pointed {
                groups.insert(group.into_iter().collect());
            }
        }
        groups.into_iter().collect()
    }
}
