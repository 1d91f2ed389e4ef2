//! Which locals of a function are in scope at a node, and what the text says
//! about whether they have a value there.

use super::locate::{self, Part, Path};
use crate::sema::tree::{Block, Body, Expr, ExprKind, LocalId, LocalKind, Stmt, StmtKind};

/// Is a local that carries no flag written at a node?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// On every way that leads there.
    Yes,
    /// On none.
    No,
    /// On some.
    Perhaps,
}

/// The variables of the program that are in scope at the end of the path, the
/// outermost first. A name that is hidden by an inner one is left out.
pub(super) fn locals(body: &Body, path: &Path<'_>) -> Vec<LocalId> {
    let name = |id: &LocalId| locals_entry(body, *id).map(|local| local.name.clone());
    let shown = |id: &LocalId| {
        locals_entry(body, *id)
            .is_some_and(|l| !l.name.is_empty() && matches!(l.kind, LocalKind::Parameter | LocalKind::Variable))
    };
    let all: Vec<LocalId> = alive(body, path).into_iter().filter(shown).collect();
    let hidden = |i: usize, id: &LocalId| all.iter().skip(i + 1).any(|later| name(later) == name(id));
    all.iter().enumerate().filter(|(i, id)| !hidden(*i, id)).map(|(_, id)| *id).collect()
}

/// All that are alive there, the outermost first: those that are hidden too.
pub(super) fn alive(body: &Body, path: &Path<'_>) -> Vec<LocalId> {
    let mut seen: Vec<LocalId> = (0..body.parameters).map(LocalId).collect();
    for (block, inside) in blocks(path) {
        let before = block.stmts.iter().take(inside);
        seen.extend(before.filter_map(|stmt| match &stmt.kind {
            StmtKind::Declare { local, .. } | StmtKind::DeclareVla { local, .. } => Some(*local),
            _ => None,
        }));
    }
    seen
}

/// The locals that the whole expression around a node names; of a declaration
/// its variable too.
pub(super) fn named(path: &Path<'_>) -> Vec<LocalId> {
    let mut found = Vec::new();
    if let Some(Stmt { kind: StmtKind::Declare { local, .. }, .. }) = path.statements().next() {
        found.push(*local);
    }
    if let Some(whole) = path.expressions().last() {
        locate::any(Part::Expr(whole), |part| {
            if let Some(ExprKind::Local(id)) = part.expr().map(|e| &e.kind) {
                found.push(*id);
            }
            false
        });
    }
    found
}

/// A local's entry.
pub(super) fn locals_entry(body: &Body, id: LocalId) -> Option<&crate::sema::tree::Local> {
    body.locals.get(usize::try_from(id.0).ok()?)
}

/// The blocks on the path, each with the index of the statement that leads on.
fn blocks<'t>(path: &Path<'t>) -> Vec<(&'t Block, usize)> {
    let mut found = Vec::new();
    for (i, (part, _)) in path.steps.iter().enumerate() {
        if let Part::Block(block) = part {
            // A path that ends at the block itself is at its closing brace.
            let inside = path.steps.get(i + 1).map_or(block.stmts.len(), |(_, index)| *index);
            found.push((*block, inside));
        }
    }
    found
}

