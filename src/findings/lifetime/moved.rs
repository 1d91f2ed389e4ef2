//! A pointer that was moved through its block, and is then used as if it still
//! pointed to the start: where it moved, and how the start is kept.

use crate::findings::lifetime::straight::{self, Root};
use crate::findings::lifetime::too_early::free_name;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::memory::Biography;
use crate::sema::tree::{Expr, ExprKind, FunctionId, LocalId, Stmt, StmtKind};

/// An advice has room for so many characters in two lines.
const LONGEST: usize = 146;

/// How to keep the start of the block that `given` points into.
pub(in crate::findings) fn mend(scene: &Scene<'_>, life: &Biography, given: Option<&Expr>) -> Option<String> {
    let here = || {
        let ExprKind::Local(id) = bare(given?).kind else { return None };
        let function = scene.frame(scene.innermost()?)?.function;
        let call = scene.path()?.expressions().find(|e| matches!(e.kind, ExprKind::Call { .. }))?;
        let name = &scene.local(function, id)?.name;
        kept(scene, function, id, &|start| {
            scene.text(call.id).map(|text| text.replacen(&format!("({name}"), &format!("({start}"), 1))
        })
    };
    let there = || {
        let (function, path) = scene.find_anywhere(life.born.node)?;
        let Root::Local(id) = straight::given(path.statements().next()?)? else { return None };
        let returned = locate::any(Part::Block(&scene.body(function)?.block), |part| {
            matches!(part, Part::Stmt(Stmt { kind: StmtKind::Return(Some(value)), .. })
                if matches!(uncast(value).kind, ExprKind::Local(local) if local == id))
        });
        returned.then(|| kept(scene, function, id, &|start| Some(format!("return {start};")))).flatten()
    };
    here().or_else(there).filter(|advice| advice.chars().count() <= LONGEST)
}

/// The place where the variable moves, the one behind which its start can be kept, and what is done with that.
fn kept(scene: &Scene<'_>, function: FunctionId, id: LocalId, last: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let body = scene.body(function)?;
    let local = scene.local(function, id)?;
    let mut moves: Vec<&Expr> = Vec::new();
    let mut begins: Vec<u32> = Vec::new();
    locate::any(Part::Block(&body.block), |part| {
        match part {
            Part::Expr(expr) if moves_alone(expr, id) => moves.push(expr),
            Part::Stmt(stmt) if straight::given(stmt) == Some(Root::Local(id)) => {
                let moved = matches!(&stmt.kind, StmtKind::Expr(e) if moves_alone(uncast(e), id));
                if !moved {
                    begins.push(scene.last_line(stmt.id));
                }
            }
            _ => {}
        }
        false
    });
    let first = moves.iter().min_by_key(|e| scene.span(e.id).lo)?;
    let [begin] = begins.as_slice() else { return None };
    let start = free_name(scene, body, &["start", "first", "begin", "origin"])?;
    let (text, line, name) = (scene.text(first.id)?, scene.line(first.id), &local.name);
    let declared = scene.program.types.print_declaration(local.ty.unqualified(), start);
    let last = last(start)?;
    let last = last.trim_end_matches(';');
    Some(format!(
        "'{text}' in line {line} moves it: after line {begin} write {declared} = {name}; and in the end {last};"
    ))
}

/// `p++`, `p += 2`, `p = p + 1`
fn moves_alone(expr: &Expr, id: LocalId) -> bool {
    let is_it = |e: &Expr| matches!(e.kind, ExprKind::Local(local) if local == id);
    match &expr.kind {
        ExprKind::PointerAssign { left: place, .. } | ExprKind::IncDec { place, .. } => is_it(place),
        ExprKind::Assign { left, right } if is_it(left) => match &uncast(right).kind {
            ExprKind::PointerAdd { .. } => true,
            // `line = trim(line);`
            ExprKind::Call { arguments, .. } => arguments.iter().any(|e| is_it(uncast(e))),
            _ => false,
        },
        _ => false,
    }
}
