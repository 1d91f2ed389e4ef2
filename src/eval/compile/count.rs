//! Counting the calls of each function, where a run is observed: the closures of
//! other runs know nothing of it.

use crate::eval::code::BodyCode;
use crate::eval::vm::{Run, Vm};

/// What is counted of one function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallCount {
    /// How often it was called.
    pub calls: u64,
    /// Calls of it under way.
    depth: u64,
    /// The most there were at a time.
    pub peak: u64,
}

impl CallCount {
    fn begin(&mut self) {
        self.calls = self.calls.saturating_add(1);
        self.depth = self.depth.saturating_add(1);
        self.peak = self.peak.max(self.depth);
    }

    fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

/// The body of the function with this index, counted.
pub(super) fn counted(body: BodyCode, index: usize) -> BodyCode {
    fn around<T: 'static>(body: Run<T>, index: usize) -> Run<T> {
        Box::new(move |vm| {
            of(vm, index, CallCount::begin);
            // However it ends: longjmp leaves calls too.
            let result = body(vm);
            of(vm, index, CallCount::end);
            result
        })
    }
    match body {
        BodyCode::Unit(run) => BodyCode::Unit(around(run, index)),
        BodyCode::Int(run) => BodyCode::Int(around(run, index)),
        BodyCode::Float(run) => BodyCode::Float(around(run, index)),
        BodyCode::Pointer(run) => BodyCode::Pointer(around(run, index)),
    }
}

fn of(vm: &mut Vm<'_>, index: usize, change: fn(&mut CallCount)) {
    if let Some(count) = vm.counts.get_mut(index) {
        change(count);
    }
}
