//! Lints that need to know how a name was declared. Names that a function
//! declares more than once are left alone.

use super::Lints;
use super::walk::bare;
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{
    BinaryOp, BlockItem, Declaration, DeclarationKind, Declarator, DerivationKind, Expr, ExprKind, ForInit,
    FunctionDefinition, Name, Parameters, Specifiers, StmtKind, TypeSpecifierKind,
};
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::rc::Rc;

/// How a name was declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// An array as a parameter, which is a pointer.
    ArrayParameter,
    /// A pointer.
    Pointer,
    /// A pointer to a pointer: they are of the same size.
    PointerToPointer,
    /// Anything else, or several things.
    Other,
}

/// The words of a plain number's type, without pointers and arrays.
type Words = Vec<Discriminant<TypeSpecifierKind>>;

/// The names a function declares.
#[derive(Debug, Default)]
pub(super) struct Names {
    shapes: HashMap<Rc<str>, Shape>,
    /// Numbers only.
    numbers: HashMap<Rc<str>, Option<Words>>,
}

impl Names {
    /// Collects them.
    pub(super) fn of(function: &FunctionDefinition) -> Names {
        let mut names = Names::default();
        if let Some(DerivationKind::Function(Parameters::Prototype { parameters, .. })) =
            function.declarator.derivations.first().map(|d| &d.kind)
        {
            parameters.iter().for_each(|p| names.add(&p.specifiers, &p.declarator, true));
        }
        let body = &function.body;
        body.items.iter().for_each(|item| names.item(item));
        names
    }

    fn item(&mut self, item: &BlockItem) {
        match item {
            BlockItem::Declaration(declaration) => self.declaration(declaration),
            BlockItem::Stmt(stmt) => {
                let mut found = Vec::new();
                collect(stmt, &mut found);
                found.into_iter().for_each(|d| self.declaration(d));
            }
            _ => {}
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        if let DeclarationKind::Variables { specifiers, declarators } = &declaration.kind {
            declarators.iter().for_each(|d| self.add(specifiers, &d.declarator, false));
        }
    }

    fn add(&mut self, specifiers: &Specifiers, declarator: &Declarator, parameter: bool) {
        let Some(name) = &declarator.name else { return };
        let pointed = declarator.derivations.get(1).map(|d| &d.kind);
        let shape = match declarator.derivations.first().map(|d| &d.kind) {
            Some(DerivationKind::Pointer { .. }) if matches!(pointed, Some(DerivationKind::Pointer { .. })) => {
                Shape::PointerToPointer
            }
            Some(DerivationKind::Pointer { .. }) => Shape::Pointer,
            Some(DerivationKind::Array { .. }) if parameter => Shape::ArrayParameter,
            _ => Shape::Other,
        };
        let known = self.shapes.entry(Rc::clone(&name.text)).or_insert(shape);
        if *known != shape {
            *known = Shape::Other;
        }
        let words = Some(words(specifiers)).filter(|words| declarator.derivations.is_empty() && !words.is_empty());
        let known = self.numbers.entry(Rc::clone(&name.text)).or_insert_with(|| words.clone());
        if *known != words {
            *known = None;
        }
    }

    /// Are they numbers of one type that is not `_Bool`?
    pub(super) fn of_one_type(&self, names: [&Name; 3]) -> bool {
        let [a, b, c] = names.map(|name| self.numbers.get(&name.text).and_then(Option::as_ref));
        a.is_some() && a == b && b == c
    }

    fn shape(&self, expr: &Expr) -> Option<(&str, Shape)> {
        let ExprKind::Name(name) = &bare(expr).kind else { return None };
        self.shapes.get_key_value(&name.text).map(|(name, shape)| (&**name, *shape))
    }
}

/// `unsigned long`; nothing for what may be anything else than a number.
fn words(specifiers: &Specifiers) -> Words {
    let number = |kind: &TypeSpecifierKind| {
        matches!(
            kind,
            TypeSpecifierKind::Char
                | TypeSpecifierKind::Short
                | TypeSpecifierKind::Int
                | TypeSpecifierKind::Long
                | TypeSpecifierKind::Float
                | TypeSpecifierKind::Double
                | TypeSpecifierKind::Signed
                | TypeSpecifierKind::Unsigned
        )
    };
    let words: Words = specifiers.types.iter().filter(|t| number(&t.kind)).map(|t| discriminant(&t.kind)).collect();
    if words.len() == specifiers.types.len() { words } else { Vec::new() }
}

/// The declarations inside of a statement.
fn collect<'s>(stmt: &'s crate::syntax::ast::Stmt, found: &mut Vec<&'s Declaration>) {
    let mut pending = vec![stmt];
    while let Some(stmt) = pending.pop() {
        match &stmt.kind {
            StmtKind::Block(block) => found.extend(block.items.iter().filter_map(|item| match item {
                BlockItem::Declaration(declaration) => Some(declaration),
                _ => None,
            })),
            StmtKind::For { init: ForInit::Declaration(declaration), .. } => found.push(declaration),
            _ => {}
        }
        super::walk::each_inner(stmt, &mut |inner| pending.push(inner));
    }
}

impl Lints<'_> {
    /// `sizeof(a)` of a parameter `int a[10]`, and `sizeof(p) / sizeof(p[0])` of a pointer.
    pub(super) fn size_of_pointer(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::SizeofExpr(operand) => {
                if let Some((name, Shape::ArrayParameter)) = self.names.shape(operand) {
                    let message = format!("'{name}' is a parameter, so it is a pointer: this is the pointer's size");
                    self.warn(
                        Diagnostic::warning("sizeof-parameter", expr.span, message).with_note(
                            "an array does not know its length in the function it is passed to: pass it too",
                        ),
                    );
                }
            }
            ExprKind::Binary { op: BinaryOp::Div, left, right, .. } => {
                let ExprKind::SizeofExpr(whole) = &bare(left).kind else { return };
                let is_parameter = matches!(self.names.shape(whole), Some((_, Shape::ArrayParameter)));
                let part = match &bare(right).kind {
                    ExprKind::SizeofExpr(part) => part,
                    ExprKind::SizeofType(_) if !is_parameter => return self.elements_by_type(expr, whole, bare(right)),
                    _ => return,
                };
                let element = match &bare(part).kind {
                    ExprKind::Index { base, .. } => base,
                    ExprKind::Unary { op: crate::syntax::ast::UnaryOp::Deref, operand, .. } => operand,
                    _ => return,
                };
                let same = self.names.shape(element).map(|(name, _)| name);
                if let Some((name, Shape::Pointer | Shape::PointerToPointer)) = self.names.shape(whole)
                    && same == Some(name)
                {
                    let name = name.to_owned();
                    self.no_number_of_elements(expr, &name);
                } else if self.names.shape(whole).is_none() {
                    self.elements_of_pointer(expr, whole, element);
                }
            }
            _ => {}
        }
    }

    /// `p == '\0'` of a pointer.
    pub(super) fn pointer_and_character(&mut self, expr: &Expr) {
        let ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, left, right, op_span } = &expr.kind else { return };
        for (pointer, zero) in [(left, right), (right, left)] {
            let ExprKind::Character(c) = &bare(zero).kind else { continue };
            if c.value == 0
                && let Some((name, Shape::Pointer | Shape::PointerToPointer | Shape::ArrayParameter)) =
                    self.names.shape(pointer)
            {
                let message = format!("'{name}' is a pointer, and '\\0' is a character");
                self.warn(
                    Diagnostic::warning("pointer-and-character", *op_span, message)
                        .with_note(format!("the character it points to is '*{name}'")),
                );
            }
        }
    }
}
