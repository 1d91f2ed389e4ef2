//! Running again to see through which calls each loss was reached, and which
//! variables held the block just before.

use super::holder::{element_range, holders, is_parameter};
use super::path::PathNames;
use super::{Sample, Stock, Told, spelled_chain};
use crate::eval::{Held, Holding, Point, Sighting};
use crate::findings;
use crate::machine::Machine;
use crate::memory::{Reason, Tag};
use crate::sema::tree::{FunctionId, NodeId};
use crate::session::Loss;
use crate::session::replay::{Past, Wanted};

/// A replay for the reports alone is not longer than this: it would keep the
/// user waiting for little.
pub(super) const REPLAYED_STEPS: u64 = 20_000_000;

/// Holders that are named one by one.
const NAMED: usize = 3;

/// Blocks whose losses are looked at again.
const LOOKED_AT: usize = 48;

/// What is looked at: the record, its block, the function in which it was lost.
struct Look {
    number: usize,
    block: Tag,
    function: FunctionId,
    /// Only where nobody held the others.
    stands_in: bool,
}

impl Stock<'_> {
    /// Completes the losses by what a second run shows.
    pub(super) fn look_again(&self, past: &Past<'_>, told: &mut [Told]) {
        let (mut points, mut looks) = (Vec::new(), Vec::new());
        for (number, one) in told.iter().enumerate() {
            let Some(loss) = one.record.lost.as_ref().filter(|loss| loss.reason != Reason::Exit) else { continue };
            let Some(function) = self.function_of(loss.node) else { continue };
            let samples = one.samples.iter().filter(|sample| sample.step <= REPLAYED_STEPS);
            for Sample { block, step, stands_in } in samples.take(LOOKED_AT.saturating_sub(points.len())) {
                points.push(Point { step: *step, function, block: *block, node: loss.node });
                looks.push(Look { number, block: *block, function, stands_in: *stands_in });
            }
        }
        if points.is_empty() {
            return;
        }
        let Some(again) = past.again(self.program, self.map, Wanted { watch: points, ..Wanted::default() }) else {
            return;
        };
        let machine = &again.run.machine;
        for (number, one) in told.iter_mut().enumerate() {
            let Some(loss) = &mut one.record.lost else { continue };
            let seen = looks.iter().zip(&again.run.seen).filter(|(look, _)| look.number == number);
            let seen: Vec<(&Look, &Sighting)> =
                seen.filter_map(|(look, seen)| seen.as_ref().map(|seen| (look, seen))).collect();
            if let Some((_, first)) = seen.first() {
                self.callers(loss, machine, first);
            }
            self.holders_of(loss, machine, &seen, one.record.count);
        }
    }

    /// Through which calls it was lost.
    fn callers(&self, loss: &mut Loss, machine: &Machine, sighting: &Sighting) {
        let site = spelled_chain(self.program, machine, sighting.chain, NodeId::NONE);
        if let Some(mut innermost) = site.stack.first().cloned() {
            innermost.span = loss.site.span;
            let callers = site.stack.into_iter().skip(1);
            loss.site.stack = std::iter::once(innermost).chain(callers).collect();
        }
    }

    /// Who held the last pointers to so many equal leaks, of which a few were seen.
    fn holders_of(&self, loss: &mut Loss, machine: &Machine, seen: &[(&Look, &Sighting)], count: u64) {
        let all = count == seen.iter().map(|(look, _)| u64::from(!look.stands_in)).sum::<u64>();
        let names_of = |stands_in: bool| -> Vec<Vec<String>> {
            let seen = seen.iter().filter(|(look, _)| look.stands_in == stands_in);
            seen.map(|(_, sighting)| self.names(loss, machine, sighting)).collect()
        };
        let mut names = names_of(false);
        // Of a cycle each variable that leads into it held it.
        let others: Vec<String> = names_of(true).into_iter().flatten().collect();
        match names.as_mut_slice() {
            [own] => {
                for name in others {
                    if !own.contains(&name) {
                        own.push(name);
                    }
                }
            }
            several if several.iter().all(Vec::is_empty) => names = names_of(true),
            _ => {}
        }
        let Some(first) = names.first().filter(|names| !names.is_empty()) else { return };
        if names.iter().any(|other| other != first) {
            // Several blocks: it must be one array that held them.
            let each: Option<Vec<&str>> = names.iter().map(|names| one(names)).collect();
            let Some(each) = each else { return };
            loss.elements = element_range(&each).filter(|elements| elements.are_all_of(count));
            match &loss.elements {
                Some(elements) => loss.holder = Some(elements.first()),
                // Or each had a holder of its own.
                None if all && names.len() <= NAMED => {
                    loss.holder = each.first().map(|name| (*name).to_owned());
                    loss.others = each.iter().skip(1).map(|name| (*name).to_owned()).collect();
                }
                None => {}
            }
            return;
        }
        loss.holder = first.first().cloned();
        loss.others = first.iter().skip(1).cloned().collect();
        if let Some((look, sighting)) = seen.first() {
            loss.handed = self.was_handed(loss, look, sighting);
            let start = self.machine().memory.objects.live(look.block).map(|object| object.base);
            let held = &sighting.held;
            loss.off_start = !held.is_empty() && held.iter().all(|held| Some(held.pointer.addr) != start);
        }
    }

    fn names(&self, loss: &Loss, machine: &Machine, sighting: &Sighting) -> Vec<String> {
        let known = PathNames { program: self.program, memory: &machine.memory };
        match loss.reason {
            Reason::HolderFreed => self.in_block(loss, machine, sighting, "free").into_iter().collect(),
            Reason::HolderShrunk => self.in_block(loss, machine, sighting, "realloc").into_iter().collect(),
            Reason::Overwritten if !loss.removed.pointer && sighting.held.is_empty() => {
                self.in_struct(loss, machine, sighting).into_iter().collect()
            }
            // What variables held a statement before they ended is not what they held then.
            reason if is_leaving(reason) && sighting.ending.is_none() => Vec::new(),
            reason => holders(&known, sighting, reason),
        }
    }

    /// `*p = other`, and the block stood in a member of that struct: `p->name`.
    fn in_struct(&self, loss: &Loss, machine: &Machine, sighting: &Sighting) -> Option<String> {
        let known = PathNames { program: self.program, memory: &machine.memory };
        let [Holding { holder, offset }] = sighting.elsewhere.as_slice() else { return None };
        if let Some(place) = known.static_place(*holder, *offset) {
            return Some(place);
        }
        let pointer = loss.removed.place.as_deref()?.strip_prefix('*')?;
        let simple = pointer.chars().all(|c| c.is_alphanumeric() || c == '_');
        let born = machine.memory.biography(*holder).filter(|_| simple)?.born;
        let record = findings::allocated_record(self.program, self.map, machine, &born)?;
        let member = known.within(record, *offset).filter(|member| member.starts_with("->"))?;
        Some(format!("{pointer}{member}"))
    }

    /// `free(p)`, and the block stood in what `p` points to: `p->name`, `p[2]`.
    fn in_block(&self, loss: &Loss, machine: &Machine, sighting: &Sighting, function: &str) -> Option<String> {
        let call = loss.removed.value.as_deref()?;
        let arguments = call.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')')?;
        let given = arguments.split(',').next()?.trim();
        let [Holding { holder, offset }] = sighting.elsewhere.as_slice() else { return None };
        let simple = given.chars().all(|c| c.is_alphanumeric() || "_->.[]".contains(c));
        let born = machine.memory.biography(*holder).filter(|_| simple)?.born;
        match findings::allocated_record(self.program, self.map, machine, &born) {
            Some(record) => {
                let names = PathNames { program: self.program, memory: &machine.memory };
                Some(format!("{given}{}", names.within(record, *offset)?))
            }
            None => offset.is_multiple_of(8).then(|| format!("{given}[{}]", offset / 8)),
        }
    }

    /// Was the holder a parameter, and the block older than its call? Then the call
    /// gave it away.
    fn was_handed(&self, loss: &Loss, look: &Look, sighting: &Sighting) -> bool {
        let leaving = matches!(loss.reason, Reason::Scope | Reason::Return | Reason::Break);
        let own = |held: &&Held| held.function == look.function;
        let parameter = sighting.held.iter().find(own).is_some_and(|held| is_parameter(self.program, held));
        let older = self.machine().memory.biography(look.block).is_some_and(|life| life.born.step < sighting.since);
        leaving && parameter && older
    }
}

/// Do variables end, whatever else points to the block?
pub(super) fn is_leaving(reason: Reason) -> bool {
    matches!(reason, Reason::Scope | Reason::Return | Reason::Break | Reason::Longjmp | Reason::MainReturned)
}

/// The only one.
fn one(names: &[String]) -> Option<&str> {
    match names {
        [name] => Some(name),
        _ => None,
    }
}
