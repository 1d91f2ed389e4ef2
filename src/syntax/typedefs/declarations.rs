//! Declarations: specifiers, declarators, members, parameters.

use super::scopes::Names;
use super::{END, Marker};
use crate::syntax::kinds::*;

/// A declarator that was stepped over.
#[derive(Default)]
pub(super) struct Declared<'t> {
    name: Option<&'t str>,
    /// The names of the parameter list nearest the name.
    parameters: Option<Names<'t>>,
    /// There was anything at all.
    any: bool,
}

impl<'t> Marker<'t> {
    /// Do declaration specifiers begin here?
    pub(super) fn at_specifiers(&self) -> bool {
        let mut n = 0;
        while self.kind_ahead(n) == KW_EXTENSION {
            n += 1;
        }
        starts_specifiers(self.kind_ahead(n)) || self.type_ahead(n)
    }

    /// A declaration or a function definition; the semicolon or body included.
    pub(super) fn declaration(&mut self) {
        let is_typedef = self.specifiers();
        loop {
            let mut declared = self.declarator(false);
            while matches!(self.kind(), KW_ASM | KW_ATTRIBUTE) {
                self.at += 1;
                self.parenthesized();
            }
            if let Some(name) = declared.name {
                self.scopes.declare(name, is_typedef);
            }
            match self.kind() {
                LB if declared.any => {
                    self.function_body(declared.parameters.take().unwrap_or_default());
                    return;
                }
                ASSIGN => {
                    self.at += 1;
                    self.initializer();
                }
                _ => {}
            }
            match self.kind() {
                COMMA => self.at += 1,
                SEMI => {
                    self.at += 1;
                    return;
                }
                _ if declared.parameters.is_some() && self.at_specifiers() && self.behind(RP) => {
                    return self.old_style_function(declared.parameters.unwrap_or_default());
                }
                _ => return,
            }
        }
    }

    fn behind(&self, kind: Kind) -> bool {
        self.at.checked_sub(1).and_then(|i| self.kinds.get(i)) == Some(&kind)
    }

    /// The body of a function, its parameters declared in it.
    fn function_body(&mut self, parameters: Names<'t>) {
        self.scopes.enter();
        for (name, is_type) in parameters {
            self.scopes.declare(name, is_type);
        }
        self.block();
        self.scopes.leave();
    }

    /// The parameter declarations and the body of an old-style definition.
    fn old_style_function(&mut self, parameters: Names<'t>) {
        self.scopes.enter();
        for (name, is_type) in parameters {
            self.scopes.declare(name, is_type);
        }
        while self.at_specifiers() {
            self.progress(|m| m.declaration());
        }
        if self.kind() == LB {
            self.block();
        }
        self.scopes.leave();
    }

    /// Declaration specifiers; says whether `typedef` was among them.
    pub(super) fn specifiers(&mut self) -> bool {
        let (mut is_typedef, mut has_type) = (false, false);
        loop {
            match self.kind() {
                KW_TYPEDEF => {
                    is_typedef = true;
                    self.at += 1;
                }
                KW_STRUCT | KW_UNION => {
                    has_type = true;
                    self.tag();
                    if self.kind() == LB {
                        self.members();
                    }
                }
                KW_ENUM => {
                    has_type = true;
                    self.tag();
                    if self.kind() == LB {
                        self.enumerators();
                    }
                }
                KW_TYPEOF => {
                    has_type = true;
                    self.at += 1;
                    self.parenthesized();
                }
                KW_ATOMIC if self.kind_ahead(1) == LP => {
                    has_type = true;
                    self.at += 1;
                    self.parenthesized();
                }
                KW_ALIGNAS | KW_ATTRIBUTE => {
                    self.at += 1;
                    self.parenthesized();
                }
                IDENTIFIER if !has_type && self.type_ahead(0) => {
                    has_type = true;
                    self.mark_type();
                }
                KW_EXTENSION => self.at += 1,
                kind if starts_specifiers(kind) => {
                    has_type |= is_type_word(kind);
                    self.at += 1;
                }
                _ => return is_typedef,
            }
        }
    }

    fn tag(&mut self) {
        self.at += 1;
        while self.take(KW_ATTRIBUTE) {
            self.parenthesized();
        }
        self.take(IDENTIFIER);
    }

    /// `{ members }`: their names are in a space of their own.
    fn members(&mut self) {
        self.at += 1;
        while !matches!(self.kind(), RB | END) {
            self.progress(|m| {
                m.specifiers();
                loop {
                    m.declarator(false);
                    if m.take(COLON) {
                        m.expression(false);
                    }
                    while m.take(KW_ATTRIBUTE) {
                        m.parenthesized();
                    }
                    if !m.take(COMMA) {
                        break;
                    }
                }
                m.take(SEMI);
            });
        }
        self.take(RB);
    }

    fn enumerators(&mut self) {
        self.at += 1;
        while !matches!(self.kind(), RB | END) {
            self.progress(|m| {
                let name = m.name_ahead(0);
                if name.is_some() {
                    m.at += 1;
                }
                while m.take(KW_ATTRIBUTE) {
                    m.parenthesized();
                }
                if m.take(ASSIGN) {
                    m.expression(false);
                }
                if let Some(name) = name {
                    m.scopes.declare(name, false);
                }
                m.take(COMMA);
            });
        }
        self.take(RB);
    }

    /// A declarator; where `may_be_abstract`, `(` and a type is a parameter list.
    pub(super) fn declarator(&mut self, may_be_abstract: bool) -> Declared<'t> {
        let mut declared = Declared::default();
        let from = self.at;
        while self.kind() == STAR || (self.at > from && (is_qualifier(self.kind()) || self.kind() == KW_ATTRIBUTE)) {
            let attribute = self.kind() == KW_ATTRIBUTE;
            self.at += 1;
            if attribute {
                self.parenthesized();
            }
        }
        if self.kind() == IDENTIFIER {
            declared.name = self.name_ahead(0);
            self.at += 1;
        } else if self.kind() == LP && !(may_be_abstract && self.at_parameters()) {
            self.at += 1;
            while self.take(KW_ATTRIBUTE) {
                self.parenthesized();
            }
            declared = self.declarator(may_be_abstract);
            self.take(RP);
        }
        loop {
            match self.kind() {
                LSQ => {
                    self.at += 1;
                    while self.kind() == KW_STATIC || is_qualifier(self.kind()) {
                        self.at += 1;
                    }
                    self.expression(true);
                    self.take(RSQ);
                }
                LP => {
                    let names = self.parameters();
                    declared.parameters.get_or_insert(names);
                }
                _ => break,
            }
        }
        declared.any = self.at > from;
        declared
    }

    /// Does a parameter list begin here, not a declarator in parentheses?
    fn at_parameters(&self) -> bool {
        let kind = self.kind_ahead(1);
        kind == RP || kind == ELLIPSIS || (starts_specifiers(kind) && kind != KW_ATTRIBUTE) || self.type_ahead(1)
    }

    /// `( parameters )`, a scope of its own; gives the names declared in it.
    fn parameters(&mut self) -> Names<'t> {
        self.at += 1;
        self.scopes.enter();
        while !matches!(self.kind(), RP | RB | SEMI | END) {
            self.progress(|m| {
                m.specifiers();
                if let Some(name) = m.declarator(true).name {
                    m.scopes.declare(name, false);
                }
                while m.take(KW_ATTRIBUTE) {
                    m.parenthesized();
                }
                m.take(COMMA);
            });
        }
        self.take(RP);
        self.scopes.leave()
    }
}
