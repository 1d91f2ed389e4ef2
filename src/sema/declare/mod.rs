//! Declarations (6.7) and external definitions (6.9).

mod alias;
mod attribute_names;
mod attributes;
mod block_scope;
mod declarators;
mod enums;
mod file_scope;
mod functions;
mod objects;
mod old_style;
mod parameters;
mod records;
mod specifiers;
mod variables;

pub(super) use declarators::Place;
pub(super) use specifiers::Spec;

use super::state::{Checked, Sema};
use crate::syntax::ast::{Declaration, DeclarationKind, Expr, ExternalDeclaration, TranslationUnit, TypeName};
use crate::types::Type;

impl Sema<'_> {
    /// Notes which functions the program defines.
    pub fn note_definitions(&mut self, units: &[TranslationUnit]) {
        let items = units.iter().flat_map(|unit| &unit.items);
        self.prototypes.defined = items
            .filter_map(|item| match item {
                ExternalDeclaration::Function(f) => f.declarator.name.as_ref().map(|n| n.text.clone()),
                _ => None,
            })
            .collect();
    }

    /// Analyses a translation unit.
    pub fn unit(&mut self, unit: &TranslationUnit) {
        self.begin_unit();
        self.external_declarations(unit);
        self.end_of_unit();
    }

    /// Analyses external declarations at file scope.
    pub fn external_declarations(&mut self, unit: &TranslationUnit) {
        for item in &unit.items {
            match item {
                ExternalDeclaration::Function(definition) => self.function_definition(definition),
                ExternalDeclaration::Declaration(declaration) => self.file_declaration(declaration),
                ExternalDeclaration::Asm(span) => {
                    self.unsupported(*span, "inline assembler");
                }
            }
        }
    }

    fn file_declaration(&mut self, declaration: &Declaration) {
        match &declaration.kind {
            DeclarationKind::Variables { specifiers, declarators } => {
                self.file_variables(specifiers, declarators, declaration.span);
            }
            DeclarationKind::StaticAssert { condition, message } => {
                let _ = self.static_assert(condition, message.as_deref());
            }
        }
    }

    /// `_Static_assert` (6.7.10).
    pub fn static_assert(&mut self, condition: &Expr, message: Option<&str>) -> Checked<()> {
        let value = self.integer_constant(condition, "the condition of a static assertion")?;
        if message.is_none() {
            self.strict("static-assertion", condition.span, "C11's '_Static_assert' has a message: a second argument");
        }
        if value == 0 {
            let text = match message {
                Some(message) => format!("static assertion failed: \"{message}\""),
                None => "static assertion failed".to_owned(),
            };
            return Err(self.error("static-assertion", condition.span, text));
        }
        Ok(())
    }

    /// The value of an expression that must be an integer constant (6.6p6).
    pub fn integer_constant(&mut self, expr: &Expr, what: &str) -> Checked<i64> {
        let value = self.rvalue(expr)?;
        if !self.types.is_integer(value.ty) {
            let shown = self.show(value.ty);
            return Err(self.error(
                "not-an-integer",
                expr.span,
                format!("{what} must be an integer, and it is '{shown}'"),
            ));
        }
        match self.fold_int(&value) {
            Some(value) => Ok(value),
            None => Err(self.error("not-constant", expr.span, format!("{what} must be a constant"))),
        }
    }

    /// The type that a type name denotes (6.7.7). Lengths of variable arrays go
    /// to the pending ones.
    pub fn type_name(&mut self, name: &TypeName) -> Checked<Type> {
        let spec = self.specifiers(&name.specifiers)?;
        if spec.implicit_int {
            self.pedantic("implicit-int", name.span, "a type is missing here; it is int");
        }
        if let Some((_, span)) = spec.storage {
            return Err(self.error("storage-class", span, "only a type can stand here: this word declares something"));
        }
        if let Some((_, span)) = name.specifiers.functions.first() {
            return Err(self.error(
                "misplaced-specifier",
                *span,
                "only a type can stand here: this word is for functions",
            ));
        }
        if let Some((_, span)) = name.specifiers.alignments.first() {
            return Err(self.error("invalid-alignment", *span, "an alignment cannot stand here: nothing is declared"));
        }
        let place = if self.function.is_some() { Place::Block } else { Place::File };
        self.declarator(spec.ty, &name.declarator, place)
    }
}
