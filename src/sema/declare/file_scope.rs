//! Objects and functions declared at file scope (6.9.2).

use super::super::entity::{Declared, EntityId};
use super::super::initialize::Storage as Duration;
use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Sema};
use super::Spec;
use super::declarators::Place;
use crate::source::Span;
use crate::syntax::ast::{Attribute, InitDeclarator, Initializer, Name, Storage};
use crate::types::Type;
use std::rc::Rc;

impl Sema<'_> {
    pub(super) fn file_variable(
        &mut self,
        spec: &Spec,
        item: &InitDeclarator,
        name: &Name,
        lists: [&Vec<Attribute>; 3],
    ) -> Checked<()> {
        let (ty, attributes) = self.declared_type(spec, item, name, Place::File)?;
        let storage = spec.storage.map(|(s, _)| s);
        match storage {
            Some(Storage::Typedef) => return self.typedef(name, ty, item),
            Some(Storage::Auto | Storage::Register) => {
                let message = format!("'{}' at file scope cannot be 'auto' or 'register'", name.text);
                return Err(self.error("storage-class", name.span, message));
            }
            _ => {}
        }
        let is_function = self.types.is_function(ty);
        if let (true, Some(at)) = (is_function, spec.thread_local) {
            return Err(self.error("storage-class", at, "a function cannot be '_Thread_local'"));
        }
        if storage != Some(Storage::Extern) {
            self.check_void(ty, name)?;
        }
        if is_function && item.initializer.is_some() {
            return Err(self.error(
                "function-initializer",
                name.span,
                format!("'{}' is a function and cannot be initialised", name.text),
            ));
        }
        if item.initializer.is_some() && storage == Some(Storage::Extern) {
            self.warn("extern-initializer", name.span, format!("'{}' is initialised and declared 'extern'", name.text));
        }
        let entity = self.declare_entity(&Declared {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            storage,
            is_definition: item.initializer.is_some(),
            file_scope: true,
            inline: is_function && spec.inline,
            implicit: false,
            weak: false,
        })?;
        if attributes.and(spec.attributes).alias.is_some() {
            return self.alias(entity, name, lists, is_function);
        }
        if is_function {
            self.around_main(entity, attributes.and(spec.attributes));
            return Ok(());
        }
        let align = spec.align.max(attributes.align);
        let defines = storage != Some(Storage::Extern) || item.initializer.is_some();
        self.one_alignment(entity, spec, name, defines);
        if defines {
            self.one_home(entity, name)?;
        }
        let mut known = None;
        if let Some(e) = self.entity_mut(entity) {
            e.align = e.align.max(align);
            known = e.global;
            if defines && item.initializer.is_none() {
                e.tentative = e.tentative.or(Some(name.span));
            }
        }
        if storage == Some(Storage::Static) && item.initializer.is_none() {
            self.complete_at_once(ty, entity, name);
        }
        // Used before this declaration: the object exists already.
        if let Some(g) = known.and_then(|id| self.global_mut(id)) {
            g.align = g.align.max(align);
        }
        match &item.initializer {
            Some(initializer) => self.file_initializer(entity, ty, initializer, name, item.span),
            None => Ok(()),
        }
    }

    pub(super) fn check_void(&mut self, ty: Type, name: &Name) -> Checked<()> {
        if self.types.is_void(ty) {
            let message = format!("the variable '{}' cannot have the type void", name.text);
            return Err(self.error("void-variable", name.span, message));
        }
        Ok(())
    }

    pub(super) fn file_initializer(
        &mut self,
        entity: EntityId,
        ty: Type,
        initializer: &Initializer,
        name: &Name,
        span: Span,
    ) -> Checked<()> {
        let global = self.global_id(entity, None);
        let (ty, init) = self.initializer(ty, initializer, name, Duration::Static)?;
        let stored = self.with_flexible_room(ty).unwrap_or(ty);
        let node = self.node(span);
        if let Some(e) = self.entity_mut(entity) {
            e.ty = ty;
        }
        if let Some(g) = self.global_mut(global) {
            (g.ty, g.span, g.node, g.init) = (stored, name.span, node, Some(init));
        }
        let align = self.entity(entity).map_or(0, |e| e.align);
        if let Some(g) = self.global_mut(global) {
            g.align = align;
        }
        let symbol = Symbol { kind: SymbolKind::Entity(entity), ty, span: name.span, register: false };
        self.scopes.declare_file(&name.text, symbol);
        Ok(())
    }
}
