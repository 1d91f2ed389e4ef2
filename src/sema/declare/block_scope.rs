//! Objects and functions declared in a block: automatic, static, extern.

use super::super::entity::Declared;
use super::super::initialize::Storage as Duration;
use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::{Global, GlobalKind, Init, Local, LocalKind, Stmt, StmtKind};
use super::Spec;
use super::declarators::Place;
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{InitDeclarator, Name, Storage};
use crate::types::{ArrayLength, Type, TypeKind};
use std::rc::Rc;

impl Sema<'_> {
    pub(super) fn block_variable(
        &mut self,
        spec: &Spec,
        item: &InitDeclarator,
        name: &Name,
        out: &mut Vec<Stmt>,
    ) -> Checked<()> {
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
        if let (true, Some(at)) = (is_function, spec.thread_local) {
            return Err(self.error("storage-class", at, "a function cannot be '_Thread_local'"));
        }
        if is_function || storage == Some(Storage::Extern) {
            return self.block_extern(ty, spec, item, name, is_function);
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
        spec: &Spec,
        item: &InitDeclarator,
        name: &Name,
        is_function: bool,
    ) -> Checked<()> {
        let storage = spec.storage.map(|(s, _)| s);
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
        let entity = self.declare_entity(&Declared {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            storage: storage.or(Some(Storage::Extern)),
            is_definition: false,
            file_scope: false,
            inline: false,
            implicit: false,
            weak: false,
        })?;
        if !is_function {
            self.one_alignment(entity, spec, name, false);
        }
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
    pub(super) fn check_complete(&mut self, ty: Type, name: &Name) -> Checked<()> {
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
