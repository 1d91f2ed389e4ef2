//! What the library declares: prototypes stand once, in the built-in headers'
//! texts. A function that is called without its header is looked up there.

use super::entity::EntityId;
use super::scope::{Scopes, SymbolKind};
use super::state::Sema;
use crate::syntax::ast::TranslationUnit;
use crate::types::Type;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The declarations of headers that have been looked up.
#[derive(Debug, Default)]
pub(super) struct Prototypes {
    /// Which translation unit is being analysed.
    pub unit: usize,
    read: HashSet<&'static str>,
    types: HashMap<Rc<str>, Type>,
}

/// The header that declares a function or object.
pub(super) fn declaring(name: &str) -> Option<&'static str> {
    let _ = name;
    None
}

/// The names that the library's headers declare.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

impl Sema<'_> {
    /// A library function's header and type.
    pub fn library_function(&mut self, name: &str) -> Option<(&'static str, Type)> {
        let (header, ty) = self.library_type(name)?;
        self.types.is_function(ty).then_some((header, ty))
    }

    /// Is this an object that the library provides?
    pub fn library_object(&mut self, name: &str) -> bool {
        self.library_type(name).is_some_and(|(_, ty)| !self.types.is_function(ty))
    }

    /// The header that declares a name of the library, and its type.
    pub fn library_type(&mut self, name: &str) -> Option<(&'static str, Type)> {
        let header = declaring(name)?;
        if self.prototypes.read.insert(header) {
            self.read_header(header);
        }
        Some((header, *self.prototypes.types.get(name)?))
    }

    fn read_header(&mut self, header: &'static str) {
        let unit = self.parse_header(header);
        // The header is analysed in a world of its own: its typedefs and macros
        // stay invisible, and its functions do not count as declared.
        let scopes = std::mem::take(&mut self.scopes);
        let externals = std::mem::take(&mut self.externals);
        let function = self.function.take();
        let quiet = std::mem::replace(&mut self.quiet, true);
        let first = self.entities.len();
        self.external_declarations(&unit);
        self.entities.truncate(first);
        let read: Vec<(Rc<str>, Type)> = self
            .scopes
            .visible()
            .filter(|(_, symbol)| matches!(symbol.kind, SymbolKind::Entity(EntityId(_))))
            .map(|(name, symbol)| (Rc::clone(name), symbol.ty))
            .collect();
        self.prototypes.types.extend(read);
        self.quiet = quiet;
        self.function = function;
        self.externals = externals;
        self.scopes = scopes;
    }

    fn parse_header(&mut self, header: &'static str) -> TranslationUnit {
        let _ = header;
        TranslationUnit::default()
    }

    /// Forgets what belonged to the unit before.
    pub fn begin_unit(&mut self) {
        self.prototypes.unit += 1;
        self.scopes = Scopes::default();
        self.unit_strings.clear();
        self.undeclared.clear();
    }
}
