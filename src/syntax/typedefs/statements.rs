//! Statements: blocks and the scopes they open (6.2.1, 6.8).

use super::{END, Marker};
use crate::syntax::kinds::*;

impl Marker<'_> {
    /// `{ … }`; the scope is the caller's.
    pub(super) fn block(&mut self) {
        self.at += 1;
        while !matches!(self.kind(), RB | END) {
            self.progress(|m| m.block_item());
        }
        self.take(RB);
    }

    /// A declaration or a statement; at file scope an external declaration.
    pub(super) fn block_item(&mut self) {
        self.labels();
        if self.at_specifiers() || self.at_implicit_int() {
            self.declaration();
        } else {
            self.statement();
        }
    }

    /// `name(…) {`, `name(a) int a; {`: a definition without specifiers, at file scope.
    fn at_implicit_int(&self) -> bool {
        self.scopes.at_file_scope() && matches!(self.kind(), IDENTIFIER | STAR | LP)
    }

    /// Labels are looked for before declarations: `T: x;` is one, whatever T is.
    fn labels(&mut self) {
        loop {
            match self.kind() {
                IDENTIFIER if self.kind_ahead(1) == COLON => self.at += 2,
                KW_DEFAULT if self.kind_ahead(1) == COLON => self.at += 2,
                KW_CASE => {
                    self.at += 1;
                    self.expression(true);
                    if self.take(ELLIPSIS) {
                        self.expression(true);
                    }
                    if !self.take(COLON) {
                        return;
                    }
                }
                _ => return,
            }
        }
    }

    fn statement(&mut self) {
        self.labels();
        match self.kind() {
            LB => {
                self.scopes.enter();
                self.block();
                self.scopes.leave();
            }
            KW_IF | KW_WHILE | KW_SWITCH => self.selection(),
            KW_DO => {
                self.at += 1;
                self.substatement();
                if self.take(KW_WHILE) {
                    self.parenthesized();
                }
                self.take(SEMI);
            }
            KW_FOR => self.for_statement(),
            KW_GOTO if self.kind_ahead(1) == IDENTIFIER => {
                self.at += 2;
                self.take(SEMI);
            }
            KW_STATIC_ASSERT | KW_ASM => {
                self.at += 1;
                while matches!(self.kind(), KW_VOLATILE | KW_GOTO | KW_INLINE) {
                    self.at += 1;
                }
                self.parenthesized();
                self.take(SEMI);
            }
            KW_LABEL | KW_RETURN | KW_GOTO => {
                self.at += 1;
                self.expression(true);
                self.take(SEMI);
            }
            _ => {
                self.expression(true);
                self.take(SEMI);
            }
        }
    }

    /// A statement that is part of another, a block of its own (6.8.4p3).
    fn substatement(&mut self) {
        self.scopes.enter();
        self.statement();
        self.scopes.leave();
    }

    /// `if`, `while`, `switch`; a chain of else-ifs is followed in a loop.
    fn selection(&mut self) {
        self.scopes.enter();
        loop {
            self.at += 1;
            self.parenthesized();
            self.substatement();
            if !self.take(KW_ELSE) {
                break;
            }
            if self.kind() != KW_IF {
                self.substatement();
                break;
            }
        }
        self.scopes.leave();
    }

    fn for_statement(&mut self) {
        self.at += 1;
        self.scopes.enter();
        if self.take(LP) {
            if self.at_specifiers() {
                self.declaration();
            } else {
                self.expression(true);
                self.take(SEMI);
            }
            self.expression(true);
            self.take(SEMI);
            self.expression(true);
            self.take(RP);
        }
        self.substatement();
        self.scopes.leave();
    }
}
