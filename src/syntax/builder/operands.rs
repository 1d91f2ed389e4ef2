//! Operands: prefixes, an atom, postfixes (6.5.1 to 6.5.4).

use super::Builder;
use super::expressions::Tall;
use super::grammar::{Pair, Rule};
use crate::preprocess::token::TokenKind;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, TypeName, UnaryOp};
use crate::syntax::kinds::*;
use pest::iterators::Pairs;
use std::iter::Peekable;

type Rest<'i> = Peekable<Pairs<'i, Rule>>;

/// What stands before an atom.
enum Prefix {
    /// The token's index.
    Operator(usize),
    /// `(type)`, the height of expressions in the type, and the whole's place.
    Cast(Box<TypeName>, usize, Span),
}

impl Builder<'_> {
    /// Takes one operand off the list.
    pub(super) fn operand(&mut self, pairs: &mut Rest<'_>) -> Tall {
        let mut prefixes = Vec::new();
        let mut built = loop {
            let Some(pair) = pairs.next() else {
                return Tall { expr: self.placeholder(Span::NONE), height: 1 };
            };
            match pair.as_rule() {
                Rule::label_address_mark | Rule::prefix_operator | Rule::sizeof_expression => {
                    prefixes.push(Prefix::Operator(self.first(&pair)));
                }
                Rule::cast => {
                    let span = self.span(&pair);
                    if let Some(inner) = pair.into_inner().next() {
                        let (type_name, height) = self.measured(|b| b.type_name(inner));
                        prefixes.push(Prefix::Cast(Box::new(type_name), height, span));
                    }
                }
                Rule::braces => break self.compound_literal(pair, &mut prefixes),
                Rule::sizeof_type => break self.sizeof_type(pair, pairs),
                _ => break self.atom(pair),
            }
        };
        built = self.postfixes(built, pairs);
        while let Some(prefix) = prefixes.pop() {
            built = self.prefixed(prefix, built);
        }
        built
    }

    fn prefixed(&mut self, prefix: Prefix, operand: Tall) -> Tall {
        let below = operand.height;
        let end = operand.expr.span;
        let index = match prefix {
            Prefix::Cast(type_name, height, span) => {
                let kind = ExprKind::Cast { type_name, operand: Box::new(operand.expr) };
                return self.tall(kind, span.to(end), below.max(height));
            }
            Prefix::Operator(index) => index,
        };
        let op_span = self.span_at(index);
        let kind = self.kind_at(index);
        if kind == AND_AND {
            return match operand.expr.kind {
                ExprKind::Name(name) => self.tall(ExprKind::LabelAddress(name), op_span.to(end), 0),
                other => {
                    self.error(op_span, "unexpected '&&': an operand is missing before it");
                    Tall { expr: Expr { kind: other, span: end }, height: below }
                }
            };
        }
        let operand = Box::new(operand.expr);
        let op = match kind {
            INC | DEC => {
                let kind = ExprKind::IncDec { operand, increment: kind == INC, prefix: true };
                return self.tall(kind, op_span.to(end), below);
            }
            KW_SIZEOF => return self.tall(ExprKind::SizeofExpr(operand), op_span.to(end), below),
            KW_ALIGNOF => return self.tall(ExprKind::AlignofExpr(operand), op_span.to(end), below),
            STAR => UnaryOp::Deref,
            AMP => UnaryOp::AddressOf,
            PLUS => UnaryOp::Plus,
            MINUS => UnaryOp::Minus,
            TILDE => UnaryOp::BitNot,
            NOT => UnaryOp::Not,
            _ => UnaryOp::Extension,
        };
        self.tall(ExprKind::Unary { op, operand, op_span }, op_span.to(end), below)
    }

    fn postfixes(&mut self, mut built: Tall, pairs: &mut Rest<'_>) -> Tall {
        while let Some(pair) = pairs
            .next_if(|p| matches!(p.as_rule(), Rule::call | Rule::index | Rule::member_access | Rule::postfix_operator))
        {
            let span = built.expr.span.to(self.span(&pair));
            let index = self.first(&pair);
            let mut below = built.height;
            let base = Box::new(built.expr);
            let kind = match pair.as_rule() {
                Rule::call => {
                    let mut arguments = Vec::new();
                    for inner in pair.into_inner() {
                        let argument = self.tall_expression(inner);
                        below = below.max(argument.height);
                        arguments.push(argument.expr);
                    }
                    ExprKind::Call { callee: base, arguments }
                }
                Rule::index => {
                    let inner = self.inner_expression(pair);
                    below = below.max(inner.height);
                    ExprKind::Index { base, index: Box::new(inner.expr) }
                }
                Rule::member_access => {
                    let arrow = self.kind_at(index) == ARROW;
                    ExprKind::Member { base, arrow, member: self.name_at(index + 1) }
                }
                _ => ExprKind::IncDec { operand: base, increment: self.kind_at(index) == INC, prefix: false },
            };
            built = self.tall(kind, span, below);
        }
        built
    }

    /// The first expression in a pair.
    fn inner_expression(&mut self, pair: Pair<'_>) -> Tall {
        let span = self.span(&pair);
        match pair.into_inner().next() {
            Some(inner) => self.tall_expression(inner),
            None => Tall { expr: self.placeholder(span), height: 1 },
        }
    }

    /// `{ … }` behind prefixes: the last must be a cast, which it joins.
    fn compound_literal(&mut self, pair: Pair<'_>, prefixes: &mut Vec<Prefix>) -> Tall {
        let span = self.span(&pair);
        let (initializer, height) = self.measured(|b| b.braces(pair));
        match prefixes.pop() {
            Some(Prefix::Cast(type_name, of_type, start)) => {
                let kind = ExprKind::CompoundLiteral { type_name, initializer };
                self.tall(kind, start.to(span), height.max(of_type))
            }
            _ => {
                self.error(span, "unexpected '{': an expression is expected here");
                Tall { expr: self.placeholder(span), height: 1 }
            }
        }
    }

    /// `sizeof(type)`, or `sizeof (type){ … }` with what follows the literal.
    fn sizeof_type(&mut self, pair: Pair<'_>, pairs: &mut Rest<'_>) -> Tall {
        let span = self.span(&pair);
        let index = self.first(&pair);
        let is_sizeof = self.kind_at(index) == KW_SIZEOF;
        let mut inner = pair.into_inner();
        let Some(first) = inner.next() else { return Tall { expr: self.placeholder(span), height: 1 } };
        let (type_name, height) = self.measured(|b| b.type_name(first));
        let type_name = Box::new(type_name);
        let Some(braces) = inner.next() else {
            let kind = if is_sizeof { ExprKind::SizeofType(type_name) } else { ExprKind::AlignofType(type_name) };
            return self.tall(kind, span, height);
        };
        let start = self.span_at(index + 1);
        let (initializer, of_braces) = self.measured(|b| b.braces(braces));
        let end = initializer.span;
        let literal = ExprKind::CompoundLiteral { type_name, initializer };
        let literal = self.tall(literal, start.to(end), height.max(of_braces));
        let operand = self.postfixes(literal, pairs);
        self.prefixed(Prefix::Operator(index), operand)
    }

    fn atom(&mut self, pair: Pair<'_>) -> Tall {
        let span = self.span(&pair);
        let (kind, height) = match pair.as_rule() {
            Rule::leaf => (self.leaf(self.first(&pair)), 0),
            Rule::strings => (ExprKind::String(self.strings(&pair)), 0),
            Rule::parenthesized => {
                let inner = self.inner_expression(pair);
                (ExprKind::Paren(Box::new(inner.expr)), inner.height)
            }
            rule => self.measured(|b| b.special(rule, pair)),
        };
        self.tall(kind, span, height)
    }

    fn leaf(&self, index: usize) -> ExprKind {
        match self.token(index) {
            Some(TokenKind::Integer(i)) => ExprKind::Integer(*i),
            Some(TokenKind::Floating(f)) => ExprKind::Floating(*f),
            Some(TokenKind::Character(c)) => ExprKind::Character(*c),
            _ => ExprKind::Name(self.name_at(index)),
        }
    }

    /// The operators that look like calls, `_Generic`, and statement expressions.
    fn special(&mut self, rule: Rule, pair: Pair<'_>) -> ExprKind {
        let span = self.span(&pair);
        let (mut types, mut exprs, mut path, mut associations) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::compound => return ExprKind::Statement(Box::new(self.compound(inner))),
                Rule::type_name => types.push(Box::new(self.type_name(inner))),
                Rule::association => associations.extend(self.association(inner)),
                Rule::identifier => path.push(crate::syntax::ast::Designator::Member(self.name(&inner))),
                Rule::member_designator | Rule::index_designator => path.extend(self.designator(inner)),
                _ => exprs.push(Box::new(self.expression(inner))),
            }
        }
        let mut types = types.into_iter();
        let mut exprs = exprs.into_iter();
        match (rule, types.next(), types.next(), exprs.next(), exprs.next(), exprs.next()) {
            (Rule::generic, _, _, Some(control), _, _) => ExprKind::Generic { control, associations },
            (Rule::va_arg, Some(type_name), _, Some(list), _, _) => ExprKind::VaArg { list, type_name },
            (Rule::offsetof, Some(type_name), ..) => ExprKind::Offsetof { type_name, path },
            (Rule::types_compatible, Some(a), Some(b), ..) => ExprKind::TypesCompatible(a, b),
            (Rule::choose, _, _, Some(c), Some(a), Some(b)) => ExprKind::ChooseExpr(c, a, b),
            _ => self.placeholder(span).kind,
        }
    }

    fn association(&mut self, pair: Pair<'_>) -> Option<(Option<TypeName>, Expr)> {
        let (mut type_name, mut value) = (None, None);
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::type_name => type_name = Some(self.type_name(inner)),
                _ => value = Some(self.expression(inner)),
            }
        }
        Some((type_name, value?))
    }
}