/// What the text says about a local's value at the end of the path. Jumps by
/// goto are taken into account by never saying more than "perhaps" where there are any.
pub(super) fn written(body: &Body, path: &Path<'_>, local: LocalId) -> Written {
    let mut state = Written::No;
    if local.0 < body.parameters {
        return Written::Yes;
    }
    for (i, (part, _)) in path.steps.iter().enumerate() {
        let next = path.steps.get(i + 1).map(|(_, index)| *index);
        match part {
            Part::Block(block) => {
                let entry = state;
                for stmt in block.stmts.iter().take(next.unwrap_or(block.stmts.len())) {
                    state = match stmt.kind {
                        // Reached from the head of the switch too, past what stands before.
                        StmtKind::Case(_) if entry != state => Written::Perhaps,
                        StmtKind::Label(_) => Written::Perhaps,
                        _ => after(state, Part::Stmt(stmt), local),
                    };
                }
            }
            Part::Stmt(stmt) => {
                let turns = matches!(
                    stmt.kind,
                    StmtKind::While { .. } | StmtKind::DoWhile { .. } | StmtKind::For { .. } | StmtKind::Switch { .. }
                );
                let children = part.children();
                // What stands before on the way in: the first part of a for, a condition.
                let first = match &stmt.kind {
                    StmtKind::For { init: Some(_), .. } | StmtKind::If { .. } => 1,
                    StmtKind::While { .. } | StmtKind::Switch { .. } => 1,
                    _ => 0,
                };
                for child in children.iter().take(next.unwrap_or(0).min(first)) {
                    state = after(state, *child, local);
                }
                if turns && state != Written::Yes && assigns(*part, local) {
                    state = Written::Perhaps;
                }
            }
            Part::Expr(_) => {
                // Inside an expression the order is not looked at.
                if state != Written::Yes && assigns(*part, local) {
                    state = Written::Perhaps;
                }
                break;
            }
        }
    }
    if state == Written::No && !body.labels.is_empty() { Written::Perhaps } else { state }
}

/// The state behind a part.
fn after(state: Written, part: Part<'_>, local: LocalId) -> Written {
    if let Part::Stmt(stmt) = part
        && let StmtKind::Declare { local: declared, init } = &stmt.kind
        && *declared == local
    {
        return if init.is_some() { Written::Yes } else { Written::No };
    }
    if state == Written::Yes || surely(part, local, 0) {
        Written::Yes
    } else if assigns(part, local) {
        Written::Perhaps
    } else {
        state
    }
}

/// Does some part of this give the local a value?
fn assigns(part: Part<'_>, local: LocalId) -> bool {
    locate::any(part, |part| match part {
        Part::Expr(expr) => stores_to(expr, local),
        Part::Stmt(stmt) => {
            matches!(&stmt.kind, StmtKind::Declare { local: declared, init: Some(_) } if *declared == local)
        }
        Part::Block(_) => false,
    })
}

fn stores_to(expr: &Expr, local: LocalId) -> bool {
    let place = match &expr.kind {
        ExprKind::Assign { left, .. } | ExprKind::AssignOp { left, .. } | ExprKind::PointerAssign { left, .. } => left,
        ExprKind::IncDec { place, .. } => place,
        _ => return false,
    };
    matches!(place.kind, ExprKind::Local(id) if id == local)
}

/// Deeper nesting than this counts as "perhaps".
const MAX_DEPTH: u32 = 100;

/// Does this part give the local a value whenever it is done with?
fn surely(part: Part<'_>, local: LocalId, depth: u32) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    let inner = |part: Part<'_>| surely(part, local, depth + 1);
    match part {
        Part::Block(block) => block.stmts.iter().any(|stmt| inner(Part::Stmt(stmt))),
        Part::Stmt(stmt) => match &stmt.kind {
            StmtKind::If { condition, then, otherwise } => {
                inner(Part::Expr(condition))
                    || (inner(Part::Stmt(then)) && otherwise.as_ref().is_some_and(|s| inner(Part::Stmt(s))))
            }
            StmtKind::While { condition, .. } => inner(Part::Expr(condition)),
            StmtKind::For { init, condition, .. } => {
                [init, condition].into_iter().flatten().any(|e| inner(Part::Expr(e)))
            }
            StmtKind::Switch { value, .. } => inner(Part::Expr(value)),
            // A break could leave the body before the value is given.
            StmtKind::DoWhile { .. } => false,
            _ => part.children().into_iter().any(inner),
        },
        Part::Expr(expr) => {
            if stores_to(expr, local) {
                return true;
            }
            match &expr.kind {
                ExprKind::And(left, _) | ExprKind::Or(left, _) | ExprKind::Conditional { condition: left, .. } => {
                    inner(Part::Expr(left))
                }
                ExprKind::Statement { .. } => false,
                _ => part.children().into_iter().any(inner),
            }
        }
    }
}
