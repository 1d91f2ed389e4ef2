//! `<inttypes.h>` (7.8.2): functions of the widest integers, which are `long`.

use super::stdlib::{divide, signed, unsigned};
use super::{Call, Context, Next, Row};
use crate::kinds::Kind;
use crate::machine::Stop;
use crate::memory::{I64, Trap, TrapData};

const HEADER: &str = "inttypes.h";

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("imaxabs", HEADER, imaxabs),
    Row::full("imaxdiv", HEADER, divide::<I64>),
    Row::full("strtoimax", HEADER, |context, call| signed(context, call, "strtoimax")),
    Row::full("strtoumax", HEADER, |context, call| unsigned(context, call, "strtoumax")),
];

fn imaxabs(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let value = call.int(0);
    if value == i64::MIN {
        context.machine.warn(Trap { kind: Kind::SignedOverflow, data: TrapData::Value { value, bits: 64 } })?;
    }
    Ok(Next::int(value.wrapping_abs()))
}
