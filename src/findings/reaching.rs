//! The values of a local that can reach a place, as the text has them.

use super::locate::{Part, Path};
use super::spell::uncast;
use crate::sema::tree::{Block, Expr, ExprKind, Init, LocalId, NodeId, StmtKind};

/// A value that reaches a place, and where it is given.
pub(super) struct Source<'t> {
    /// The value.
    pub value: &'t Expr,
    /// Where.
    pub node: NodeId,
}

/// The values that reach a place.
#[derive(Default)]
pub(super) struct Sources<'t> {
    /// The latest first.
    pub found: Vec<Source<'t>>,
}

/// The values of a local that reach the end of a path, the latest first, and
/// whether they are all there are: the way was walked back to a statement that
/// certainly gave it one, or declared it.
pub(super) fn reaching<'t>(path: &Path<'t>, id: LocalId) -> (Sources<'t>, bool) {
    let mut sources = Sources::default();
    if let Some(whole) = path.expressions().last() {
        sources.add(Part::Expr(whole), id);
    }
    for (i, (part, _)) in path.steps.iter().enumerate().rev() {
        match part {
            Part::Block(block) => {
                let inside = path.steps.get(i + 1).map_or(block.stmts.len(), |(_, index)| *index);
                if sources.before(block, inside, id) {
                    return (sources, true);
                }
            }
            Part::Stmt(stmt) => {
                if let StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. } = &stmt.kind {
                    sources.add(Part::Stmt(stmt), id);
                }
            }
            Part::Expr(_) => {}
        }
    }
    (sources, false)
}

impl<'t> Sources<'t> {
    /// The statements of a block before one of them, from the last to the first.
    /// Tells whether one of them certainly gives the local its value.
    fn before(&mut self, block: &'t Block, inside: usize, id: LocalId) -> bool {
        // Behind a label control may come from elsewhere.
        let mut joined = false;
        for stmt in block.stmts.iter().take(inside).rev() {
            match &stmt.kind {
                StmtKind::Case(_) | StmtKind::Label(_) => joined = true,
                StmtKind::Expr(expr) if !joined => {
                    if let ExprKind::Assign { left, right } = &uncast(expr).kind
                        && is_local(left, id)
                    {
                        self.push(right, uncast(expr).id);
                        return true;
                    }
                    self.add(Part::Stmt(stmt), id);
                }
                StmtKind::Declare { local, init } if *local == id && !joined => {
                    if let Some(Init::Value(value)) = init {
                        self.push(value, stmt.id);
                    }
                    return true;
                }
                _ => self.add(Part::Stmt(stmt), id),
            }
        }
        false
    }

    /// All values that a part may give the local.
    fn add(&mut self, part: Part<'t>, id: LocalId) {
        let mut open = vec![part];
        while let Some(part) = open.pop() {
            if let Some(Expr { kind: ExprKind::Assign { left, right }, id: node, .. }) = part.expr()
                && is_local(left, id)
            {
                self.push(right, *node);
            }
            open.extend(part.children());
        }
    }

    fn push(&mut self, value: &'t Expr, node: NodeId) {
        if !self.found.iter().any(|source| source.node == node) {
            self.found.push(Source { value, node });
        }
    }
}

fn is_local(place: &Expr, id: LocalId) -> bool {
    matches!(place.kind, ExprKind::Local(local) if local == id)
}
