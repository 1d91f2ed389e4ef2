//! Initialisers (6.7.9): what each part of an object gets, in order.

mod chosen;
mod constant;
mod designators;
mod list;
mod shared;

use self::chosen::Chosen;
use super::convert::Purpose;
use super::state::{Checked, Sema};
use super::tree::{Expr, Init, InitItem, InitValue};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, ExprKind, Initializer, InitializerList, Name};
use crate::types::{ArrayLength, Type, TypeKind};

/// The storage duration of what is initialised: static objects need constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sema) enum Storage {
    Static,
    Automatic,
}

impl Sema<'_> {
    /// The initialiser of a variable, and the variable's type completed by it.
    pub fn initializer(
        &mut self,
        ty: Type,
        initializer: &Initializer,
        name: &Name,
        storage: Storage,
    ) -> Checked<(Type, Init)> {
        self.check_initialisable(ty, name)?;
        let flexible =
            self.types.record_of(ty).and_then(|id| self.types.record(id)).is_some_and(|r| r.has_flexible_member);
        self.flexible_end = (flexible && storage == Storage::Static).then_some(0);
        let (ty, mut init) = match initializer {
            Initializer::List(list) => self.initializer_list(ty, list)?,
            Initializer::Expr(expr) => self.initializer_expr(ty, expr)?,
        };
        if storage == Storage::Static {
            self.check_static(&mut init)?;
        }
        Ok((ty, init))
    }

    /// The type of a static object whose flexible member was just initialised
    /// (gcc): the struct with room for the values. Its name keeps the struct's type.
    pub fn with_flexible_room(&mut self, ty: Type) -> Option<Type> {
        let end = self.flexible_end.take().filter(|end| *end > 0)?;
        let mut record = self.types.record(self.types.record_of(ty)?)?.clone();
        let last = record.members.as_mut()?.last_mut()?;
        let element = self.types.element(last.ty)?;
        let count = end.checked_sub(last.offset)?.checked_div(self.types.size(element).ok()?)?;
        last.ty = self.types.array(element, ArrayLength::Known(count));
        record.size = record.size.max(end);
        let id = self.types.add_record(record.tag.clone(), record.is_union);
        *self.types.record_mut(id)? = record;
        Some(self.types.intern(TypeKind::Record(id)).with(ty.quals))
    }

    /// The values of a compound literal, and its type completed by them.
    pub fn literal_list(
        &mut self,
        ty: Type,
        list: &InitializerList,
        name: &Name,
        storage: Storage,
    ) -> Checked<(Type, Init)> {
        self.check_initialisable(ty, name)?;
        let (ty, mut init) = self.initializer_list(ty, list)?;
        if storage == Storage::Static {
            self.check_static(&mut init)?;
        }
        Ok((ty, init))
    }

    fn check_initialisable(&mut self, ty: Type, name: &Name) -> Checked<()> {
        if self.types.size(ty).is_err() {
            let unknown = matches!(self.types.kind(ty), TypeKind::Array { length: ArrayLength::Unknown, .. });
            if !unknown {
                let shown = self.show(ty);
                let message = format!("'{}' has the incomplete type '{shown}'", name.text);
                return Err(self.error("incomplete-type", name.span, message));
            }
        }
        Ok(())
    }

    fn initializer_expr(&mut self, ty: Type, expr: &ast::Expr) -> Checked<(Type, Init)> {
        let TypeKind::Array { element, length } = *self.types.kind(ty) else {
            let value = self.rvalue(expr)?;
            return Ok((ty, Init::Value(self.assign_convert(value, ty, &Purpose::Init)?)));
        };
        if let Some(token) = string_literal(expr)
            && let Some(count) = self.string_fits(element, token)
        {
            let (ty, item) = self.string_item(ty, element, length, token, count, 0, expr.span)?;
            return Ok((ty, Init::List(vec![item])));
        }
        // gcc takes a compound literal of the array's type.
        if let ExprKind::CompoundLiteral { type_name, initializer } = &unparenthesised(expr).kind {
            let literal = self.type_name(type_name)?;
            if self.types.element(literal).is_some_and(|e| e.id == element.id) {
                let (literal, init) = self.initializer_list(literal, initializer)?;
                let complete = if length == ArrayLength::Unknown { literal } else { ty };
                return Ok((complete, init));
            }
        }
        // `__func__` is a string literal to gcc.
        let shown = self.show(ty);
        let message = format!("an array ('{shown}') is initialised by a list in braces or a string literal");
        let text = self.map.text(expr.span);
        let note = match text.starts_with('"') && self.types.is_arithmetic(element) {
            true => "text is stored in an array of char".to_owned(),
            false => self.list_of_one(text),
        };
        Err(self.report(Diagnostic::error("array-initializer", expr.span, message).with_note(note)))
    }

    /// How a value is written as a list.
    fn list_of_one(&self, text: &str) -> String {
        match text.len() <= 40 && !text.contains(['\n', '{']) {
            true => format!("write '{{{text}}}' for a list of one value; the other elements become 0"),
            false => "e.g. '{1, 2, 3}'".to_owned(),
        }
    }

    /// A braced list for an object of any type.
    pub fn initializer_list(&mut self, ty: Type, list: &InitializerList) -> Checked<(Type, Init)> {
        let scalar = self.types.is_scalar(ty);
        if scalar {
            return Ok((ty, Init::Value(self.scalar_list(ty, list)?)));
        }
        // `char s[] = { "text" }`
        if let TypeKind::Array { element, length } = *self.types.kind(ty)
            && let [only] = list.items.as_slice()
            && only.designators.is_empty()
            && let Initializer::Expr(expr) = &only.value
            && let Some(token) = string_literal(expr)
            && let Some(count) = self.string_fits(element, token)
        {
            let (ty, item) = self.string_item(ty, element, length, token, count, 0, expr.span)?;
            return Ok((ty, Init::List(vec![item])));
        }
        if !matches!(self.types.kind(ty), TypeKind::Array { .. } | TypeKind::Record(_)) {
            let shown = self.show(ty);
            return Err(self.error("invalid-initializer", list.span, format!("'{shown}' cannot be initialised so")));
        }
        let mut items = Vec::new();
        let count = self.fill_braced(&mut items, ty, 0, list, &mut Chosen::default())?;
        let ty = match *self.types.kind(ty) {
            TypeKind::Array { element, length: ArrayLength::Unknown } => {
                self.types.array(element, ArrayLength::Known(count))
            }
            _ => ty,
        };
        if self.types.size(ty).is_err() {
            return Err(self.error("type-too-large", list.span, "this array is too large"));
        }
        Ok((ty, Init::List(items)))
    }

    /// `{ 5 }` for a scalar.
    fn scalar_list(&mut self, ty: Type, list: &InitializerList) -> Checked<Expr> {
        let mut list = list;
        let mut depth = 0u32;
        loop {
            let Some(first) = list.items.first() else {
                let message = "the braces are empty, and a single value is needed: write { 0 }";
                return Err(self.error("empty-initializer", list.span, message));
            };
            if let Some(second) = list.items.get(1) {
                let message = "there are more values than the object takes";
                self.report(Diagnostic::pedantic("excess-initializers", second.span, message).and_undefined());
            }
            if !first.designators.is_empty() {
                return Err(self.error(
                    "invalid-designator",
                    first.span,
                    "only arrays, structs and unions have parts to name",
                ));
            }
            match &first.value {
                Initializer::Expr(expr) => {
                    let value = self.rvalue(expr)?;
                    return self.assign_convert(value, ty, &Purpose::Init);
                }
                Initializer::List(inner) => {
                    if depth == 0 {
                        let message = "braces around a single value";
                        self.report(Diagnostic::warning("braces-around-scalar", inner.span, message).and_undefined());
                    }
                    depth += 1;
                    list = inner;
                }
            }
        }
    }

    /// Does a string literal initialise an array of this element type? Its
    /// number of elements, the final zero included.
    fn string_fits(&self, element: Type, token: &crate::preprocess::token::StringToken) -> Option<u64> {
        let size = self.types.size(element).ok()?;
        let unit = super::express::string_unit(token.encoding);
        let fits = self.types.is_integer(element)
            && size == unit
            && (unit > 1 || self.types.is_character(element))
            && !matches!(self.types.kind(element), TypeKind::Bool);
        fits.then(|| u64::try_from(token.units.len()).unwrap_or(u64::MAX).saturating_add(1))
    }

    #[allow(clippy::too_many_arguments)] // one call's facts, all different
    fn string_item(
        &mut self,
        ty: Type,
        element: Type,
        length: ArrayLength,
        token: &crate::preprocess::token::StringToken,
        count: u64,
        offset: u64,
        span: Span,
    ) -> Checked<(Type, InitItem)> {
        let unit = super::express::string_unit(token.encoding);
        let id = self.string_id(token, span);
        let (ty, used) = match length {
            ArrayLength::Known(n) => {
                if count > n.saturating_add(1) {
                    let message = format!("the string has {} characters, and the array only {n} elements", count - 1);
                    self.pedantic("string-too-long", span, message);
                }
                (ty, count.min(n))
            }
            _ => (self.types.array(element, ArrayLength::Known(count)), count),
        };
        let value = InitValue::String(id, used.saturating_mul(unit));
        Ok((ty, InitItem { offset, ty: ty.unqualified(), bits: None, value }))
    }
}

/// The string literal that an expression is, parentheses aside.
pub(super) fn string_literal(expr: &ast::Expr) -> Option<&crate::preprocess::token::StringToken> {
    match &unparenthesised(expr).kind {
        ExprKind::String(token) => Some(token),
        _ => None,
    }
}

/// Without the parentheses around it.
pub(super) fn unparenthesised(expr: &ast::Expr) -> &ast::Expr {
    let mut expr = expr;
    while let ExprKind::Paren(inner) = &expr.kind {
        expr = inner;
    }
    expr
}
