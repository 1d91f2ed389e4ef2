//! gcc's `__builtin_add_overflow` and its relatives: the exact result is stored
//! as far as it fits, and whether it fits is the answer.

use super::{Call, Context, Next, Row};
use crate::machine::Stop;
use crate::memory::{I8, I16, I32, I64};

/// The exact operation; `None` where 128 bits do not hold it, with the lower ones.
type Operation = fn(i128, i128) -> (Option<i128>, i128);

/// What `sema` tells of the types in the last argument.
const LEFT_UNSIGNED: i64 = 1 << 8;
const RIGHT_UNSIGNED: i64 = 1 << 9;
const RESULT_SIGNED: i64 = 1 << 10;
const ASK_ONLY: i64 = 1 << 11;

pub(super) const ROWS: &[Row] = &[
    Row::full("__builtin_add_overflow", "", |context, call| {
        run(context, call, |a, b| (a.checked_add(b), a.wrapping_add(b)))
    }),
    Row::full("__builtin_sub_overflow", "", |context, call| {
        run(context, call, |a, b| (a.checked_sub(b), a.wrapping_sub(b)))
    }),
    Row::full("__builtin_mul_overflow", "", |context, call| {
        run(context, call, |a, b| (a.checked_mul(b), a.wrapping_mul(b)))
    }),
];

fn run(context: &mut Context<'_>, call: &Call<'_>, operation: Operation) -> Result<Next, Stop> {
    let told = call.int(3);
    let operand = |place: usize, unsigned: i64| match told & unsigned {
        0 => i128::from(call.int(place)),
        _ => i128::from(call.size(place)),
    };
    let (exact, bits) = operation(operand(0, LEFT_UNSIGNED), operand(1, RIGHT_UNSIGNED));
    let width = u32::try_from(told & 0xff).unwrap_or(64);
    let fits = exact.is_some_and(|exact| in_range(exact, width, told & RESULT_SIGNED != 0));
    if told & ASK_ONLY == 0 {
        let stored = i64::try_from(bits & i128::from(u64::MAX)).unwrap_or_else(|_| {
            // The upper half of the unsigned range.
            i64::try_from((bits & i128::from(u64::MAX)).wrapping_sub(1 << 64)).unwrap_or(0)
        });
        let (memory, place, node) = (&mut context.machine.memory, call.pointer(2), call.node);
        match width {
            8 => memory.put::<I8>(place, stored, node)?,
            16 => memory.put::<I16>(place, stored, node)?,
            32 => memory.put::<I32>(place, stored, node)?,
            _ => memory.put::<I64>(place, stored, node)?,
        }
    }
    Ok(Next::int(!fits))
}

fn in_range(value: i128, width: u32, signed: bool) -> bool {
    // Of a signed type the upper bits are all the sign's.
    let above = value.checked_shr(if signed { width.saturating_sub(1) } else { width }).unwrap_or(0);
    above == 0 || (signed && above == -1)
}
