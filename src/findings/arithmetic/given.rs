//! Where a number came from: the only place of the function that can have given a
//! variable the value it has now. Nothing is recorded while the program runs, so
//! nothing is told where two places might have been it.

use crate::findings::locate::{self, Part};
use crate::findings::scene::{Held, Scene};
use crate::findings::spell::{bare, uncast};
use crate::findings::story::Story;
use crate::sema::tree::{Callee, Expr, ExprKind, FunctionId, Init, LocalId, LocalKind, NodeId, Stmt, StmtKind};

/// A place that gives a local a value.
enum Gives<'t> {
    /// An assignment or an initialiser.
    Value(&'t Expr),
    /// `i++`, `n -= 2`
    Change(&'t Expr),
    /// `scanf("%d", &n)`
    Input(&'t str),
    /// Its address goes somewhere.
    Unknown,
}

/// The story with where the variable `expr` got the value that it has. `steps`: a loop's
/// `i++` may have been it, too, or what a call passed.
pub(in crate::findings) fn with_number(scene: &Scene<'_>, story: Story, expr: &Expr, steps: bool) -> Story {
    let told = || {
        let ExprKind::Local(id) = bare(expr).kind else { return None };
        let frame = scene.innermost()?;
        let function = scene.frame(frame)?.function;
        let value = number(scene, expr)?;
        let name = &scene.local(function, id)?.name;
        let places = places(scene, function, id);
        let possible = |place: &(NodeId, Gives<'_>)| match &place.1 {
            Gives::Value(given) => constant(given).is_none_or(|constant| constant == value),
            _ => true,
        };
        // What is just being done did not give it its value, unless it was done before.
        let path = scene.path()?;
        let turns = path.statements().any(|s| {
            matches!(
                s.kind,
                StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::DoWhile { .. } | StmtKind::Label(_)
            )
        });
        let under_way = |node: NodeId| !turns && path.expressions().any(|e| e.id == node);
        let mut left = places.into_iter().filter(possible).filter(|(node, _)| !under_way(*node));
        let (node, what) = match left.next() {
            Some(found) => found,
            None => return steps.then(|| argument(scene, frame, function, id)).flatten(),
        };
        let parameter = scene.local(function, id)?.kind == LocalKind::Parameter;
        if left.next().is_some() || parameter {
            return None;
        }
        let words = match what {
            Gives::Value(given) if constant(given).is_some() => format!("'{name}' is set to {value} here"),
            Gives::Value(given) => match scene.text(uncast(given).id) {
                Some(text) if steps => format!("'{name}' gets the value of '{text}' here: {value}"),
                _ => return None,
            },
            Gives::Change(change) if steps => format!("'{}' leads '{name}' to {value}", scene.text(change.id)?),
            Gives::Input(function) => format!("'{function}' reads {value} into '{name}' here"),
            Gives::Change(_) | Gives::Unknown => return None,
        };
        Some((words, node))
    };
    match told() {
        Some((words, node)) => story.note(words, scene.span(node)),
        None => story,
    }
}

/// The value of an expression or a place now.
pub(in crate::findings) fn number(scene: &Scene<'_>, expr: &Expr) -> Option<i64> {
    let frame = scene.innermost()?;
    scene.int_value(frame, expr).or_else(|| match scene.held_in(frame, bare(expr))? {
        Held::Int(value) => Some(value),
        _ => None,
    })
}

/// All places of a function that may give a local its value.
fn places<'a>(scene: &Scene<'a>, function: FunctionId, id: LocalId) -> Vec<(NodeId, Gives<'a>)> {
    let mut found = Vec::new();
    let Some(body) = scene.body(function) else { return found };
    let is_it = |e: &Expr| matches!(e.kind, ExprKind::Local(local) if local == id);
    let mut inputs: Vec<NodeId> = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        match part {
            Part::Stmt(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id: node })
                if *local == id =>
            {
                found.push((*node, Gives::Value(value)));
            }
            Part::Expr(expr) => match &expr.kind {
                ExprKind::Assign { left, right } if is_it(left) => found.push((expr.id, Gives::Value(right))),
                ExprKind::AssignOp { left: place, .. } | ExprKind::IncDec { place, .. } if is_it(place) => {
                    found.push((expr.id, Gives::Change(expr)));
                }
                ExprKind::Call { callee: Callee::Direct(called), arguments, .. } => {
                    let name = scene.program.function(*called).map_or("", |f| &*f.name);
                    let given = arguments
                        .iter()
                        .map(uncast)
                        .filter(|e| matches!(&e.kind, ExprKind::AddressOf(place) if is_it(place)));
                    for address in given.filter(|_| matches!(name, "scanf" | "fscanf" | "sscanf")) {
                        inputs.push(address.id);
                        found.push((expr.id, Gives::Input(name)));
                    }
                }
                ExprKind::AddressOf(place) if is_it(place) && !inputs.contains(&expr.id) => {
                    found.push((expr.id, Gives::Unknown));
                }
                _ => {}
            },
            _ => {}
        }
        false
    });
    found
}

/// A number as it is written.
fn constant(expr: &Expr) -> Option<i64> {
    match &uncast(expr).kind {
        ExprKind::Int(value) => Some(*value),
        _ => None,
    }
}

/// What the call passed for a parameter.
fn argument(scene: &Scene<'_>, frame: usize, function: FunctionId, id: LocalId) -> Option<(String, NodeId)> {
    let local = scene.local(function, id).filter(|local| local.kind == LocalKind::Parameter)?;
    let outer = scene.frame(frame.checked_sub(1)?)?;
    let call = scene.frame(frame)?.call;
    let path = locate::find(scene.body(outer.function)?, call)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let given = arguments.get(usize::try_from(id.0).ok()?)?;
    let text = scene.text(uncast(given).id)?;
    let caller = scene.function_name(outer.function);
    Some((format!("{caller} passes '{text}' as '{}' here", local.name), call))
}
