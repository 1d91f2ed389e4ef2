//! Function definitions of the old style, `int f(a) int a; { … }` (6.9.1p6), and
//! what prototypes before and after them must agree with (6.7.6.3p15).

use super::super::entity::{Declared, EntityId};
use super::super::scope::SymbolKind;
use super::super::state::{Checked, Sema};
use super::declarators::Place;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{Declaration, DeclarationKind, Name, Storage};
use crate::types::{ParameterTypes, Type};
use std::collections::HashMap;
use std::rc::Rc;

impl Sema<'_> {
    /// The parameters of an old-style definition (6.9.1p6), in the order of the names.
    pub(super) fn old_style_parameters(&mut self, names: &[Name], declarations: &[Declaration]) -> Checked<Vec<Type>> {
        self.reserve_parameters(names.len());
        let mut declared: HashMap<Rc<str>, (Type, Span)> = HashMap::new();
        for declaration in declarations {
            let DeclarationKind::Variables { specifiers, declarators } = &declaration.kind else { continue };
            let spec = self.specifiers(specifiers)?;
            if let Some((storage, at)) = spec.storage
                && storage != Storage::Register
            {
                return Err(self.error("storage-class", at, "a parameter can only be 'register'"));
            }
            for item in declarators {
                let Some(name) = &item.declarator.name else { continue };
                if item.initializer.is_some() {
                    let message = format!("the parameter '{}' gets its value from the caller", name.text);
                    return Err(self.error("parameter-initializer", name.span, message));
                }
                let ty = self.declarator(spec.ty, &item.declarator, Place::Parameter)?;
                let ty = self.adjust_parameter(ty);
                if !names.iter().any(|n| n.text == name.text) {
                    let message = format!("'{}' is declared as a parameter, but is not in the list", name.text);
                    return Err(self.error("not-a-parameter", name.span, message));
                }
                if self.types.size(ty).is_err() {
                    return Err(self.incomplete(name.span, ty));
                }
                declared.insert(Rc::clone(&name.text), (ty, name.span));
            }
        }
        let mut types = Vec::with_capacity(names.len());
        for name in names {
            let (ty, span) = match declared.get(&name.text) {
                Some(known) => *known,
                None => {
                    let message = format!("the type of '{}' is not given; it is int", name.text);
                    self.pedantic("implicit-int", name.span, message);
                    (self.basic.int, name.span)
                }
            };
            self.declare_parameter(&Name { text: Rc::clone(&name.text), span }, ty, false)?;
            types.push(ty.unqualified());
        }
        Ok(types)
    }

    /// The type of an old-style definition: that of the prototype before it, if
    /// there is one and the parameters are as it says.
    pub(super) fn type_by_prototype(&mut self, own: Type, declared: &[Type], name: &Name) -> Checked<Type> {
        let prior = self.scopes.lookup_file(&name.text).filter(|s| matches!(s.kind, SymbolKind::Entity(_)));
        let Some(prior) = prior else { return Ok(own) };
        let Some(function) = self.types.function_of(prior.ty) else { return Ok(own) };
        let ParameterTypes::Prototype { types, variadic: false } = &function.parameters else { return Ok(own) };
        if types.len() != declared.len() {
            let (have, want) = (declared.len(), types.len());
            let message = format!("'{}' has {have} parameters here, and {want} in its prototype", name.text);
            return Err(self.conflict_with_prototype(message, name.span, prior.span));
        }
        for (index, (wanted, ty)) in types.iter().zip(declared).enumerate() {
            let promoted = self.types.default_promoted(*ty);
            if self.types.compatible(*wanted, promoted) {
                continue;
            }
            let (here, there) = (self.show(*ty), self.show(*wanted));
            let number = index.saturating_add(1);
            let message =
                format!("parameter {number} of '{}' is '{here}' here, and '{there}' in its prototype", name.text);
            if !self.types.compatible(*wanted, *ty) {
                return Err(self.conflict_with_prototype(message, name.span, prior.span));
            }
            // gcc lets it be, and passes it as the prototype says.
            let promoted = self.show(promoted);
            let message = format!(
                "parameter {number} of '{}' is '{here}', which a definition of the old style takes as '{promoted}'",
                name.text
            );
            self.strict("conflicting-types", name.span, message);
        }
        let result = self.types.function_of(own).is_some_and(|f| self.types.compatible(f.result, function.result));
        Ok(if result { prior.ty } else { own })
    }

    fn conflict_with_prototype(&mut self, message: String, at: Span, prior: Span) -> super::super::state::Reported {
        self.report(Diagnostic::error("conflicting-types", at, message).with_other(prior, "the prototype is here"))
    }

    /// A prototype that follows an old-style definition has its parameters, promoted.
    pub fn check_prototype_after_definition(&mut self, new: &Declared, id: EntityId) -> Checked<()> {
        let Some(declared) = self.entity(id).and_then(|e| e.old_style.clone()) else { return Ok(()) };
        let Some(function) = self.types.function_of(new.ty) else { return Ok(()) };
        let ParameterTypes::Prototype { types, .. } = &function.parameters else { return Ok(()) };
        let place = self.entity(id).and_then(|e| e.defined).unwrap_or(Span::NONE);
        let fits = types.len() == declared.len()
            && types.iter().zip(declared.iter()).all(|(new, own)| {
                let promoted = self.types.default_promoted(*own);
                self.types.compatible(*new, promoted) || self.types.compatible(*new, *own)
            });
        if fits {
            return Ok(());
        }
        let message = format!("this prototype does not agree with the definition of '{}'", new.name);
        let shown = self.show(new.ty);
        Err(self.report(
            Diagnostic::error("conflicting-types", new.span, message)
                .with_label(format!("here it is '{shown}'"))
                .with_other(place, "it is defined here"),
        ))
    }
}
