//! Floating operators. Computed in double; a float result is rounded afterwards,
//! which for `+ - * /` gives the correctly rounded float.

/// A binary operator on two doubles.
pub trait FloatOperator: Copy + 'static {
    /// Divides.
    const DIVIDES: bool;
    /// The result.
    fn apply(left: f64, right: f64) -> f64;
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $op:tt $divides:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl FloatOperator for $name {
            const DIVIDES: bool = $divides;
            #[inline(always)]
            fn apply(left: f64, right: f64) -> f64 {
                indefinite(left $op right, left, right)
            }
        }
    )*};
}

operators! {
    /// `+`
    FAdd + false;
    /// `-`
    FSub - false;
    /// `*`
    FMul * false;
    /// `/`
    FDiv / true;
}

/// An invalid operation gives x86's NaN, whose sign bit is set; a NaN that came in goes out.
#[inline(always)]
fn indefinite(result: f64, left: f64, right: f64) -> f64 {
    if result.is_nan() { propagate(left, right) } else { result }
}

#[cold]
fn propagate(left: f64, right: f64) -> f64 {
    if left.is_nan() {
        left
    } else if right.is_nan() {
        right
    } else {
        f64::from_bits(0xFFF8_0000_0000_0000)
    }
}
