//! A replay that looks at chosen steps: through which calls the run got there,
//! and who held a block just before.
//!
//! Nothing of it costs a run that watches nothing: the steps are reached by the
//! looks at limits ([`Vm::poll`]), which then come at every step of a short window. Of
//! variables that end there is one more look, which only a replay's closures take
//! ([`Vm::look_at_the_end`]): the last statement before may have changed them.

use super::holders::{self, Held};
use super::vm::{Departure, End, Vm};
use crate::machine::Parked;
use crate::memory::{ChainId, HeapBlock, Tag};
use crate::sema::tree::{FunctionId, NodeId};

/// A step that is of interest.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The step.
    pub step: u64,
    /// The function in which something happens then; the calls are told down to it.
    pub function: FunctionId,
    /// The block that it happens to.
    pub block: Tag,
    /// Where it happens.
    pub node: NodeId,
}

/// What was seen there.
#[derive(Clone, Debug, Default)]
pub struct Sighting {
    /// Through which calls, in the table of the replay's machine.
    pub chain: ChainId,
    /// When the innermost of the calls began.
    pub since: u64,
    /// The variables that held a pointer to the block, the innermost call's first.
    pub held: Vec<Held>,
    /// The places in static objects and in other blocks that did.
    pub elsewhere: Vec<Holding>,
    /// The number of the call whose variables were about to end, if it was seen just
    /// then; else the look came before the last statement.
    pub ending: Option<u64>,
}

/// A pointer in a static object or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The object that holds it.
    pub holder: Tag,
    /// Where in it, bytes.
    pub offset: u64,
}

/// The points still to come and what was seen at the others.
#[derive(Debug, Default)]
pub struct Watch {
    /// In the order of their steps.
    points: Vec<(usize, Point)>,
    /// The first that is not over.
    next: usize,
    /// By the caller's number.
    seen: Vec<Option<Sighting>>,
    /// The run ends when all are over.
    only: bool,
}

/// Steps before a point that are looked at: not every step is one at which limits are.
const WINDOW: u64 = 6;

/// A loop may have counted the step of a turn that does not come, and takes it back.
const AHEAD: u64 = 1;

/// Bytes of an object, and of the heap, that are searched for holders.
const SEARCHED: u64 = 1 << 16;

impl Watch {
    /// Watches these points; the run ends after the last.
    pub fn new(points: &[Point]) -> Watch {
        let mut ordered: Vec<(usize, Point)> = points.iter().copied().enumerate().collect();
        ordered.sort_by_key(|(_, point)| point.step);
        Watch { points: ordered, next: 0, seen: vec![None; points.len()], only: !points.is_empty() }
    }

    /// What was seen, by the number of the point.
    pub fn seen(self) -> Vec<Option<Sighting>> {
        self.seen
    }

    /// At which step to look next, if it is before `otherwise`.
    pub fn next_look(&self, steps: u64, otherwise: u64) -> u64 {
        match self.points.get(self.next) {
            Some((_, point)) => otherwise.min(point.step.saturating_sub(WINDOW).max(steps.saturating_add(1))),
            None => otherwise,
        }
    }
}

impl Vm<'_> {
    /// A look at limits: is one of the points near?
    ///
    /// # Errors
    /// If all points are over, for then the run is.
    pub fn look(&mut self) -> Result<(), Parked> {
        if !self.watch.only {
            return Ok(());
        }
        let steps = self.machine.memory.steps;
        let mut index = self.watch.next;
        while let Some((number, point)) = self.watch.points.get(index).copied() {
            if point.step.saturating_sub(WINDOW) > steps {
                break;
            }
            let seen = self.watch.seen.get(number).and_then(Option::as_ref);
            let exact = seen.is_some_and(|sighting| sighting.ending.is_some());
            if ((steps <= point.step && !exact) || seen.is_none())
                && let Some(sighting) = self.sight(&point)
                && let Some(seen) = self.watch.seen.get_mut(number)
            {
                *seen = Some(sighting);
            }
            // A variable ends after all that its step does.
            if steps > point.step.saturating_add(AHEAD) && index == self.watch.next {
                self.watch.next = index.saturating_add(1);
            }
            index = index.saturating_add(1);
        }
        if self.watch.next >= self.watch.points.len() {
            return Err(self.depart(Departure::End(End::Interrupted)));
        }
        Ok(())
    }

    /// Variables of the innermost call are about to end: what they hold is what is
    /// lost with them, if this is where the point is. Where several calls end at one
    /// step, the last that holds it.
    #[cold]
    pub fn look_at_the_end(&mut self, node: NodeId) {
        let steps = self.machine.memory.steps;
        let Some(call) = self.machine.frames.stack.last().map(|frame| frame.serial) else { return };
        let mut index = self.watch.next;
        while let Some((number, point)) = self.watch.points.get(index).copied()
            && point.step <= steps
        {
            index = index.saturating_add(1);
            let before = self.watch.seen.get(number).and_then(Option::as_ref).and_then(|seen| seen.ending);
            if point.step == steps
                && point.node == node
                && before != Some(call)
                && let Some(sighting) = self.sight(&point)
                && (before.is_none() || !sighting.held.is_empty())
                && let Some(seen) = self.watch.seen.get_mut(number)
            {
                *seen = Some(Sighting { ending: Some(call), ..sighting });
            }
        }
    }

    /// What there is to see of a point now; `None` if its function is not being run.
    fn sight(&mut self, point: &Point) -> Option<Sighting> {
        let innermost = self.machine.frames.stack.iter().rposition(|f| f.function == point.function)?;
        self.machine.chain();
        let frames = self.machine.frames.stack.get(..=innermost)?;
        let (chain, since) = frames.last().map(|frame| (frame.chain, frame.serial))?;
        // Callers' variables count too: a callee may change them through a pointer.
        let near = frames.iter().rev().take(NEAR);
        let held = near.flat_map(|frame| holders::of_frame(self.program, &self.machine, frame));
        let memory = &self.machine.memory;
        let to_block = |tag: Tag| memory.owner(tag) == Some(point.block);
        let held: Vec<Held> = held.filter(|held| to_block(held.pointer.tag)).collect();
        let mut elsewhere = Vec::new();
        let statics = memory.static_objects().map(|place| (place.tag, place.at));
        let sized = |tag: Tag| memory.objects.live(tag).map_or(0, |o| u64::from(o.size));
        let mut places: Vec<(Tag, usize, u64)> = statics.map(|(tag, at)| (tag, at, sized(tag))).collect();
        if memory.heap_bytes_in_use() <= SEARCHED {
            places.extend(memory.heap_blocks().map(|HeapBlock { tag, at, size, .. }| (tag, at, size)));
        }
        for (holder, at, size) in places {
            let size = usize::try_from(size.min(SEARCHED)).unwrap_or(usize::MAX);
            let pointers = memory.pointers_in(at, size).filter(|(_, pointer)| to_block(pointer.tag));
            elsewhere.extend(
                pointers.map(|(offset, _)| Holding { holder, offset: u64::try_from(offset).unwrap_or(u64::MAX) }),
            );
        }
        Some(Sighting { chain, since, held, elsewhere, ending: None })
    }
}

/// Calls whose variables are searched.
const NEAR: usize = 8;
