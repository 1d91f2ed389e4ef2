//! Declarations and function definitions (6.7, 6.9).

use super::grammar::{Pair, Rule};
use super::{Builder, ExternalDeclaration};
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{
    Block, Declaration, DeclarationKind, Declarator, DerivationKind, FunctionDefinition, InitDeclarator, Initializer,
    Specifiers,
};

/// A declaration, or the function definition it turned out to be.
pub(super) enum Declared {
    Declaration(Declaration),
    Function(FunctionDefinition),
}

impl Builder<'_> {
    pub(super) fn external(&mut self, pair: Pair<'_>) -> Option<ExternalDeclaration> {
        if pair.as_rule() == Rule::old_style_function {
            return Some(ExternalDeclaration::Function(self.old_style_function(pair)));
        }
        let span = self.span(&pair);
        let Some(inner) = pair.into_inner().next() else {
            self.diagnostics.push(Diagnostic::strict("extra-semicolon", span, "extra ';' outside of a function"));
            return None;
        };
        Some(match inner.as_rule() {
            Rule::asm_declaration => ExternalDeclaration::Asm(span),
            Rule::static_assert => ExternalDeclaration::Declaration(self.static_assert(inner)),
            _ => match self.declaration(inner) {
                Declared::Declaration(d) => ExternalDeclaration::Declaration(d),
                Declared::Function(f) => ExternalDeclaration::Function(f),
            },
        })
    }

    pub(super) fn declaration(&mut self, pair: Pair<'_>) -> Declared {
        let span = self.span(&pair);
        let mut specifiers = Specifiers::default();
        let mut declarators: Vec<InitDeclarator> = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::specifiers => specifiers = self.specifiers(inner),
                Rule::init_declarator => declarators.push(self.init_declarator(inner)),
                Rule::compound => {
                    let body = self.compound(inner);
                    let declared = declarators.pop().unwrap_or_else(|| InitDeclarator {
                        declarator: Declarator::default(),
                        initializer: None,
                        attributes: Vec::new(),
                        span,
                    });
                    return Declared::Function(self.function(specifiers, declared, body, span));
                }
                _ => {}
            }
        }
        Declared::Declaration(Declaration { kind: DeclarationKind::Variables { specifiers, declarators }, span })
    }

    /// The grammar lets a body follow any declarator: here it must be a function's.
    fn function(
        &mut self,
        mut specifiers: Specifiers,
        declared: InitDeclarator,
        body: Block,
        span: Span,
    ) -> FunctionDefinition {
        let declarator = declared.declarator;
        let is_function = matches!(declarator.derivations.first().map(|d| &d.kind), Some(DerivationKind::Function(_)));
        if !is_function || declared.initializer.is_some() {
            let name = declarator.name.as_ref().map_or("", |n| &n.text);
            let opener = Span { hi: body.span.lo.saturating_add(1), ..body.span };
            let message = format!("unexpected '{{': '{name}' is not a function, so it has no body");
            self.diagnostics.push(
                Diagnostic::error("syntax-error", opener, message)
                    .with_note("a function has '()' behind its name; an initialiser has '=' before '{'"),
            );
        }
        specifiers.attributes.extend(declared.attributes);
        FunctionDefinition { specifiers, declarator, old_style: Vec::new(), body, span }
    }

    fn old_style_function(&mut self, pair: Pair<'_>) -> FunctionDefinition {
        let span = self.span(&pair);
        let mut function = FunctionDefinition {
            specifiers: Specifiers::default(),
            declarator: Declarator::default(),
            old_style: Vec::new(),
            body: Block { items: Vec::new(), span, end: span },
            span,
        };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::specifiers => function.specifiers = self.specifiers(inner),
                Rule::declarator => function.declarator = self.declarator(inner),
                Rule::attribute => self.attributes(inner, &mut function.specifiers.attributes),
                Rule::declaration => match self.declaration(inner) {
                    Declared::Declaration(d) => function.old_style.push(d),
                    Declared::Function(f) => self.error(f.span, "a function cannot be defined among the parameters"),
                },
                Rule::compound => function.body = self.compound(inner),
                _ => {}
            }
        }
        function
    }

    fn init_declarator(&mut self, pair: Pair<'_>) -> InitDeclarator {
        let span = self.span(&pair);
        let mut result =
            InitDeclarator { declarator: Declarator::default(), initializer: None, attributes: Vec::new(), span };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::declarator => result.declarator = self.declarator(inner),
                Rule::attribute => self.attributes(inner, &mut result.attributes),
                Rule::assignment => result.initializer = Some(Initializer::Expr(self.expression(inner))),
                Rule::braces => result.initializer = Some(Initializer::List(self.braces(inner))),
                _ => {}
            }
        }
        result
    }

    pub(super) fn static_assert(&mut self, pair: Pair<'_>) -> Declaration {
        let span = self.span(&pair);
        let mut condition = None;
        let mut message = None;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::assignment => condition = Some(self.expression(inner)),
                Rule::strings => {
                    let units = self.strings(&inner).units;
                    let bytes: Vec<u8> = units.iter().map(|&u| u8::try_from(u).unwrap_or(b'?')).collect();
                    message = Some(String::from_utf8_lossy(&bytes).into_owned());
                }
                _ => {}
            }
        }
        let condition = Box::new(condition.unwrap_or_else(|| self.placeholder(span)));
        Declaration { kind: DeclarationKind::StaticAssert { condition, message }, span }
    }
}
