//! What lost blocks look like together: a list, a tree, a ring.

use super::graph::Graph;
use super::parents;
use super::path::PathStep;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The form of a structure of blocks of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// One block.
    Single,
    /// Each leads to the next.
    List,
    /// Each leads to several, none is led to twice (but by its children, if they
    /// point to their parent).
    Tree,
    /// Each leads to the next, the last to the first.
    Ring,
    /// Each leads to the next and the one before.
    DoublyLinked,
    /// Any other.
    Other,
}

impl Shape {
    /// Its name in reports.
    pub fn code(self) -> &'static str {
        match self {
            Shape::Single => "single",
            Shape::List => "list",
            Shape::Tree => "tree",
            Shape::Ring => "ring",
            Shape::DoublyLinked => "doubly-linked-list",
            Shape::Other => "other",
        }
    }
}

/// A shape and how many blocks form it; what else they lead to (names, data) is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// The form.
    pub shape: Shape,
    /// The blocks.
    pub nodes: u64,
    /// Where in a block the pointers to others of the form lie, bytes.
    pub links: Vec<u64>,
    /// Where the pointers to what is not of the form lie.
    pub data: Vec<u64>,
}

impl Structure {
    /// One block on its own.
    pub const SINGLE: Structure = Structure { shape: Shape::Single, nodes: 1, links: Vec::new(), data: Vec::new() };
}

/// The structure of a head (one block, or a cycle) and the blocks it leads to.
pub(super) fn of(graph: &Graph, head: &[usize], led: &[usize]) -> Structure {
    let size = |node: usize| graph.blocks.get(node).map(|b| b.size);
    let Some(first) = head.first().copied() else { return Structure::SINGLE };
    let cyclic = head.len() > 1;
    let all = head.iter().chain(led.iter().filter(|_| !cyclic));
    // By node: to which nodes of the structure it leads, and how often it is led to.
    let mut peers: BTreeMap<usize, (Vec<usize>, usize)> =
        all.copied().filter(|node| size(*node) == size(first)).map(|node| (node, (Vec::new(), 0))).collect();
    let nodes: Vec<usize> = peers.keys().copied().collect();
    let (mut at, mut data) = (BTreeSet::new(), BTreeSet::new());
    for node in &nodes {
        for edge in graph.edges(*node) {
            if !peers.contains_key(&edge.to) {
                data.insert(edge.offset);
            }
            if let Some((_, count)) = peers.get_mut(&edge.to) {
                at.insert(edge.offset);
                *count = count.saturating_add(1);
                if let Some((links, _)) = peers.get_mut(node) {
                    links.push(edge.to);
                }
            }
        }
    }
    let links = |node: &usize| peers.get(node).map_or(&[][..], |(links, _)| links.as_slice());
    let once = |node: &usize| *node == first || peers.get(node).is_some_and(|(_, count)| *count == 1);
    let shape = if nodes.len() == 1 {
        Shape::Single
    } else if cyclic {
        let mutual = |node: &usize| links(node).iter().all(|to| links(to).contains(node));
        // Two blocks that point to each other through one member are a ring.
        if nodes.iter().all(|node| links(node).len() == 1) && (nodes.len() > 2 || at.len() == 1) {
            Shape::Ring
        } else if at.len() > 2 && parents::is_tree(graph, &nodes, &at) {
            Shape::Tree
        } else if nodes.iter().all(|node| links(node).len() <= 2 && mutual(node)) {
            Shape::DoublyLinked
        } else {
            Shape::Other
        }
    } else if !nodes.iter().all(once) {
        Shape::Other
    } else if nodes.iter().all(|node| links(node).len() <= 1) {
        Shape::List
    } else {
        Shape::Tree
    };
    Structure {
        shape,
        nodes: u64::try_from(nodes.len()).unwrap_or(u64::MAX),
        links: at.into_iter().collect(),
        data: data.into_iter().collect(),
    }
}

/// The shortest way from the first block of a cycle back to it; empty if it is in none.
pub(super) fn round(graph: &Graph, head: &[usize]) -> Vec<PathStep> {
    let Some(first) = head.first().copied() else { return Vec::new() };
    let members: BTreeSet<usize> = head.iter().copied().collect();
    let mut from: BTreeMap<usize, (usize, PathStep)> = BTreeMap::new();
    let mut queue = VecDeque::from([first]);
    while let Some(node) = queue.pop_front() {
        let Some(holder) = graph.blocks.get(node).map(|b| b.tag) else { continue };
        for edge in graph.edges(node) {
            let step = PathStep { holder, offset: edge.offset, inside: edge.inside };
            if edge.to == first {
                let mut way = vec![step];
                let mut at = node;
                while let Some((before, step)) = from.get(&at).copied() {
                    way.push(step);
                    at = before;
                }
                way.reverse();
                return way;
            }
            if members.contains(&edge.to) {
                from.entry(edge.to).or_insert_with(|| {
                    queue.push_back(edge.to);
                    (node, step)
                });
            }
        }
    }
    Vec::new()
}
