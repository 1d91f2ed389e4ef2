//! Where the last pointer to a leaked block went, and what is known of it.

use super::path::PathNames;
use super::{LONGEST_CHAIN, Stock, spelled_chain};
use crate::eval::{Held, Holding, Point, Sighting};
use crate::findings::{self, Removed};
use crate::leaks::{Class, Leak};
use crate::machine::Machine;
use crate::memory::{Reason, Removal, Tag};
use crate::sema::tree::{FunctionId, FunctionKind, NodeId, Program};
use crate::session::replay::Past;
use crate::session::{LeakRecord, Loss, Site};
use crate::source::Span;

/// A replay for the reports alone is not longer than this: it would keep the
/// user waiting for little.
const REPLAYED_STEPS: u64 = 20_000_000;

/// Records whose losses are looked at again.
const LOOKED_AT: usize = 32;

/// When and how the last pointer to a block went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    pub node: NodeId,
    pub reason: Reason,
    pub step: u64,
}

impl Stock<'_> {
    /// The loss; none for what can still be reached.
    pub(super) fn lost(&self, leak: &Leak) -> Option<Lost> {
        if leak.class == Class::Reachable || leak.class == Class::Possible {
            return None;
        }
        let exit = Lost { node: self.run.stopped_at, reason: Reason::Exit, step: self.machine().memory.steps };
        if leak.held_by.is_some() {
            return Some(exit);
        }
        let Some(Removal { step, node, reason, .. }) = leak.lost else {
            // A value that was still on its way when exit was called.
            return self.run.exited.then_some(exit);
        };
        let reason = match reason {
            // What ended with main's variables ended with the program.
            Reason::Return | Reason::Scope if self.ends_main(node, reason) => Reason::MainReturned,
            Reason::Overwritten if self.realloc_failed(leak.head, node, step) => Reason::ReallocFailed,
            reason => reason,
        };
        Some(Lost { node, reason, step })
    }

    /// Did the program end by leaving main here?
    fn ends_main(&self, node: NodeId, reason: Reason) -> bool {
        if !self.machine().frames.stack.is_empty() {
            return false;
        }
        match reason {
            Reason::Return => self.function_of(node).is_some_and(|id| Some(id) == self.program.main),
            _ => {
                let main = self.program.main.and_then(|id| self.program.function(id));
                main.is_some_and(|f| matches!(&f.kind, FunctionKind::Defined(body) if body.block.end == Some(node)))
            }
        }
    }

    /// Was it the NULL of a failed realloc of this very block that was stored over the pointer?
    fn realloc_failed(&self, block: Tag, node: NodeId, step: u64) -> bool {
        let Some(kept) = self.machine().memory.kept_by_realloc(block) else { return false };
        let stored = self.program.span(node);
        let within = |node: NodeId| {
            let span = self.program.span(node);
            stored.lo <= span.lo && span.hi <= stored.hi && node != NodeId::NONE
        };
        let mut calls = vec![kept.node];
        let mut chain = kept.chain;
        while let Some(link) = self.machine().chains.get(chain).filter(|_| calls.len() < LONGEST_CHAIN) {
            calls.push(link.call);
            chain = link.parent;
        }
        kept.step <= step && calls.into_iter().any(within)
    }

    /// The loss as it is told without a replay.
    pub(super) fn loss(&self, lost: Lost) -> Loss {
        let site = if lost.reason == Reason::Exit { self.exit_site() } else { self.place(lost.node) };
        let removed = match lost.reason {
            Reason::Overwritten | Reason::ReallocFailed | Reason::HolderFreed | Reason::HolderShrunk => {
                findings::removed(self.program, self.map, self.machine(), lost.node)
            }
            _ => Removed::default(),
        };
        Loss { site, node: lost.node, reason: lost.reason, step: lost.step, removed, holder: None }
    }

    /// Where exit was called, with the calls that led there.
    fn exit_site(&self) -> Site {
        let chain = self.machine().frames.stack.last().map(|frame| frame.chain).unwrap_or_default();
        spelled_chain(self.program, self.machine(), chain, self.run.stopped_at)
    }

    /// A place of which only the node is known.
    fn place(&self, node: NodeId) -> Site {
        let function = self.function_of(node).and_then(|id| self.program.function(id));
        Site::alone(self.program.span(node), function.map(|f| f.name.to_string()).unwrap_or_default())
    }

    /// The function whose definition is the last to begin before a place of the same file.
    fn function_of(&self, node: NodeId) -> Option<FunctionId> {
        if let Some(known) = self.functions.borrow().get(&node) {
            return *known;
        }
        let found = self.find_function(node);
        self.functions.borrow_mut().insert(node, found);
        found
    }

    fn find_function(&self, node: NodeId) -> Option<FunctionId> {
        let span: Span = self.program.span(node);
        let file = self.map.file_of(span.lo);
        let numbered = self.program.functions.iter().zip(0..);
        let defined = numbered.filter(|(f, _)| matches!(f.kind, FunctionKind::Defined(_)));
        let before = defined.filter(|(f, _)| f.span.lo <= span.lo && self.map.file_of(f.span.lo) == file);
        before.max_by_key(|(f, _)| f.span.lo).map(|(_, number)| FunctionId(number))
    }

    /// Runs again and looks through which calls each loss was reached, and which
    /// variable held the block just before.
    pub(super) fn look_again(&self, past: &Past<'_>, told: &mut [(Tag, LeakRecord)]) {
        let mut points = Vec::new();
        let mut numbers = Vec::new();
        for (number, (block, record)) in told.iter().enumerate() {
            if let Some(loss) = record.lost.as_ref().filter(|loss| loss.reason != Reason::Exit)
                && loss.step <= REPLAYED_STEPS
                && points.len() < LOOKED_AT
                && let Some(function) = self.function_named(&loss.site.function)
            {
                points.push(Point { step: loss.step, function, block: *block });
                numbers.push(number);
            }
        }
        if points.is_empty() {
            return;
        }
        let Some(again) = past.again(self.program, self.map, points, None) else { return };
        for (number, seen) in numbers.into_iter().zip(&again.run.seen) {
            if let (Some((block, record)), Some(sighting)) = (told.get_mut(number), seen)
                && let Some(loss) = &mut record.lost
            {
                let site = spelled_chain(self.program, &again.run.machine, sighting.chain, NodeId::NONE);
                if let Some(mut innermost) = site.stack.first().cloned() {
                    innermost.span = loss.site.span;
                    let callers = site.stack.into_iter().skip(1);
                    loss.site.stack = std::iter::once(innermost).chain(callers).collect();
                }
                loss.holder = match loss.reason {
                    Reason::HolderFreed => self.freed_holder(loss, &again.run.machine, sighting),
                    _ if sighting.held.is_empty() && sighting.elsewhere.is_empty() => self.just_stored(*block, loss),
                    _ => holder(self.program, &again.run.machine, sighting),
                };
            }
        }
    }

    /// The variable that got the block in the function where it was lost: it got
    /// it after the last look, so nothing else did.
    fn just_stored(&self, block: Tag, loss: &Loss) -> Option<String> {
        let leaving = [Reason::Scope, Reason::Return, Reason::Break, Reason::MainReturned];
        let born = self.machine().memory.biography(block).filter(|_| leaving.contains(&loss.reason))?.born;
        let function = self.function_named(&loss.site.function)?;
        findings::stored_in(self.program, self.map, self.machine(), &born, function)
    }

    /// `free(p)`, and the block stood in a member of what `p` points to: `p->name`.
    fn freed_holder(&self, loss: &Loss, machine: &Machine, sighting: &Sighting) -> Option<String> {
        let freed = loss.removed.value.as_deref()?.strip_prefix("free(")?.strip_suffix(')')?;
        let [Holding { holder, offset }] = sighting.elsewhere.as_slice() else { return None };
        let born = machine.memory.biography(*holder)?.born;
        let record = findings::allocated_record(self.program, self.map, machine, &born)?;
        let names = PathNames { program: self.program, memory: &machine.memory };
        let simple = freed.chars().all(|c| c.is_alphanumeric() || "_->.[]".contains(c));
        Some(format!("{freed}->{}", names.member(record, *offset)?)).filter(|_| simple)
    }

    fn function_named(&self, name: &str) -> Option<FunctionId> {
        let number = self.program.functions.iter().position(|f| &*f.name == name)?;
        u32::try_from(number).ok().map(FunctionId)
    }
}

/// The one place that held the block, as C writes it: `head`, `table[3]`, `p->name`.
pub(super) fn holder(program: &Program, machine: &Machine, sighting: &Sighting) -> Option<String> {
    let names = PathNames { program, memory: &machine.memory };
    match (sighting.held.as_slice(), sighting.elsewhere.as_slice()) {
        ([held], []) => variable(&names, held),
        ([], [holding]) => names.static_place(holding.holder, holding.offset),
        ([], []) => None,
        // Several: the one of the innermost call, if they all are variables.
        ([held, ..], []) => variable(&names, held),
        (_, [Holding { .. }, ..]) => None,
    }
}

fn variable(names: &PathNames<'_>, held: &Held) -> Option<String> {
    let FunctionKind::Defined(body) = &names.program.function(held.function)?.kind else { return None };
    let local = body.locals.get(usize::try_from(held.local.0).ok()?)?;
    (!local.name.is_empty()).then(|| names.place_in(&local.name, local.ty, held.offset))
}
