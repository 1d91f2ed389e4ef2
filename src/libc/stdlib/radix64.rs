//! `a64l` and `l64a` (POSIX): 32 bits as up to six characters of a 64-character alphabet.

use crate::libc::string::scan;
use crate::libc::{Call, Context, Next, Static};
use crate::machine::Stop;

const DIGITS: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Six characters hold 36 bits.
const LONGEST: usize = 6;

/// What `l64a` returns.
pub(super) const STATICS: &[Static] = &[Static { name: "l64a", size: 7, align: 1, count: 2, read_only: false }];

/// `l64a`: the low 32 bits, the lowest digit first; nothing for 0.
pub(super) fn l64a(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let mut rest = call.size(0) & 0xffff_ffff;
    let mut text = Vec::new();
    while rest != 0 {
        let digit = usize::try_from(rest & 63).unwrap_or(0);
        text.push(DIGITS.get(digit).copied().unwrap_or(b'.'));
        rest >>= 6;
    }
    text.push(0);
    // The empty text is an object of its own, as in glibc.
    let place = context.state.object("l64a", usize::from(text.len() == 1));
    context.machine.memory.write(place, &text, call.node)?;
    Ok(Next::pointer(place))
}

/// `a64l`: up to six digits; what is none ends the number.
pub(super) fn a64l(context: &mut Context<'_>, call: &Call<'_>) -> Result<Next, Stop> {
    let text = scan::string(&context.machine.memory, call.pointer(0))?;
    let digits = text.iter().take(LONGEST).map_while(|byte| DIGITS.iter().position(|digit| digit == byte));
    let mut bits = 0_u64;
    for (digit, shift) in digits.zip((0_u32..).step_by(6)) {
        bits |= scan::wide(digit) << shift;
    }
    let low = u32::try_from(bits & 0xffff_ffff).unwrap_or(0);
    Ok(Next::int(low))
}
