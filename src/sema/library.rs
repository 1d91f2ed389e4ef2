//! What the library declares: prototypes stand once, in the built-in headers'
//! texts. A function that is called without its header is looked up there.

use super::entity::EntityId;
use super::scope::{Scopes, SymbolKind};
use super::state::Sema;
use crate::preprocess::{headers, preprocess_header};
use crate::source::{FileKind, Span};
use crate::syntax::ast::TranslationUnit;
use crate::syntax::{Limits, parse};
use crate::types::Type;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The declarations of headers that have been looked up.
#[derive(Debug, Default)]
pub(super) struct Prototypes {
    /// Which translation unit is being analysed.
    pub unit: usize,
    /// The functions that the program itself defines: they are not the library's.
    pub defined: HashSet<Rc<str>>,
    read: HashSet<&'static str>,
    types: HashMap<Rc<str>, Type>,
}

/// Objects of the library, and the header that declares each.
const OBJECTS: [(&str, &str); 12] = [
    ("stdin", "stdio.h"),
    ("stdout", "stdio.h"),
    ("stderr", "stdio.h"),
    ("environ", "unistd.h"),
    ("optarg", "unistd.h"),
    ("optind", "unistd.h"),
    ("opterr", "unistd.h"),
    ("optopt", "unistd.h"),
    ("signgam", "math.h"),
    ("timezone", "time.h"),
    ("daylight", "time.h"),
    ("tzname", "time.h"),
];

/// The header that declares a function or object.
pub(super) fn declaring(name: &str) -> Option<&'static str> {
    let object = OBJECTS.iter().find(|(object, _)| *object == name).map(|(_, header)| *header);
    object.or_else(|| headers::declaring(name))
}

/// The header that a name is from that is no visible declaration: a macro, a
/// type, a function.
pub(super) fn defining(name: &str) -> Option<&'static str> {
    let usual = ["stddef.h", "stdbool.h", "limits.h", "stdint.h", "float.h"];
    let of_macro = |header: &&'static str| {
        headers::text(header).is_some_and(|text| {
            text.lines().any(|line| {
                let rest = line.trim_start().strip_prefix("#define ").unwrap_or("");
                let defined: &str = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
                defined == name
            })
        })
    };
    if name.is_empty() {
        return None;
    }
    declaring(name).or_else(|| usual.into_iter().find(|h| of_macro(h))).or_else(|| headers::names().find(of_macro))
}

/// The names of functions that the library's headers declare, for suggestions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ["stdio.h", "stdlib.h", "string.h", "math.h", "ctype.h", "time.h"]
        .into_iter()
        .filter_map(headers::text)
        .flat_map(str::lines)
        .filter(|line| !line.starts_with(['#', ' ', '\t', '/']))
        .filter_map(|line| {
            let before = line.split('(').next()?;
            let name = before.rsplit([' ', '*']).next()?;
            (line.contains('(') && !name.is_empty() && !name.starts_with('_')).then_some(name)
        })
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

    /// The built-in header in which a place lies.
    pub fn header_of(&self, span: Span) -> Option<&'static str> {
        let file = self.map.file_of(span.lo).and_then(|id| self.map.file(id))?;
        if file.kind != FileKind::BuiltIn {
            return None;
        }
        let name = file.name.trim_start_matches('<').trim_end_matches('>');
        headers::names().find(|header| *header == name)
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
        // The headers are ours and free of errors; what is said of them is dropped.
        let mut said = Vec::new();
        let tokens = preprocess_header(self.map, header, &mut said);
        parse(&tokens, &Limits::default(), &mut said)
    }

    /// Forgets what belonged to the unit before.
    pub fn begin_unit(&mut self) {
        self.prototypes.unit += 1;
        self.scopes = Scopes::default();
        self.unit_strings.clear();
        self.undeclared.clear();
    }
}
