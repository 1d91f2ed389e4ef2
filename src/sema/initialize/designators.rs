//! Designators (6.7.9p6, p7), resolved to numbers of parts.

use super::super::state::{Checked, Sema};
use super::list::Step;
use crate::syntax::ast::{Designator, Expr, ExprKind, Initializer, InitializerItem};
use crate::types::{ArrayLength, Type, TypeKind};

impl Sema<'_> {
    /// The steps that lead from an object of type `ty` to the part that is named.
    pub(super) fn resolve_designators(&mut self, ty: Type, list: &[Designator]) -> Checked<Vec<Step>> {
        let mut ty = ty;
        let mut steps = Vec::with_capacity(list.len());
        for designator in list {
            match designator {
                Designator::Member(name) => {
                    let Some(record) = self.types.record_of(ty) else {
                        let shown = self.show(ty);
                        let message = format!("'.{}' names a member, and '{shown}' has none", name.text);
                        return Err(self.error("invalid-designator", name.span, message));
                    };
                    let Some(path) = self.types.find_member(record, &name.text) else {
                        return Err(self.no_member(ty, name));
                    };
                    for index in path {
                        let member = self.types.record_of(ty).and_then(|r| self.types.record(r));
                        let member = member.and_then(|r| r.members.as_ref()?.get(index));
                        if let Some(member) = member {
                            ty = member.ty;
                        }
                        steps.push(Step::Index(u64::try_from(index).unwrap_or(u64::MAX)));
                    }
                }
                Designator::Index(index) => {
                    let (element, index) = self.designated_index(ty, index)?;
                    ty = element;
                    steps.push(Step::Index(index));
                }
                Designator::Range(low, high) => {
                    self.strict("designated-range", high.span, "C11 has no ranges of elements");
                    let (element, from) = self.designated_index(ty, low)?;
                    let (_, to) = self.designated_index(ty, high)?;
                    if to < from {
                        return Err(self.error("invalid-designator", high.span, "the range of elements is empty"));
                    }
                    ty = element;
                    steps.push(Step::Range(from, to));
                }
            }
        }
        Ok(steps)
    }

    /// `{ x = 1 }` where `{ .x = 1 }` is meant.
    pub(super) fn lacks_dot(&mut self, ty: Type, item: &InitializerItem) -> Checked<()> {
        let Initializer::Expr(value) = &item.value else { return Ok(()) };
        let ExprKind::Assign { op: None, left, .. } = &value.kind else { return Ok(()) };
        let ExprKind::Name(name) = &left.kind else { return Ok(()) };
        let member = self.types.record_of(ty).is_some_and(|r| self.types.find_member(r, &name.text).is_some());
        if !member || self.scopes.lookup(&name.text).is_some() {
            return Ok(());
        }
        let message = format!("a member is named with a '.' in an initialiser: '.{} ='", name.text);
        Err(self.error("invalid-designator", name.span, message))
    }

    fn designated_index(&mut self, ty: Type, index: &Expr) -> Checked<(Type, u64)> {
        let TypeKind::Array { element, length } = *self.types.kind(ty) else {
            let shown = self.show(ty);
            let message = format!("'[...]' names an element, and '{shown}' is not an array");
            return Err(self.error("invalid-designator", index.span, message));
        };
        let value = self.integer_constant(index, "the index of a designator")?;
        let Ok(number) = u64::try_from(value) else {
            let message = format!("the index of a designator cannot be negative ({value})");
            return Err(self.error("invalid-designator", index.span, message));
        };
        if let ArrayLength::Known(n) = length
            && number >= n
        {
            let message = format!("the index {number} is outside the array of {n} elements");
            return Err(self.error("invalid-designator", index.span, message));
        }
        Ok((element, number))
    }
}
