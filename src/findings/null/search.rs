//! A search that returned nothing because of the value it began with: `max = 0`, and the
//! best of all has 0 points.

use crate::findings::given;
use crate::findings::locate::{self, Part};
use crate::findings::reaching::reaching;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::{Body, Callee, CompareOp, Expr, ExprKind, FunctionKind, LocalId, Stmt, StmtKind};

/// The comparison that lets the first one through, whatever it holds.
pub(super) fn first_counts(scene: &Scene<'_>, pointer: &Expr) -> Option<String> {
    let call = match &bare(pointer).kind {
        ExprKind::Local(id) => {
            let (sources, ended) = reaching(&scene.path()?, *id);
            match sources.found.as_slice() {
                [only] if ended => uncast(only.value),
                _ => return None,
            }
        }
        _ => bare(pointer),
    };
    let ExprKind::Call { callee: Callee::Direct(id), .. } = &call.kind else { return None };
    let FunctionKind::Defined(body) = &scene.program.function(*id)?.kind else { return None };
    let ExprKind::Local(best) = uncast(given::returned(body)?).kind else { return None };
    if !given::values(body, best).iter().any(|value| matches!(uncast(value).kind, ExprKind::Null)) {
        return None;
    }
    let (compared, limit) = kept_best(body, best)?;
    let ExprKind::Compare { op, right, .. } = &compared.kind else { return None };
    let is_last = matches!(uncast(right).kind, ExprKind::Local(id) if id == limit);
    let side = if (*op == CompareOp::Gt) == is_last { "above" } else { "below" };
    let begins = scene.spell(uncast(given::declared(body, limit)?)).filter(|text| text.parse::<i64>().is_ok())?;
    let (name, limit) = (&scene.local(*id, best)?.name, &scene.local(*id, limit)?.name);
    let (text, line) = (scene.text(compared.id)?, scene.line(compared.id));
    let kept = scene.quote(pointer)?;
    Some(format!(
        "If there may be none, test {kept} here. If one is there, but not {side} {begins}, where '{limit}' begins: in line {line} write ({name} == NULL || {text}) instead of {text}."
    ))
}

/// `if (x > max) { max = x; best = p; }`: the comparison, and what it compares with.
fn kept_best(body: &Body, best: LocalId) -> Option<(&Expr, LocalId)> {
    let mut found = None;
    locate::any(Part::Block(&body.block), |part| {
        if let Part::Stmt(Stmt { kind: StmtKind::If { condition, then, .. }, .. }) = part {
            let sets = |id: LocalId| {
                locate::any(Part::Stmt(then), |part| {
                    matches!(part.expr().map(|e| &e.kind), Some(ExprKind::Assign { left, .. })
                        if matches!(left.kind, ExprKind::Local(local) if local == id))
                })
            };
            locate::any(Part::Expr(condition), |part| {
                if let Some(compared) = part.expr()
                    && let ExprKind::Compare { op: CompareOp::Gt | CompareOp::Lt, left, right } = &compared.kind
                {
                    let limit = [left, right].into_iter().find_map(|side| match uncast(side).kind {
                        ExprKind::Local(id) if id != best && sets(id) => Some(id),
                        _ => None,
                    });
                    found = found.or(limit.filter(|_| sets(best)).map(|limit| (compared, limit)));
                }
                found.is_some()
            });
        }
        found.is_some()
    });
    found
}
