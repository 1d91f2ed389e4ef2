//! Further declarations of a name that is known: do they agree with the first (6.2.7p2,
//! 6.7p4), and is it defined twice (6.9p3)?

use super::entity::{Declared, EntityId};
use super::state::{Checked, Reported, Sema};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::Storage;
use crate::types::{ParameterTypes, Type};

impl Sema<'_> {
    /// A function of the library that the program declares itself, with another type.
    pub(super) fn check_library_type(&mut self, new: &Declared) {
        let own = self.quiet || self.map.is_built_in(new.span) || self.prototypes.defined.contains(&new.name);
        if own || !self.types.is_function(new.ty) {
            return;
        }
        let Some((header, ty)) = self.library_function(&new.name) else { return };
        if !self.types.compatible(ty, new.ty) {
            let shown = self.types.print(ty);
            let message = format!("the library's '{}' is declared with another type", new.name);
            self.report(
                Diagnostic::warning("library-type", new.span, message)
                    .with_label(format!("here it is '{}'", self.types.print(new.ty)))
                    .with_note(format!("it is '{shown}': include <{header}> instead")),
            );
        }
    }

    pub(super) fn check_across_units(&mut self, new: &Declared, id: EntityId) -> Checked<()> {
        let Some(entity) = self.entity(id) else { return Ok(()) };
        let (old, span, implicit, same_unit) =
            (entity.ty, entity.span, entity.implicit, entity.unit == self.prototypes.unit);
        if new.implicit || implicit || self.types.compatible_across_units(old, new.ty) {
            if !new.implicit && self.types.compatible(old, new.ty) {
                let ty = self.types.composite(old, new.ty);
                self.set_entity_type(id, ty);
            } else if implicit || (self.types.size(old).is_err() && self.types.size(new.ty).is_ok()) {
                // The other file may know no more of the struct than its tag.
                self.set_entity_type(id, new.ty);
            }
            return Ok(());
        }
        let place = if same_unit { "" } else { " in another file" };
        let (now, before) = (self.types.print(new.ty), self.types.print(old));
        let message = format!("conflicting types for '{}'", new.name);
        let labels = |d: Diagnostic| {
            d.with_label(format!("here it is '{now}'")).with_other(span, format!("declared{place} as '{before}'"))
        };
        // A compiler sees one file at a time, and a linker no types: the call decides.
        if !same_unit && self.types.is_function(old) && self.types.is_function(new.ty) {
            if self.header_of(new.span).is_none() {
                self.report(labels(Diagnostic::warning("conflicting-types", new.span, message).and_undefined()));
            }
            if new.is_definition {
                self.set_entity_type(id, new.ty);
            }
            return Ok(());
        }
        Err(self.report(labels(Diagnostic::error("conflicting-types", new.span, message))))
    }

    fn set_entity_type(&mut self, id: EntityId, ty: Type) {
        let Some(entity) = self.entities.get_mut(id.index()) else { return };
        entity.ty = ty;
        let (function, global) = (entity.function, entity.global);
        if let Some(f) = function.and_then(|f| self.functions.get_mut(usize::try_from(f.0).ok()?)) {
            f.ty = ty;
        }
        if let Some(g) = global.and_then(|g| self.global_mut(g)) {
            g.ty = ty;
        }
    }

    /// A further declaration of something that is visible already.
    pub(super) fn redeclare(&mut self, new: &Declared, id: EntityId, old: Type, old_span: Span) -> Checked<()> {
        if !self.types.compatible(old, new.ty) && !self.tolerated(new, id, old)? {
            let (now, before) = (self.types.print(new.ty), self.types.print(old));
            return Err(self.report(
                Diagnostic::error("conflicting-types", new.span, format!("conflicting types for '{}'", new.name))
                    .with_label(format!("here it is '{now}'"))
                    .with_other(old_span, format!("the previous declaration, as '{before}', is here")),
            ));
        }
        self.check_prototype_after_definition(new, id)?;
        let external = self.entity(id).is_none_or(|e| e.external);
        let is_function = self.types.is_function(new.ty);
        let message = match new.storage {
            Some(Storage::Static) if external => {
                Some(format!("static declaration of '{}' follows a non-static one", new.name))
            }
            None | Some(Storage::Register | Storage::Auto) if !external && !is_function => {
                Some(format!("non-static declaration of '{}' follows a static one", new.name))
            }
            _ => None,
        };
        if let Some(message) = message {
            return Err(self.report(
                Diagnostic::error("linkage-conflict", new.span, message)
                    .with_other(old_span, "the previous declaration is here"),
            ));
        }
        if self.types.compatible(old, new.ty) {
            let mut ty = self.types.composite(old, new.ty);
            if new.is_definition && is_function {
                ty = self.definition_type(new.ty, ty);
            }
            self.set_entity_type(id, ty);
        } else {
            self.set_entity_type(id, new.ty);
        }
        if !new.inline
            && let Some(entity) = self.entities.get_mut(id.index())
        {
            entity.inline_only = false;
        }
        self.check_definitions(new, id)
    }

    /// A definition `f()` after a prototype is called by the prototype; otherwise its own type counts.
    fn definition_type(&mut self, own: Type, composite: Type) -> Type {
        let unspecified =
            self.types.function_of(own).is_some_and(|f| matches!(f.parameters, ParameterTypes::Unspecified));
        if unspecified { own } else { composite }
    }

    /// Conflicts that gcc lets pass: a void function called before its definition.
    fn tolerated(&mut self, new: &Declared, id: EntityId, old: Type) -> Checked<bool> {
        let implicit = self.entity(id).is_some_and(|e| e.implicit);
        if new.implicit {
            return Ok(true);
        }
        let Some(function) = self.types.function_of(new.ty).filter(|_| implicit) else { return Ok(false) };
        let promoted_fits = {
            let result = self.types.function_of(old).map_or(self.basic.int, |f| f.result);
            self.types.compatible(result, function.result)
        };
        if self.types.is_void(function.result) {
            self.pedantic(
                "conflicting-types",
                new.span,
                format!("'{}' was called before, as a function that returns int", new.name),
            );
            return Ok(true);
        }
        Ok(promoted_fits && self.types.compatible(old, new.ty))
    }

    pub(super) fn check_definitions(&mut self, new: &Declared, id: EntityId) -> Checked<()> {
        if !new.is_definition {
            return Ok(());
        }
        let Some(entity) = self.entities.get_mut(id.index()) else { return Ok(()) };
        // gcc's linker: a weak definition gives way to another file's that is not, and to an earlier weak one.
        let elsewhere = entity.defined.is_some() && entity.defined_in != self.prototypes.unit;
        let (weak, was_weak) = (new.weak && entity.is_function, entity.weak && entity.is_function);
        entity.kept = weak && elsewhere;
        match entity.defined {
            Some(_) if entity.kept => Ok(()),
            Some(_) if was_weak && elsewhere => {
                entity.defined = Some(new.span);
                entity.defined_in = self.prototypes.unit;
                entity.weak = false;
                Ok(())
            }
            Some(previous) if !entity.inline_only && !new.inline => {
                Err(self.defined_twice(&new.name, new.span, previous))
            }
            _ => {
                entity.defined = Some(new.span);
                entity.defined_in = self.prototypes.unit;
                entity.weak = new.weak;
                entity.inline_only &= new.inline;
                Ok(())
            }
        }
    }

    /// "'x' is defined a second time".
    pub fn defined_twice(&mut self, name: &str, span: Span, previous: Span) -> Reported {
        self.report(
            Diagnostic::error("redefinition", span, format!("'{name}' is defined a second time"))
                .with_other(previous, "the previous definition is here"),
        )
    }
}
