//! Functions of `math.h`: the exact ones bit for bit, the others to the last
//! place or two; special values always bit for bit.

use super::native;
use crate::libc::testing::Bench;
use crate::libc::{Action, row};
use crate::machine::Value;

const VALUES: [f64; 44] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    1.5,
    -1.5,
    2.0,
    2.5,
    3.0,
    -2.5,
    0.1,
    0.7,
    10.0,
    -10.0,
    100.0,
    1e-5,
    -1e-5,
    1e5,
    12345.678,
    1e10,
    1e15,
    4503599627370497.5,
    -4503599627370497.5,
    9007199254740993.0,
    1e22,
    1e100,
    1e300,
    -1e300,
    1e-300,
    1e-310,
    5e-324,
    -5e-324,
    709.0,
    710.0,
    -745.0,
    -746.0,
    171.0,
    172.0,
    0.3333333333333333,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// Functions whose result is exact or correctly rounded.
const EXACT_ONE: [&str; 10] =
    ["sqrt", "fabs", "floor", "ceil", "trunc", "round", "roundeven", "rint", "nearbyint", "logb"];
const CLOSE_ONE: [&str; 26] = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "exp2",
    "exp10", "expm1", "log", "log2", "log10", "log1p", "cbrt", "erf", "erfc", "tgamma", "lgamma", "y0",
];
const EXACT_TWO: [&str; 7] = ["fmod", "remainder", "copysign", "fmax", "fmin", "fdim", "nextafter"];
const CLOSE_TWO: [&str; 3] = ["pow", "atan2", "hypot"];

/// What the library answers.
fn ours(bench: &mut Bench, name: &str, arguments: &[f64]) -> f64 {
    let row = row(name).unwrap_or_else(|| panic!("'{name}' has no row"));
    match row.action {
        Action::Float1(function) => function(arguments[0]),
        Action::Float2(function) => function(arguments[0], arguments[1]),
        _ => {
            let ty = bench.types.double;
            let typed: Vec<_> = arguments.iter().map(|value| (Value::Float(*value), ty)).collect();
            match bench.value(name, &typed) {
                Value::Float(value) => value,
                other => panic!("{other:?}"),
            }
        }
    }
}

/// Steps between two doubles of the same sign.
fn distance(a: f64, b: f64) -> u64 {
    if a.is_nan() || b.is_nan() || a.is_infinite() || b.is_infinite() || a == 0.0 || b == 0.0 {
        return if a.to_bits() == b.to_bits() { 0 } else { u64::MAX };
    }
    if a.is_sign_negative() != b.is_sign_negative() { u64::MAX } else { a.to_bits().abs_diff(b.to_bits()) }
}

/// Calls functions of so many values with all combinations of the values.
fn beside(names: &[&str], values: &[f64], count: usize, allowed: u64) {
    let bits: Vec<String> = values.iter().map(|value| format!("{:#x}", value.to_bits())).collect();
    let arguments = &["x[i]", "x[j]", "x[k]"][..count];
    let calls: String = names.iter().map(|name| format!("p({name}({}));", arguments.join(", "))).collect();
    let n = values.len();
    let body = format!(
        "uint64_t bits[] = {{ {} }};
        double x[{n}];
        void p(double x) {{ uint64_t bits; memcpy(&bits, &x, 8); printf(\"%lu\\n\", bits); }}
        int main(void) {{
            memcpy(x, bits, sizeof x);
            for (int i = 0; i < {n}; i++) for (int j = 0; j < {}; j++) for (int k = 0; k < {}; k++) {{ {calls} }}
        }}",
        bits.join(", "),
        if count > 1 { n } else { 1 },
        if count > 2 { n } else { 1 },
    );
    let Some(theirs) = native(&body) else { return };
    let mut theirs = theirs.iter();
    let mut bench = Bench::new(b"");
    let mut wrong = Vec::new();
    let none = [0.0];
    for a in values {
        for b in if count > 1 { values } else { &none } {
            for c in if count > 2 { values } else { &none } {
                for name in names {
                    let theirs = f64::from_bits(theirs.next().expect("a line for each call").parse().unwrap());
                    let arguments = &[*a, *b, *c][..count];
                    let ours = ours(&mut bench, name, arguments);
                    if distance(ours, theirs) > allowed {
                        wrong.push(format!("{name}{arguments:?}: ours {ours:e}, glibc {theirs:e}\n"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong[..wrong.len().min(40)].concat());
}

#[test]
fn exact_functions_of_one_value() {
    beside(&EXACT_ONE, &VALUES, 1, 0);
}

#[test]
fn exact_functions_of_two_values() {
    beside(&EXACT_TWO, &VALUES, 2, 0);
}

#[test]
fn fused_multiply_and_add() {
    let values: Vec<f64> = VALUES.iter().copied().step_by(2).collect();
    beside(&["fma"], &values, 3, 0);
}

#[test]
fn other_functions_of_one_value() {
    beside(&CLOSE_ONE, &VALUES, 1, 12);
}

#[test]
fn other_functions_of_two_values() {
    beside(&CLOSE_TWO, &VALUES, 2, 2);
}
