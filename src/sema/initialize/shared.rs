//! Ranges of elements (gcc): a value that has effects is found once, and all
//! elements of the range get it.

use super::super::state::Sema;
use super::super::tree::{Expr, ExprKind, InitItem, InitValue, Local, LocalId, LocalKind, NodeId, is_pure};
use std::rc::Rc;

/// For each value of an element, where it is kept for the others; `None` for
/// one that can be found again.
pub(super) type Kept = Vec<Option<LocalId>>;

impl Sema<'_> {
    /// The next node: what is made from now on has this number or a higher one.
    pub(super) fn next_node(&self) -> NodeId {
        NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX))
    }

    /// The values made since `mark` fill the first element of a range: those with
    /// effects are found before, and kept.
    pub(super) fn keep_values(&mut self, out: &mut Vec<InitItem>, mark: NodeId) -> Kept {
        let mut kept = Vec::new();
        let mut found = Vec::new();
        for item in out.iter_mut() {
            let InitValue::Value(value) = &mut item.value else { continue };
            if value.id < mark {
                continue;
            }
            if is_pure(value) || self.function.is_none() {
                kept.push(None);
                continue;
            }
            let local = self.hidden_local(value);
            let place = self.kept_place(local, value);
            let load = Expr { kind: ExprKind::Load(Box::new(place)), ty: value.ty, id: value.id };
            let right = Box::new(std::mem::replace(value, load));
            let left = Box::new(self.kept_place(local, &right));
            let (ty, id) = (right.ty, right.id);
            let assign = Expr { kind: ExprKind::Assign { left, right }, ty, id };
            // Of type void: it fills no part.
            found.push(InitItem {
                offset: item.offset,
                ty: self.basic.void,
                bits: None,
                value: InitValue::Value(assign),
            });
            kept.push(Some(local));
        }
        let first = out.iter().position(|item| matches!(&item.value, InitValue::Value(v) if v.id >= mark));
        let first = first.unwrap_or(out.len());
        out.splice(first..first, found);
        kept
    }

    /// The values made since `mark` fill a further element: it gets the ones kept.
    pub(super) fn reuse_values(&mut self, out: &mut [InitItem], mark: NodeId, kept: &Kept) {
        let values = out.iter_mut().filter_map(|item| match &mut item.value {
            InitValue::Value(value) if value.id >= mark => Some(value),
            _ => None,
        });
        for (value, local) in values.zip(kept) {
            if let Some(local) = *local {
                let place = self.kept_place(local, value);
                *value = Expr { kind: ExprKind::Load(Box::new(place)), ty: value.ty, id: value.id };
            }
        }
    }

    fn hidden_local(&mut self, value: &Expr) -> LocalId {
        let span = self.span_of(value);
        let kind = LocalKind::Temporary;
        self.add_local(Local { name: Rc::from(""), ty: value.ty, span, kind, address_taken: false, align: 0 }, true)
    }

    fn kept_place(&self, local: LocalId, value: &Expr) -> Expr {
        Expr { kind: ExprKind::Local(local), ty: value.ty, id: value.id }
    }
}
