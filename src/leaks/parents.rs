//! Trees whose blocks point to their parents: cycles, but trees all the same.

use super::graph::{Edge, Graph};
use std::collections::{BTreeMap, BTreeSet};

/// Is there a place in these blocks whose pointers all lead to a parent? Without
/// them each block but one is led to once, and leads on to no other that it does
/// not come back from through that place.
pub(super) fn is_tree(graph: &Graph, nodes: &[usize], places: &BTreeSet<u64>) -> bool {
    let members: BTreeSet<usize> = nodes.iter().copied().collect();
    places.iter().any(|parent| is_parent(graph, &members, *parent))
}

/// Do the pointers at this place lead to parents?
fn is_parent(graph: &Graph, members: &BTreeSet<usize>, place: u64) -> bool {
    let inner = |node: usize| graph.edges(node).iter().filter(|edge| members.contains(&edge.to));
    let mut parents: BTreeMap<usize, usize> = BTreeMap::new();
    for node in members {
        let mut up = inner(*node).filter(|edge| edge.offset == place);
        if let Some(edge) = up.next() {
            parents.insert(*node, edge.to);
        }
    }
    let down = |node: usize| inner(node).filter(|edge| edge.offset != place);
    let from_parent = |node: usize, edge: &&Edge| parents.get(&edge.to) == Some(&node);
    let mut children: BTreeSet<usize> = BTreeSet::new();
    let each_once =
        members.iter().all(|node| down(*node).all(|edge| from_parent(*node, &edge) && children.insert(edge.to)));
    each_once && children.len().saturating_add(1) == members.len()
}
