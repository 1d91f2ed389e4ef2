//! Rows that a caller passes, and that its matrix does not have.

use crate::findings::bounds::Outside;
use crate::findings::locate;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::sema::tree::ExprKind;

/// `sum(m[i], 3)` with an `i` that leads behind the last row.
pub(in crate::findings) fn row(scene: &Scene<'_>, outside: &Outside<'_>) -> Option<String> {
    let ExprKind::Local(id) = bare(outside.touch.pointer?).kind else { return None };
    let inner = scene.innermost()?;
    let (frame, outer) = (scene.frame(inner)?, inner.checked_sub(1)?);
    let parameters = scene.body(frame.function)?.parameters;
    let path = locate::find(scene.body(scene.frame(outer)?.function)?, frame.call)?;
    let ExprKind::Call { arguments, .. } = &uncast(path.expr()?).kind else { return None };
    let given = bare(arguments.get(usize::try_from(id.0).ok().filter(|_| id.0 < parameters)?)?);
    let ExprKind::Index { base, index, .. } = &given.kind else { return None };
    let (rows, value) = (scene.array_length(bare(base).ty)?, scene.int_value(outer, index)?);
    let last = rows.checked_sub(1)?;
    let (text, line) = (scene.text(given.id)?, scene.line(frame.call));
    let (name, counted) = (scene.text(bare(base).id)?, scene.text(bare(index).id)?);
    (value < 0 || u64::try_from(value).is_ok_and(|value| value >= rows)).then(|| {
        format!("Line {line} passes '{text}' with '{counted}' = {value}, but the last row is '{name}[{last}]': end the loop there earlier.")
    })
}
