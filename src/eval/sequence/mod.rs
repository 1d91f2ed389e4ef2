//! Which full expressions may change an object and use it with no sequence
//! point between (6.5p2).
//!
//! This is found from the tree: for every full expression the pairs of accesses
//! that nothing orders, one of them a write, and that may meet in one object.
//! Only expressions that have such a pair pay at run time: their closures note
//! where these accesses were, and at the end the pairs are compared.

mod alias;
mod order;

use crate::sema::tree::{Block, Body, Expr, Init, InitValue, NodeId, Stmt, StmtKind};
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

/// The full expressions of a statement (6.8p4), and the blocks in it. The
/// initialisers of a list are each one of their own here: nothing but their
/// order is open (6.7.9p23).
fn full_expressions(stmt: &Stmt) -> (Vec<&Expr>, Vec<&Block>) {
    let (mut found, mut blocks) = (Vec::new(), Vec::new());
    let mut pending = vec![stmt];
    while let Some(stmt) = pending.pop() {
        match &stmt.kind {
            StmtKind::Expr(e)
            | StmtKind::VlaLength { value: e, .. }
            | StmtKind::DeclareVla { size: e, .. }
            | StmtKind::GotoComputed(e)
            | StmtKind::Return(Some(e)) => found.push(e),
            StmtKind::Declare { init: Some(init), .. } => found.extend(initialisers(init)),
            StmtKind::Block(block) => blocks.push(block),
            StmtKind::If { condition, then, otherwise } => {
                found.push(condition);
                pending.push(then);
                pending.extend(otherwise.as_deref());
            }
            StmtKind::While { condition: e, body }
            | StmtKind::DoWhile { body, condition: e }
            | StmtKind::Switch { value: e, body, .. } => {
                found.push(e);
                pending.push(body);
            }
            StmtKind::For { init, condition, step, body } => {
                found.extend([init, condition, step].into_iter().flatten());
                pending.push(body);
            }
            StmtKind::Declare { init: None, .. }
            | StmtKind::Return(None)
            | StmtKind::Case(_)
            | StmtKind::Label(_)
            | StmtKind::Goto(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Empty => {}
        }
    }
    (found, blocks)
}

/// The expressions of an initialiser.
fn initialisers(init: &Init) -> Vec<&Expr> {
    match init {
        Init::Value(e) => vec![e],
        Init::List(items) => {
            items.iter().filter_map(|item| if let InitValue::Value(e) = &item.value { Some(e) } else { None }).collect()
        }
    }
}
