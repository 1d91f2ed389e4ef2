//! gcc's attribute `alias`: one more name of a function or an object of the unit.

use super::super::entity::EntityId;
use super::super::initialize::string_literal;
use super::super::scope::SymbolKind;
use super::super::state::{Checked, Sema};
use crate::syntax::ast::{Attribute, Name};

impl Sema<'_> {
    /// What was just declared stands for what the attribute names.
    pub(super) fn alias(
        &mut self,
        entity: EntityId,
        name: &Name,
        lists: [&Vec<Attribute>; 3],
        is_function: bool,
    ) -> Checked<()> {
        let Some(attribute) = lists.into_iter().flatten().find(|a| &*a.name.text == "alias") else { return Ok(()) };
        let at = attribute.name.span;
        let Some(token) = attribute.arguments.first().and_then(string_literal) else {
            return Err(self.error("invalid-alias", at, "'alias' takes the name of a function or object as a string"));
        };
        let target: String = token.units.iter().filter_map(|unit| char::from_u32(*unit)).collect();
        let known = match self.scopes.lookup_file(&target).map(|s| s.kind) {
            Some(SymbolKind::Entity(id)) => self.entity(id).filter(|e| e.is_function == is_function).map(|_| id),
            _ => None,
        };
        let Some(known) = known else {
            return Err(self.unsupported(at, format!("an alias of '{target}' before that is declared")));
        };
        // Used by its other name: it must be defined somewhere.
        let (function, global) = match is_function {
            true => (Some(self.function_id(known, Some(at))), None),
            false => (None, Some(self.global_id(known, Some(at)))),
        };
        let Some(entity) = self.entity_mut(entity) else { return Ok(()) };
        if entity.function.is_some() || entity.global.is_some() {
            let message = format!("'{}' is used before it is declared as an alias", name.text);
            return Err(self.unsupported(at, message));
        }
        (entity.function, entity.global, entity.defined) = (function, global, Some(name.span));
        Ok(())
    }
}
