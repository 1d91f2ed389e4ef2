//! Conditions in the forms that loops and branches are made for.

use super::code::{Const, Slot, Source};
use super::vm::{Run, Vm};
use crate::arith::{Comparison, op};
use crate::machine::Parked;
use std::marker::PhantomData;

/// A condition.
pub trait Test: 'static {
    /// Steps that evaluating it is: 1, or 0 where there is none.
    const STEPS: u64 = 1;
    /// Evaluating it can neither go wrong nor change anything.
    const QUIET: bool = false;
    /// Does it hold?
    ///
    /// # Errors
    /// If the run is to end.
    fn holds(&self, vm: &mut Vm<'_>) -> Result<bool, Parked>;
}

impl Test for Run<bool> {
    #[inline(always)]
    fn holds(&self, vm: &mut Vm<'_>) -> Result<bool, Parked> {
        self(vm)
    }
}

/// `slot < slot`, `slot < constant` and their like, of integers that compare as signed 64 bits.
#[derive(Clone, Copy, Debug)]
pub struct SlotTest<C, R> {
    /// Left side.
    pub left: Slot,
    /// Right side.
    pub right: R,
    /// The comparison.
    pub comparison: PhantomData<C>,
}

impl<C: Comparison, R: Source<i64>> Test for SlotTest<C, R> {
    const QUIET: bool = true;
    #[inline(always)]
    fn holds(&self, vm: &mut Vm<'_>) -> Result<bool, Parked> {
        let left = vm.slot(self.left.k).cast_signed();
        let right = self.right.get(vm)?;
        Ok(C::test::<op::S64>(left, right))
    }
}

/// A condition as data, before a closure is chosen.
pub enum TestCode {
    /// `a < b`
    Less(SlotTest<op::Lt, Slot>),
    /// `a < 10`
    LessConst(SlotTest<op::Lt, Const<i64>>),
    /// `a <= b`
    AtMost(SlotTest<op::Le, Slot>),
    /// `a <= 10`
    AtMostConst(SlotTest<op::Le, Const<i64>>),
    /// `a >= 0`
    AtLeastConst(SlotTest<op::Ge, Const<i64>>),
    /// `a > 0`
    MoreConst(SlotTest<op::Gt, Const<i64>>),
    /// `a == 0`
    EqualConst(SlotTest<op::Eq, Const<i64>>),
    /// `a != 0`
    UnequalConst(SlotTest<op::Ne, Const<i64>>),
    /// Anything else.
    Any(Run<bool>),
}

/// Runs `$body` once for each form of a condition, with `$t` a [`Test`].
macro_rules! with_test {
    ($test:expr, |$t:ident| $body:expr) => {
        match $test {
            $crate::eval::test::TestCode::Less($t) => $body,
            $crate::eval::test::TestCode::LessConst($t) => $body,
            $crate::eval::test::TestCode::AtMost($t) => $body,
            $crate::eval::test::TestCode::AtMostConst($t) => $body,
            $crate::eval::test::TestCode::AtLeastConst($t) => $body,
            $crate::eval::test::TestCode::MoreConst($t) => $body,
            $crate::eval::test::TestCode::EqualConst($t) => $body,
            $crate::eval::test::TestCode::UnequalConst($t) => $body,
            $crate::eval::test::TestCode::Any($t) => $body,
        }
    };
}
pub(crate) use with_test;

impl TestCode {
    /// As a closure.
    pub fn boxed(self) -> Run<bool> {
        match self {
            TestCode::Any(run) => run,
            other => with_test!(other, |test| Box::new(move |vm| test.holds(vm))),
        }
    }
}
