//! `<setjmp.h>` (7.13): the way back. `setjmp` itself belongs to the evaluator.

use super::{Call, Context, Next, Row, signal, varargs};
use crate::machine::Stop;

const HEADER: &str = "setjmp.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("longjmp", HEADER, longjmp),
    Row::full("_longjmp", HEADER, longjmp),
    Row::full("siglongjmp", HEADER, longjmp),
];

/// `longjmp` (7.13.2.1): setjmp never returns 0 this way.
fn longjmp(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    varargs::abandon(context);
    signal::abandon(context);
    let value = i32::try_from(call.int(1)).unwrap_or(1);
    Ok(Next::LongJump { buffer: call.pointer(0), value: if value == 0 { 1 } else { value } })
}
