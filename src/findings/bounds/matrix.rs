//! Indices of a matrix: rows and columns that are swapped, fields at its edge.

use crate::findings::bounds::around::{Condition, around};
use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::locate::{self, Part};
use crate::findings::scene::Scene;
use crate::findings::spell::uncast;
use crate::sema::tree::{CompareOp, ExprKind, FunctionKind};

/// `m[i][j]` for the fields around one: at the edge some of them are not there.
pub(in crate::findings) fn around_field(scene: &Scene<'_>, outside: &OutsideIndex<'_>) -> Option<String> {
    let (other, others) = outside.other?;
    let (index, other) = (scene.spell(outside.index)?, scene.spell(other)?);
    let length = outside.length;
    let plain = |text: &String| text.chars().all(|c| c.is_alphanumeric() || c == '_');
    (plain(&index) && plain(&other)).then(|| {
        format!("Test both before this line: if ({index} >= 0 && {index} < {length} && {other} >= 0 && {other} < {others}) ...")
    })
}

/// `m[i][j]` where the loops would fit `m[j][i]`: rows and columns are swapped.
pub(in crate::findings) fn swapped(scene: &Scene<'_>, outside: &OutsideIndex<'_>, most: i64) -> Option<String> {
    let (other, others) = outside.other?;
    let ExprKind::Local(local) = uncast(other).kind else { return None };
    let Condition { op, limit, .. } = around(scene, local)?.condition?;
    let limit = scene.int_value(scene.innermost()?, limit)?;
    let most_of_other = if op == CompareOp::Le { limit } else { limit - 1 };
    let fits = u64::try_from(most + 1) == Ok(others) && u64::try_from(most_of_other + 1) == Ok(outside.length);
    let (index, other) = (scene.spell(outside.index)?, scene.spell(other)?);
    let length = outside.length;
    let name = outside.name.split_once('[').map_or(outside.name, |(name, _)| name);
    // Elsewhere they stand in the other order.
    let written = format!("{name}[{other}][{index}]");
    if fits && is_written(scene, &written) {
        return Some(format!("Rows and columns are swapped: write {written}."));
    }
    fits.then(|| format!("Rows and columns are swapped: write '{index} < {length}' and '{other} < {others}'."))
}

/// Does this text stand somewhere in the program as an element?
fn is_written(scene: &Scene<'_>, text: &str) -> bool {
    scene.program.functions.iter().any(|function| match &function.kind {
        FunctionKind::Defined(body) => locate::any(Part::Block(&body.block), |part| {
            part.expr().is_some_and(|e| {
                matches!(e.kind, ExprKind::Index { .. }) && scene.text(e.id).is_some_and(|own| own == text)
            })
        }),
        _ => false,
    })
}
