//! Scopes of ordinary names and tags (6.2.1, 6.2.3).

use super::entity::EntityId;
use super::tree::{GlobalId, LocalId};
use crate::source::Span;
use crate::types::{EnumId, RecordId, Type};
use std::collections::HashMap;
use std::rc::Rc;

/// What an ordinary name stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum SymbolKind {
    /// A typedef name.
    Typedef,
    /// An enumeration constant and its value.
    EnumConstant(i64),
    /// An object with automatic storage duration.
    Local(LocalId),
    /// A static local.
    StaticLocal(GlobalId),
    /// A function, or an object with linkage.
    Entity(EntityId),
    /// A parameter in a prototype, where nothing is ever evaluated.
    PrototypeParameter,
    /// Its declaration was wrong: uses of it are not talked about.
    Poisoned,
}

/// A declared ordinary name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// What it stands for.
    pub kind: SymbolKind,
    /// Its type as visible here.
    pub ty: Type,
    /// Where it is declared.
    pub span: Span,
    /// `register`: its address cannot be taken.
    pub register: bool,
}

/// What a tag stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `struct` or `union`.
    Record(RecordId),
    /// `enum`
    Enum(EnumId),
}

/// All scopes that are open; 0 is the file's.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    names: HashMap<Rc<str>, Vec<(usize, Symbol)>>,
    tags: HashMap<Rc<str>, Vec<(usize, Tag, Span)>>,
    /// What each open scope (except the file's) declared, to be undone at its end.
    open: Vec<Vec<(Rc<str>, bool)>>,
}

impl Scopes {
    /// How many scopes are open inside the file's.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens a scope.
    pub fn push(&mut self) {
        self.open.push(Vec::new());
    }

    /// Closes the innermost scope.
    pub fn pop(&mut self) {
        for (name, is_tag) in self.open.pop().unwrap_or_default() {
            if is_tag {
                self.tags.get_mut(&name).map(Vec::pop);
            } else {
                self.names.get_mut(&name).map(Vec::pop);
            }
        }
    }

    /// The visible declaration of a name.
    pub fn lookup(&self, name: &str) -> Option<Symbol> {
        self.names.get(name)?.last().map(|(_, symbol)| *symbol)
    }

    /// Its declaration in the innermost scope.
    pub fn lookup_here(&self, name: &str) -> Option<Symbol> {
        let (depth, symbol) = self.names.get(name)?.last()?;
        (*depth == self.depth()).then_some(*symbol)
    }

    /// Its declaration at file scope.
    pub fn lookup_file(&self, name: &str) -> Option<Symbol> {
        let (depth, symbol) = self.names.get(name)?.first()?;
        (*depth == 0).then_some(*symbol)
    }

    /// Declares a name in the innermost scope (replacing one declared there).
    pub fn declare(&mut self, name: &Rc<str>, symbol: Symbol) {
        let depth = self.depth();
        let list = self.names.entry(Rc::clone(name)).or_default();
        match list.last_mut() {
            Some((d, old)) if *d == depth => *old = symbol,
            _ => {
                list.push((depth, symbol));
                if let Some(open) = self.open.last_mut() {
                    open.push((Rc::clone(name), false));
                }
            }
        }
    }

    /// Declares a name at file scope, from inside other scopes too.
    pub fn declare_file(&mut self, name: &Rc<str>, symbol: Symbol) {
        let list = self.names.entry(Rc::clone(name)).or_default();
        match list.first_mut() {
            Some((0, old)) => *old = symbol,
            _ => list.insert(0, (0, symbol)),
        }
    }

    /// The visible declaration of a tag.
    pub fn tag(&self, name: &str) -> Option<(Tag, Span)> {
        self.tags.get(name)?.last().map(|(_, tag, span)| (*tag, *span))
    }

    /// Its declaration in the innermost scope.
    pub fn tag_here(&self, name: &str) -> Option<(Tag, Span)> {
        let (depth, tag, span) = self.tags.get(name)?.last()?;
        (*depth == self.depth()).then_some((*tag, *span))
    }

    /// Declares a tag in the innermost scope.
    pub fn declare_tag(&mut self, name: &Rc<str>, tag: Tag, span: Span) {
        let depth = self.depth();
        let list = self.tags.entry(Rc::clone(name)).or_default();
        match list.last_mut() {
            Some(old) if old.0 == depth => *old = (depth, tag, span),
            _ => {
                list.push((depth, tag, span));
                if let Some(open) = self.open.last_mut() {
                    open.push((Rc::clone(name), true));
                }
            }
        }
    }

    /// All visible names, in no order.
    pub fn visible(&self) -> impl Iterator<Item = (&Rc<str>, &Symbol)> {
        self.names.iter().filter_map(|(name, list)| Some((name, &list.last()?.1)))
    }
}
