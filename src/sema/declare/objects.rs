//! What the declarations of one object at file scope have to agree on (6.7.5, 6.9).

use super::super::entity::EntityId;
use super::super::state::{Checked, Sema};
use super::Spec;
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::Name;
use crate::types::Type;

impl Sema<'_> {
    /// All declarations of an object ask for one alignment, and none if its definition does not (6.7.5p7).
    pub(super) fn one_alignment(&mut self, entity: EntityId, spec: &Spec, name: &Name, defines: bool) {
        let asked = if spec.alignas.is_some() { spec.align } else { 0 };
        let Some(e) = self.entity_mut(entity) else { return };
        let differ = if asked > 0 { e.plain || (e.asked > 0 && e.asked != asked) } else { defines && e.asked > 0 };
        let before = e.span;
        e.asked = e.asked.max(asked);
        e.plain |= defines && asked == 0;
        if differ {
            let message = format!("the declarations of '{}' ask for different alignments", name.text);
            let told = Diagnostic::undefined("alignment-conflict", name.span, message);
            self.report(told.with_other(before, "the previous declaration is here"));
        }
    }

    /// An object is defined by one translation unit, tentatively or not (6.9p5).
    pub(super) fn one_home(&mut self, entity: EntityId, name: &Name) -> Checked<()> {
        let unit = self.prototypes.unit;
        let Some(e) = self.entity_mut(entity) else { return Ok(()) };
        let (home, previous) = (*e.home.get_or_insert(unit), e.defined.or(e.tentative));
        match previous.filter(|_| home != unit) {
            Some(previous) => Err(self.defined_twice(&name.text, name.span, previous)),
            None => Ok(()),
        }
    }

    /// The type of a tentative definition with internal linkage is complete there (6.9.2p3).
    /// An array that no declaration gives a length is told of at the end of the file.
    pub(super) fn complete_at_once(&mut self, ty: Type, entity: EntityId, name: &Name) {
        let known = self.entity(entity).is_some_and(|e| self.types.size(e.ty).is_ok());
        if self.types.size(ty).is_err() && (self.types.record_of(ty).is_some() || known) {
            let message = format!("the type of '{}', which belongs to this file, is not complete", name.text);
            self.undefined("incomplete-type", name.span, message);
        }
    }
}
