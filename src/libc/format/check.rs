//! What a conversion wants, and how well an argument fits it (semantics.md §5,
//! format-mismatch).

use super::spec::{Count, Flags, Length, Spec};
use crate::kinds::Severity;
use crate::machine::Value;
use crate::types::{FloatKind, IntKind, Type, TypeKind, TypeTable};

/// What an output conversion takes from the arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// An integer that is printed as one of so many bytes.
    Int,
    /// A `double`.
    Double,
    /// A `long double`.
    LongDouble,
    /// A string of characters.
    String,
    /// A string of wide characters.
    WideString,
    /// Any pointer.
    Pointer,
    /// A pointer to the integer that `%n` fills.
    Count,
    /// Nothing (`%%`, `%m`).
    Nothing,
}

/// What a conversion wants; `None` if there is no such conversion.
pub(super) fn wanted(spec: &Spec) -> Option<Wanted> {
    Some(match spec.conversion {
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'b' | b'B' | b'c' | b'C' => Wanted::Int,
        // glibc takes "ll" before these for "L".
        b'f' | b'F' | b'e' | b'E' | b'g' | b'G' | b'a' | b'A'
            if matches!(spec.length, Length::LongDouble | Length::LongLong) =>
        {
            Wanted::LongDouble
        }
        b'f' | b'F' | b'e' | b'E' | b'g' | b'G' | b'a' | b'A' => Wanted::Double,
        b's' if spec.length == Length::Long => Wanted::WideString,
        b's' => Wanted::String,
        b'S' => Wanted::WideString,
        b'p' => Wanted::Pointer,
        b'n' => Wanted::Count,
        b'm' | b'%' => Wanted::Nothing,
        _ => return None,
    })
}

/// What of a specification does not go with its conversion (7.21.6.1p5 to p9),
/// in words that follow "in '%#d'": what is printed is glibc's choice.
pub(super) fn misuse(spec: &Spec) -> Option<String> {
    use Length::{LongDouble, LongLong};
    let letter = char::from(spec.conversion);
    let integer = matches!(spec.conversion, b'd' | b'i' | b'o' | b'u' | b'x' | b'X' | b'b' | b'B');
    let floating = matches!(spec.conversion, b'f' | b'F' | b'e' | b'E' | b'g' | b'G' | b'a' | b'A');
    let text = matches!(spec.conversion, b's' | b'S');
    let based = integer && !matches!(spec.conversion, b'd' | b'i' | b'u');
    let fits = match spec.length {
        Length::None => true,
        Length::Long => integer || floating || matches!(spec.conversion, b's' | b'c' | b'n'),
        LongDouble => integer || floating,
        LongLong => integer || floating || spec.conversion == b'n',
        _ => integer || spec.conversion == b'n',
    };
    let (flag, counted) = (spec.flags, spec.width != Count::None || spec.precision != Count::None);
    let bare = flag == Flags::default() && !counted;
    match spec.conversion {
        b'n' | b'%' if !bare => Some(format!("'%{letter}' takes no flags, width or precision")),
        b'm' => None,
        _ if flag.alternative && !based && !floating => Some(format!("the flag '#' means nothing for '%{letter}'")),
        _ if flag.zero && !integer && !floating => Some(format!("the flag '0' means nothing for '%{letter}'")),
        _ if spec.precision != Count::None && !integer && !floating && !text => {
            Some(format!("a precision means nothing for '%{letter}'"))
        }
        _ if !fits => Some(format!("the length before '{letter}' does not go with '%{letter}'")),
        _ => None,
    }
}

/// What the conversion wants, in C's words.
pub(super) fn describe(spec: &Spec, wanted: Wanted) -> String {
    match wanted {
        Wanted::Int => match spec.conversion {
            b'd' | b'i' => with_article(spec.length.signed_name()),
            b'c' if spec.length == Length::None => "an int".into(),
            b'c' | b'C' => "a wint_t".into(),
            _ => with_article(spec.length.unsigned_name()),
        },
        Wanted::Double => "a double".into(),
        Wanted::LongDouble => "a long double".into(),
        Wanted::String => "a string (char *)".into(),
        Wanted::WideString => "a wide string (wchar_t *)".into(),
        Wanted::Pointer => "a pointer".into(),
        Wanted::Count => format!("a pointer to {}", with_article(spec.length.signed_name())),
        Wanted::Nothing => "nothing".into(),
    }
}

