//! Expressions and initialisers: types stand behind `(` only.

use super::{END, Marker};
use crate::syntax::kinds::*;

impl Marker<'_> {
    /// Steps over an expression, up to what cannot belong to it: a closing bracket,
    /// `;`, a `:` without its `?`, a statement's keyword, and `,` unless `comma`.
    pub(super) fn expression(&mut self, comma: bool) {
        let mut questions = 0usize;
        loop {
            match self.kind() {
                RP | RSQ | RB | SEMI | END | ELLIPSIS => return,
                COMMA if !comma => return,
                COLON if questions == 0 => return,
                COLON => {
                    questions -= 1;
                    self.at += 1;
                }
                QUESTION => {
                    questions += 1;
                    self.at += 1;
                }
                DOT | ARROW => self.at += if self.kind_ahead(1) == IDENTIFIER { 2 } else { 1 },
                LP => self.parenthesized(),
                LSQ => {
                    self.at += 1;
                    self.expression(true);
                    self.take(RSQ);
                }
                LB => self.braces(),
                KW_GENERIC => self.generic(),
                KW_BUILTIN_OFFSETOF => self.arguments(&[true]),
                KW_BUILTIN_VA_ARG => self.arguments(&[false, true]),
                KW_BUILTIN_TYPES_COMPATIBLE_P => self.arguments(&[true, true]),
                kind if starts_statement(kind) => return,
                _ => self.at += 1,
            }
        }
    }

    /// `( … )`: a statement expression, a type name, or an expression.
    pub(super) fn parenthesized(&mut self) {
        if !self.take(LP) {
            return;
        }
        if self.kind() == LB {
            self.scopes.enter();
            self.block();
            self.scopes.leave();
        } else if self.at_specifiers() {
            self.type_name();
        } else {
            self.expression(true);
        }
        // What could not be followed is passed over up to the bracket's end.
        while !matches!(self.kind(), RP | RB | SEMI | END) && !starts_statement(self.kind()) {
            self.progress(|m| m.expression(true));
        }
        self.take(RP);
    }

    fn type_name(&mut self) {
        self.specifiers();
        self.declarator(true);
    }

    /// The arguments of an operator that looks like a call; `types` says which are type names.
    fn arguments(&mut self, types: &[bool]) {
        self.at += 1;
        if !self.take(LP) {
            return;
        }
        for &is_type in types {
            if is_type {
                self.type_name();
            } else {
                self.expression(false);
            }
            self.take(COMMA);
        }
        // A member's name in offsetof is no type, whatever it is elsewhere.
        self.expression(true);
        self.take(RP);
    }

    fn generic(&mut self) {
        self.at += 1;
        if !self.take(LP) {
            return;
        }
        self.expression(false);
        while self.take(COMMA) {
            if !self.take(KW_DEFAULT) {
                self.type_name();
            }
            self.take(COLON);
            self.expression(false);
        }
        self.take(RP);
    }

    /// What stands behind `=`.
    pub(super) fn initializer(&mut self) {
        if self.kind() == LB {
            self.braces();
        } else {
            self.expression(false);
        }
    }

    fn braces(&mut self) {
        self.at += 1;
        while !matches!(self.kind(), RB | SEMI | END) {
            self.progress(|m| match m.kind() {
                LB => m.braces(),
                COMMA | ASSIGN => m.at += 1,
                DOT => m.at += 2,
                LSQ => {
                    m.at += 1;
                    m.expression(true);
                    if m.take(ELLIPSIS) {
                        m.expression(true);
                    }
                    m.take(RSQ);
                }
                IDENTIFIER if m.kind_ahead(1) == COLON => m.at += 2,
                _ => m.expression(false),
            });
        }
        self.take(RB);
    }
}
