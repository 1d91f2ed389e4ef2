//! Integer operators, each once for all widths.

use super::fault::Fault;
use super::fold::ArithOp;
use super::width::Width;

/// A binary operator on two values of one (promoted) type; a shift's right
/// side is the amount in its own type.
pub trait IntOperator: Copy + 'static {
    /// Its name, for reports.
    const NAME: ArithOp;
    /// The result, or `None` if [`IntOperator::fault`] has something to tell.
    fn apply<W: Width>(left: i64, right: i64) -> Option<i64>;
    /// What is wrong where `apply` gave `None`.
    fn fault<W: Width>(left: i64, right: i64) -> Fault;
}

/// A comparison of two values of one type.
pub trait Comparison: Copy + 'static {
    /// Does it hold?
    fn test<W: Width>(left: i64, right: i64) -> bool;
    /// Of floating values; with a NaN only `!=` holds.
    fn test_float(left: f64, right: f64) -> bool;
    /// Of addresses.
    fn test_address(left: u64, right: u64) -> bool;
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident<$w:ident>($a:ident, $b:ident) $apply:block fault $fault:block)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl IntOperator for $name {
            const NAME: ArithOp = ArithOp::$name;
            #[inline(always)]
            fn apply<$w: Width>($a: i64, $b: i64) -> Option<i64> $apply
            #[cold]
            fn fault<$w: Width>($a: i64, $b: i64) -> Fault {
                let _ = ($a, $b);
                $fault
            }
        }
    )*};
}

/// A sum, difference or product in range: as it is; otherwise `None` if signed, wrapped if not.
#[inline(always)]
fn ranged<W: Width>(checked: Option<i64>, wrapped: i64) -> Option<i64> {
    if !W::SIGNED {
        Some(W::wrap(wrapped))
    } else if W::BITS == 64 {
        checked
    } else {
        // Both operands have at most 32 bits, so 64 hold the exact result.
        (W::wrap(wrapped) == wrapped).then_some(wrapped)
    }
}

operators! {
    /// `+` (6.5.6)
    Add<W>(a, b) { ranged::<W>(a.checked_add(b), a.wrapping_add(b)) }
    fault { Fault::Overflow(W::wrap(a.wrapping_add(b))) }

    /// `-` (6.5.6)
    Sub<W>(a, b) { ranged::<W>(a.checked_sub(b), a.wrapping_sub(b)) }
    fault { Fault::Overflow(W::wrap(a.wrapping_sub(b))) }

    /// `*` (6.5.5)
    Mul<W>(a, b) { ranged::<W>(a.checked_mul(b), a.wrapping_mul(b)) }
    fault { Fault::Overflow(W::wrap(a.wrapping_mul(b))) }

    /// `/` (6.5.5), towards zero
    Div<W>(a, b) {
        if W::SIGNED {
            a.checked_div(b).filter(|q| W::wrap(*q) == *q)
        } else {
            unsigned(a).checked_div(unsigned(b)).map(signed)
        }
    }
    fault { if b == 0 { Fault::DivisionByZero } else { Fault::DivisionOverflow } }

    /// `%` (6.5.5), with the sign of the dividend
    Rem<W>(a, b) {
        if W::SIGNED {
            // INT_MIN % -1 traps as the division does.
            a.checked_div(b).filter(|q| W::wrap(*q) == *q).and_then(|_| a.checked_rem(b))
        } else {
            unsigned(a).checked_rem(unsigned(b)).map(signed)
        }
    }
    fault { if b == 0 { Fault::DivisionByZero } else { Fault::DivisionOverflow } }

    /// `<<` (6.5.7). A bit that comes into the sign is not told: `1 << 31` is everywhere.
    Shl<W>(a, b) { amount::<W>(b).filter(|n| keeps::<W>(a, *n)).map(|n| W::wrap(a.wrapping_shl(n))) }
    fault { Fault::Shift(W::wrap(a.wrapping_shl(masked::<W>(b)))) }

    /// `>>` (6.5.7), arithmetic for signed types as gcc has it
    Shr<W>(a, b) { amount::<W>(b).map(|n| shift_right::<W>(a, n)) }
    fault { Fault::Shift(shift_right::<W>(a, masked::<W>(b))) }

    /// `&` (6.5.10)
    And<W>(a, b) { Some(a & b) }
    fault { Fault::Overflow(a & b) }

    /// `|` (6.5.12)
    Or<W>(a, b) { Some(a | b) }
    fault { Fault::Overflow(a | b) }

    /// `^` (6.5.11)
    Xor<W>(a, b) { Some(a ^ b) }
    fault { Fault::Overflow(a ^ b) }
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $op:tt;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl Comparison for $name {
            #[inline(always)]
            fn test<W: Width>(left: i64, right: i64) -> bool {
                if W::SIGNED || W::BITS < 64 { left $op right } else { unsigned(left) $op unsigned(right) }
            }
            #[inline(always)]
            fn test_float(left: f64, right: f64) -> bool {
                left $op right
            }
            #[inline(always)]
            fn test_address(left: u64, right: u64) -> bool {
                left $op right
            }
        }
    )*};
}

comparisons! {
    /// `==`
    Eq ==;
    /// `!=`
    Ne !=;
    /// `<`
    Lt <;
    /// `<=`
    Le <=;
    /// `>`
    Gt >;
    /// `>=`
    Ge >=;
}

/// A shift's amount, if it is below the width.
#[inline(always)]
fn amount<W: Width>(amount: i64) -> Option<u32> {
    u32::try_from(amount).ok().filter(|n| *n < u32::from(W::BITS))
}

/// Does a value keep all its bits when it is shifted left? A negative one has
/// no shift to the left (6.5.7p4).
#[inline(always)]
fn keeps<W: Width>(value: i64, amount: u32) -> bool {
    let room = amount.wrapping_add(64_u32.wrapping_sub(u32::from(W::BITS)));
    !W::SIGNED || (value >= 0 && unsigned(value).leading_zeros() >= room)
}

/// A shift's amount as x86-64 takes it: its low 5 or 6 bits.
fn masked<W: Width>(amount: i64) -> u32 {
    let mask = if W::BITS == 64 { 63 } else { 31 };
    u32::try_from(amount & mask).unwrap_or(0)
}

#[inline(always)]
fn shift_right<W: Width>(value: i64, amount: u32) -> i64 {
    if W::SIGNED { value.wrapping_shr(amount) } else { signed(unsigned(value).wrapping_shr(amount)) }
}

#[inline(always)]
fn unsigned(value: i64) -> u64 {
    value.cast_unsigned()
}

#[inline(always)]
fn signed(value: u64) -> i64 {
    value.cast_signed()
}
