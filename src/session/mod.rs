//! One run from text to outcome. The library's front door: a command line, a
//! test and a web page all call [`check`] or [`run`] and turn the [`Outcome`]
//! into what they show.

mod check;
mod entry;
mod leaks;
mod options;
mod outcome;
mod run;
mod stock;
mod verdict;

pub use check::{Checked, Source, check};
pub use leaks::LeakClass;
pub use options::Options;
pub use outcome::{
    Ended, FailedAllocation, FunctionUse, HeapSummary, LeakMember, LeakRecord, Loss, Outcome, Site, StackSummary,
};
pub use run::{only_checked, run};
pub use verdict::{ExitRules, Status};
