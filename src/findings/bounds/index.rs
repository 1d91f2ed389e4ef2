//! Indices that a declared array does not have.

use crate::findings::bounds;
use crate::findings::bounds::loops;
use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::locate::{self, Part};
use crate::findings::picture::Drawn;
use crate::findings::scene::Scene;
use crate::findings::story::Story;
use crate::findings::touch::{done, is_written};
use crate::findings::wording::count;
use crate::memory::Access;
use crate::sema::tree::{Expr, ExprKind, Stride};
use crate::types::TypeKind;

/// An index that a declared array does not have.
pub(in crate::findings) fn outside(scene: &Scene<'_>, value: i64, length: u64, access: Access) -> Story {
    let found = scene.expr().and_then(|e| indexed(scene, e, value, length));
    let Some((place, array, index)) = found else {
        return Story::new(format!(
            "Index {value} of an array is {}, but the array has {}.",
            done(access),
            has(length)
        ));
    };
    let name = scene.spell(array).unwrap_or_else(|| "the array".to_owned());
    let reached = Reached::of(scene, place, access);
    let what = scene.quote(reached.place).unwrap_or_else(|| format!("'{name}[{value}]'"));
    let with = scene.with_index(Some(index), Some(value));
    let last = match length {
        0 => String::new(),
        1 => format!(", '{name}[0]'"),
        n => format!(", '{name}[0]' to '{name}[{}]'", n - 1),
    };
    let is_row = scene.program.types.element(array.ty).is_some_and(|ty| scene.program.types.element(ty).is_some());
    let has = if is_row && length > 0 { count(length, "row") } else { has(length) };
    let story = Story::new(format!("{what} is {}{with}, but '{name}' has {has}{last}.", reached.done()));
    let story = with_variable(scene, story, array);
    // The index of the column where this one chooses a row, else that of the row.
    let indexed = if std::ptr::eq(reached.place, place) { array } else { reached.place };
    let other = match &indexed.kind {
        ExprKind::Index { base, index, .. } => match &base.kind {
            ExprKind::Decay(array) => scene.array_length(array.ty).map(|length| (&**index, length)),
            _ => None,
        },
        _ => None,
    };
    let story = loops::mend(scene, story, &OutsideIndex { name: &name, index, value, length, is_row, other });
    let story = real_machine(scene, story, array, value);
    with_picture(scene, story, (array, &name), value, &reached)
}

/// What is accessed by way of an element: `a[i].y`, `m[i][0]`, or the element itself.
struct Reached<'t> {
    /// All of the place.
    place: &'t Expr,
    /// Where it begins in the element; `None` if that cannot be told.
    offset: Option<u64>,
    /// What for; `None` if only its address is taken.
    access: Option<Access>,
}

impl<'t> Reached<'t> {
    fn of(scene: &Scene<'t>, element: &'t Expr, access: Access) -> Reached<'t> {
        let plain = Reached { place: element, offset: Some(0), access: Some(access) };
        let Some(frame) = scene.innermost() else { return plain };
        let body = scene.frame(frame).and_then(|f| scene.body(f.function));
        let Some(path) = body.and_then(|body| locate::find(body, element.id)) else { return plain };
        let around: Vec<&'t Expr> = path.expressions().collect();
        let (mut place, mut offset) = (element, Some(0));
        let mut outer = around.iter().skip(1).copied().peekable();
        while let Some(next) = outer.next_if(|e| goes_on(e)) {
            let further = match &next.kind {
                ExprKind::Decay(_) => match outer.next_if(|e| is_index_of(e, next)) {
                    Some(index) => {
                        place = index;
                        index_offset(scene, frame, index)
                    }
                    None => break,
                },
                _ => {
                    place = next;
                    member_offset(scene, next)
                }
            };
            offset = offset.zip(further).and_then(|(a, b): (u64, u64)| a.checked_add(b));
        }
        let parent = around.iter().skip_while(|e| !std::ptr::eq(**e, place)).nth(1);
        let named = matches!(scene.program.types.kind(place.ty), TypeKind::Array { .. })
            || parent.is_some_and(|e| matches!(e.kind, ExprKind::AddressOf(_)));
        let access = match (std::ptr::eq(place, element), named) {
            (_, true) => None,
            (true, false) => Some(access),
            (false, false) if is_written(&around, place) => Some(Access::Write),
            (false, false) => Some(Access::Read),
        };
        Reached { place, offset, access }
    }

    fn done(&self) -> &'static str {
        self.access.map_or("used", done)
    }
}

/// Does a place go on with this: a member, or an element of a row?
fn goes_on(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Member { .. } | ExprKind::Decay(_))
}

fn is_index_of(expr: &Expr, row: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Index { base, .. } if std::ptr::eq(&**base, row))
}

fn index_offset(scene: &Scene<'_>, frame: usize, expr: &Expr) -> Option<u64> {
    let ExprKind::Index { index, stride: Stride::Bytes(stride), .. } = &expr.kind else { return None };
    u64::try_from(scene.int_value(frame, index)?).ok()?.checked_mul(*stride)
}

fn member_offset(scene: &Scene<'_>, expr: &Expr) -> Option<u64> {
    let ExprKind::Member { record, index, .. } = &expr.kind else { return None };
    let members = scene.program.types.record(*record)?.members.as_deref()?;
    Some(members.get(usize::try_from(*index).ok()?)?.offset)
}

/// An element so far away that no memory can be there.
fn real_machine(scene: &Scene<'_>, story: Story, array: &Expr, value: i64) -> Story {
    let each = scene.program.types.element(array.ty).map_or(1, |ty| scene.size_of(ty));
    match value.unsigned_abs().saturating_mul(each) {
        distance if distance >= bounds::FAR => story.real_machine(bounds::CRASHES),
        _ => story,
    }
}

/// Where in memory the element would be.
pub(in crate::findings) fn focus(scene: &Scene<'_>, value: i64, length: u64) -> Option<usize> {
    let (_, array, _) = indexed(scene, scene.expr()?, value, length)?;
    let each = scene.size_of(scene.program.types.element(array.ty)?);
    let offset = value.checked_mul(i64::try_from(each).ok()?)?;
    scene.host_of(scene.innermost()?, array)?.checked_add_signed(isize::try_from(offset).ok()?)
}

/// The bytes at the end of the array, and what lies there.
fn with_picture(
    scene: &Scene<'_>,
    story: Story,
    (array, name): (&Expr, &str),
    value: i64,
    reached: &Reached<'_>,
) -> Story {
    let picture = || {
        let element = scene.program.types.element(array.ty)?;
        let each = scene.size_of(element);
        let at = scene.host_of(scene.innermost()?, array)?;
        let base = scene.machine.memory.address_of(at)?;
        let drawn = Drawn { base, len: scene.program.types.size(array.ty).ok()?, at, label: format!("'{name}'") };
        let start = base.checked_add_signed(value.checked_mul(i64::try_from(each).ok()?)?)?;
        let start = start.checked_add(reached.offset?)?;
        Some((drawn, (start, scene.size_of(reached.place.ty), reached.access?), element))
    };
    let Some((drawn, accessed, element)) = picture() else { return story };
    bounds::with_picture(scene, story, &drawn, accessed, Some(element))
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
