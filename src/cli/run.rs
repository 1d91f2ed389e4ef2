//! `cglass run`

use super::arguments::{Clock, LeakCheck, Leaks, RunArguments};
use super::host::{Access, Folder, Granted, OsHost};
use super::interrupt::Interrupt;
use super::json_file::JsonFile;
use super::sources::{self, DiskFiles};
use super::{UsageError, big_stack, output};
use cglass::machine::{FixedClock, Limits, Output};
use cglass::report::{self, LeakDetail, TextOptions};
use cglass::session::{self, Options, Outcome, Source};
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// Said when the thread that evaluates could not be had, or failed.
pub(super) const INTERNAL: &str = "internal error: the run could not be finished; please report it with the source";

/// Bytes of output on a terminal, unless told otherwise: nobody reads more.
const TERMINAL_OUTPUT: u64 = 64 << 20;

/// Runs the program and reports.
pub fn run(arguments: &RunArguments) -> Result<u8, UsageError> {
    let json = arguments.source.json.as_deref().map(JsonFile::prepare).transpose()?;
    let sources = sources::sources(&arguments.source)?;
    // Tried here, so that a wrong folder is wrong usage and nothing has run.
    folder(arguments)?;
    let interrupt = Interrupt::install();
    let work = |host_stack: u64| {
        let granted = Granted {
            folder: folder(arguments)?,
            fixed_clock: (arguments.clock == Clock::Fixed).then(FixedClock::default),
            environment: arguments.env.iter().cloned().collect(),
            has_input: !arguments.source.files.iter().any(|file| file == "-"),
        };
        let (host, in_line) = OsHost::new(granted, Arc::clone(&interrupt));
        let options = options(arguments, &sources, host_stack);
        let outcome = session::run(&DiskFiles, &sources, &options, Box::new(host));
        let text = TextOptions {
            quiet: arguments.source.quiet,
            leaks: leak_detail(arguments),
            leaks_error: options.exit.leaks_error.clone(),
            explain: arguments.explain,
            checked_only: false,
            style: output::style(arguments.source.ascii),
        };
        let in_line = match in_line.get() {
            Some(Output::Stderr) => true,
            Some(Output::Stdout) => output::same_place(),
            None => false,
        };
        conclude(&outcome, text, json.as_ref(), in_line)
    };
    big_stack::with_big_stack(arguments.stack_size, work).unwrap_or_else(|| Err(UsageError(INTERNAL.to_owned())))
}

/// Writes the reports; gives the exit code. `in_line`: a line of the program's is
/// unfinished where the report goes, and the report begins on one of its own.
pub(super) fn conclude(
    outcome: &Outcome,
    text: TextOptions,
    json: Option<&JsonFile>,
    in_line: bool,
) -> Result<u8, UsageError> {
    let told = report::text(outcome, &text);
    if !told.is_empty() {
        output::to_stderr(&if in_line { format!("\n{told}") } else { told });
    }
    if let Some(file) = json {
        let written = report::json(outcome).map_err(|error| UsageError(format!("the report as JSON: {error}")))?;
        file.write(&written)?;
    }
    Ok(u8::try_from(outcome.exit_code & 0xff).unwrap_or(u8::MAX))
}

/// The files that were granted.
fn folder(arguments: &RunArguments) -> Result<Folder, UsageError> {
    let (path, access) = match arguments.file_access.as_str() {
        "none" => (".", Access::None),
        "ro" => (".", Access::ReadOnly),
        "rw" => (".", Access::ReadWrite),
        path => (path, Access::ReadWrite),
    };
    Folder::new(Path::new(path), access).map_err(|error| {
        UsageError(format!("--files: '{path}' is none of none, ro, rw, and no folder that can be opened: {error}"))
    })
}

fn options(arguments: &RunArguments, sources: &[Source], host_stack: u64) -> Options {
    let mut options = sources::options(&arguments.source, host_stack);
    options.policy.keep_going = arguments.keep_going;
    options.suggest = arguments.suggest;
    options.lives = leak_detail(arguments) == LeakDetail::Full;
    options.observe = arguments.source.json.is_some();
    let on_terminal = std::io::stdout().is_terminal().then_some(TERMINAL_OUTPUT);
    options.limits = Limits {
        stack: arguments.stack_size,
        heap: arguments.heap_size,
        steps: arguments.max_steps,
        seconds: arguments.time_limit,
        output: arguments.max_output.or(on_terminal),
        host_stack,
    };
    options.exit.error_exit_code = arguments.error_exitcode;
    options.exit.leaks_error = arguments.leaks_error.clone().map(|classes| classes.0).unwrap_or_default();
    options.arguments = vec![program_name(sources)];
    options.arguments.extend(arguments.arguments.iter().map(|argument| argument.clone().into_encoded_bytes()));
    options
}

/// `argv[0]`: the first source's path without its `.c`, as if it were compiled beside it.
fn program_name(sources: &[Source]) -> Vec<u8> {
    match sources.first() {
        Some(Source::Path(path)) => {
            let name = path.strip_suffix(".c").unwrap_or(path);
            let here = if path.contains('/') { "" } else { "./" };
            format!("{here}{name}").into_bytes()
        }
        _ => b"./a.out".to_vec(),
    }
}

fn leak_detail(arguments: &RunArguments) -> LeakDetail {
    match (arguments.leaks, arguments.leak_check) {
        (Some(Leaks::Off), _) | (None, Some(LeakCheck::No)) => LeakDetail::Off,
        (Some(Leaks::Summary), _) | (None, Some(LeakCheck::Summary)) => LeakDetail::Summary,
        (Some(Leaks::Full), _) | (None, Some(LeakCheck::Full)) => LeakDetail::Full,
        (Some(Leaks::Report), _) | (None, None) => LeakDetail::Report,
    }
}
