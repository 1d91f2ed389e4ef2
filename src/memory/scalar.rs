//! Scalars in memory: how many bytes, under which mark, from and to registers.

use super::marks;

/// A scalar type as memory sees it. Integers travel as `i64` (extended as
/// their type says), floating values as `f64`.
pub trait Scalar: Copy + 'static {
    /// What travels.
    type Value: Copy;
    /// Bytes.
    const SIZE: usize;
    /// The mark of a store.
    const MARK: u8;
    /// The value of these bytes (exactly `SIZE` of them, else `None`).
    fn decode(bytes: &[u8]) -> Option<Self::Value>;
    /// Writes the value's bytes; returns `None` if there are not `SIZE` of them.
    fn encode(value: Self::Value, bytes: &mut [u8]) -> Option<()>;
    /// Are these marks (exactly `SIZE`) all this scalar's own?
    fn marked(marks: &[u8]) -> bool;
    /// Sets the marks; tells whether none of them was a pointer's before (else nothing is set).
    fn mark(marks: &mut [u8]) -> bool;
}

macro_rules! scalars {
    ($($(#[$doc:meta])* $name:ident $ty:ty, $word:ty, $size:literal, $mark:expr, $value:ty, $from:expr, $to:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Scalar for $name {
            type Value = $value;
            const SIZE: usize = $size;
            const MARK: u8 = $mark;

            #[inline(always)]
            fn decode(bytes: &[u8]) -> Option<$value> {
                let chunk = bytes.first_chunk::<$size>()?;
                let convert: fn($ty) -> $value = $from;
                Some(convert(<$ty>::from_le_bytes(*chunk)))
            }

            #[inline(always)]
            fn encode(value: $value, bytes: &mut [u8]) -> Option<()> {
                let convert: fn($value) -> $ty = $to;
                *bytes.first_chunk_mut::<$size>()? = convert(value).to_le_bytes();
                Some(())
            }

            #[inline(always)]
            fn marked(marks: &[u8]) -> bool {
                marks.first_chunk::<$size>().is_some_and(|m| *m == [$mark; $size])
            }

            #[inline(always)]
            fn mark(marks: &mut [u8]) -> bool {
                let Some(chunk) = marks.first_chunk_mut::<$size>() else { return false };
                const HOLDS: $word = <$word>::from_le_bytes([marks::HOLDS_POINTER; $size]);
                if <$word>::from_le_bytes(*chunk) & HOLDS != 0 {
                    return false;
                }
                *chunk = [$mark; $size];
                true
            }
        }
    )*};
}

#[allow(
    clippy::as_conversions,
    reason = "this table is where registers meet widths: truncation and extension are meant"
)]
mod table {
    use super::{Scalar, marks};

    scalars! {
        /// `signed char`, `char`
        I8 i8, u8, 1, marks::BYTE, i64, |b| i64::from(b), |v| v as i8;
        /// `unsigned char`
        U8 u8, u8, 1, marks::BYTE, i64, |b| i64::from(b), |v| v as u8;
        /// `_Bool`: any byte but 0 reads as 1.
        Bool u8, u8, 1, marks::BOOL, i64, |b| i64::from(b != 0), |v| u8::from(v != 0);
        /// `short`
        I16 i16, u16, 2, marks::INT16, i64, |b| i64::from(b), |v| v as i16;
        /// `unsigned short`
        U16 u16, u16, 2, marks::INT16, i64, |b| i64::from(b), |v| v as u16;
        /// `int`, enums
        I32 i32, u32, 4, marks::INT32, i64, |b| i64::from(b), |v| v as i32;
        /// `unsigned int`
        U32 u32, u32, 4, marks::INT32, i64, |b| i64::from(b), |v| v as u32;
        /// `long`, `unsigned long` and the `long long`s
        I64 i64, u64, 8, marks::INT64, i64, |b| b, |v| v;
        /// `float`
        F32 f32, u32, 4, marks::FLOAT, f64, |b| f64::from(b), |v| v as f32;
        /// `double`
        F64 f64, u64, 8, marks::DOUBLE, f64, |b| b, |v| v;
    }
}

pub use table::{Bool, F32, F64, I8, I16, I32, I64, U8, U16, U32};

/// `long double`: 16 bytes that all count as written, of which the first eight
/// hold the value as a double.
#[derive(Clone, Copy, Debug)]
pub struct Extended;

impl Scalar for Extended {
    type Value = f64;
    const SIZE: usize = 16;
    const MARK: u8 = marks::LONG_DOUBLE;

    fn decode(bytes: &[u8]) -> Option<f64> {
        bytes.first_chunk::<8>().map(|b| f64::from_le_bytes(*b))
    }

    fn encode(value: f64, bytes: &mut [u8]) -> Option<()> {
        let chunk = bytes.first_chunk_mut::<16>()?;
        *chunk = [0; 16];
        *chunk.first_chunk_mut::<8>()? = value.to_le_bytes();
        Some(())
    }

    fn marked(found: &[u8]) -> bool {
        found.first_chunk::<16>().is_some_and(|m| *m == [marks::LONG_DOUBLE; 16])
    }

    fn mark(found: &mut [u8]) -> bool {
        let Some(chunk) = found.first_chunk_mut::<16>() else { return false };
        if chunk.iter().any(|m| m & marks::HOLDS_POINTER != 0) {
            return false;
        }
        *chunk = [marks::LONG_DOUBLE; 16];
        true
    }
}
