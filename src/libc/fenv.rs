//! `<fenv.h>` (7.6): the one rounding direction there is. Exception flags are
//! not kept, so the functions that ask for them are not there.

use super::{Next, Row};

const HEADER: &str = "fenv.h";

/// The rows of this header: 0 is FE_TONEAREST.
pub(super) const ROWS: &[Row] = &[
    Row::full("fegetround", HEADER, |_, _| Ok(Next::int(0))),
    Row::full("fesetround", HEADER, |_, call| Ok(Next::int(call.int(0) != 0))),
];
