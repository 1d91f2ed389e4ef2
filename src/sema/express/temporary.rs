//! Values that an operator of gcc's needs more than once: held in a hidden
//! variable inside a statement expression.

use super::super::state::Sema;
use super::super::tree::{ArithOp, Block, CompareOp, Expr, ExprKind, Init, Local, LocalId, LocalKind, Stmt, StmtKind};
use crate::source::Span;
use crate::types::Type;
use std::rc::Rc;

/// Hidden variables and the statements that work on them.
pub(super) struct Scratch {
    span: Span,
    stmts: Vec<Stmt>,
    locals: Vec<LocalId>,
}

/// A hidden variable.
#[derive(Clone, Copy)]
pub(super) struct Temporary {
    local: LocalId,
    ty: Type,
}

impl Scratch {
    pub fn new(span: Span) -> Scratch {
        Scratch { span, stmts: Vec::new(), locals: Vec::new() }
    }

    /// A hidden variable that starts with a value.
    pub fn hold(&mut self, sema: &mut Sema<'_>, value: Expr) -> Temporary {
        let (span, ty) = (self.span, value.ty);
        let kind = LocalKind::Variable;
        let local = sema.add_local(Local { name: Rc::from(""), ty, span, kind, address_taken: false, align: 0 }, false);
        self.locals.push(local);
        let id = sema.node(span);
        self.stmts.push(Stmt { kind: StmtKind::Declare { local, init: Some(Init::Value(value)) }, id });
        Temporary { local, ty }
    }

    /// `variable = value`
    pub fn set(&mut self, sema: &mut Sema<'_>, variable: Temporary, value: Expr) {
        let place = variable.place(sema, self.span);
        let kind = ExprKind::Assign { left: Box::new(place), right: Box::new(value) };
        let assign = sema.make(kind, variable.ty, self.span);
        let id = sema.node(self.span);
        self.stmts.push(Stmt { kind: StmtKind::Expr(assign), id });
    }

    /// The value, with what had to be done before.
    pub fn finish(self, sema: &mut Sema<'_>, value: Expr) -> Expr {
        let end = Some(sema.node(self.span));
        let ty = value.ty;
        let body = Box::new(Block { stmts: self.stmts, locals: self.locals, end });
        sema.make(ExprKind::Statement { body, value: Some(Box::new(value)) }, ty, self.span)
    }
}

impl Temporary {
    pub fn place(self, sema: &mut Sema<'_>, span: Span) -> Expr {
        sema.make(ExprKind::Local(self.local), self.ty, span)
    }

    /// Its value.
    pub fn load(self, sema: &mut Sema<'_>, span: Span) -> Expr {
        let place = self.place(sema, span);
        sema.make(ExprKind::Load(Box::new(place)), self.ty, span)
    }

    /// A pointer to it.
    pub fn address(self, sema: &mut Sema<'_>, span: Span) -> Expr {
        if let Some(local) = sema.local_mut(self.local) {
            local.address_taken = true;
        }
        let place = self.place(sema, span);
        let ty = sema.types.pointer(self.ty);
        sema.make(ExprKind::AddressOf(Box::new(place)), ty, span)
    }
}

impl Sema<'_> {
    /// `left op right` of one type.
    pub(super) fn compute(&mut self, op: ArithOp, left: Expr, right: Expr) -> Expr {
        let (ty, span) = (left.ty, self.span_of(&left));
        self.make(ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }, ty, span)
    }

    /// `left op right`, an int.
    pub(super) fn test(&mut self, op: CompareOp, left: Expr, right: Expr) -> Expr {
        let (int, span) = (self.basic.int, self.span_of(&left));
        self.make(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, int, span)
    }

    /// `c ? a : b` of one type.
    pub(super) fn select(&mut self, condition: Expr, then: Expr, otherwise: Expr) -> Expr {
        let (ty, span) = (then.ty, self.span_of(&condition));
        let kind = ExprKind::Conditional {
            condition: Box::new(condition),
            then: Some(Box::new(then)),
            otherwise: Box::new(otherwise),
        };
        self.make(kind, ty, span)
    }
}
