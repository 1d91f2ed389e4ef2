//! `cglass explain`

use super::arguments::ExplainArguments;
use super::{UsageError, output, values};
use cglass::report;

/// Prints the page of a kind of finding or a class of leaks, or the list of all.
pub fn explain(arguments: &ExplainArguments) -> Result<u8, UsageError> {
    // 'use after free' is as good as 'use-after-free'.
    match arguments.topic.join("-").to_lowercase().as_str() {
        "" => output::to_stdout(&report::list_of_topics()),
        name => output::to_stdout(&report::explanation(values::topic(name).map_err(UsageError)?)),
    }
    Ok(0)
}
