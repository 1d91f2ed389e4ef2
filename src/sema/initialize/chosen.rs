//! Which member of each union a braced list gave a value to: another part of the
//! same member leaves the rest of it, another member replaces it (6.7.9p19).

use super::list::Part;
use crate::types::Type;
use std::collections::BTreeMap;

/// The member that each union was last given, by where the union lies. Unions
/// may begin at the same place, one inside the other, so there may be several.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen(BTreeMap<u64, Vec<(Type, u64)>>);

impl Chosen {
    /// A member of this union gets a value; true if another one, or an unknown
    /// one, had the value before.
    pub fn choose(&mut self, union: Part, member: u64) -> bool {
        let here = self.0.entry(union.offset).or_default();
        match here.iter_mut().find(|(ty, _)| *ty == union.ty) {
            Some((_, before)) => std::mem::replace(before, member) != member,
            None => {
                here.push((union.ty, member));
                true
            }
        }
    }

    /// All bytes from `start` to `end` get new values: what was chosen there is
    /// forgotten, except for `around`, the object that the bytes are a part of.
    pub fn forget(&mut self, start: u64, end: u64, around: Type) {
        let inside: Vec<u64> = self.0.range(start..end.max(start)).map(|(at, _)| *at).collect();
        for at in inside {
            if let Some(here) = self.0.get_mut(&at) {
                here.retain(|(ty, _)| *ty == around);
                if here.is_empty() {
                    self.0.remove(&at);
                }
            }
        }
    }
}
