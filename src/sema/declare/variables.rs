//! Variables and typedefs, at file scope and in blocks.

use super::super::entity::{Declared, EntityId};
use super::super::initialize::Storage as Duration;
use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Global, GlobalKind, Init, Local, LocalKind, Stmt, StmtKind};
use super::declarators::Place;
use super::{Spec, attributes::Attributes};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Attribute, InitDeclarator, Initializer, Name, Specifiers, Storage, TypeSpecifierKind};
use crate::types::{ArrayLength, Type, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    /// A declaration at file scope.
    pub fn file_variables(&mut self, specifiers: &Specifiers, declarators: &[InitDeclarator], span: Span) {
        self.forward_tag(specifiers, declarators);
        let Ok(spec) = self.specifiers(specifiers) else {
            for item in declarators {
                if let Some(name) = &item.declarator.name
                    && self.scopes.lookup_here(&name.text).is_none()
                {
                    self.poison(name);
                }
            }
            return;
        };
        if declarators.is_empty() {
            self.declares_nothing(specifiers, span);
        }
        for item in declarators {
            let Some(name) = &item.declarator.name else { continue };
            let lists = [&specifiers.attributes, &item.declarator.attributes, &item.attributes];
            if self.file_variable(&spec, item, name, lists).is_err() && self.scopes.lookup_here(&name.text).is_none() {
                self.poison(name);
            }
        }
    }

    /// A declaration in a block; its statements are appended.
    pub fn block_variables(
        &mut self,
        specifiers: &Specifiers,
        declarators: &[InitDeclarator],
        span: Span,
        out: &mut Vec<Stmt>,
    ) {
        self.forward_tag(specifiers, declarators);
        let Ok(spec) = self.specifiers(specifiers) else {
            for name in declarators.iter().filter_map(|d| d.declarator.name.as_ref()) {
                self.poison(name);
            }
            return;
        };
        if declarators.is_empty() {
            self.declares_nothing(specifiers, span);
        }
        self.flush_pending(out);
        for item in declarators {
            let Some(name) = &item.declarator.name else { continue };
            match self.block_variable(&spec, item, name, out) {
                Ok(()) => {
                    self.note_cleanup([&specifiers.attributes, &item.declarator.attributes, &item.attributes], name)
                }
                Err(Reported) => self.poison(name),
            }
            self.flush_pending(out);
        }
    }

    /// The statements that find variable lengths go before what needs them.
    pub fn flush_pending(&mut self, out: &mut Vec<Stmt>) {
        if let Some(function) = &mut self.function {
            out.append(&mut function.pending);
        }
    }

    /// `struct s;` alone speaks of a type of this scope, whatever the scopes around
    /// mean by the tag (6.7.2.3p7).
    fn forward_tag(&mut self, specifiers: &Specifiers, declarators: &[InitDeclarator]) {
        if let ([], [only]) = (declarators, specifiers.types.as_slice())
            && let TypeSpecifierKind::Record(r) = &only.kind
            && let (Some(tag), None) = (&r.tag, &r.members)
        {
            self.forward_record(tag, r.is_union);
        }
    }

    /// `struct s;` and `enum { A };` are complete without a declarator; `int;` is not.
    fn declares_nothing(&mut self, specifiers: &Specifiers, span: Span) {
        let useful = specifiers.types.iter().any(|t| match &t.kind {
            TypeSpecifierKind::Record(r) => r.tag.is_some(),
            TypeSpecifierKind::Enum(_) => true,
            _ => false,
        });
        if !useful {
            self.pedantic("empty-declaration", span, "this declares nothing");
            return;
        }
        if let Some((_, at)) = specifiers.functions.first() {
            self.error("misplaced-specifier", *at, "no function is declared here");
        } else if let Some((Storage::Typedef, at)) = specifiers.storage.first() {
            self.report(
                Diagnostic::warning("empty-declaration", *at, "this 'typedef' gives no name to the type")
                    .with_note("the new name stands between the '}' and the ';'"),
            );
        } else if let Some(at) = specifiers.storage.first().map(|s| s.1).or(specifiers.qualifiers.first().map(|q| q.1))
        {
            self.warn("empty-declaration", at, "this word has no effect: no variable is declared here");
        }
    }

    /// Type and attributes of one declarator.
    fn declared_type(
        &mut self,
        spec: &Spec,
        item: &InitDeclarator,
        name: &Name,
        place: Place,
    ) -> Checked<(Type, Attributes)> {
        let attributes = self.attributes(&item.attributes);
        let base = if spec.auto_type { self.auto_type(item, name)? } else { spec.ty };
        let ty = self.declarator(base, &item.declarator, place)?;
        let ty = attributes.apply_mode(self, ty);
        if &*name.text == "__func__" {
            self.undefined("reserved-name", name.span, "'__func__' is declared by every function itself");
        }
        if spec.implicit_int {
            let message = format!("the type of '{}' is not given; it is int", name.text);
            self.pedantic("implicit-int", name.span, message);
        }
        if spec.inline && !self.types.is_function(ty) {
            let message = format!("only functions can be 'inline', not '{}'", name.text);
            self.pedantic("inline-variable", name.span, message);
        }
        if spec.noreturn && spec.attributes == Attributes::default() && !self.types.is_function(ty) {
            let message = format!("only functions can be '_Noreturn', not '{}'", name.text);
            self.pedantic("noreturn-variable", name.span, message);
        }
        if let Some(at) = spec.alignas {
            let what = match spec.storage {
                _ if self.types.is_function(ty) => Some("a function"),
                Some((Storage::Typedef, _)) => Some("a typedef"),
                Some((Storage::Register, _)) => Some("a 'register' variable"),
                _ => None,
            };
            if let Some(what) = what {
                let message = format!("'_Alignas' is not possible for {what}");
                return Err(self.error("invalid-alignment", at, message));
            }
        }
        if spec.align > 0 && spec.align < self.types.align(ty) && spec.attributes.align == 0 {
            let message = format!("'_Alignas' cannot make the alignment of '{}' smaller", name.text);
            return Err(self.error("invalid-alignment", name.span, message));
        }
        Ok((ty, attributes))
    }

    fn auto_type(&mut self, item: &InitDeclarator, name: &Name) -> Checked<Type> {
        match &item.initializer {
            Some(Initializer::Expr(expr)) => {
                self.unevaluated += 1;
                let value = self.rvalue(expr);
                self.unevaluated -= 1;
                Ok(value?.ty)
            }
            _ => Err(self.error("auto-type", name.span, "'__auto_type' needs an initialiser")),
        }
    }

    fn typedef(&mut self, name: &Name, ty: Type, item: &InitDeclarator) -> Checked<()> {
        if item.initializer.is_some() {
            let message = format!("'{}' is a typedef and cannot be initialised", name.text);
            return Err(self.error("typedef-initializer", name.span, message));
        }
        if let Some(previous) = self.scopes.lookup_here(&name.text) {
            if previous.kind == SymbolKind::Typedef {
                // Since C11 the same typedef may be repeated (6.7p3).
                if !self.types.compatible(previous.ty, ty) {
                    let message = format!("the typedef '{}' is declared again as another type", name.text);
                    return Err(self.report(
                        Diagnostic::error("conflicting-types", name.span, message)
                            .with_label(format!("here it is '{}'", self.types.print(ty)))
                            .with_other(previous.span, format!("before it was '{}'", self.types.print(previous.ty))),
                    ));
                }
                return Ok(());
            }
            return Err(self.different_kind(&name.text, name.span, previous.span));
        }
        match *self.types.kind(ty) {
            TypeKind::Record(id) => {
                if let Some(record) = self.types.record_mut(id)
                    && record.tag.is_none()
                {
                    record.typedef_name.get_or_insert_with(|| Rc::clone(&name.text));
                }
            }
            TypeKind::Enum(id) => {
                if let Some(e) = self.types.enumeration_mut(id)
                    && e.tag.is_none()
                {
                    e.typedef_name.get_or_insert_with(|| Rc::clone(&name.text));
                }
            }
            _ => {}
        }
        let symbol = Symbol { kind: SymbolKind::Typedef, ty, span: name.span, register: false };
        self.scopes.declare(&name.text, symbol);
        Ok(())
    }

    fn file_variable(
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
            self.complete_at_once(ty, name);
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

    fn check_void(&mut self, ty: Type, name: &Name) -> Checked<()> {
        if self.types.is_void(ty) {
            let message = format!("the variable '{}' cannot have the type void", name.text);
            return Err(self.error("void-variable", name.span, message));
        }
        Ok(())
    }

    fn file_initializer(
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

    fn block_variable(&mut self, spec: &Spec, item: &InitDeclarator, name: &Name, out: &mut Vec<Stmt>) -> Checked<()> {
        let (ty, attributes) = self.declared_type(spec, item, name, Place::Block)?;
        let storage = spec.storage.map(|(s, _)| s);
        if let Some(at) = attributes.and(spec.attributes).alias {
            return Err(self.unsupported(at, "the attribute 'alias' in a block"));
        }
        let align = spec.align.max(attributes.align);
        if storage == Some(Storage::Typedef) {
            return self.typedef(name, ty, item);
        }
        let is_function = self.types.is_function(ty);
        if is_function || storage == Some(Storage::Extern) {
            return self.block_extern(ty, item, name, storage, is_function);
        }
        self.check_void(ty, name)?;
        if let Some(previous) = self.scopes.lookup_here(&name.text) {
            if previous.kind == SymbolKind::Poisoned {
                return Err(Reported);
            }
            return Err(self.report(
                Diagnostic::error(
                    "redefinition",
                    name.span,
                    format!("'{}' is declared again in the same block", name.text),
                )
                .with_other(previous.span, "the previous declaration is here"),
            ));
        }
        match storage {
            Some(Storage::Static) => self.static_local(ty, item, name, align),
            _ if self.types.is_variable_array(ty) => self.variable_array(ty, item, name, out),
            _ => self.automatic(ty, item, name, (align, storage == Some(Storage::Register)), out),
        }
    }

    fn block_extern(
        &mut self,
        ty: Type,
        item: &InitDeclarator,
        name: &Name,
        storage: Option<Storage>,
        is_function: bool,
    ) -> Checked<()> {
        if item.initializer.is_some() {
            let message = format!("'{}' is declared elsewhere and cannot be initialised here", name.text);
            return Err(self.error("extern-initializer", name.span, message));
        }
        if self.types.is_variably_modified(ty) && !is_function {
            let message = format!("the length of '{}', which is declared elsewhere, must be a constant", name.text);
            return Err(self.error("not-constant", name.span, message));
        }
        if is_function && matches!(storage, Some(Storage::Static | Storage::Auto | Storage::Register)) {
            let message = format!("the function '{}' can only be 'extern' in a block", name.text);
            return Err(self.error("storage-class", name.span, message));
        }
        self.declare_entity(&Declared {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            storage: storage.or(Some(Storage::Extern)),
            is_definition: false,
            file_scope: false,
            inline: false,
            implicit: false,
        })?;
        Ok(())
    }

    fn static_local(&mut self, ty: Type, item: &InitDeclarator, name: &Name, align: u64) -> Checked<()> {
        if self.types.is_variable_array(ty) {
            let message = format!("the length of the static array '{}' must be a constant", name.text);
            return Err(self.error("not-constant", name.span, message));
        }
        if self.function.as_ref().is_some_and(|f| f.inline) && !ty.quals.is_const {
            let message =
                format!("an inline function that is not 'static' cannot have the static variable '{}'", name.text);
            self.pedantic("inline-static", name.span, message);
        }
        let node = self.node(item.span);
        let function = self.function.as_ref().and_then(|f| f.id);
        let global = Global {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            node,
            init: None,
            function,
            kind: GlobalKind::Variable,
            align,
        };
        let id = self.add_global(global);
        let symbol = Symbol { kind: SymbolKind::StaticLocal(id), ty, span: name.span, register: false };
        self.scopes.declare(&name.text, symbol);
        if let Some(initializer) = &item.initializer {
            let (ty, init) = self.initializer(ty, initializer, name, Duration::Static)?;
            let stored = self.with_flexible_room(ty).unwrap_or(ty);
            if let Some(global) = self.global_mut(id) {
                (global.ty, global.init) = (stored, Some(init));
            }
            self.scopes.declare(&name.text, Symbol { ty, ..symbol });
        }
        self.check_complete(self.global_type(id), name)
    }

    fn global_type(&self, id: super::super::tree::GlobalId) -> Type {
        usize::try_from(id.0).ok().and_then(|i| self.globals.get(i)).map_or(self.basic.int, |g| g.ty)
    }

    /// A variable needs a size once its declaration is over (6.7p7).
    fn check_complete(&mut self, ty: Type, name: &Name) -> Checked<()> {
        if self.types.size(ty).is_ok() {
            return Ok(());
        }
        let message = match self.types.kind(ty) {
            TypeKind::Array { length: ArrayLength::Unknown, .. } => {
                format!("the length of the array '{}' is not given", name.text)
            }
            _ => format!("'{}' has the incomplete type '{}'", name.text, self.types.print(ty)),
        };
        Err(self.error("incomplete-type", name.span, message))
    }

    fn automatic(
        &mut self,
        ty: Type,
        item: &InitDeclarator,
        name: &Name,
        (align, register): (u64, bool),
        out: &mut Vec<Stmt>,
    ) -> Checked<()> {
        if item.initializer.is_none() {
            self.check_complete(ty, name)?;
        }
        let local = Local {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            kind: LocalKind::Variable,
            address_taken: false,
            align,
        };
        let id = self.add_local(local, true);
        let symbol = Symbol { kind: SymbolKind::Local(id), ty, span: name.span, register };
        self.scopes.declare(&name.text, symbol);
        let mut init: Option<Init> = None;
        if let Some(initializer) = &item.initializer {
            let (ty, value) = self.initializer(ty, initializer, name, Duration::Automatic)?;
            if let Some(local) = self.local_mut(id) {
                local.ty = ty;
            }
            self.scopes.declare(&name.text, Symbol { ty, ..symbol });
            self.check_complete(ty, name)?;
            init = Some(value);
        }
        self.flush_pending(out);
        let node = self.node(name.span.to(item.span));
        out.push(Stmt { kind: StmtKind::Declare { local: id, init }, id: node });
        Ok(())
    }

    fn variable_array(&mut self, ty: Type, item: &InitDeclarator, name: &Name, out: &mut Vec<Stmt>) -> Checked<()> {
        if item.initializer.is_some() {
            let message = format!("'{}' has a length found at run time and cannot be initialised", name.text);
            return Err(self.error("vla-initializer", name.span, message));
        }
        self.flush_pending(out);
        let local = Local {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            kind: LocalKind::Variable,
            address_taken: false,
            align: 0,
        };
        let id = self.add_local(local, true);
        let symbol = Symbol { kind: SymbolKind::Local(id), ty, span: name.span, register: false };
        self.scopes.declare(&name.text, symbol);
        let size = self.size_expression(ty, name.span)?;
        if let Some(function) = &mut self.function {
            function.variable_arrays.push(id);
        }
        let node = self.node(name.span.to(item.span));
        out.push(Stmt { kind: StmtKind::DeclareVla { local: id, size }, id: node });
        Ok(())
    }
}
