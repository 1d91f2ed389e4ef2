//! `<assert.h>` (7.2).

use super::string::scan;
use super::{Call, Context, Next, Row};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::Trap;

/// The rows of this header. The macro calls its function with the condition as
/// text, file, line and function.
pub(super) const ROWS: &[Row] = &[Row::full("__assert_fail", "assert.h", fail)];

fn fail(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let condition = scan::string(&context.machine.memory, call.pointer(0))?;
    Err(Trap::text(Kind::AssertionFailed, String::from_utf8_lossy(condition)).into())
}
