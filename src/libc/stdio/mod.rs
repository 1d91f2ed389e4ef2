//! `stdio.h` (7.21 and POSIX's additions).

use super::call::Row;
use super::state::Static;

/// Its functions.
pub(super) const ROWS: &[Row] = &[];

/// So many streams may be open at once, the three standard ones included.
pub(super) const STREAMS_MAX: u32 = 256;

/// Its objects: what a `FILE *` points to. Programs see `FILE` as incomplete.
pub(super) const STATICS: &[Static] =
    &[Static { name: "FILE", size: 16, align: 8, count: STREAMS_MAX, read_only: false }];