/// "an int", "a char *".
pub(super) fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o']) || (name.starts_with("un") && !name.starts_with("uni"));
    format!("{} {name}", if vowel { "an" } else { "a" })
}

/// Bytes of the integer argument that a conversion wants, after promotion.
pub(super) fn int_width(spec: &Spec) -> u64 {
    match spec.conversion {
        b'c' | b'C' => 4,
        _ => spec.length.bytes().max(4),
    }
}

/// How well an argument fits: `None` if it does, else what it is to be told as.
pub(super) fn mismatch(types: &TypeTable, spec: &Spec, wanted: Wanted, value: Value, ty: Type) -> Option<Severity> {
    match (wanted, value) {
        (Wanted::Nothing, _) => None,
        (Wanted::Int, Value::Int(_)) => (promoted_size(types, ty) != int_width(spec)).then_some(Severity::Warning),
        (Wanted::Int, Value::Pointer(_)) | (Wanted::Pointer, Value::Int(_)) => Some(Severity::Warning),
        (Wanted::Double | Wanted::LongDouble, Value::Float(_)) => {
            let long = matches!(types.kind(ty), TypeKind::Float(FloatKind::LongDouble));
            (long != (wanted == Wanted::LongDouble)).then_some(Severity::Error)
        }
        (Wanted::Pointer, Value::Pointer(_)) => None,
        (Wanted::String, Value::Pointer(_)) => pointer_mismatch(types, ty, 1),
        (Wanted::WideString, Value::Pointer(_)) => pointer_mismatch(types, ty, 4),
        (Wanted::Count, Value::Pointer(_)) => pointer_mismatch(types, ty, spec.length.bytes()),
        _ => Some(Severity::Error),
    }
}

/// A pointer that should point to integers of so many bytes. `void *` may point
/// to anything, and a pointer to a whole array is as good as one to its start.
pub(super) fn pointer_mismatch(types: &TypeTable, ty: Type, bytes: u64) -> Option<Severity> {
    let mut target = types.pointee(ty)?;
    while let Some(element) = types.element(target) {
        target = element;
    }
    match types.kind(target) {
        TypeKind::Void => None,
        TypeKind::Int(_) | TypeKind::Enum(_) | TypeKind::Bool if types.size(target) == Ok(bytes) => None,
        _ => Some(Severity::Warning),
    }
}

/// Bytes of an integer argument; those narrower than int are promoted.
pub(super) fn promoted_size(types: &TypeTable, ty: Type) -> u64 {
    types.size(ty).unwrap_or(4).max(4)
}

/// The 64 bits that a conversion finds in the place of an integer argument:
/// what x86-64 has in a register. The upper half is zero where the argument is
/// narrower, since that is how 32-bit values are passed.
pub(super) fn register(types: &TypeTable, value: Value, ty: Type) -> u64 {
    match value {
        Value::Int(value) if promoted_size(types, ty) >= 8 => value.cast_unsigned(),
        Value::Int(value) => value.cast_unsigned() & 0xffff_ffff,
        Value::Pointer(pointer) => pointer.addr,
        // Floating values travel in other registers; what is in this one cannot be known.
        _ => 0,
    }
}

/// The low bytes of a register as a signed number.
pub(super) fn signed(register: u64, bytes: u64) -> i64 {
    let unused = unused_bits(bytes);
    register.cast_signed().wrapping_shl(unused).wrapping_shr(unused)
}

/// The low bytes of a register as an unsigned number.
pub(super) fn unsigned(register: u64, bytes: u64) -> u64 {
    let unused = unused_bits(bytes);
    register.wrapping_shl(unused).wrapping_shr(unused)
}

fn unused_bits(bytes: u64) -> u32 {
    64u32.saturating_sub(u32::try_from(bytes.saturating_mul(8)).unwrap_or(64))
}

/// The name of a type for a message, as an argument has it.
pub(super) fn name(types: &TypeTable, ty: Type) -> String {
    match types.kind(ty) {
        TypeKind::Int(IntKind::Char) => "a char".into(),
        _ => with_article(&types.print(ty)),
    }
}
