//! Constants and string literals (6.4.4, 6.4.5).

use super::super::state::{Checked, Sema};
use super::super::tree::{Expr, ExprKind, StringId, StringLiteral};
use crate::preprocess::token::{CharacterToken, Encoding, FloatSuffix, FloatingToken, IntegerToken, StringToken};
use crate::source::Span;
use crate::types::{ArrayLength, FloatKind, IntKind, Type, TypeKind};
use std::rc::Rc;

/// Bytes of an element of a string literal.
pub(in crate::sema) fn string_unit(encoding: Encoding) -> u64 {
    match encoding {
        Encoding::Plain | Encoding::Utf8 => 1,
        Encoding::Char16 => 2,
        Encoding::Char32 | Encoding::Wide => 4,
    }
}

/// The first of the types that holds the value (6.4.4.1p5).
fn integer_kind(token: &IntegerToken) -> IntKind {
    let v = token.value;
    let int = i32::try_from(v).is_ok();
    let uint = u32::try_from(v).is_ok();
    let long = i64::try_from(v).is_ok();
    let unsigned_too = !token.decimal;
    match (token.longs, token.unsigned) {
        (0, false) if int => IntKind::Int,
        (0, false) if unsigned_too && uint => IntKind::UInt,
        (0, true) if uint => IntKind::UInt,
        (0 | 1, false) if long => IntKind::Long,
        (0 | 1, _) => IntKind::ULong,
        (_, false) if long => IntKind::LongLong,
        _ => IntKind::ULongLong,
    }
}

impl Sema<'_> {
    pub(super) fn integer_literal(&mut self, token: &IntegerToken, span: Span) -> Checked<Expr> {
        let kind = integer_kind(token);
        if token.decimal && !token.unsigned && matches!(kind, IntKind::ULong | IntKind::ULongLong) {
            self.pedantic("integer-too-large", span, "this constant is so large that it is unsigned");
        }
        let ty = self.types.int(kind);
        Ok(self.make_int(token.value.cast_signed(), ty, span))
    }

    pub(super) fn floating_literal(&mut self, token: &FloatingToken, span: Span) -> Expr {
        let kind = match token.suffix {
            FloatSuffix::Double => FloatKind::Double,
            FloatSuffix::Float => FloatKind::Float,
            FloatSuffix::LongDouble => FloatKind::LongDouble,
        };
        let ty = self.types.intern(TypeKind::Float(kind));
        self.make(ExprKind::Float(token.value), ty, span)
    }

    pub(super) fn character_literal(&mut self, token: &CharacterToken, span: Span) -> Expr {
        let ty = match token.encoding {
            Encoding::Plain | Encoding::Wide | Encoding::Utf8 => self.basic.int,
            Encoding::Char16 => self.types.int(IntKind::UShort),
            Encoding::Char32 => self.basic.uint,
        };
        self.make_int(token.value, ty, span)
    }

    pub(super) fn string_literal(&mut self, token: &StringToken, span: Span) -> Expr {
        let id = self.string_id(token, span);
        let element = self.string_element(token.encoding);
        let length = u64::try_from(token.units.len()).unwrap_or(u64::MAX).saturating_add(1);
        let ty = self.types.array(element, ArrayLength::Known(length));
        self.make(ExprKind::String(id), ty, span)
    }

    fn string_element(&mut self, encoding: Encoding) -> Type {
        match encoding {
            Encoding::Plain | Encoding::Utf8 => self.basic.char,
            Encoding::Wide => self.basic.int,
            Encoding::Char16 => self.types.int(IntKind::UShort),
            Encoding::Char32 => self.basic.uint,
        }
    }

    /// The number of a string literal; equal ones of a unit share it.
    pub fn string_id(&mut self, token: &StringToken, span: Span) -> StringId {
        let unit = string_unit(token.encoding);
        let size = usize::try_from(unit).unwrap_or(1);
        let mut bytes = Vec::with_capacity((token.units.len() + 1) * size);
        for value in token.units.iter().chain(std::iter::once(&0)) {
            bytes.extend(value.to_le_bytes().iter().take(size));
        }
        self.string_of_bytes(Rc::from(bytes), unit, span)
    }

    fn string_of_bytes(&mut self, bytes: Rc<[u8]>, unit: u64, span: Span) -> StringId {
        let next = StringId(u32::try_from(self.strings.len()).unwrap_or(u32::MAX));
        let id = *self.unit_strings.entry((Rc::clone(&bytes), unit)).or_insert(next);
        if id == next {
            self.strings.push(StringLiteral { bytes, unit, span });
        }
        id
    }
}
