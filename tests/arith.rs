//! `arith` against arithmetic in 128 bits.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use cglass::arith::{ArithOp, CompareOp, Fault, IntRepr, float_to_int, fold_compare, fold_int};
use proptest::prelude::*;

fn wide(repr: IntRepr, value: i64) -> i128 {
    if repr.signed || repr.bits < 64 { i128::from(value) } else { i128::from(value.cast_unsigned()) }
}

fn fits(repr: IntRepr, value: i128) -> bool {
    let one = 1i128 << (repr.bits - u8::from(repr.signed));
    value < one && value >= if repr.signed { -one } else { 0 }
}

fn narrow(repr: IntRepr, value: i128) -> i64 {
    let modulus = 1i128 << repr.bits;
    let low = value.rem_euclid(modulus);
    let low = if repr.signed && low >= modulus / 2 { low - modulus } else { low };
    if repr.bits == 64 && !repr.signed { (low as u64).cast_signed() } else { low as i64 }
}

fn reprs() -> impl Strategy<Value = IntRepr> {
    (prop_oneof![Just(32u8), Just(64u8)], any::<bool>()).prop_map(|(bits, signed)| IntRepr { bits, signed })
}

fn values() -> impl Strategy<Value = i64> {
    let corners = vec![i64::MIN, i64::MAX, i64::from(i32::MIN), i64::from(i32::MAX), i64::from(u32::MAX)];
    prop_oneof![any::<i64>(), -3i64..70, prop::sample::select(corners)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn integer_operators_are_exact(repr in reprs(), a in values(), b in values()) {
        let (a, b) = (repr.wrap(a), repr.wrap(b));
        let (wa, wb) = (wide(repr, a), wide(repr, b));
        for (op, exact) in [
            (ArithOp::Add, Some(wa + wb)), (ArithOp::Sub, Some(wa - wb)), (ArithOp::Mul, wa.checked_mul(wb)),
            (ArithOp::And, Some(wide(repr, a & b))), (ArithOp::Or, Some(wide(repr, a | b))),
            (ArithOp::Xor, Some(wide(repr, a ^ b))),
        ] {
            let Some(exact) = exact else { continue };
            let got = fold_int(op, repr, a, b);
            if repr.signed && !fits(repr, exact) {
                prop_assert_eq!(got, Err(Fault::Overflow(narrow(repr, exact))));
            } else {
                prop_assert_eq!(got, Ok(narrow(repr, exact)));
            }
        }
        for (op, exact) in [(ArithOp::Div, wa.checked_div(wb)), (ArithOp::Rem, wa.checked_rem(wb))] {
            let got = fold_int(op, repr, a, b);
            match exact {
                None => prop_assert_eq!(got, Err(Fault::DivisionByZero)),
                Some(_) if !fits(repr, wa / wb) => prop_assert_eq!(got, Err(Fault::DivisionOverflow)),
                Some(exact) => prop_assert_eq!(got, Ok(narrow(repr, exact))),
            }
        }
    }

    #[test]
    fn shifts_are_exact(repr in reprs(), a in values(), n in -2i64..70) {
        let a = repr.wrap(a);
        let wa = wide(repr, a);
        let left = fold_int(ArithOp::Shl, repr, a, n);
        let right = fold_int(ArithOp::Shr, repr, a, n);
        if n < 0 || n >= i64::from(repr.bits) {
            prop_assert!(matches!(left, Err(Fault::Shift(_))));
            prop_assert!(matches!(right, Err(Fault::Shift(_))));
        } else {
            // 6.5.7p4; a bit that comes into the sign is allowed.
            let lost = repr.signed && (wa < 0 || wa << n >= 1i128 << repr.bits);
            let shifted = narrow(repr, wa.wrapping_shl(n as u32));
            prop_assert_eq!(left, if lost { Err(Fault::Shift(shifted)) } else { Ok(shifted) });
            prop_assert_eq!(right, Ok(narrow(repr, wa >> n)));
        }
    }

    #[test]
    fn comparisons_are_exact(repr in reprs(), a in values(), b in values()) {
        let (a, b) = (repr.wrap(a), repr.wrap(b));
        let (wa, wb) = (wide(repr, a), wide(repr, b));
        prop_assert_eq!(fold_compare(CompareOp::Lt, repr, a, b), wa < wb);
        prop_assert_eq!(fold_compare(CompareOp::Ge, repr, a, b), wa >= wb);
        prop_assert_eq!(fold_compare(CompareOp::Eq, repr, a, b), wa == wb);
    }

    #[test]
    fn truncation_is_exact(
        bits in prop::sample::select(vec![8u8, 16, 32, 64]),
        signed: bool,
        value in prop_oneof![any::<f64>(), -1e10f64..1e10, -300.0f64..300.0],
    ) {
        let repr = IntRepr { bits, signed };
        let got = float_to_int(repr, value);
        let exact = if value.is_finite() && value.abs() < 1e30 { Some(value.trunc() as i128) } else { None };
        match exact {
            Some(exact) if fits(repr, exact) => {
                prop_assert!(!got.overflows);
                prop_assert_eq!(wide(repr, got.value), exact);
            }
            _ => prop_assert!(got.overflows),
        }
    }
}
