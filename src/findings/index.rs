//! Indices that a declared array does not have.

use super::bounds;
use super::locate::Part;
use super::picture::Drawn;
use super::scene::Scene;
use super::slips;
use super::story::Story;
use super::touch::done;
use super::wording::count;
use crate::memory::Access;
use crate::sema::tree::{Expr, ExprKind};

/// An index that a declared array does not have.
pub(super) fn outside(scene: &Scene<'_>, value: i64, length: u64, access: Access) -> Story {
    let found = scene.expr().and_then(|e| indexed(scene, e, value, length));
    let Some((place, array, index)) = found else {
        return Story::new(format!(
            "Index {value} of an array is {}, but the array has {}.",
            done(access),
            has(length)
        ));
    };
    let name = scene.spell(array).unwrap_or_else(|| "the array".to_owned());
    let what = scene.quote(place).unwrap_or_else(|| format!("'{name}[{value}]'"));
    let with = scene.with_index(Some(index), Some(value));
    let last = match length {
        0 => String::new(),
        1 => format!(", '{name}[0]'"),
        n => format!(", '{name}[0]' to '{name}[{}]'", n - 1),
    };
    let story = Story::new(format!("{what} is {}{with}, but '{name}' has {}{last}.", done(access), has(length)));
    let story = match length {
        0 => story,
        n => story.advice(format!("Keep the index between 0 and {}: that is the last element of '{name}'.", n - 1)),
    };
    let story = with_variable(scene, story, array);
    let story = slips::loop_condition(scene, story, index, u64::try_from(value).ok(), length);
    with_picture(scene, story, (array, &name), value, access)
}

/// Where in memory the element would be.
pub(super) fn focus(scene: &Scene<'_>, value: i64, length: u64) -> Option<usize> {
    let (_, array, _) = indexed(scene, scene.expr()?, value, length)?;
    let each = scene.size_of(scene.program.types.element(array.ty)?);
    let offset = value.checked_mul(i64::try_from(each).ok()?)?;
    scene.host_of(scene.innermost()?, array)?.checked_add_signed(isize::try_from(offset).ok()?)
}

/// The bytes at the end of the array, and what lies there.
fn with_picture(scene: &Scene<'_>, story: Story, (array, name): (&Expr, &str), value: i64, access: Access) -> Story {
    let picture = || {
        let element = scene.program.types.element(array.ty)?;
        let each = scene.size_of(element);
        let at = scene.host_of(scene.innermost()?, array)?;
        let base = scene.machine.memory.address_of(at)?;
        let drawn = Drawn { base, len: scene.program.types.size(array.ty).ok()?, at, label: format!("'{name}'") };
        let start = base.checked_add_signed(value.checked_mul(i64::try_from(each).ok()?)?)?;
        Some((drawn, start, each, element))
    };
    let Some((drawn, start, each, element)) = picture() else { return story };
    bounds::with_picture(scene, story, &drawn, (start, each, access), Some(element))
}

fn has(length: u64) -> String {
    match length {
        0 => "no elements".to_owned(),
        n => count(n, "element"),
    }
}

/// The `[i]` under the node whose array is declared with this length.
fn indexed<'t>(scene: &Scene<'_>, expr: &'t Expr, value: i64, length: u64) -> Option<(&'t Expr, &'t Expr, &'t Expr)> {
    let frame = scene.innermost()?;
    let mut open = vec![expr];
    let mut unsure = None;
    while let Some(expr) = open.pop() {
        if let ExprKind::Index { base, index, .. } = &expr.kind
            && let ExprKind::Decay(array) = &bare_of_decay(base).kind
            && scene.array_length(array.ty).is_none_or(|n| n == length)
        {
            match scene.int_value(frame, index) {
                Some(i) if i == value => return Some((expr, array, index)),
                Some(_) => {}
                None => unsure = unsure.or(Some((expr, &**array, &**index))),
            }
        }
        open.extend(Part::Expr(expr).children().into_iter().rev().filter_map(Part::expr));
    }
    unsure
}

fn bare_of_decay(expr: &Expr) -> &Expr {
    let mut expr = expr;
    while let ExprKind::Convert { operand, explicit: false, .. } = &expr.kind {
        expr = operand;
    }
    expr
}

/// The declaration of the variable that an array is (part of).
fn with_variable(scene: &Scene<'_>, story: Story, array: &Expr) -> Story {
    let mut whole = array;
    while let ExprKind::Member { base, .. } | ExprKind::Index { base, .. } | ExprKind::Decay(base) = &whole.kind {
        whole = base;
    }
    let declared = match whole.kind {
        ExprKind::Local(id) => scene
            .innermost()
            .and_then(|i| scene.local(scene.frame(i)?.function, id))
            .map(|local| (local.name.clone(), local.span)),
        ExprKind::Global(id) => scene.program.global(id).map(|global| (global.name.clone(), global.span)),
        _ => None,
    };
    match declared {
        Some((name, span)) => story.note(format!("'{name}' is declared"), span),
        None => story,
    }
}
