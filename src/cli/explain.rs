//! `cglass explain`

use super::arguments::ExplainArguments;
use super::{UsageError, output};
use cglass::report;

/// Prints what a kind means, or all kinds.
pub fn explain(arguments: &ExplainArguments) -> Result<u8, UsageError> {
    match arguments.kind {
        Some(kind) => output::to_stdout(&report::explanation(kind)),
        None => output::to_stdout(&report::list_of_kinds()),
    }
    Ok(0)
}
