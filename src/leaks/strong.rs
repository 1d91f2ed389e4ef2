//! Strongly connected groups of blocks, by Tarjan's algorithm with its stack in
//! a vector: a list of a million nodes must not recurse a million deep.

use super::graph::Graph;

/// Which blocks belong together.
pub(super) struct Groups {
    /// By node: its group, if it was looked at.
    group_of: Vec<Option<usize>>,
    /// The nodes of each group.
    groups: Vec<Vec<usize>>,
}

/// What the search knows of a node.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// In which order it was found, from 1; 0: not yet.
    order: usize,
    /// The earliest node on the path that it leads back to.
    low: usize,
    /// How many of its edges were followed.
    followed: usize,
    /// It has no group yet.
    open: bool,
}

/// The groups of the nodes that `included` tells, with the edges among them.
pub(super) fn groups(graph: &Graph, included: impl Fn(usize) -> bool) -> Groups {
    let count = graph.blocks.len();
    let mut search = Search {
        seen: vec![Seen::default(); count],
        found: 0,
        open: Vec::new(),
        result: Groups { group_of: vec![None; count], groups: Vec::new() },
    };
    for node in 0..count {
        if included(node) && search.seen.get(node).is_some_and(|s| s.order == 0) {
            search.from(graph, node, &included);
        }
    }
    search.result
}

struct Search {
    seen: Vec<Seen>,
    found: usize,
    open: Vec<usize>,
    result: Groups,
}

impl Search {
    fn from(&mut self, graph: &Graph, start: usize, included: &impl Fn(usize) -> bool) {
        let mut path = vec![start];
        self.enter(start);
        while let Some(node) = path.last().copied() {
            let Some(seen) = self.seen.get_mut(node) else { return };
            let edge = graph.edges(node).get(seen.followed).copied();
            seen.followed = seen.followed.saturating_add(1);
            match edge {
                Some(edge) if !included(edge.to) => {}
                Some(edge) => match self.seen.get(edge.to).copied() {
                    Some(to) if to.order == 0 => {
                        self.enter(edge.to);
                        path.push(edge.to);
                    }
                    Some(to) if to.open => self.lower(node, to.order),
                    _ => {}
                },
                None => {
                    path.pop();
                    let low = self.leave(node);
                    if let Some(parent) = path.last() {
                        self.lower(*parent, low);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.found = self.found.saturating_add(1);
        if let Some(seen) = self.seen.get_mut(node) {
            *seen = Seen { order: self.found, low: self.found, followed: 0, open: true };
        }
        self.open.push(node);
    }

    fn lower(&mut self, node: usize, low: usize) {
        if let Some(seen) = self.seen.get_mut(node) {
            seen.low = seen.low.min(low);
        }
    }

    /// All of a node's edges were followed: if it leads back to nothing
    /// earlier, the open nodes from it on are a group.
    fn leave(&mut self, node: usize) -> usize {
        let Some(seen) = self.seen.get(node).copied() else { return 0 };
        if seen.low == seen.order {
            let mut group = Vec::new();
            while let Some(member) = self.open.pop() {
                if let Some(seen) = self.seen.get_mut(member) {
                    seen.open = false;
                }
                if let Some(entry) = self.result.group_of.get_mut(member) {
                    *entry = Some(self.result.groups.len());
                }
                group.push(member);
                if member == node {
                    break;
                }
            }
            self.result.groups.push(group);
        }
        seen.low
    }
}

impl Groups {
    /// The groups to which no other group points.
    pub fn heads(self, graph: &Graph) -> Vec<Vec<usize>> {
        let mut pointed_to = vec![false; self.groups.len()];
        for (node, group) in self.group_of.iter().enumerate() {
            for edge in graph.edges(node).iter().filter(|_| group.is_some()) {
                let target = self.group_of.get(edge.to).copied().flatten();
                if target != *group
                    && let Some(entry) = target.and_then(|t| pointed_to.get_mut(t))
                {
                    *entry = true;
                }
            }
        }
        self.groups.into_iter().zip(pointed_to).filter(|(_, pointed)| !pointed).map(|(group, _)| group).collect()
    }
}
