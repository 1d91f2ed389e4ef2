//! What an input conversion wants of its argument, and how well it fits
//! (7.21.6.2; semantics.md §5, format-mismatch).

use super::arguments::Argument;
use super::check;
use super::pattern::Pattern;
use super::spec::Length;
use crate::kinds::Severity;
use crate::libc::call::Context;
use crate::machine::Value;
use crate::types::{FloatKind, TypeKind};

/// The largest magnitude that an integer of this length takes; -1 is for `%u` what `strtoul` makes of it.
pub(super) fn largest(length: Length, signed: bool, negative: bool) -> u128 {
    let bits = u32::try_from(length.bytes().saturating_mul(8)).unwrap_or(64);
    let all = 1u128.checked_shl(bits).unwrap_or(u128::MAX).saturating_sub(1);
    match (signed, negative) {
        (true, true) => (all >> 1u32).saturating_add(1),
        (true, false) => all >> 1u32,
        (false, _) => all,
    }
}

/// What of a specification does not go with its conversion (7.21.6.2p10 to p12).
pub(super) fn misuse(pattern: &Pattern) -> Option<&'static str> {
    let integer = matches!(pattern.conversion, b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'n');
    let text = matches!(pattern.conversion, b's' | b'c' | b'[');
    let fits = match pattern.length {
        Length::None => true,
        Length::Long => integer || text || is_floating(pattern),
        Length::LongLong | Length::LongDouble => integer || is_floating(pattern),
        _ => integer,
    };
    match pattern.conversion {
        b'n' | b'%' if pattern.suppressed || pattern.width.is_some() => Some("takes neither '*' nor a width"),
        _ if pattern.width == Some(0) => Some("has a width of 0"),
        _ if pattern.set.as_ref().is_some_and(|set| !set.is_closed()) => Some("has no ']' at its end"),
        _ if !fits => Some("has a length that does not go with it"),
        _ => None,
    }
}

pub(super) fn known(pattern: &Pattern) -> bool {
    matches!(
        pattern.conversion,
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'p' | b'n' | b's' | b'S' | b'c' | b'C' | b'['
    ) || is_floating(pattern)
}

pub(super) fn is_floating(pattern: &Pattern) -> bool {
    matches!(pattern.conversion, b'a' | b'A' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G')
}

/// What a conversion wants, in C's words.
pub(super) fn describe(pattern: &Pattern) -> String {
    let target = match pattern.conversion {
        b'd' | b'i' | b'n' => check::with_article(pattern.length.signed_name()),
        b'u' | b'o' | b'x' | b'X' => check::with_article(pattern.length.unsigned_name()),
        b'p' => "a pointer".to_owned(),
        b's' | b'c' | b'[' if pattern.allocate => "a pointer to char".to_owned(),
        b's' | b'c' | b'[' if pattern.length != Length::Long => return "an array of char".to_owned(),
        b's' | b'c' | b'[' | b'S' | b'C' => return "an array of wchar_t".to_owned(),
        _ => match pattern.length {
            Length::Long => "a double".to_owned(),
            Length::LongDouble | Length::LongLong => "a long double".to_owned(),
            _ => "a float".to_owned(),
        },
    };
    format!("a pointer to {target}")
}

/// How well an argument fits (semantics.md §5): same width and other sign
/// silent, other width a warning, other class an error.
pub(super) fn mismatch(context: &Context<'_>, pattern: &Pattern, argument: &Argument) -> Option<Severity> {
    let types = &context.machine.types;
    let Value::Pointer(_) = argument.value else { return Some(Severity::Error) };
    let mut target = types.pointee(argument.ty)?;
    while let Some(element) = types.element(target) {
        target = element;
    }
    let kind = types.kind(target);
    if matches!(kind, TypeKind::Void) {
        return None;
    }
    let integer = |bytes: u64| match kind {
        TypeKind::Int(_) | TypeKind::Enum(_) | TypeKind::Bool if types.size(target) == Ok(bytes) => None,
        TypeKind::Int(_) | TypeKind::Enum(_) | TypeKind::Bool => Some(Severity::Warning),
        _ => Some(Severity::Error),
    };
    let pointer = || if matches!(kind, TypeKind::Pointer(_)) { None } else { Some(Severity::Error) };
    match pattern.conversion {
        b'p' => pointer(),
        _ if pattern.allocate => pointer(),
        b's' | b'c' | b'[' if pattern.length != Length::Long => integer(1),
        b's' | b'c' | b'[' | b'S' | b'C' => integer(4),
        _ if is_floating(pattern) => match (kind, pattern.length) {
            (TypeKind::Float(FloatKind::Double), Length::Long) => None,
            (TypeKind::Float(FloatKind::LongDouble), Length::LongDouble | Length::LongLong) => None,
            (TypeKind::Float(FloatKind::Float), Length::None) => None,
            (TypeKind::Float(_), _) => Some(Severity::Error),
            _ => Some(Severity::Error),
        },
        _ => integer(pattern.length.bytes()),
    }
}
