//! What held a pointer, as C writes it.

use super::look::is_leaving;
use super::path::PathNames;
use crate::eval::{Held, Sighting};
use crate::memory::Reason;
use crate::sema::tree::{FunctionKind, Local, LocalKind, Program};

/// Elements of one array: `rows[0]` to `rows[3]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elements {
    /// `rows[`
    pub before: String,
    /// The lowest index.
    pub from: u64,
    /// The highest.
    pub to: u64,
    /// `]`, or `].name`
    pub after: String,
}

impl Elements {
    /// The one with this index.
    pub fn at(&self, index: &str) -> String {
        format!("{}{index}{}", self.before, self.after)
    }

    /// Did each of them hold one of so many blocks (perhaps in several calls)?
    pub fn are_all_of(&self, blocks: u64) -> bool {
        let elements = self.to.saturating_sub(self.from).saturating_add(1);
        blocks.is_multiple_of(elements)
    }

    /// The first.
    pub fn first(&self) -> String {
        self.at(&self.from.to_string())
    }

    /// The last.
    pub fn last(&self) -> String {
        self.at(&self.to.to_string())
    }
}

/// The variables of the innermost call that held the block; else the place in a
/// static object that did. Nothing if another block did, unless the loss is that
/// variables ended: then that block is lost itself. A jump ends the variables of
/// all the calls that it leaves.
pub(super) fn holders(names: &PathNames<'_>, sighting: &Sighting, reason: Reason) -> Vec<String> {
    let elsewhere = if is_leaving(reason) && !sighting.held.is_empty() { &[] } else { sighting.elsewhere.as_slice() };
    match (sighting.held.first(), elsewhere) {
        (Some(first), []) => {
            let all = reason == Reason::Longjmp;
            let same = sighting.held.iter().filter(|held| all || held.function == first.function);
            let mut found: Vec<String> = Vec::new();
            for name in same.filter_map(|held| variable(names, held)) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
            found
        }
        (None, [holding]) => names.static_place(holding.holder, holding.offset).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Is it a parameter that holds it?
pub(super) fn is_parameter(program: &Program, held: &Held) -> bool {
    local(program, held).is_some_and(|local| local.kind == LocalKind::Parameter)
}

fn local<'p>(program: &'p Program, held: &Held) -> Option<&'p Local> {
    let FunctionKind::Defined(body) = &program.function(held.function)?.kind else { return None };
    body.locals.get(usize::try_from(held.local.0).ok()?)
}

fn variable(names: &PathNames<'_>, held: &Held) -> Option<String> {
    let local = local(names.program, held).filter(|local| !local.name.is_empty())?;
    Some(names.place_in(&local.name, local.ty, held.offset))
}

/// The array of which these are elements: they differ in one index only.
pub(super) fn element_range(places: &[&str]) -> Option<Elements> {
    let places: Vec<String> = places.iter().map(|place| as_element(place, places)).collect();
    let (first, rest) = places.split_first()?;
    let numbers = |text: &str| -> Vec<(usize, usize)> {
        let open = text.match_indices('[').map(|(at, _)| at.saturating_add(1));
        open.filter_map(|at| Some((at, text.get(at..)?.find(']')?.saturating_add(at)))).collect()
    };
    numbers(first).into_iter().find_map(|(from, to)| {
        let (before, after) = (first.get(..from)?, first.get(to..)?);
        let index = |place: &str| -> Option<u64> { place.strip_prefix(before)?.strip_suffix(after)?.parse().ok() };
        let mut all = vec![index(first)?];
        for place in rest {
            all.push(index(place)?);
        }
        let (from, to) = (*all.iter().min()?, *all.iter().max()?);
        Some(Elements { before: before.to_owned(), from, to, after: after.to_owned() })
    })
}

/// The first element as the others are written: `p[0].name` for `p->name` beside `p[1].name`.
fn as_element(place: &str, others: &[&str]) -> String {
    let written = match (place.split_once("->"), place.strip_prefix('*')) {
        (Some((array, member)), _) => Some((array, format!("{array}[0].{member}"))),
        (None, Some(array)) => Some((array, format!("{array}[0]"))),
        _ => None,
    };
    let is_element =
        |array: &str| others.iter().any(|o| o.strip_prefix(array).is_some_and(|rest| rest.starts_with('[')));
    match written {
        Some((array, written)) if is_element(array) => written,
        _ => place.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_differ_in_one_index() {
        let found = element_range(&["m[1][0].p", "m[1][2].p", "m[1][1].p"]).map(|e| (e.first(), e.last()));
        assert_eq!(found, Some(("m[1][0].p".to_owned(), "m[1][2].p".to_owned())));
        let found = element_range(&["p->name", "p[1].name"]).map(|e| (e.first(), e.last()));
        assert_eq!(found, Some(("p[0].name".to_owned(), "p[1].name".to_owned())));
        assert_eq!(element_range(&["a[0]", "b[0]"]), None);
        assert_eq!(element_range(&["a", "a[0]"]), None);
    }
}
