//! Which structs that calls returned are pointed into (`f().name`): these end
//! with the full expression (semantics.md §4). Of all others only the value is
//! taken, and nobody can tell when they end.

use crate::sema::tree::{Body, Expr, ExprKind, LocalId, NodeId, StmtKind, each_child, full_expressions};
use crate::types::TypeTable;
use std::collections::BTreeMap;

/// By full expression, the structs that end with it.
#[derive(Debug, Default)]
pub struct Temporaries {
    by_expression: BTreeMap<NodeId, Vec<LocalId>>,
}

impl Temporaries {
    /// Looks at a function's body.
    pub fn of(types: &TypeTable, body: &Body) -> Temporaries {
        let mut found = Temporaries::default();
        let mut blocks = vec![&body.block];
        while let Some(block) = blocks.pop() {
            for stmt in &block.stmts {
                let (expressions, inner) = full_expressions(stmt);
                blocks.extend(inner);
                let dropped = matches!(stmt.kind, StmtKind::Expr(_));
                for e in expressions {
                    let mut pending = vec![e];
                    let mut locals = Vec::new();
                    while let Some(e) = pending.pop() {
                        match &e.kind {
                            ExprKind::Member { base, .. } => returned(base, &mut locals),
                            ExprKind::Statement { body, .. } => blocks.push(body),
                            _ => {}
                        }
                        each_child(e, &mut |child| pending.push(child));
                    }
                    // A struct is taken out of the place it lies in by whoever
                    // wants it: that place lasts to the end of the block then.
                    if !locals.is_empty() && (dropped || types.record_of(e.ty).is_none()) {
                        found.by_expression.insert(e.id, locals);
                    }
                }
            }
        }
        found
    }

    /// Those that end with this full expression.
    pub fn of_expression(&self, e: NodeId) -> &[LocalId] {
        self.by_expression.get(&e).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The places of the structs that this value may be.
fn returned(e: &Expr, out: &mut Vec<LocalId>) {
    match &e.kind {
        ExprKind::Call { result, .. } | ExprKind::VaArg { result, .. } => out.extend(*result),
        ExprKind::Convert { operand, .. } => returned(operand, out),
        ExprKind::Comma(_, right) => returned(right, out),
        ExprKind::Conditional { then, otherwise, .. } => {
            if let Some(then) = then {
                returned(then, out);
            }
            returned(otherwise, out);
        }
        _ => {}
    }
}
