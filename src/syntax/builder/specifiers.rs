//! Declaration specifiers, structs, unions, enums and attributes (6.7.1 to 6.7.5).

use super::Builder;
use super::grammar::{Pair, Rule};
use crate::diagnostics::Diagnostic;
use crate::preprocess::token::TokenKind;
use crate::source::Span;
use crate::syntax::ast::{
    AlignmentOperand, Attribute, EnumConstant, EnumSpecifier, FunctionSpecifier, MemberDeclaration, MemberDeclarator,
    Name, Qualifier, RecordSpecifier, Specifiers, Storage, TypeSpecifier, TypeSpecifierKind,
};
use crate::syntax::kinds::*;
use std::rc::Rc;

impl Builder<'_> {
    pub(super) fn specifiers(&mut self, pair: Pair<'_>) -> Specifiers {
        let mut result = Specifiers { span: self.span(&pair), ..Specifiers::default() };
        for inner in pair.into_inner() {
            let span = self.span(&inner);
            let kind = match inner.as_rule() {
                Rule::specifier_word => match self.word(&inner, &mut result) {
                    Some(kind) => kind,
                    None => continue,
                },
                Rule::plain_qualifier => {
                    result.qualifiers.extend(self.qualifier(&inner));
                    continue;
                }
                Rule::atomic_qualifier => {
                    result.qualifiers.push((Qualifier::Atomic, span));
                    continue;
                }
                Rule::attribute => {
                    self.attributes(inner, &mut result.attributes);
                    continue;
                }
                Rule::alignas_type | Rule::alignas_expression => {
                    if let Some(operand) = self.alignment(inner) {
                        result.alignments.push((operand, span));
                    }
                    continue;
                }
                Rule::typedef_specifier => {
                    let name = self.name(&inner);
                    if &*name.text == "__builtin_va_list" {
                        TypeSpecifierKind::VaList
                    } else {
                        TypeSpecifierKind::Typedef(name)
                    }
                }
                Rule::record => TypeSpecifierKind::Record(self.record(inner)),
                Rule::enumeration => TypeSpecifierKind::Enum(self.enumeration(inner)),
                Rule::typeof_expression => match inner.into_inner().next() {
                    Some(e) => TypeSpecifierKind::TypeofExpr(Box::new(self.expression(e))),
                    None => continue,
                },
                Rule::typeof_type => match inner.into_inner().next() {
                    Some(t) => TypeSpecifierKind::TypeofType(Box::new(self.type_name(t))),
                    None => continue,
                },
                Rule::atomic_type => match inner.into_inner().next() {
                    Some(t) => TypeSpecifierKind::Atomic(Box::new(self.type_name(t))),
                    None => continue,
                },
                _ => continue,
            };
            self.forgotten_semicolon(result.types.last(), span);
            result.types.push(TypeSpecifier { kind, span });
        }
        result
    }

    /// `struct s { … } int main(void)`: the semicolon behind the brace is missing.
    fn forgotten_semicolon(&mut self, before: Option<&TypeSpecifier>, span: Span) {
        let what = match before {
            Some(TypeSpecifier { kind: TypeSpecifierKind::Record(r), .. }) if r.members.is_some() => {
                if r.is_union {
                    "union"
                } else {
                    "struct"
                }
            }
            Some(TypeSpecifier { kind: TypeSpecifierKind::Enum(e), .. }) if e.constants.is_some() => "enum",
            _ => return,
        };
        let Some(before) = before else { return };
        self.diagnostics.push(
            Diagnostic::error("missing-semicolon", before.span.end(), format!("missing ';' after this {what}"))
                .with_other(span, "another type begins here"),
        );
    }

    /// A keyword: stored where it belongs, or given back as a type specifier.
    fn word(&self, pair: &Pair<'_>, result: &mut Specifiers) -> Option<TypeSpecifierKind> {
        let span = self.span(pair);
        let storage = match self.kind_at(self.first(pair)) {
            KW_TYPEDEF => Storage::Typedef,
            KW_EXTERN => Storage::Extern,
            KW_STATIC => Storage::Static,
            KW_AUTO => Storage::Auto,
            KW_REGISTER => Storage::Register,
            KW_THREAD_LOCAL => Storage::ThreadLocal,
            KW_INLINE => {
                result.functions.push((FunctionSpecifier::Inline, span));
                return None;
            }
            KW_NORETURN => {
                result.functions.push((FunctionSpecifier::Noreturn, span));
                return None;
            }
            KW_VOID => return Some(TypeSpecifierKind::Void),
            KW_CHAR => return Some(TypeSpecifierKind::Char),
            KW_SHORT => return Some(TypeSpecifierKind::Short),
            KW_INT => return Some(TypeSpecifierKind::Int),
            KW_LONG => return Some(TypeSpecifierKind::Long),
            KW_FLOAT => return Some(TypeSpecifierKind::Float),
            KW_DOUBLE => return Some(TypeSpecifierKind::Double),
            KW_SIGNED => return Some(TypeSpecifierKind::Signed),
            KW_UNSIGNED => return Some(TypeSpecifierKind::Unsigned),
            KW_BOOL => return Some(TypeSpecifierKind::Bool),
            KW_COMPLEX => return Some(TypeSpecifierKind::Complex),
            KW_IMAGINARY => return Some(TypeSpecifierKind::Imaginary),
            KW_INT128 => return Some(TypeSpecifierKind::Int128),
            KW_AUTO_TYPE => return Some(TypeSpecifierKind::AutoType),
            _ => return None,
        };
        result.storage.push((storage, span));
        None
    }

    fn alignment(&mut self, pair: Pair<'_>) -> Option<AlignmentOperand> {
        let inner = pair.into_inner().next()?;
        Some(match inner.as_rule() {
            Rule::type_name => AlignmentOperand::Type(Box::new(self.type_name(inner))),
            _ => AlignmentOperand::Expr(Box::new(self.expression(inner))),
        })
    }

    fn record(&mut self, pair: Pair<'_>) -> RecordSpecifier {
        let is_union = self.kind_at(self.first(&pair)) == KW_UNION;
        let mut record = RecordSpecifier { is_union, tag: None, members: None, attributes: Vec::new() };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::identifier => record.tag = Some(self.name(&inner)),
                Rule::attribute => self.attributes(inner, &mut record.attributes),
                Rule::members => {
                    record.members = Some(inner.into_inner().filter_map(|m| self.member(m)).collect());
                }
                _ => {}
            }
        }
        record
    }

    fn member(&mut self, pair: Pair<'_>) -> Option<MemberDeclaration> {
        let span = self.span(&pair);
        let last = self.last(&pair);
        if self.kind_at(last) != SEMI {
            let before = self.token(last).map(crate::syntax::errors::quoted).unwrap_or_default();
            let message = format!("missing ';' after {before}");
            self.diagnostics.push(Diagnostic::pedantic("missing-semicolon", self.span_at(last).end(), message));
        }
        let mut specifiers = None;
        let mut declarators = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::static_assert => return Some(MemberDeclaration::StaticAssert(self.static_assert(inner))),
                Rule::specifiers => specifiers = Some(self.specifiers(inner)),
                Rule::member_declarator => declarators.push(self.member_declarator(inner)),
                _ => {}
            }
        }
        match specifiers {
            Some(specifiers) => Some(MemberDeclaration::Members { specifiers, declarators, span }),
            None => {
                self.diagnostics.push(Diagnostic::strict("extra-semicolon", span, "extra ';' among the members"));
                None
            }
        }
    }

    fn member_declarator(&mut self, pair: Pair<'_>) -> MemberDeclarator {
        let mut member =
            MemberDeclarator { declarator: None, width: None, attributes: Vec::new(), span: self.span(&pair) };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::declarator => member.declarator = Some(self.declarator(inner)),
                Rule::bit_width => {
                    member.width = inner.into_inner().next().map(|e| Box::new(self.expression(e)));
                }
                Rule::attribute => self.attributes(inner, &mut member.attributes),
                _ => {}
            }
        }
        member
    }

    fn enumeration(&mut self, pair: Pair<'_>) -> EnumSpecifier {
        let mut result = EnumSpecifier { tag: None, constants: None, attributes: Vec::new() };
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::identifier => result.tag = Some(self.name(&inner)),
                Rule::attribute => self.attributes(inner, &mut result.attributes),
                Rule::enumerators => {
                    let span = self.span(&inner);
                    let constants: Vec<EnumConstant> = inner.into_inner().map(|e| self.enumerator(e)).collect();
                    if constants.is_empty() {
                        self.error(span, "an enum needs at least one constant");
                    }
                    result.constants = Some(constants);
                }
                _ => {}
            }
        }
        result
    }

    fn enumerator(&mut self, pair: Pair<'_>) -> EnumConstant {
        let name = self.name(&pair);
        let value = pair.into_inner().find(|p| p.as_rule() == Rule::assignment);
        EnumConstant { name, value: value.map(|e| Box::new(self.expression(e))) }
    }

    pub(super) fn attributes(&mut self, pair: Pair<'_>, into: &mut Vec<Attribute>) {
        for item in pair.into_inner() {
            let name = self.attribute_name(self.first(&item));
            let arguments = item
                .into_inner()
                .find(|p| p.as_rule() == Rule::attribute_arguments)
                .map(|list| list.into_inner().map(|e| self.expression(e)).collect());
            into.push(Attribute { name, arguments: arguments.unwrap_or_default() });
        }
    }

    fn attribute_name(&self, index: usize) -> Name {
        let text: Rc<str> = match self.token(index) {
            Some(TokenKind::Identifier(text)) => match text.strip_prefix("__").and_then(|t| t.strip_suffix("__")) {
                Some(bare) => Rc::from(bare),
                None => text.clone(),
            },
            Some(TokenKind::Keyword(keyword)) => Rc::from(keyword.spelling()),
            _ => Rc::from(""),
        };
        Name { text, span: self.span_at(index) }
    }
}
