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
use std::ffi::OsString;
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
    let parsed = match CommandLine::try_parse_from(std::iter::once(name).chain(rewritten.iter().cloned())) {
        Ok(parsed) => parsed,
        Err(error) => return ExitCode::from(refused(&error, &rewritten)),
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

/// Arguments that are no run, check or explanation: the help, or what is wrong with them.
fn refused(error: &clap::Error, given: &[OsString]) -> u8 {
    let told = match error.kind() {
        ErrorKind::UnknownArgument => negative_value(error, given).unwrap_or_else(|| unknown_option(error)),
        ErrorKind::MissingRequiredArgument if taken_for_report(given).is_some() => {
            let source = taken_for_report(given).unwrap_or_default();
            format!("--json takes the name of the file to write: '{source}' was taken for it, and no source is left")
        }
        _ => match error.print() {
            Err(failed) if !error.use_stderr() && failed.kind() != std::io::ErrorKind::BrokenPipe => {
                format!("standard output cannot be written: {failed}")
            }
            // Nobody reads it any more: then there is nothing left to do.
            _ => return if error.use_stderr() { USAGE } else { 0 },
        },
    };
    output::to_stderr(&format!("cglass: {told}\n"));
    USAGE
}

/// `--max-steps -5`: the value looks like an option.
fn negative_value(error: &clap::Error, given: &[OsString]) -> Option<String> {
    let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidArg) else { return None };
    let digit = value.strip_prefix('-')?.starts_with(|c: char| c.is_ascii_digit());
    let pairs = given.iter().zip(given.iter().skip(1));
    let mut pairs = pairs.filter_map(|(option, value)| Some((option.to_str()?, value.to_str()?)));
    // Of '-5' only the first letters are named.
    let is_value = |option: &str, given: &str| option.len() > 2 && option.starts_with("--") && given.starts_with(value);
    let (option, value) = pairs.find(|(option, given)| is_value(option, given))?;
    digit.then(|| format!("the value of {option} must not be negative: '{value}'"))
}

/// The C source that `--json` took for its own file.
fn taken_for_report(given: &[OsString]) -> Option<&str> {
    let after = given.iter().skip_while(|argument| *argument != "--json").nth(1)?;
    after.to_str().filter(|name| name.ends_with(".c"))
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
