//! Unwritten values that were copied: where they come from.

use super::mend::with_cause;
use super::setup;
use crate::findings::locate::Part;
use crate::findings::scene::Scene;
use crate::findings::spell::bare;
use crate::findings::story::Story;
use crate::memory::Biography;
use crate::sema::tree::{Expr, ExprKind, Init, NodeId, Stmt, StmtKind};

/// Where an unwritten value was before it was copied the first time.
pub(super) struct Source<'t> {
    /// The place, quoted: `'p->next'`.
    pub name: String,
    /// The object that it is in, if that can still be told.
    life: Option<Biography>,
    /// The place itself.
    place: &'t Expr,
}

impl<'t> Source<'t> {
    /// The right side of the assignment or initialiser at a node.
    pub fn of(scene: &Scene<'t>, node: NodeId) -> Option<Source<'t>> {
        let (function, path) = scene.find_anywhere(node)?;
        let value = match path.last()? {
            Part::Expr(Expr { kind: ExprKind::Assign { right, .. }, .. }) => right,
            Part::Stmt(Stmt { kind: StmtKind::Declare { init: Some(Init::Value(value)), .. }, .. }) => value,
            _ => return None,
        };
        let place = bare(value);
        let frame = scene.innermost().filter(|f| scene.frame(*f).is_some_and(|f| f.function == function));
        let name = if frame.is_some() { scene.spell(place) } else { scene.text(place.id) };
        let life = frame.and_then(|frame| scene.address_of(frame, place));
        let life = life.and_then(|at| scene.machine.memory.biography(at.tag));
        Some(Source { name: format!("'{}'", name?), life, place })
    }

    /// The object it was in, and what to do about it.
    pub fn tell(&self, scene: &Scene<'_>, story: Story) -> Story {
        let story = match &self.life {
            Some(life) => with_cause(scene, scene.with_birth(story, life), life),
            None => story,
        };
        let value =
            if scene.program.types.is_pointer(self.place.ty) { ", NULL if it is to point to nothing" } else { "" };
        let story = story.advice(format!("Store a value in {} before it is copied{value}.", self.name));
        setup::set_at_birth(scene, story, self.life.as_ref(), self.place)
    }
}
