//! Function definitions (6.9.1).

use super::super::entity::{Declared, EntityId};
use super::super::scope::SymbolKind;
use super::super::state::{Checked, FunctionState, Reported, Sema};
use super::super::tree::{Body, FunctionKind};
use super::Spec;
use super::attributes::Attributes;
use super::declarators::Place;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{DerivationKind, FunctionDefinition, Name, Parameters, Storage};
use crate::types::Type;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

impl Sema<'_> {
    /// Analyses a function definition.
    pub fn function_definition(&mut self, definition: &FunctionDefinition) {
        let Some(name) = &definition.declarator.name else { return };
        let Ok(spec) = self.specifiers(&definition.specifiers) else {
            self.poison(name);
            return;
        };
        let spec_ok = self.check_definition_specifiers(&spec, name);
        self.function = Some(Box::new(self.function_state(name, &spec)));
        self.scopes.push();
        let header = self.definition_header(definition, &spec, name);
        match header {
            Ok((ty, entity)) if spec_ok.is_ok() => self.function_body(definition, name, ty, entity),
            _ => {
                self.scopes.pop();
                self.function = None;
                if self.scopes.lookup_file(&name.text).is_none() {
                    self.poison(name);
                }
            }
        }
    }

    fn function_state(&self, name: &Name, spec: &Spec) -> FunctionState {
        FunctionState {
            id: None,
            name: Rc::clone(&name.text),
            span: name.span,
            result: self.basic.int,
            noreturn: spec.noreturn,
            inline: spec.inline && spec.storage.is_none(),
            locals: Vec::new(),
            parameters: 0,
            blocks: Vec::new(),
            variable_arrays: Vec::new(),
            cleanups: Vec::new(),
            past_cleanups: Vec::new(),
            labels: Vec::new(),
            label_names: HashMap::new(),
            switches: Vec::new(),
            loops: 0,
            breakable: 0,
            pending: Vec::new(),
            func_name: None,
            undeclared: HashSet::new(),
            calls_setjmp: false,
            demands: Vec::new(),
        }
    }

    fn check_definition_specifiers(&mut self, spec: &Spec, name: &Name) -> Checked<()> {
        self.check_reserved(name);
        if spec.implicit_int {
            let message = format!("the type that '{}' returns is not given; it is int", name.text);
            self.pedantic("implicit-int", name.span, message);
        }
        if let Some(at) = spec.alignas {
            return Err(self.error("invalid-alignment", at, "'_Alignas' is not possible for a function"));
        }
        if let Some(at) = spec.thread_local {
            return Err(self.error("storage-class", at, "a function cannot be '_Thread_local'"));
        }
        match spec.storage {
            Some((Storage::Typedef, span)) => {
                Err(self.error("storage-class", span, "a function definition cannot be a typedef"))
            }
            Some((Storage::Auto | Storage::Register, span)) => {
                Err(self.error("storage-class", span, "a function is 'static' or 'extern'"))
            }
            _ => Ok(()),
        }
    }

    /// Type, parameters and entity; the scope of the parameters is open.
    fn definition_header(
        &mut self,
        definition: &FunctionDefinition,
        spec: &Spec,
        name: &Name,
    ) -> Checked<(Type, EntityId)> {
        let declarator = &definition.declarator;
        let parameters = match declarator.derivations.first().map(|d| &d.kind) {
            Some(DerivationKind::Function(parameters)) => parameters,
            _ => {
                let message = format!("'{}' has a body, but no list of parameters", name.text);
                return Err(self.error("not-a-function", name.span, message));
            }
        };
        let mut ty = self.declarator(spec.ty, declarator, Place::Definition)?;
        let mut old_style = None;
        if let Parameters::Names(names) = parameters {
            let types = self.old_style_parameters(names, &definition.old_style)?;
            ty = self.type_by_prototype(ty, &types, name)?;
            old_style = Some(types.into());
        }
        let Some(function) = self.types.function_of(ty) else { return Err(Reported) };
        if !self.types.is_void(function.result) && self.types.size(function.result).is_err() {
            let shown = self.show(function.result);
            let message = format!("'{}' cannot return the incomplete type '{shown}'", name.text);
            return Err(self.error("incomplete-type", name.span, message));
        }
        if let Some(state) = &mut self.function {
            state.result = function.result;
        }
        if &*name.text == "main" {
            self.check_main(&function, name.span);
            if spec.inline {
                self.pedantic("main-type", name.span, "'main' cannot be 'inline'");
            }
        }
        let storage = spec.storage.map(|(s, _)| s);
        let inline = spec.inline && storage.is_none();
        let weak = spec.attributes.weak || self.declared_weak(&name.text);
        let entity = self.declare_entity(&Declared {
            name: Rc::clone(&name.text),
            ty,
            span: name.span,
            storage,
            is_definition: true,
            file_scope: true,
            inline,
            implicit: false,
            weak,
        })?;
        self.around_main(entity, spec.attributes);
        if let Some(entity) = self.entity_mut(entity) {
            entity.old_style = old_style;
        }
        // The declared type may know more (a prototype before `f()`), the definition's own counts.
        Ok((ty, entity))
    }

    /// Is it to be called before or after main (gcc)?
    pub(super) fn around_main(&mut self, entity: EntityId, attributes: Attributes) {
        let unit = self.prototypes.unit;
        if let Some(e) = self.entity_mut(entity) {
            e.starts = attributes.starts.or(e.starts);
            e.ends = attributes.ends.or(e.ends);
            if attributes.weak {
                e.weak_in = Some(unit);
            }
        }
    }

    /// Is this function declared `weak` in this file already?
    fn declared_weak(&self, name: &str) -> bool {
        match self.scopes.lookup_file(name).map(|symbol| symbol.kind) {
            Some(SymbolKind::Entity(id)) => self.entity(id).is_some_and(|e| e.weak_in == Some(self.prototypes.unit)),
            _ => false,
        }
    }

    fn check_main(&mut self, function: &crate::types::FunctionType, span: Span) {
        if function.result != self.basic.int {
            let shown = self.show(function.result);
            self.report(
                Diagnostic::pedantic("main-type", span, format!("'main' returns int, not '{shown}'"))
                    .and_undefined()
                    .with_note("it begins 'int main(void)' and ends with 'return 0;'"),
            );
        }
        if let crate::types::ParameterTypes::Prototype { types, .. } = &function.parameters {
            // Other qualifiers of the texts are usual; the third parameter is Unix's.
            let text = |ty: &Type| self.types.pointee(*ty).is_some_and(|c| self.types.is_character(c));
            let texts = |ty: &Type| self.types.pointee(*ty).is_some_and(|p| text(&p));
            let fits = match types.as_slice() {
                [] => true,
                [count, rest @ ..] => *count == self.basic.int && matches!(rest.len(), 1 | 2) && rest.iter().all(texts),
            };
            if !fits {
                let message = "'main' takes no parameters, or (int argc, char **argv)";
                self.report(Diagnostic::strict("main-type", span, message).and_undefined());
            }
        }
    }

    fn function_body(&mut self, definition: &FunctionDefinition, name: &Name, ty: Type, entity: EntityId) {
        let id = self.function_id(entity, None);
        let parameters = self.function.as_ref().map_or(0, |f| f.parameters);
        if let Some(state) = &mut self.function {
            state.id = Some(id);
        }
        let node = self.node(name.span);
        let mut block = self.body_block(&definition.body);
        self.check_labels();
        self.clean_jumps(&mut block);
        self.scopes.pop();
        let variadic = matches!(
            self.types.function_of(ty).map(|f| f.parameters.clone()),
            Some(crate::types::ParameterTypes::Prototype { variadic: true, .. })
        );
        let Some(mut state) = self.function.take() else { return };
        let labels = Sema::take_labels(&mut state);
        let body = Body {
            locals: std::mem::take(&mut state.locals),
            parameters,
            variadic,
            block,
            labels,
            calls_setjmp: state.calls_setjmp,
            node,
            noreturn: state.noreturn,
            demands: std::mem::take(&mut state.demands),
        };
        let declared = self.entity(entity).map_or(ty, |e| e.ty);
        let again = self.is_defined(id) && self.entity(entity).is_some_and(|e| e.inline_only || e.kept);
        if let Some(function) = usize::try_from(id.0).ok().and_then(|i| self.functions.get_mut(i))
            && !again
        {
            function.kind = FunctionKind::Defined(Box::new(body));
            function.span = name.span;
            function.ty = declared;
        }
    }

    fn is_defined(&self, id: super::super::tree::FunctionId) -> bool {
        usize::try_from(id.0)
            .ok()
            .and_then(|i| self.functions.get(i))
            .is_some_and(|f| matches!(f.kind, FunctionKind::Defined(_)))
    }

    /// "declared here" for a function named in a message.
    pub fn with_declaration(&self, diagnostic: Diagnostic, name: &str, span: Span) -> Diagnostic {
        if span.is_none() || self.map.is_built_in(span) {
            return diagnostic;
        }
        diagnostic.with_other(span, format!("'{name}' is declared here"))
    }
}
