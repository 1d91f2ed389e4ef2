//! Accesses by an index to what has a whole number of elements, told like those to a
//! declared array.

use crate::findings::bounds::Outside;
use crate::findings::bounds::outside::OutsideIndex;
use crate::findings::picture::extent;
use crate::findings::scene::Scene;
use crate::findings::spell::{bare, uncast};
use crate::findings::touch::done;
use crate::findings::wording::count;
use crate::sema::tree::{Expr, ExprKind, Stride};

/// An index that leads outside of a whole number of elements, from the first of them on.
pub(in crate::findings) struct Elements<'t> {
    /// What is indexed, as the source has it.
    name: String,
    index: &'t Expr,
    value: i64,
    length: u64,
    column: Option<(&'t Expr, u64)>,
}

impl<'t> Elements<'t> {
    /// If the access was one by such an index.
    pub fn of(scene: &Scene<'t>, outside: &Outside<'t>) -> Option<Elements<'t>> {
        let touch = &outside.touch;
        if touch.library.is_some() {
            return Elements::given(scene, outside);
        }
        let place = touch.place?;
        let (base, len) = extent(&outside.life);
        let row = row_index(scene, place);
        let (index, each, array, column) = match row {
            Some(Row { index, bytes, array, column }) => (index, bytes, array, Some(column)),
            None => (touch.index?, scene.size_of(outside.element?), touch.pointer?, None),
        };
        let distance = outside.pointer.addr.wrapping_sub(base).cast_signed();
        let value = distance.checked_div_euclid(i64::try_from(each).ok()?)?;
        let frame = scene.innermost()?;
        // From another place than the first element on, the index means something else.
        let is_first = match scene.int_value(frame, index) {
            Some(number) => number == value,
            None => scene.with_index(Some(index), None).ends_with(&format!(" = {value}")),
        };
        let whole = len.checked_rem(each)? == 0 && len >= each;
        (is_first && whole).then_some(())?;
        Some(Elements { name: scene.spell(array)?, index, value, length: len / each, column })
    }

    /// `scanf("%d", &a[i])`: the function of the library is given such an element.
    fn given(scene: &Scene<'t>, outside: &Outside<'t>) -> Option<Elements<'t>> {
        let place = match &uncast(outside.touch.pointer?).kind {
            ExprKind::AddressOf(place) => place,
            _ => return Elements::part_given(scene, outside),
        };
        let ExprKind::Index { base, index, stride: Stride::Bytes(each) } = &place.kind else { return None };
        let (start, len) = extent(&outside.life);
        let distance = outside.pointer.addr.wrapping_sub(start).cast_signed();
        let value = distance.checked_div_euclid(i64::try_from(*each).ok()?)?;
        let is_it = scene.int_value(scene.innermost()?, index) == Some(value) && len.checked_rem(*each)? == 0;
        let length = len / each;
        let is_outside = value < 0 || u64::try_from(value).is_ok_and(|value| value >= length);
        (is_it && is_outside).then_some(())?;
        Some(Elements { name: scene.spell(base)?, index, value, length, column: None })
    }

    /// `scanf("%s", words[n])`, `strcpy(list[n].name, s)`: the function of the library is given a
    /// part of an element that is not there.
    fn part_given(scene: &Scene<'t>, outside: &Outside<'t>) -> Option<Elements<'t>> {
        let mut place = bare(outside.touch.pointer?);
        let whole = place;
        while let ExprKind::Member { base, .. } = &place.kind {
            place = base;
        }
        let ExprKind::Index { base, index, stride: Stride::Bytes(each) } = &place.kind else { return None };
        let frame = scene.innermost()?;
        let length = match scene.array_length(bare(base).ty) {
            Some(length) => length,
            None => {
                let begins = scene.pointer_value(frame, base)?.addr == outside.life.base;
                outside.life.size.checked_div(*each).filter(|_| begins)?
            }
        };
        let value = scene.int_value(frame, index)?;
        let is_outside = value < 0 || u64::try_from(value).is_ok_and(|value| value >= length);
        is_outside.then_some(())?;
        let column = scene.array_length(whole.ty).filter(|_| std::ptr::eq(place, whole));
        let column = column.map(|column| (&**index, column));
        Some(Elements { name: scene.spell(base)?, index, value, length, column })
    }

    /// For those who know how to mend it.
    pub fn outside(&self) -> OutsideIndex<'_> {
        OutsideIndex {
            name: &self.name,
            index: self.index,
            value: self.value,
            length: self.length,
            is_row: self.column.is_some(),
            other: self.column,
        }
    }

    /// `'p[i]' is read with 'i' = 5, but the block has 5 elements, 'p[0]' to 'p[4]'.`
    pub fn sentence(&self, scene: &Scene<'_>, outside: &Outside<'_>) -> String {
        let Elements { name, index, value, length, .. } = self;
        let what = outside.touch.place.and_then(|e| scene.quote(e)).unwrap_or_else(|| format!("'{name}[{value}]'"));
        let with = scene.with_index(Some(index), Some(*value));
        let object = scene.noun(outside.life.origin);
        let object = if outside.life.range.is_some() { format!("'{name}'") } else { object };
        let last = match length {
            1 => format!("'{name}[0]'"),
            n => format!("'{name}[0]' to '{name}[{}]'", n - 1),
        };
        let unit = if self.column.is_some() { "row" } else { "element" };
        let done = match outside.touch.library {
            Some(function) => format!("given to '{function}'"),
            None => done(outside.access).to_owned(),
        };
        format!("{what} is {done}{with}, but {object} has {}, {last}.", count(*length, unit))
    }
}

/// A row of an array of arrays.
pub(in crate::findings) struct Row<'t> {
    /// The index that chose it.
    pub index: &'t Expr,
    /// Its bytes.
    bytes: u64,
    /// The array of arrays.
    array: &'t Expr,
    /// The index within it, and its length.
    column: (&'t Expr, u64),
}

/// The index that chose the row of `m[i][j]`, and the bytes of a row: where the
/// other one is within the row, it is this one that leads outside of the array.
pub(in crate::findings) fn row_index<'t>(scene: &Scene<'_>, place: &'t Expr) -> Option<Row<'t>> {
    let ExprKind::Index { base, index, .. } = &place.kind else { return None };
    let ExprKind::Decay(row) = &base.kind else { return None };
    let column = match &bare(index).kind {
        ExprKind::Int(column) => *column,
        _ => scene.int_value(scene.innermost()?, index)?,
    };
    let ExprKind::Index { base, index, stride: Stride::Bytes(bytes) } = &row.kind else { return None };
    let length = scene.array_length(row.ty)?;
    let column_index = match &place.kind {
        ExprKind::Index { index, .. } => index,
        _ => return None,
    };
    let inside = u64::try_from(column).is_ok_and(|column| column < length);
    inside.then_some(Row { index, bytes: *bytes, array: base, column: (column_index, length) })
}
