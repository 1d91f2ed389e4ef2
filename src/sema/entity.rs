//! Functions and objects with linkage (6.2.2): one entity for all declarations
//! of a name, over all translation units if it is external.

use super::scope::{Symbol, SymbolKind};
use super::state::{Checked, Reported, Sema};
use super::tree::{Function, FunctionId, FunctionKind, Global, GlobalId, GlobalKind};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::Storage;
use crate::types::Type;
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
    /// Its definition, if there is one, is weak; and the unit in which it stands.
    pub weak: bool,
    pub defined_in: usize,
    /// The unit in which it is declared weak, if any.
    pub weak_in: Option<usize>,
    /// The definition that is being analysed does not count: there was one before.
    pub kept: bool,
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
    /// A definition that gives way to another file's.
    pub weak: bool,
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
            weak: new.weak,
            defined_in: 0,
            weak_in: None,
            kept: false,
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
        entity.defined_in = self.prototypes.unit;
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
