//! Enumerations (6.7.2.2).

use super::super::scope::{Symbol, SymbolKind, Tag};
use super::super::state::{Checked, Sema};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{EnumConstant, EnumSpecifier, Name};
use crate::types::{EnumId, IntKind, Type, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    /// The type of `enum e`, `enum e { … }`.
    pub fn enum_specifier(&mut self, specifier: &EnumSpecifier, span: Span) -> Checked<Type> {
        let id = match (&specifier.tag, &specifier.constants) {
            (Some(tag), None) => self.enum_reference(tag)?,
            (tag, Some(constants)) => {
                let id = self.enum_definition(tag.as_ref(), span)?;
                self.enum_constants(id, constants);
                id
            }
            (None, None) => return Err(self.error("missing-tag", span, "an enum needs a name or a list of constants")),
        };
        self.attributes(&specifier.attributes);
        Ok(self.types.intern(TypeKind::Enum(id)))
    }

    fn enum_reference(&mut self, tag: &Name) -> Checked<EnumId> {
        match self.scopes.tag(&tag.text) {
            Some((Tag::Enum(id), _)) => Ok(id),
            Some((Tag::Record(_), span)) => Err(self.wrong_tag(tag, span)),
            None => {
                let message = format!("'enum {}' is named before its list of constants", tag.text);
                self.strict("enum-forward", tag.span, message);
                let id = self.types.add_enum(Some(Rc::clone(&tag.text)));
                self.scopes.declare_tag(&tag.text, Tag::Enum(id), tag.span);
                Ok(id)
            }
        }
    }

    /// "'s' is declared as another kind of tag".
    pub fn wrong_tag(&mut self, tag: &Name, span: Span) -> super::super::state::Reported {
        self.report(
            Diagnostic::error("wrong-tag", tag.span, format!("'{}' is the tag of another kind of type", tag.text))
                .with_other(span, "it is declared here"),
        )
    }

    fn enum_definition(&mut self, tag: Option<&Name>, span: Span) -> Checked<EnumId> {
        let Some(tag) = tag else { return Ok(self.types.add_enum(None)) };
        match self.scopes.tag_here(&tag.text) {
            Some((Tag::Enum(id), previous)) => {
                if self.types.enumeration(id).is_some_and(|e| e.repr.is_some()) {
                    return Err(self.report(
                        Diagnostic::error("redefinition", tag.span, format!("'enum {}' is defined again", tag.text))
                            .with_other(previous, "the previous definition is here"),
                    ));
                }
                Ok(id)
            }
            Some((Tag::Record(_), previous)) => Err(self.wrong_tag(tag, previous)),
            None => {
                let _ = span;
                let id = self.types.add_enum(Some(Rc::clone(&tag.text)));
                self.scopes.declare_tag(&tag.text, Tag::Enum(id), tag.span);
                Ok(id)
            }
        }
    }

    fn enum_constants(&mut self, id: EnumId, list: &[EnumConstant]) {
        let mut next: i64 = 0;
        let mut unsigned_big = false;
        let mut known: Vec<(Rc<str>, i64)> = Vec::with_capacity(list.len());
        let (mut low, mut high) = (0i64, 0i64);
        let mut last = None;
        for constant in list {
            let mut big = unsigned_big && next < 0;
            if constant.value.is_none() && last == Some(i64::from(i32::MAX)) {
                let message = format!("the value of '{}' would be one more than the largest int", constant.name.text);
                self.error("enum-value", constant.name.span, message);
            }
            if let Some(value) = &constant.value {
                match self.rvalue(value) {
                    Ok(expr) if self.types.is_integer(expr.ty) => match self.fold_int(&expr) {
                        Some(v) => {
                            big = v < 0 && !self.types.is_signed(expr.ty);
                            next = v;
                        }
                        None => {
                            let name = &constant.name.text;
                            let message = format!("the value of '{name}' must be a constant");
                            self.error("not-constant", value.span, message);
                        }
                    },
                    Ok(expr) => {
                        let shown = self.show(expr.ty);
                        let message =
                            format!("the value of '{}' must be an integer, and it is '{shown}'", constant.name.text);
                        self.error("not-an-integer", value.span, message);
                    }
                    Err(_) => {}
                }
            }
            unsigned_big = big;
            if !big {
                low = low.min(next);
                high = high.max(next);
            }
            if big || i32::try_from(next).is_err() {
                let message = format!("the value of '{}' does not fit an int", constant.name.text);
                self.strict("enum-value", constant.name.span, message);
            }
            self.declare_constant(&constant.name, next, big);
            last = Some(next);
            known.push((Rc::clone(&constant.name.text), next));
            let (following, overflow) = next.overflowing_add(1);
            unsigned_big = unsigned_big || overflow;
            next = following;
        }
        if list.is_empty() {
            // The parser asks for one constant; nothing more to say here.
            high = 0;
        }
        let repr = match (low < 0, i32::try_from(low).is_ok(), unsigned_big) {
            (_, _, true) => IntKind::ULong,
            (true, true, _) if i32::try_from(high).is_ok() => IntKind::Int,
            (true, ..) => IntKind::Long,
            (false, ..) if u32::try_from(high).is_ok() => IntKind::UInt,
            (false, ..) => IntKind::ULong,
        };
        if let Some(def) = self.types.enumeration_mut(id) {
            def.constants = known;
            def.repr = Some(repr);
        }
    }

    fn declare_constant(&mut self, name: &Name, value: i64, big: bool) {
        if let Some(previous) = self.scopes.lookup_here(&name.text) {
            if previous.kind != SymbolKind::Poisoned {
                self.report(
                    Diagnostic::error("redefinition", name.span, format!("'{}' is declared again", name.text))
                        .with_other(previous.span, "the previous declaration is here"),
                );
            }
            return;
        }
        // Constants are int; gcc gives those that do not fit a wider type.
        let ty = match (big, i32::try_from(value).is_ok(), u32::try_from(value).is_ok()) {
            (true, ..) => self.basic.ulong,
            (false, true, _) => self.basic.int,
            (false, false, true) => self.basic.uint,
            (false, false, false) => self.basic.long,
        };
        let symbol = Symbol { kind: SymbolKind::EnumConstant(value), ty, span: name.span, register: false };
        self.scopes.declare(&name.text, symbol);
    }
}
