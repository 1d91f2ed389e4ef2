//! `<fenv.h>` (7.6): flags and rounding direction, which the floating operations of a
//! program keep that names one of these functions.

use super::{Call, Context, Next, Row};
use crate::arith::{FloatEnvironment, Rounding};
use crate::machine::Stop;
use crate::memory::{Pointer, U16};

const HEADER: &str = "fenv.h";

/// All flags there are.
const ALL: u16 = 61;
/// The directions, as x86 numbers them.
const DIRECTIONS: &[(u16, Rounding)] =
    &[(0, Rounding::Nearest), (0x400, Rounding::Down), (0x800, Rounding::Up), (0xc00, Rounding::Zero)];

/// The rows of this header.
pub(super) const ROWS: &[Row] = &[
    Row::full("fegetround", HEADER, |context, _| Ok(Next::int(number(context.machine.float.rounding)))),
    Row::full("fesetround", HEADER, set_direction),
    Row::full("feclearexcept", HEADER, |context, call| {
        context.machine.float.raised &= !flags(call, 0);
        Ok(Next::int(0))
    }),
    Row::full("feraiseexcept", HEADER, |context, call| {
        context.machine.float.raised |= flags(call, 0);
        Ok(Next::int(0))
    }),
    Row::full("fetestexcept", HEADER, |context, call| Ok(Next::int(context.machine.float.raised & flags(call, 0)))),
    Row::full("fegetexceptflag", HEADER, |context, call| {
        let raised = context.machine.float.raised & flags(call, 1);
        context.machine.memory.put::<U16>(call.pointer(0), raised.into(), call.node)?;
        Ok(Next::int(0))
    }),
    Row::full("fesetexceptflag", HEADER, |context, call| {
        let (wanted, which) = (word(context, call.pointer(0))?, flags(call, 1));
        let float = &mut context.machine.float;
        float.raised = (float.raised & !which) | (wanted & which);
        Ok(Next::int(0))
    }),
    Row::full("fegetenv", HEADER, |context, call| keep(context, call, false)),
    Row::full("feholdexcept", HEADER, |context, call| keep(context, call, true)),
    Row::full("fesetenv", HEADER, |context, call| restore(context, call, false)),
    Row::full("feupdateenv", HEADER, |context, call| restore(context, call, true)),
];

fn flags(call: &Call<'_>, place: usize) -> u16 {
    u16::try_from(call.int(place) & i64::from(ALL)).unwrap_or(ALL)
}

fn number(rounding: Rounding) -> u16 {
    DIRECTIONS.iter().find(|(_, one)| *one == rounding).map_or(0, |(number, _)| *number)
}

fn direction(number: i64) -> Option<Rounding> {
    DIRECTIONS.iter().find(|(one, _)| i64::from(*one) == number).map(|(_, rounding)| *rounding)
}

fn set_direction(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let wanted = direction(call.int(0));
    context.machine.float.rounding = wanted.unwrap_or(context.machine.float.rounding);
    Ok(Next::int(wanted.is_none()))
}

fn word(context: &Context<'_>, at: Pointer) -> Result<u16, Stop> {
    Ok(u16::try_from(context.machine.memory.get::<U16>(at)?).unwrap_or(0))
}

/// The environment goes where the pointer points; then no flag is raised, if so wanted.
fn keep(context: &mut Context<'_>, call: &Call<'_>, clears: bool) -> Result<Next, Stop> {
    let float = context.machine.float;
    let memory = &mut context.machine.memory;
    memory.put::<U16>(call.pointer(0), float.raised.into(), call.node)?;
    memory.put::<U16>(call.pointer(0).offset(2), number(float.rounding).into(), call.node)?;
    if clears {
        context.machine.float.raised = 0;
    }
    Ok(Next::int(0))
}

/// The environment that was kept, or FE_DFL_ENV; what is raised now stays so, if so wanted.
fn restore(context: &mut Context<'_>, call: &Call<'_>, stays: bool) -> Result<Next, Stop> {
    let from = call.pointer(0);
    let now = context.machine.float.raised;
    let mut float = FloatEnvironment::default();
    if from.addr != u64::MAX {
        float.raised = word(context, from)?;
        float.rounding = direction(word(context, from.offset(2))?.into()).unwrap_or_default();
    }
    if stays {
        float.raised |= now;
    }
    context.machine.float = float;
    Ok(Next::int(0))
}
