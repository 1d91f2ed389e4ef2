//! Blocks of the heap and the pointers between them.

use crate::memory::{HeapBlock, Memory, Tag};

/// A pointer in a block to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    /// The block it points to.
    pub to: usize,
    /// Where it lies in its holder, bytes from the start.
    pub offset: u64,
    /// Where it points to, bytes from the target's start; may be outside.
    pub inside: i64,
}

/// The heap as a graph.
pub(super) struct Graph {
    /// The blocks in the order of their addresses; their places here are the nodes.
    pub blocks: Vec<HeapBlock>,
    edges: Vec<Edge>,
    /// Where each node's edges begin in `edges`; one more at the end.
    first: Vec<usize>,
    /// By slot of the object table: the node, or none; for ranges, the owner's.
    by_slot: Vec<Option<(Tag, usize)>>,
}

impl Graph {
    pub fn new(memory: &Memory) -> Graph {
        let blocks: Vec<HeapBlock> = memory.heap_blocks().collect();
        let mut by_slot = vec![None; memory.objects.len()];
        for (node, block) in blocks.iter().enumerate() {
            if let Some(entry) = by_slot.get_mut(slot(block.tag)) {
                *entry = Some((block.tag, node));
            }
        }
        for number in 0..by_slot.len() {
            let Some(object) = u32::try_from(number).ok().and_then(|n| Some((n, *memory.objects.slot(n)?))) else {
                continue;
            };
            let tag = Tag::new(object.0, object.1.generation);
            if let Some(owner) = memory.owner(tag).filter(|owner| *owner != tag)
                && let Some(Some((_, node))) = by_slot.get(slot(owner)).copied()
                && let Some(entry) = by_slot.get_mut(number)
            {
                *entry = Some((tag, node));
            }
        }
        let mut graph = Graph { blocks, edges: Vec::new(), first: vec![0], by_slot };
        for node in 0..graph.blocks.len() {
            graph.add_edges(memory, node);
            graph.first.push(graph.edges.len());
        }
        graph
    }

    fn add_edges(&mut self, memory: &Memory, node: usize) {
        let Some(block) = self.blocks.get(node) else { return };
        let len = usize::try_from(block.size).unwrap_or(usize::MAX);
        for (offset, pointer) in memory.pointers_in(block.at, len) {
            if let Some(edge) = self.edge(offset, pointer) {
                self.edges.push(edge);
            }
        }
    }

    /// What a pointer at an offset of its holder leads to.
    pub fn edge(&self, offset: usize, pointer: crate::memory::Pointer) -> Option<Edge> {
        let to = self.target(pointer.tag)?;
        let base = self.blocks.get(to)?.base;
        let offset = u64::try_from(offset).unwrap_or(u64::MAX);
        Some(Edge { to, offset, inside: pointer.addr.wrapping_sub(base).cast_signed() })
    }

    /// The node that a tag leads to, if it is a live block's or a range of one.
    pub fn target(&self, tag: Tag) -> Option<usize> {
        let (known, node) = (*self.by_slot.get(slot(tag))?)?;
        (known == tag).then_some(node)
    }

    /// The node of a block.
    pub fn index(&self, tag: Tag) -> Option<usize> {
        self.target(tag)
    }

    /// The pointers that a block holds.
    pub fn edges(&self, node: usize) -> &[Edge] {
        let (Some(from), Some(to)) = (self.first.get(node), self.first.get(node.saturating_add(1))) else { return &[] };
        self.edges.get(*from..*to).unwrap_or_default()
    }
}

fn slot(tag: Tag) -> usize {
    usize::try_from(tag.slot()).unwrap_or(usize::MAX)
}
