//! Variables and typedefs, at file scope and in blocks.

use super::super::scope::{Symbol, SymbolKind};
use super::super::state::{Checked, Reported, Sema};
use super::super::tree::Stmt;
use super::declarators::Place;
use super::{Spec, attributes::Attributes};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{InitDeclarator, Initializer, Name, Specifiers, Storage, TypeSpecifierKind};
use crate::types::{Type, TypeKind};
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
    pub(super) fn declared_type(
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
        self.check_reserved(name);
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

    /// `__func__` is nobody else's to declare (6.4.2.2).
    pub(super) fn check_reserved(&mut self, name: &Name) {
        if &*name.text == "__func__" {
            self.undefined("reserved-name", name.span, "'__func__' is declared by every function itself");
        }
    }

    pub(super) fn auto_type(&mut self, item: &InitDeclarator, name: &Name) -> Checked<Type> {
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

    pub(super) fn typedef(&mut self, name: &Name, ty: Type, item: &InitDeclarator) -> Checked<()> {
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
}
