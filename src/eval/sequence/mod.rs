//! Which full expressions may change an object and use it with no sequence
//! point between (6.5p2).
//!
//! This is found from the tree: for every full expression the pairs of accesses
//! that nothing orders, one of them a write, and that may meet in one object.
//! Only expressions that have such a pair pay at run time: their closures note
//! where these accesses were, and at the end the pairs are compared.

mod alias;
mod order;

use crate::sema::tree::{Block, Body, Expr, NodeId, full_expressions};
use crate::types::TypeTable;
use order::Order;
use std::collections::BTreeMap;

/// Two accesses that nothing orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The place of one, by its number in the full expression, and its node.
    pub first: (usize, NodeId),
    /// The other.
    pub second: (usize, NodeId),
    /// Both change the object.
    pub both_write: bool,
    /// The operator that leaves them unordered.
    pub node: NodeId,
}

/// A full expression with such pairs.
#[derive(Clone, Debug, Default)]
pub struct Suspect {
    /// The pairs.
    pub pairs: Vec<Pair>,
    /// How many places are noted for them.
    pub places: usize,
}

/// What is to be noted in a function.
#[derive(Clone, Debug, Default)]
pub struct Suspects {
    /// By the node of the full expression.
    pub expressions: BTreeMap<NodeId, Suspect>,
    /// The number of a place within its full expression, by the place's node.
    pub places: BTreeMap<NodeId, usize>,
}

impl Suspects {
    /// Looks at a function's body.
    pub fn of(types: &TypeTable, body: &Body) -> Suspects {
        let mut found = Suspects::default();
        let mut blocks = vec![&body.block];
        while let Some(block) = blocks.pop() {
            for stmt in &block.stmts {
                let (expressions, inner) = full_expressions(stmt);
                blocks.extend(inner);
                for e in expressions {
                    blocks.extend(found.full_expression(types, body, e));
                }
            }
        }
        found
    }

    /// One full expression; the blocks of statement expressions in it are returned.
    fn full_expression<'t>(&mut self, types: &TypeTable, body: &Body, e: &'t Expr) -> Vec<&'t Block> {
        let mut order = Order::new(types, body);
        order.value(e);
        let mut suspect = Suspect::default();
        for (a, b, node) in order.pairs {
            let (Some(first), Some(second)) = (order.accesses.get(a), order.accesses.get(b)) else { continue };
            let mut number = |place: NodeId| {
                *self.places.entry(place).or_insert_with(|| {
                    suspect.places = suspect.places.saturating_add(1);
                    suspect.places.saturating_sub(1)
                })
            };
            let (a, b) = (first.place.id, second.place.id);
            let (first_number, second_number) = (number(a), number(b));
            let both_write = first.write && second.write;
            suspect.pairs.push(Pair { first: (first_number, a), second: (second_number, b), both_write, node });
        }
        if !suspect.pairs.is_empty() {
            self.expressions.insert(e.id, suspect);
        }
        order.inner
    }
}
