//! `cglass check`

use super::arguments::CheckArguments;
use super::json_file::JsonFile;
use super::run::{INTERNAL, conclude};
use super::sources::{self, DiskFiles};
use super::{UsageError, big_stack, output};
use cglass::report::TextOptions;
use cglass::session;

/// The stack of a program that is not run does not matter.
const USUAL_STACK: u64 = 8 << 20;

/// Checks the sources and reports.
pub fn check(arguments: &CheckArguments) -> Result<u8, UsageError> {
    let told = &arguments.source;
    let json = told.json.as_deref().map(JsonFile::prepare).transpose()?;
    let sources = sources::sources(told)?;
    let work = |host_stack: u64| {
        let outcome = session::only_checked(&DiskFiles, &sources, &sources::options(told, host_stack));
        let style = output::style(told.ascii);
        let text = TextOptions { quiet: told.quiet, checked_only: true, style, ..TextOptions::default() };
        conclude(&outcome, text, json.as_ref(), false)
    };
    big_stack::with_big_stack(USUAL_STACK, work).unwrap_or_else(|| Err(UsageError(INTERNAL.to_owned())))
}
