//! What heap and stack came to.

use super::{FailedAllocation, FunctionUse, HeapSummary, StackSummary};
use crate::eval::Ended;
use crate::machine::Machine;
use crate::sema::tree::Program;

/// The heap's totals.
pub(super) fn heap(program: &Program, machine: &Machine) -> HeapSummary {
    let stats = machine.memory.heap_stats();
    HeapSummary {
        allocations: stats.allocations,
        frees: stats.frees,
        blocks_in_use: stats.allocations.saturating_sub(stats.frees),
        bytes_in_use: stats.bytes_in_use,
        peak_bytes: stats.peak_bytes,
        brk: stats.break_bytes,
        holes: stats.holes,
        free_bytes: stats.free_bytes,
        largest_hole: stats.largest_hole,
        fragmentation: stats.fragmentation,
        failures: stats.failures,
        failed: stats
            .failed
            .iter()
            .map(|failed| FailedAllocation { bytes: failed.bytes, span: program.span(failed.event.node) })
            .collect(),
    }
}

/// The stack's peak, and what each function took of it (in the order of the text).
pub(super) fn stack(program: &Program, run: &Ended) -> StackSummary {
    let machine = &run.machine;
    let called = program.functions.iter().zip(&machine.frames.layouts).zip(&run.counts);
    StackSummary {
        peak_bytes: machine.memory.stack_high().saturating_sub(machine.frames.lowest),
        peak_depth: u64::try_from(machine.frames.stack.deepest()).unwrap_or(u64::MAX),
        limit_bytes: machine.limits.stack,
        functions: called
            .filter(|(_, count)| count.calls > 0)
            .map(|((function, layout), count)| FunctionUse {
                name: function.name.to_string(),
                frame_bytes: layout.bytes,
                calls: count.calls,
                peak_depth: count.peak,
            })
            .collect(),
    }
}
