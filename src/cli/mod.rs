//! The command line: arguments, files, the terminal, Ctrl-C, exit codes.

mod arguments;
mod big_stack;
mod check;
mod compiler_arguments;
mod explain;
mod host;
mod interrupt;
mod json_file;
mod output;
mod run;
mod sources;
mod values;

use arguments::{Command, CommandLine};
use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::process::ExitCode;

/// Wrong usage, a missing file, a file for JSON that cannot be written.
const USAGE: u8 = 2;

/// Something that is wrong with how cglass was called, in words.
pub struct UsageError(pub String);

/// Runs the command line.
pub fn main() -> ExitCode {
    let mut given = std::env::args_os();
    let name = given.next().unwrap_or_else(|| "cglass".into());
    let rewritten = compiler_arguments::rewrite(given.collect());
    let parsed = match CommandLine::try_parse_from(std::iter::once(name).chain(rewritten)) {
        Ok(parsed) => parsed,
        Err(error) if error.kind() == ErrorKind::UnknownArgument => {
            output::to_stderr(&format!("cglass: {}\n", unknown_option(&error)));
            return ExitCode::from(USAGE);
        }
        Err(error) => {
            // Nobody reads it any more: then there is nothing left to do.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
        }
    };
    let ended = match parsed.command {
        Command::Run(arguments) => run::run(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Explain(arguments) => explain::explain(&arguments),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(UsageError(message)) => {
            output::to_stderr(&format!("cglass: {message}\n"));
            ExitCode::from(USAGE)
        }
    }
}

/// An option that there is not, or an argument in its place.
fn unknown_option(error: &clap::Error) -> String {
    let told = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let given = told(ContextKind::InvalidArg).unwrap_or("this");
    match told(ContextKind::SuggestedArg) {
        Some(near) => format!("there is no option '{given}'; did you mean '{near}'?"),
        None => format!(
            "there is no option '{given}'; 'cglass --help' lists them, and options for the program stand after '--'"
        ),
    }
}
