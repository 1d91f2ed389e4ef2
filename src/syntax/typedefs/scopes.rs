//! Which names are types at this point: the scopes of ordinary identifiers (6.2.1).

use std::collections::HashMap;

/// Names of one scope, as they are carried from a parameter list to the body.
pub(super) type Names<'t> = Vec<(&'t str, bool)>;

/// The open scopes. Only names that were a typedef somewhere are followed: all
/// others can never be taken for a type.
#[derive(Debug, Default)]
pub(super) struct Scopes<'t> {
    /// For each name its meanings, the innermost last.
    meanings: HashMap<&'t str, Vec<bool>>,
    /// The names each open scope declared.
    open: Vec<Names<'t>>,
}

impl<'t> Scopes<'t> {
    /// File scope alone, in which `types` are typedef names.
    pub(super) fn new(types: impl Iterator<Item = &'t str>) -> Scopes<'t> {
        let mut scopes = Scopes { meanings: HashMap::new(), open: vec![Vec::new()] };
        for name in types {
            scopes.declare(name, true);
        }
        scopes
    }

    /// Opens a scope.
    pub(super) fn enter(&mut self) {
        self.open.push(Vec::new());
    }

    /// Closes the innermost scope; file scope stays.
    pub(super) fn leave(&mut self) -> Names<'t> {
        if self.open.len() < 2 {
            return Vec::new();
        }
        let names = self.open.pop().unwrap_or_default();
        for (name, _) in &names {
            if let Some(meanings) = self.meanings.get_mut(name) {
                meanings.pop();
            }
        }
        names
    }

    /// From here on `name` is a type, or an object, function or constant.
    pub(super) fn declare(&mut self, name: &'t str, is_type: bool) {
        let meanings = match self.meanings.get_mut(name) {
            Some(meanings) => meanings,
            None if is_type => self.meanings.entry(name).or_default(),
            None => return,
        };
        meanings.push(is_type);
        if let Some(scope) = self.open.last_mut() {
            scope.push((name, is_type));
        }
    }

    /// No block, parameter list or statement is open.
    pub(super) fn at_file_scope(&self) -> bool {
        self.open.len() == 1
    }

    /// Is it a typedef name here?
    pub(super) fn is_type(&self, name: &str) -> bool {
        self.meanings.get(name).is_some_and(|m| m.last() == Some(&true))
    }

    /// All names that are types at file scope, sorted.
    pub(super) fn types(&self) -> Vec<&'t str> {
        let mut names: Vec<&'t str> =
            self.meanings.iter().filter(|(_, m)| m.last() == Some(&true)).map(|(name, _)| *name).collect();
        names.sort_unstable();
        names
    }
}
