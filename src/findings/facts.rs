//! The objects of a finding as facts, for the report that programs read.

use super::ObjectFacts;
use super::scene::Scene;
use crate::memory::{Biography, Origin, Pointer, TrapData};

/// The object that a trap is about, and who has its place now if it is gone.
pub(super) fn objects(scene: &Scene<'_>, data: &TrapData) -> (Option<ObjectFacts>, Option<ObjectFacts>) {
    let Some(pointer) = pointer(data) else { return (None, None) };
    let memory = &scene.machine.memory;
    let Some(life) = memory.biography(pointer.tag) else { return (None, None) };
    let tenant = memory.living_at(pointer.addr).filter(|tenant| life.died.is_some() && tenant.tag != life.tag);
    (Some(facts(scene, &life)), tenant.map(|tenant| facts(scene, &tenant)))
}

fn pointer(data: &TrapData) -> Option<Pointer> {
    match data {
        TrapData::Access { pointer, .. }
        | TrapData::Stale { pointer }
        | TrapData::OtherStore { pointer }
        | TrapData::NotVolatile { pointer }
        | TrapData::TextAt { pointer, .. }
        | TrapData::Formed { from: pointer, .. } => Some(*pointer),
        TrapData::Uninitialized { pointer, .. } => *pointer,
        TrapData::Noted { about, .. } => self::pointer(about),
        _ => None,
    }
}

fn facts(scene: &Scene<'_>, life: &Biography) -> ObjectFacts {
    let heap = life.origin == Origin::Heap;
    let allocated = heap || matches!(life.origin, Origin::Alloca { .. });
    ObjectFacts {
        name: if heap { scene.block(life) } else { scene.noun(life.origin) },
        heap,
        bytes: life.size,
        begin: if allocated { scene.span(life.born.node) } else { scene.declared_at(life.origin) },
        begin_step: allocated.then_some(life.born.step),
        end: life.died.map(|death| (scene.span(death.event.node), death.event.step)),
    }
}
