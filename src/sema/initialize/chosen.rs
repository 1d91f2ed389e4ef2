//! Which member of each union a braced list gave a value to: another part of the
//! same member leaves the rest of it, another member replaces it (6.7.9p19).

use super::list::Part;
use crate::types::Type;
use std::collections::BTreeMap;

/// The member that each union was last given.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// By where the union lies. Unions may begin at the same place, one inside
    /// the other, so there may be several.
    members: BTreeMap<u64, Vec<(Type, u64)>>,
    /// The objects around the part that is being filled, the outermost first.
    around: Vec<Type>,
}

impl Chosen {
    /// Parts of an object of this type are filled.
    pub fn enter(&mut self, ty: Type) {
        self.around.push(ty);
    }

    /// The object last entered is done.
    pub fn leave(&mut self) {
        self.around.pop();
    }

    /// A member of this union gets a value; true if another one, or an unknown
    /// one, had the value before.
    pub fn choose(&mut self, union: Part, member: u64) -> bool {
        let here = self.members.entry(union.offset).or_default();
        match here.iter_mut().find(|(ty, _)| *ty == union.ty) {
            Some((_, before)) => std::mem::replace(before, member) != member,
            None => {
                here.push((union.ty, member));
                true
            }
        }
    }

    /// All bytes from `start` to `end` get new values: what was chosen there is
    /// forgotten, except for the objects that the bytes are a part of. No type
    /// contains itself, so the types tell which those are.
    pub fn forget(&mut self, start: u64, end: u64) {
        let inside: Vec<u64> = self.members.range(start..end.max(start)).map(|(at, _)| *at).collect();
        for at in inside {
            if let Some(here) = self.members.get_mut(&at) {
                here.retain(|(ty, _)| self.around.contains(ty));
                if here.is_empty() {
                    self.members.remove(&at);
                }
            }
        }
    }
}
