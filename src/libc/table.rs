//! The rows of all headers, by name.

use super::call::Row;
use super::{
    assert, builtins, ctype, dirent, err, errno, fenv, getopt, inttypes, libgen, locale, math, overflow, search,
    setjmp, signal, stat, stdio, stdlib, string, time, unistd, wchar, wctype,
};
use std::collections::HashMap;
use std::sync::OnceLock;

/// One entry per header.
const HEADERS: &[&[Row]] = &[
    stdio::ROWS,
    stdio::WIDE_ROWS,
    stdio::DESCRIPTOR_ROWS,
    stdio::FILE_ROWS,
    stdio::TEMPORARY_ROWS,
    stdlib::ROWS,
    string::ROWS,
    ctype::ROWS,
    math::PURE_ONE,
    math::PURE_TWO,
    math::CHECKED_ONE,
    math::WRAPPED_ONE,
    math::CHECKED_TWO,
    math::ROWS,
    assert::ROWS,
    dirent::ROWS,
    err::ROWS,
    errno::ROWS,
    fenv::ROWS,
    getopt::ROWS,
    inttypes::ROWS,
    libgen::ROWS,
    locale::ROWS,
    search::ROWS,
    setjmp::ROWS,
    signal::ROWS,
    stat::ROWS,
    time::ROWS,
    unistd::ROWS,
    wchar::ROWS,
    wctype::CLASS_ROWS,
    wctype::ROWS,
    builtins::BITS,
    overflow::ROWS,
    builtins::ROWS,
];

/// The row of a function; `None` if the library does not have it. `__builtin_x`
/// is `x` unless it is something of its own.
pub fn row(name: &str) -> Option<&'static Row> {
    static INDEX: OnceLock<HashMap<&'static str, &'static Row>> = OnceLock::new();
    let index = INDEX.get_or_init(|| rows().map(|row| (row.name, row)).collect());
    index.get(name).or_else(|| index.get(name.strip_prefix("__builtin_")?)).copied()
}

/// All rows, header by header.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    HEADERS.iter().flat_map(|rows| rows.iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows() {
            assert!(seen.insert(row.name), "'{}' has two rows", row.name);
        }
    }
}
