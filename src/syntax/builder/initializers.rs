//! Braced initialisers and designators (6.7.9).

use super::Builder;
use super::grammar::{Pair, Rule};
use crate::diagnostics::Diagnostic;
use crate::syntax::ast::{Designator, Initializer, InitializerItem, InitializerList};

impl Builder<'_> {
    pub(super) fn braces(&mut self, pair: Pair<'_>) -> InitializerList {
        let span = self.span(&pair);
        let items = pair.into_inner().map(|item| self.initializer_item(item)).collect();
        InitializerList { items, span }
    }

    fn initializer_item(&mut self, pair: Pair<'_>) -> InitializerItem {
        let span = self.span(&pair);
        let mut designators = Vec::new();
        let mut value = None;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::designators => designators.extend(inner.into_inner().filter_map(|d| self.designator(d))),
                Rule::old_designator => {
                    let message = "a member is named '.name =' in an initialiser, not 'name:'";
                    self.diagnostics.push(Diagnostic::strict("old-designator", self.span(&inner), message));
                    designators.push(Designator::Member(self.name(&inner)));
                }
                Rule::assignment => value = Some(Initializer::Expr(self.expression(inner))),
                Rule::braces => value = Some(Initializer::List(self.braces(inner))),
                _ => {}
            }
        }
        let value = value.unwrap_or_else(|| Initializer::Expr(self.placeholder(span)));
        InitializerItem { designators, value, span }
    }

    /// `.name`, `[n]`, `[a ... b]`
    pub(super) fn designator(&mut self, pair: Pair<'_>) -> Option<Designator> {
        let mut inner = pair.into_inner();
        let first = inner.next()?;
        if first.as_rule() == Rule::identifier {
            return Some(Designator::Member(self.name(&first)));
        }
        let low = self.expression(first);
        Some(match inner.next() {
            Some(high) => Designator::Range(low, self.expression(high)),
            None => Designator::Index(low),
        })
    }
}
