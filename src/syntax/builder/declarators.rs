//! Declarators, parameters and type names (6.7.6, 6.7.7), flattened from the name outwards.

use super::Builder;
use super::grammar::{Pair, Rule};
use crate::source::Span;
use crate::syntax::ast::{
    ArraySize, Attribute, Declarator, Derivation, DerivationKind, Parameter, Parameters, Qualifier, Specifiers,
    TypeName,
};
use crate::syntax::kinds::*;

impl Builder<'_> {
    /// `declarator` and `parameter_declarator`.
    pub(super) fn declarator(&mut self, pair: Pair<'_>) -> Declarator {
        let span = self.span(&pair);
        let mut declarator = Declarator::default();
        let mut pointers = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::pointer => {
                    let pointer = self.pointer(inner, &mut declarator.attributes);
                    pointers.push(pointer);
                }
                Rule::identifier => declarator.name = Some(self.name(&inner)),
                Rule::declarator | Rule::parameter_declarator => {
                    let nested = self.declarator(inner);
                    declarator.name = nested.name;
                    declarator.derivations = nested.derivations;
                    declarator.attributes.extend(nested.attributes);
                }
                Rule::attribute => self.attributes(inner, &mut declarator.attributes),
                Rule::array => {
                    let array = self.array(inner);
                    declarator.derivations.push(array);
                }
                Rule::function => {
                    let span = self.span(&inner);
                    let kind = DerivationKind::Function(self.parameters(inner));
                    declarator.derivations.push(Derivation { kind, span });
                }
                _ => {}
            }
        }
        pointers.reverse();
        declarator.derivations.extend(pointers);
        declarator.span = span;
        declarator
    }

    fn pointer(&mut self, pair: Pair<'_>, attributes: &mut Vec<Attribute>) -> Derivation {
        let span = self.span(&pair);
        let mut qualifiers = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::qualifier => qualifiers.extend(self.qualifier(&inner)),
                Rule::attribute => self.attributes(inner, attributes),
                _ => {}
            }
        }
        Derivation { kind: DerivationKind::Pointer { qualifiers }, span }
    }

    pub(super) fn qualifier(&self, pair: &Pair<'_>) -> Option<(Qualifier, Span)> {
        let qualifier = match self.kind_at(self.first(pair)) {
            KW_CONST => Qualifier::Const,
            KW_VOLATILE => Qualifier::Volatile,
            KW_RESTRICT => Qualifier::Restrict,
            KW_ATOMIC => Qualifier::Atomic,
            _ => return None,
        };
        Some((qualifier, self.span(pair)))
    }

    fn array(&mut self, pair: Pair<'_>) -> Derivation {
        let span = self.span(&pair);
        let (mut size, mut is_static, mut qualifiers) = (ArraySize::Unspecified, false, Vec::new());
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::array_static => is_static = true,
                Rule::qualifier => qualifiers.extend(self.qualifier(&inner)),
                Rule::array_star => size = ArraySize::Star,
                Rule::assignment => size = ArraySize::Expr(Box::new(self.expression(inner))),
                _ => {}
            }
        }
        Derivation { kind: DerivationKind::Array { size, is_static, qualifiers }, span }
    }

    fn parameters(&mut self, pair: Pair<'_>) -> Parameters {
        let Some(inner) = pair.into_inner().next() else { return Parameters::Empty };
        if inner.as_rule() == Rule::identifier_list {
            return Parameters::Names(inner.into_inner().map(|name| self.name(&name)).collect());
        }
        let (mut parameters, mut variadic) = (Vec::new(), false);
        for inner in inner.into_inner() {
            match inner.as_rule() {
                Rule::parameter => parameters.push(self.parameter(inner)),
                _ => variadic = true,
            }
        }
        Parameters::Prototype { parameters, variadic }
    }

    fn parameter(&mut self, pair: Pair<'_>) -> Parameter {
        let span = self.span(&pair);
        let mut parameter = Parameter { specifiers: Specifiers::default(), declarator: Declarator::default(), span };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::specifiers => parameter.specifiers = self.specifiers(inner),
                Rule::parameter_declarator => parameter.declarator = self.declarator(inner),
                Rule::attribute => self.attributes(inner, &mut parameter.declarator.attributes),
                _ => {}
            }
        }
        parameter
    }

    pub(super) fn type_name(&mut self, pair: Pair<'_>) -> TypeName {
        let span = self.span(&pair);
        let mut result = TypeName { specifiers: Specifiers::default(), declarator: Declarator::default(), span };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::specifiers => result.specifiers = self.specifiers(inner),
                Rule::parameter_declarator => result.declarator = self.declarator(inner),
                _ => {}
            }
        }
        if let Some(name) = result.declarator.name.take() {
            self.error(name.span, format!("unexpected name '{}': only a type can stand here", name.text));
        }
        result
    }
}
