//! Functions and objects with linkage (6.2.2): one entity for all declarations
//! of a name, over all translation units if it is external.

use super::scope::{Symbol, SymbolKind};
use super::state::{Checked, Reported, Sema};
use super::tree::{Function, FunctionId, FunctionKind, Global, GlobalId, GlobalKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::Storage;
use crate::types::{ParameterTypes, Type};
use std::rc::Rc;

/// The number of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct EntityId(pub u32);

impl EntityId {
    /// As an index.
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// A function or an object with linkage.
#[derive(Debug)]
pub(super) struct Entity {
    pub name: Rc<str>,
    pub is_function: bool,
    /// Linkage is external.
    pub external: bool,
    /// The composite of its types so far.
    pub ty: Type,
    /// Its first declaration.
    pub span: Span,
    /// Its definition.
    pub defined: Option<Span>,
    /// A tentative definition (6.9.2).
    pub tentative: Option<Span>,
    /// Defined by an inline definition only: another unit may define it again.
    pub inline_only: bool,
    /// It came into being by a call without declaration.
    pub implicit: bool,
    /// Where it is first used.
    pub first_use: Option<Span>,
    pub function: Option<FunctionId>,
    pub global: Option<GlobalId>,
    /// The unit of its latest declaration.
    pub unit: usize,
    /// The parameters of its old-style definition, which its type does not have.
    pub old_style: Option<Rc<[Type]>>,
    /// Alignment asked for.
    pub align: u64,
    /// The same by `_Alignas`, in any declaration.
    pub asked: u64,
    /// An object that is defined without `_Alignas`.
    pub plain: bool,
    /// The unit that defines it, an object, tentatively or not.
    pub home: Option<usize>,
    /// Declared `inline` in this unit, and not defined yet.
    pub promised: Option<(usize, Span)>,
    /// A function that is called before main; its priority.
    pub starts: Option<u16>,
    /// A function that is called after main; its priority.
    pub ends: Option<u16>,
}

/// A declaration of something with linkage.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    pub name: Rc<str>,
    pub ty: Type,
    pub span: Span,
    pub storage: Option<Storage>,
    pub is_definition: bool,
    pub file_scope: bool,
    pub inline: bool,
    pub implicit: bool,
}

impl Entity {
    /// What a first declaration (of a function, unless told otherwise) says.
    pub fn declared(new: &Declared) -> Entity {
        Entity {
            name: Rc::clone(&new.name),
            is_function: true,
            external: new.storage != Some(Storage::Static),
            ty: new.ty,
            span: new.span,
            defined: None,
            tentative: None,
            inline_only: new.inline,
            implicit: new.implicit,
            first_use: None,
            function: None,
            global: None,
            unit: 0,
            old_style: None,
            align: 0,
            asked: 0,
            plain: false,
            home: None,
            promised: None,
            starts: None,
            ends: None,
        }
    }
}

impl Sema<'_> {
    /// An entity, to change it.
    pub fn entity_mut(&mut self, id: EntityId) -> Option<&mut Entity> {
        self.entities.get_mut(id.index())
    }

    /// An entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// Declares a name with linkage, checks it against earlier declarations, and
    /// makes it visible.
    pub fn declare_entity(&mut self, new: &Declared) -> Checked<EntityId> {
        let prior = if new.file_scope { self.scopes.lookup_file(&new.name) } else { self.prior_in_block(new)? };
        let id = match prior {
            Some(Symbol { kind: SymbolKind::Entity(id), ty, span, .. }) => {
                self.redeclare(new, id, ty, span)?;
                id
            }
            Some(Symbol { kind: SymbolKind::Poisoned, .. }) => return Err(Reported),
            Some(symbol) if new.file_scope => return Err(self.different_kind(&new.name, new.span, symbol.span)),
            _ => self.first_declaration(new)?,
        };
        let visible = match prior {
            Some(Symbol { kind: SymbolKind::Entity(_), ty, .. }) if self.types.compatible(ty, new.ty) => {
                self.types.composite(ty, new.ty)
            }
            _ => new.ty,
        };
        let symbol = Symbol { kind: SymbolKind::Entity(id), ty: visible, span: new.span, register: false };
        if new.file_scope {
            self.scopes.declare_file(&new.name, symbol);
        } else {
            self.scopes.declare(&new.name, symbol);
        }
        let unit = self.prototypes.unit;
        if let Some(entity) = self.entities.get_mut(id.index()) {
            entity.unit = unit;
            entity.implicit = new.implicit;
            if new.is_definition {
                entity.promised = None;
            } else if new.inline && new.storage != Some(Storage::Static) && entity.defined.is_none() {
                entity.promised = Some((unit, new.span));
            }
        }
        Ok(id)
    }

    /// "'x' is declared again as something else".
    pub fn different_kind(&mut self, name: &str, span: Span, previous: Span) -> Reported {
        self.report(
            Diagnostic::error("redeclaration", span, format!("'{name}' is declared again as something else"))
                .with_other(previous, "the previous declaration is here"),
        )
    }

    fn prior_in_block(&mut self, new: &Declared) -> Checked<Option<Symbol>> {
        if let Some(here) = self.scopes.lookup_here(&new.name)
            && !matches!(here.kind, SymbolKind::Entity(_) | SymbolKind::Poisoned)
        {
            return Err(self.different_kind(&new.name, new.span, here.span));
        }
        // `extern` sees the visible declaration if it has linkage, else the name's external one (6.2.2p4).
        let visible = self.scopes.lookup(&new.name);
        if visible.is_some_and(|s| matches!(s.kind, SymbolKind::Entity(_))) {
            return Ok(visible);
        }
        let hidden = self.scopes.lookup_file(&new.name);
        if visible.is_some()
            && let Some(Symbol { kind: SymbolKind::Entity(id), span, .. }) = hidden
            && self.entity(id).is_some_and(|e| !e.external)
        {
            let message = format!("'{}' is declared 'extern' here and 'static' before", new.name);
            return Err(self.report(
                Diagnostic::error("linkage-conflict", new.span, message)
                    .with_other(span, "the previous declaration is here"),
            ));
        }
        Ok(hidden)
    }

    fn first_declaration(&mut self, new: &Declared) -> Checked<EntityId> {
        let external = new.storage != Some(Storage::Static);
        let known = self.externals.get(&new.name).copied();
        if !external
            && let Some(before) = known.and_then(|id| self.entity(id)).filter(|e| e.unit == self.prototypes.unit)
        {
            let previous = before.span;
            let message = format!("static declaration of '{}' follows a non-static one", new.name);
            return Err(self.report(
                Diagnostic::error("linkage-conflict", new.span, message)
                    .with_other(previous, "the previous declaration is here"),
            ));
        }
        let known = known.filter(|_| external);
        if let Some(id) = known {
            self.check_across_units(new, id)?;
            self.check_definitions(new, id)?;
            return Ok(id);
        }
        let id = EntityId(u32::try_from(self.entities.len()).unwrap_or(u32::MAX));
        let mut entity = Entity::declared(new);
        entity.is_function = self.types.is_function(new.ty);
        entity.unit = self.prototypes.unit;
        self.entities.push(entity);
        if external && !new.implicit {
            self.check_library_type(new);
        }
        if external {
            self.externals.insert(Rc::clone(&new.name), id);
        }
        self.check_definitions(new, id)?;
        Ok(id)
    }

    /// A function of the library that the program declares itself, with another type.
    fn check_library_type(&mut self, new: &Declared) {
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

    fn check_across_units(&mut self, new: &Declared, id: EntityId) -> Checked<()> {
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
    fn redeclare(&mut self, new: &Declared, id: EntityId, old: Type, old_span: Span) -> Checked<()> {
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

    fn check_definitions(&mut self, new: &Declared, id: EntityId) -> Checked<()> {
        if !new.is_definition {
            return Ok(());
        }
        let Some(entity) = self.entities.get_mut(id.index()) else { return Ok(()) };
        match entity.defined {
            Some(previous) if !entity.inline_only && !new.inline => {
                Err(self.defined_twice(&new.name, new.span, previous))
            }
            _ => {
                entity.defined = Some(new.span);
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

    /// The number of a function that is used or defined.
    pub fn function_id(&mut self, id: EntityId, used: Option<Span>) -> FunctionId {
        let next = FunctionId(u32::try_from(self.functions.len()).unwrap_or(u32::MAX));
        let Some(entity) = self.entities.get_mut(id.index()) else { return next };
        if entity.first_use.is_none() {
            entity.first_use = used;
        }
        let first_use = entity.first_use;
        if let Some(known) = entity.function {
            if let Some(f) = usize::try_from(known.0).ok().and_then(|i| self.functions.get_mut(i)) {
                f.first_use = first_use;
            }
            return known;
        }
        entity.function = Some(next);
        let (name, ty, span) = (Rc::clone(&entity.name), entity.ty, entity.defined.unwrap_or(entity.span));
        self.functions.push(Function { name, ty, span, kind: FunctionKind::Undefined, first_use });
        next
    }

    /// The number of an object that is used or defined.
    pub fn global_id(&mut self, id: EntityId, used: Option<Span>) -> GlobalId {
        let Some(entity) = self.entities.get_mut(id.index()) else { return GlobalId(u32::MAX) };
        if entity.first_use.is_none() {
            entity.first_use = used;
        }
        if let Some(known) = entity.global {
            return known;
        }
        let (name, ty, span, align) = (Rc::clone(&entity.name), entity.ty, entity.span, entity.align);
        let node = self.node(span);
        let kind = GlobalKind::Variable;
        let global = self.add_global(Global { name, ty, span, node, init: None, function: None, kind, align });
        if let Some(entity) = self.entities.get_mut(id.index()) {
            entity.global = Some(global);
        }
        global
    }
}
