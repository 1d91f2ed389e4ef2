//! One run from text to outcome. The library's front door: a command line, a
//! test and a web page all call [`check`] or [`run`] and turn the [`Outcome`]
//! into what they show.

mod check;
mod entry;
mod holders;
mod leaks;
mod options;
mod outcome;
mod path;
mod run;
mod stock;
mod verdict;

pub use crate::leaks::Class as LeakClass;
pub use check::{Checked, Source, check};
pub use options::Options;
pub use outcome::{
    Ended, FailedAllocation, FunctionUse, HeapSummary, LeakMember, LeakRecord, Loss, Outcome, Site, StackSummary,
};
pub use run::{only_checked, run};
pub use verdict::{ExitRules, Status};
