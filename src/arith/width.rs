//! Integer types as arithmetic sees them: width and signedness.

/// An integer type, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntRepr {
    /// 1 (`_Bool`), 8, 16, 32 or 64.
    pub bits: u8,
    /// Has negative values.
    pub signed: bool,
}

impl IntRepr {
    /// The value that this type has for these 64 bits (6.3.1.3: modulo 2^bits). For `_Bool`, not 0.
    pub fn wrap(self, value: i64) -> i64 {
        match (self.bits, self.signed) {
            (1, _) => i64::from(value != 0),
            (8, true) => S8::wrap(value),
            (8, false) => U8::wrap(value),
            (16, true) => S16::wrap(value),
            (16, false) => U16::wrap(value),
            (32, true) => S32::wrap(value),
            (32, false) => U32::wrap(value),
            _ => value,
        }
    }
}

/// An integer type, as a Rust type, so that an operator is compiled for it.
pub trait Width: Copy + 'static {
    /// Bits.
    const BITS: u8;
    /// Has negative values.
    const SIGNED: bool;
    /// The value of the type for these 64 bits.
    fn wrap(value: i64) -> i64;
}

macro_rules! widths {
    ($($(#[$doc:meta])* $name:ident $bits:literal $signed:literal $wrap:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl Width for $name {
            const BITS: u8 = $bits;
            const SIGNED: bool = $signed;
            #[inline(always)]
            #[allow(clippy::as_conversions, reason = "truncation and extension are what this is for")]
            fn wrap(value: i64) -> i64 {
                let wrap: fn(i64) -> i64 = $wrap;
                wrap(value)
            }
        }
    )*};
}

widths! {
    /// `signed char`
    S8 8 true |v| i64::from(v as i8);
    /// `unsigned char`
    U8 8 false |v| i64::from(v as u8);
    /// `short`
    S16 16 true |v| i64::from(v as i16);
    /// `unsigned short`
    U16 16 false |v| i64::from(v as u16);
    /// `int`
    S32 32 true |v| i64::from(v as i32);
    /// `unsigned int`
    U32 32 false |v| i64::from(v as u32);
    /// `long`
    S64 64 true |v| v;
    /// `unsigned long`
    U64 64 false |v| v;
}
