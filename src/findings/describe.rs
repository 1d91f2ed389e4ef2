//! The way from a trap to a finding.

use super::story::Story;
use super::{Finding, stack, usual};
use crate::kinds::Severity;
use crate::machine::Machine;
use crate::memory::{Trap, TrapData};
use crate::sema::tree::{NodeId, Program};
use crate::source::SourceMap;

/// Tells of a trap. The machine's frames are still as they were when it
/// happened; `node` is the place in the innermost one (for a library function
/// the student's call of it).
pub fn describe(
    program: &Program,
    map: &SourceMap,
    machine: &mut Machine,
    trap: &Trap,
    severity: Severity,
    node: NodeId,
) -> Finding {
    let _ = map;
    let story = match &trap.data {
        TrapData::Text(text) | TrapData::TextAt { text, .. } => Story::new(text.clone()),
        _ => Story::default(),
    };
    let general = usual::usual(trap.kind);
    let levels = stack::levels(&machine.frames.stack, node);
    let entries: Vec<_> = levels.iter().map(|level| stack::entry(program, level)).collect();
    Finding {
        kind: trap.kind,
        severity,
        message: story.message.unwrap_or_else(|| general.sentence.to_owned()),
        node,
        span: program.span(node),
        function: entries.first().map(|entry| entry.function.clone()).unwrap_or_default(),
        count: 1,
        stack: entries,
        notes: story.notes,
        picture: story.picture,
        meaning: story.meaning.unwrap_or_else(|| general.meaning.to_owned()),
        advice: story.advice.unwrap_or_else(|| general.advice.to_owned()),
        real_machine: story.real_machine.unwrap_or_else(|| general.real_machine.to_owned()),
    }
}
