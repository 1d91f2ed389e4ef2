//! Running again on what the host answered. The same program takes the same
//! steps; nothing is written.

use super::Options;
use crate::eval::{self, Ended, Point, Setup};
use crate::machine::{Recording, Replayed, Replayer};
use crate::memory::Tag;
use crate::sema::tree::Program;
use crate::source::SourceMap;
use std::rc::Rc;

/// What a run was told and what its host answered.
#[derive(Clone)]
pub(super) struct Past<'a> {
    /// The options of the run.
    pub options: &'a Options,
    /// What the host answered.
    pub recording: Rc<Recording>,
}

/// What a replay is for.
#[derive(Default)]
pub(super) struct Wanted {
    /// Steps to look at; the run ends after the last of them.
    pub watch: Vec<Point>,
    /// Blocks to follow.
    pub follow: Vec<Tag>,
    /// The most steps it may take.
    pub steps: Option<u64>,
}

/// A replay that has ended.
pub(super) struct Again {
    /// The run.
    pub run: Ended,
    /// What it asked and wrote.
    pub replayed: Replayed,
}

impl Past<'_> {
    /// Runs a program on the recorded answers. With points to watch it ends after
    /// the last of them.
    pub fn again(&self, program: &Program, map: &SourceMap, wanted: Wanted) -> Option<Again> {
        let (host, state) = Replayer::new(Rc::clone(&self.recording));
        let mut limits = self.options.limits.clone();
        limits.seconds = None;
        limits.steps = wanted.steps.or(limits.steps);
        let setup = Setup {
            limits,
            policy: self.options.policy.clone(),
            host: Box::new(host),
            arguments: self.options.arguments.clone(),
            watch: wanted.watch,
            follow: wanted.follow,
            observed: false,
        };
        let run = eval::execute(program, map, setup).ok()?;
        let replayed = state.borrow().clone();
        Some(Again { run, replayed })
    }
}
