//! Work that is tried first where nothing can be in its way.
//!
//! What most closures do cannot go wrong in most runs: read two locals, find an
//! element, compare. Where all operands are at hand ([`Source::LEAF`]) such work is
//! tried without any side effect before it succeeds; if something is in the way,
//! all of it is done again by the code that tells of it. So the quick way needs no
//! register saved for what comes after a finding, which is a sixth of its time.
//!
//! [`Source::LEAF`]: super::code::Source::LEAF

use super::vm::{Run, Vm};
use crate::machine::Parked;

/// What a closure does, in both ways.
pub trait Attempt<R>: 'static {
    /// All operands are at hand: the quick way may be tried.
    const LEAF: bool;
    /// Does it if nothing is in the way, and else nothing at all.
    fn quick(&self, vm: &mut Vm<'_>) -> Option<R>;
    /// Does it, whatever comes.
    ///
    /// # Errors
    /// If the run is to end.
    fn full(&self, vm: &mut Vm<'_>) -> Result<R, Parked>;
}

/// As a closure.
pub fn attempt<R: 'static, A: Attempt<R>>(work: A) -> Run<R> {
    if A::LEAF {
        Box::new(move |vm| match work.quick(vm) {
            Some(result) => Ok(result),
            None => aside(&work, vm),
        })
    } else {
        Box::new(move |vm| work.full(vm))
    }
}

#[cold]
#[inline(never)]
fn aside<R, A: Attempt<R>>(work: &A, vm: &mut Vm<'_>) -> Result<R, Parked> {
    work.full(vm)
}
