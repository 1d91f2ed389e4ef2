//! The way from static storage to a block: `table.head->next`, as data.

use super::graph::Graph;
use super::reach::{Reach, Via};
use crate::memory::Tag;

/// A way from what stays to the end to a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Where it begins.
    pub root: Root,
    /// From holder to holder, the first in the static object itself (none for the library's).
    pub steps: Vec<PathStep>,
}

/// What stays to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// A static object; its origin tells which.
    Static(Tag),
    /// What the library was given, by the caller's number.
    Library(usize),
}

impl Path {
    /// The block that holds the pointer to the one at the end; `None` if the root does.
    pub fn holder(&self) -> Option<Tag> {
        let last = self.steps.last()?.holder;
        (self.root != Root::Static(last)).then_some(last)
    }

    /// Does the root lead to another block first?
    pub fn is_behind(&self) -> bool {
        self.holder().is_some()
    }
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
                return Some(Path { root: Root::Static(tag), steps });
            }
            Via::Library(number) => {
                steps.reverse();
                return Some(Path { root: Root::Library(number), steps });
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
