//! The options, as clap reads them.

use super::values::{self, Classes, SeverityChange};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Examples and exit codes, below the options.
const MORE: &str = "\
Examples:
  cglass list.c                      run it, and tell what its memory did
  cglass list.c util.c -- 10 out     several files; arguments for the program
  cglass -Wall -std=c99 -lm math.c   a compiler's options are understood or ignored
  cglass check list.c                only look for mistakes in the text
  cglass explain use-after-free      what a kind of finding means
  echo 'int main(void) { return 3; }' | cglass -

Exit codes:
  the program's own  no error was found
  70   an error was found in the run, or a leak with --leaks-error
  65   the source was rejected
  124  a limit ended the run
  130  Ctrl-C; 141 when the reader of standard output went away
  2    wrong usage, a missing file, a file for --json that cannot be written

The report goes to standard error, after the program has ended.";

/// How a run is called.
const RUN_USAGE: &str = "cglass [run] [OPTIONS] FILE.c... [-- ARGS]";

/// Runs a C file and shows what its memory does.
#[derive(Parser, Debug)]
#[command(name = "cglass", version, about, long_about = None, after_help = MORE)]
#[command(override_usage = "cglass [run] [OPTIONS] FILE.c... [-- ARGS]\n       cglass check|explain ...")]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run a program and report what its memory did ('run' may be left out)
    #[command(after_help = MORE, override_usage = RUN_USAGE)]
    Run(Box<RunArguments>),
    /// Look for mistakes in the source without running it
    Check(CheckArguments),
    /// Tell what a kind of finding or leak means
    Explain(ExplainArguments),
}

/// What concerns the sources.
#[derive(Args, Debug)]
pub struct SourceArguments {
    /// C sources of one program; '-' is a source on standard input
    #[arg(value_name = "FILE.c", required = true)]
    pub files: Vec<String>,
    /// Look for headers in this folder too
    #[arg(short = 'I', value_name = "DIR")]
    pub include_dirs: Vec<String>,
    /// Define a macro (as 1 if no value is given)
    #[arg(short = 'D', value_name = "NAME[=VALUE]")]
    pub defines: Vec<String>,
    /// Remove the definition of a macro
    #[arg(short = 'U', value_name = "NAME")]
    pub undefines: Vec<String>,
    /// Read this file first (-include is understood too)
    #[arg(long = "include", value_name = "FILE")]
    pub includes: Vec<String>,
    /// Refuse what C11 forbids and gcc only warns about
    #[arg(long)]
    pub pedantic_errors: bool,
    /// Replace trigraphs such as '??=' (so does --strict)
    #[arg(long, overrides_with = "trigraphs")]
    pub trigraphs: bool,
    /// Take C of the standard alone (so do -std=c11 and the like)
    #[arg(long, overrides_with = "strict")]
    pub strict: bool,
    /// Treat a kind of finding as error, warning or off; 'all' is every kind that is not off,
    /// and 'all=error' also refuses what the text shows to be undefined
    #[arg(short = 'W', value_name = "KIND=SEVERITY", value_parser = values::severity_change)]
    pub severities: Vec<SeverityChange>,
    /// Write the report for programs to this file
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Print only errors and rejections
    #[arg(short, long)]
    pub quiet: bool,
    /// Draw the report with ASCII alone
    #[arg(long)]
    pub ascii: bool,
}

/// `cglass check`
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// Sources.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// `cglass explain`
#[derive(Args, Debug)]
pub struct ExplainArguments {
    /// A kind of finding, a class of leaks, or 'leak'; without it all are listed
    #[arg(value_name = "KIND")]
    pub topic: Vec<String>,
}

/// `--leaks`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Leaks {
    /// Nothing
    Off,
    /// A line of totals
    Summary,
    /// Each leak in a few lines
    Report,
    /// Each leak with all its calls and places
    Full,
}

/// `--leak-check`, Valgrind's name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LeakCheck {
    /// Nothing
    #[value(alias = "none")]
    No,
    /// A line of totals
    Summary,
    /// Each leak with all its calls and places
    #[value(alias = "yes")]
    Full,
}

/// `--clock`
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Clock {
    /// The machine's
    Real,
    /// Begins on 2024-01-01 and advances with the steps
    Fixed,
}

/// `cglass run`
#[derive(Args, Debug)]
pub struct RunArguments {
    /// Sources.
    #[command(flatten)]
    pub source: SourceArguments,
    /// Arguments for the program, after '--'
    #[arg(last = true, value_name = "ARGS")]
    pub arguments: Vec<OsString>,

    /// How much to tell of blocks never freed [default: report]
    #[arg(long, value_name = "DETAIL", help_heading = "Report")]
    pub leaks: Option<Leaks>,
    /// The same, as Valgrind has it
    #[arg(long, value_name = "DETAIL", help_heading = "Report", conflicts_with = "leaks")]
    pub leak_check: Option<LeakCheck>,
    /// Leaks of these classes make the exit code 70 [default: definite,cycle]
    #[arg(long, value_name = "CLASSES", help_heading = "Report", value_parser = values::leak_classes)]
    #[arg(num_args = 0..=1, require_equals = true, default_missing_value = "definite,cycle")]
    pub leaks_error: Option<Classes>,
    /// Exit with this code instead of 70; 0 gives what a shell shows after the real crash
    #[arg(long, value_name = "N", help_heading = "Report")]
    pub error_exitcode: Option<u8>,
    /// Find where free() would stand, tried by running again on the same input
    #[arg(long, help_heading = "Report")]
    pub suggest: bool,
    /// Explain each finding at length; tell the totals of heap and stack in any case
    #[arg(long, help_heading = "Report")]
    pub explain: bool,
    /// Go on after errors where that is possible
    #[arg(long, help_heading = "Report")]
    pub keep_going: bool,

    /// Size of the stack, 4K to 1G
    #[arg(long, value_name = "SIZE", help_heading = "Limits", default_value = "8M", value_parser = values::stack_size)]
    pub stack_size: u64,
    /// Size of the heap, at most 2047M; beyond it malloc returns NULL
    #[arg(long, value_name = "SIZE", help_heading = "Limits", default_value = "256M", value_parser = values::heap_size)]
    pub heap_size: u64,
    /// Stop after so many steps
    #[arg(long, value_name = "N", help_heading = "Limits", value_parser = values::steps)]
    pub max_steps: Option<u64>,
    /// Stop after so many seconds; waiting for input does not count
    #[arg(long, value_name = "SECONDS", help_heading = "Limits", value_parser = values::seconds)]
    pub time_limit: Option<f64>,
    /// Stop after so much output [default: 64M on a terminal]
    #[arg(long, value_name = "SIZE", help_heading = "Limits", value_parser = values::size)]
    pub max_output: Option<u64>,

    /// Files the program may use: none, ro or rw (below the current folder), or a folder
    #[arg(long = "files", value_name = "none|ro|rw|DIR", help_heading = "World", default_value = "rw")]
    pub file_access: String,
    /// The clock the program sees
    #[arg(long, value_name = "CLOCK", help_heading = "World", default_value = "real")]
    pub clock: Clock,
    /// A variable of the environment the program may see (repeatable)
    #[arg(long, value_name = "NAME", help_heading = "World")]
    pub env: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_options_are_consistent() {
        CommandLine::command().debug_assert();
    }
}
