//! An index that leads outside, as the findings about indices are given it.

use crate::sema::tree::Expr;

/// An index that an array does not have.
pub(in crate::findings) struct OutsideIndex<'a> {
    /// The array, as the source has it.
    pub name: &'a str,
    /// The index.
    pub index: &'a Expr,
    /// Its value.
    pub value: i64,
    /// How many elements the array has.
    pub length: u64,
    /// It chooses a row, not an element.
    pub is_row: bool,
    /// The other index of `m[i][j]`, and how many elements there are for it.
    pub other: Option<(&'a Expr, u64)>,
}
