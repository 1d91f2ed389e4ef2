//! `cglass explain`

use super::arguments::ExplainArguments;
use super::{UsageError, output};
use cglass::report;

/// Prints the page of a kind of finding or a class of leaks, or the list of all.
pub fn explain(arguments: &ExplainArguments) -> Result<u8, UsageError> {
    match arguments.topic {
        Some(topic) => output::to_stdout(&report::explanation(topic)),
        None => output::to_stdout(&report::list_of_topics()),
    }
    Ok(0)
}
