//! One run from text to outcome. The library's front door: a command line, a
//! test and a web page all call [`check`] or [`run`] and turn the [`Outcome`]
//! into what they show.

mod check;
mod entry;
mod leak_record;
mod leaks;
mod options;
mod outcome;
mod replay;
mod run;
mod stock;
mod suggest;
mod verdict;

pub use crate::leaks::{Class as LeakClass, Shape, Structure};
pub use check::{Checked, Source, check};
pub use leak_record::{Insertion, LeakMember, LeakPath, LeakRecord, LifeEvent, LifeStep, Loss, Site, Suggestion};
pub use leaks::Elements;
pub use options::Options;
pub use outcome::{Ended, FailedAllocation, FunctionUse, HeapSummary, Outcome, StackSummary};
pub use run::{only_checked, run};
pub use verdict::{ExitRules, Status};
