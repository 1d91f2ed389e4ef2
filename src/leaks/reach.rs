//! What static storage, and after a stop the live frames, still lead to.

use super::graph::{Edge, Graph};
use super::{Class, Roots};
use crate::memory::{Memory, Tag};
use std::collections::VecDeque;

/// From where a block was reached first.
#[derive(Clone, Copy, Debug)]
pub(super) enum Via {
    /// A pointer in a static object, or a number there that equals the address.
    Static(Tag, Edge),
    /// One in another block.
    Block(usize, Edge),
    /// What the library was given, by the caller's number.
    Library(usize),
    /// A live frame.
    Frame,
}

/// What was reached.
pub(super) struct Reach {
    /// By node: how, and from where; `None`: lost.
    reached: Vec<Option<(Class, Via)>>,
}

impl Reach {
    pub fn new(memory: &Memory, graph: &Graph, roots: &Roots) -> Reach {
        let mut reach = Reach { reached: vec![None; graph.blocks.len()] };
        let stopped = matches!(roots, Roots::Stopped { .. });
        // Breadth first, static objects and offsets in order: the path that is
        // told is the shortest, and the same at every run.
        let mut queue = VecDeque::new();
        let mut interior = Vec::new();
        for place in memory.static_objects() {
            let size = memory.objects.live(place.tag).map_or(0, |o| o.size);
            for (offset, pointer) in memory.pointers_in(place.at, usize::try_from(size).unwrap_or(usize::MAX)) {
                let Some(edge) = graph.edge(offset, pointer) else { continue };
                let via = Via::Static(place.tag, edge);
                if edge.inside == 0 || stopped {
                    reach.claim(edge.to, Class::Reachable, via, &mut queue);
                } else {
                    interior.push((edge.to, via));
                }
            }
        }
        if let Roots::Ended { library, .. } = roots {
            for (pointer, number) in *library {
                let Some(edge) = graph.edge(0, *pointer) else { continue };
                reach.claim(edge.to, Class::Reachable, Via::Library(*number), &mut queue);
            }
        }
        if let Roots::Stopped { pointers, stack_from, active } = roots {
            let from = memory.stack_at(*stack_from);
            let len = usize::try_from(memory.stack_high().saturating_sub(*stack_from)).unwrap_or(0);
            let on_stack = memory.pointers_in(from, len).map(|(_, pointer)| pointer);
            for node in pointers.iter().copied().chain(on_stack).filter_map(|p| graph.target(p.tag)) {
                reach.claim(node, Class::Reachable, Via::Frame, &mut queue);
            }
            for (node, _) in graph.blocks.iter().enumerate().filter(|(_, b)| active(&b.info.born)) {
                reach.claim(node, Class::Reachable, Via::Frame, &mut queue);
            }
        }
        reach.spread(graph, Class::Reachable, &mut queue);
        // Numbers that equal a block's address, in static storage and in what is reachable.
        interior.extend(reach.numbers(memory, graph));
        for (node, via) in interior {
            reach.claim(node, Class::Possible, via, &mut queue);
        }
        reach.spread(graph, Class::Possible, &mut queue);
        reach
    }

    /// By node: how it was reached.
    pub fn classes(&self) -> impl Iterator<Item = Option<Class>> + '_ {
        self.reached.iter().map(|entry| entry.map(|(class, _)| class))
    }

    /// From where a block was reached.
    pub fn via(&self, node: usize) -> Option<Via> {
        self.reached.get(node).copied().flatten().map(|(_, via)| via)
    }

    /// Nothing leads to it.
    pub fn is_lost(&self, node: usize) -> bool {
        self.reached.get(node).is_some_and(Option::is_none)
    }

    fn claim(&mut self, node: usize, class: Class, via: Via, queue: &mut VecDeque<usize>) {
        if let Some(entry) = self.reached.get_mut(node)
            && entry.is_none()
        {
            *entry = Some((class, via));
            queue.push_back(node);
        }
    }

    /// What the blocks of the queue lead to; links between blocks may point anywhere.
    fn spread(&mut self, graph: &Graph, class: Class, queue: &mut VecDeque<usize>) {
        while let Some(node) = queue.pop_front() {
            for edge in graph.edges(node) {
                self.claim(edge.to, class, Via::Block(node, *edge), queue);
            }
        }
    }

    /// Aligned words that are no pointers but equal the start of a block (semantics.md §6.3).
    fn numbers(&self, memory: &Memory, graph: &Graph) -> Vec<(usize, Via)> {
        let mut found = Vec::new();
        let mut look = |at: usize, len: u64, via: &dyn Fn(Edge) -> Via| {
            for (offset, word) in memory.words_in(at, usize::try_from(len).unwrap_or(usize::MAX)) {
                if memory.is_heap_address(word)
                    && let Some(to) = memory.block_at(word).and_then(|b| graph.index(b.tag))
                {
                    let offset = u64::try_from(offset).unwrap_or(u64::MAX);
                    found.push((to, via(Edge { to, offset, inside: 0 })));
                }
            }
        };
        for place in memory.static_objects() {
            let size = memory.objects.live(place.tag).map_or(0, |o| u64::from(o.size));
            look(place.at, size, &|edge| Via::Static(place.tag, edge));
        }
        for (node, block) in graph.blocks.iter().enumerate() {
            if matches!(self.reached.get(node), Some(Some((Class::Reachable, _)))) {
                look(block.at, block.size, &|edge| Via::Block(node, edge));
            }
        }
        found
    }
}
