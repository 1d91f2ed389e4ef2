//! The way from static storage to a block: `table.head->next`, as data.

use super::graph::Graph;
use super::reach::{Reach, Via};
use crate::memory::Tag;

/// A way from a static object to a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The static object; its origin tells which.
    pub root: Tag,
    /// From holder to holder, the first in the static object itself.
    pub steps: Vec<PathStep>,
}

/// One pointer on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathStep {
    /// The object that holds the pointer.
    pub holder: Tag,
    /// Where it lies there, bytes from the object's start.
    pub offset: u64,
    /// Where in the next block it points, bytes from that block's start.
    pub inside: i64,
}

/// The way on which a node was reached.
pub(super) fn to(graph: &Graph, reach: &Reach, node: usize) -> Option<Path> {
    let mut steps = Vec::new();
    let mut node = node;
    // Each step goes to what was reached earlier, so there are no more than blocks.
    loop {
        match reach.via(node)? {
            Via::Static(tag, edge) => {
                steps.push(PathStep { holder: tag, offset: edge.offset, inside: edge.inside });
                steps.reverse();
                return Some(Path { root: tag, steps });
            }
            Via::Block(holder, edge) => {
                let tag = graph.blocks.get(holder)?.tag;
                steps.push(PathStep { holder: tag, offset: edge.offset, inside: edge.inside });
                node = holder;
            }
            Via::Frame => return None,
        }
    }
}
