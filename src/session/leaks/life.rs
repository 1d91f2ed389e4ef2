//! The biography of a leaked block: born, copied, overwritten, last used. A second
//! run that follows the block gathers it.

use super::look::REPLAYED_STEPS;
use super::{Stock, Told};
use crate::eval::{Happening, Incident};
use crate::findings::{self, Removed};
use crate::memory::{Event, Reason, Tag};
use crate::sema::tree::{FunctionKind, NodeId};
use crate::session::replay::{Past, Wanted};
use crate::session::{LeakClass, LifeEvent, LifeStep, Loss};

/// Records whose blocks are followed.
const FOLLOWED: usize = 32;

impl Stock<'_> {
    /// Tells what happened to the first block of each record.
    pub(super) fn tell_lives(&self, past: &Past<'_>, told: &mut [Told]) {
        let steps = self.machine().memory.steps;
        let follow: Vec<Tag> = told.iter().take(FOLLOWED).map(|one| one.head).collect();
        if follow.is_empty() || steps > REPLAYED_STEPS {
            return;
        }
        let wanted = Wanted { follow, steps: Some(steps.saturating_add(1)), ..Wanted::default() };
        let Some(again) = past.again(self.program, self.map, wanted) else { return };
        for (one, incidents) in told.iter_mut().zip(&again.run.incidents) {
            let Some(life) = self.machine().memory.biography(one.head) else { continue };
            one.record.life = Some(self.life(&life.born, one.record.lost.as_ref(), incidents));
            if one.record.class == LeakClass::Reachable || one.record.class == LeakClass::Possible {
                continue;
            }
            if let (Some(life), Some(loss)) = (&mut one.record.life, &one.record.lost) {
                life.push(self.event(LifeStep::LastReachable, loss.node, loss.step, 1, None));
            }
        }
    }

    /// From the birth to the last use, in order.
    fn life(&self, born: &Event, loss: Option<&Loss>, incidents: &[Incident]) -> Vec<LifeEvent> {
        let mut life = vec![self.event(LifeStep::Born, born.node, born.step, 1, None)];
        for incident in incidents {
            let (node, count) = (incident.node, incident.count);
            let place = match incident.what {
                Happening::Copied => findings::stored_to(self.program, self.map, self.machine(), node),
                Happening::Passed => findings::called_around(self.program, self.map, self.machine(), node),
                Happening::Returned => self.function_of(node).and_then(|id| self.name_of(id)),
                Happening::Removed(reason) if self.is_told(reason, node, loss) => {
                    let last = loss.filter(|loss| loss.node == node);
                    self.removed_from(node).or_else(|| last?.holder.clone())
                }
                Happening::Removed(_) | Happening::Used => continue,
            };
            let step = match incident.what {
                Happening::Copied => LifeStep::Copied,
                Happening::Passed => LifeStep::Passed,
                Happening::Returned => LifeStep::Returned,
                Happening::Removed(reason) => LifeStep::Removed(reason),
                Happening::Used => continue,
            };
            life.push(self.event(step, node, incident.first, count, place));
        }
        let used = incidents.iter().filter(|incident| incident.what == Happening::Used);
        if let Some(last) = used.max_by_key(|incident| incident.last) {
            life.push(self.event(LifeStep::LastUsed, last.node, last.last, 1, None));
        }
        life
    }

    /// Of variables that end with their call or block only the last is told, and of
    /// a pointer that moves within its block nothing.
    fn is_told(&self, reason: Reason, node: NodeId, loss: Option<&Loss>) -> bool {
        let last = loss.is_some_and(|loss| loss.node == node);
        let moves = || findings::moves_pointer(self.program, self.map, self.machine(), node);
        match reason {
            Reason::Scope | Reason::Return | Reason::Break | Reason::ResultIgnored => false,
            _ => last || !moves(),
        }
    }

    /// The place that held the pointer.
    fn removed_from(&self, node: NodeId) -> Option<String> {
        let Removed { place, .. } = findings::removed(self.program, self.map, self.machine(), node);
        place
    }

    fn name_of(&self, id: crate::sema::tree::FunctionId) -> Option<String> {
        let function = self.program.function(id)?;
        matches!(function.kind, FunctionKind::Defined(_)).then(|| function.name.to_string())
    }

    fn event(&self, what: LifeStep, node: NodeId, step: u64, count: u64, place: Option<String>) -> LifeEvent {
        let function = self.function_of(node).and_then(|id| self.name_of(id)).unwrap_or_default();
        LifeEvent { what, span: self.program.span(node), function, place, step, count }
    }
}
