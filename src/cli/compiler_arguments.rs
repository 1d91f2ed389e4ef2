//! Compilers' arguments: a table that turns them into ours, or drops them,
//! before clap sees them. So the options of a Makefile can be pasted.

use super::values;
use std::ffi::OsString;

/// Commands; anything else in their place is a run.
pub const COMMANDS: &[&str] = &["run", "check", "explain"];

/// What may stand alone in the place of a command.
const ALONE: &[&str] = &["-h", "--help", "-V", "--version"];

/// Our options whose value is the next argument: that one is not looked at.
const WITH_VALUE: &[&str] = &[
    "-I",
    "-D",
    "-U",
    "-W",
    "--include",
    "--json",
    "--leaks",
    "--leak-check",
    "--error-exitcode",
    "--stack-size",
    "--heap-size",
    "--max-steps",
    "--time-limit",
    "--max-output",
    "--files",
    "--clock",
    "--env",
];

/// What becomes of a compiler's argument.
#[derive(Clone, Copy)]
enum Fate {
    /// It is dropped.
    Drop,
    /// It is dropped, and so is the next one, its value.
    DropWithValue,
    /// It is written so for clap.
    Rename(&'static str),
}

/// Arguments that stand as they are.
const EXACT: &[(&str, Fate)] = &[
    ("-o", Fate::DropWithValue),
    ("-x", Fate::DropWithValue),
    ("-l", Fate::DropWithValue),
    ("-L", Fate::DropWithValue),
    ("-MF", Fate::DropWithValue),
    ("-MT", Fate::DropWithValue),
    ("-MQ", Fate::DropWithValue),
    ("-include", Fate::Rename("--include")),
    ("-isystem", Fate::Rename("-I")),
    ("-iquote", Fate::Rename("-I")),
    ("-idirafter", Fate::Rename("-I")),
    ("-pedantic-errors", Fate::Rename("--pedantic-errors")),
    ("-trigraphs", Fate::Rename("--trigraphs")),
    ("-ansi", Fate::Rename("--strict")),
    ("-c", Fate::Drop),
    ("-w", Fate::Drop),
    ("-s", Fate::Drop),
    ("-pthread", Fate::Drop),
    ("-pedantic", Fate::Drop),
    ("--pedantic", Fate::Drop),
    ("-pipe", Fate::Drop),
    ("-static", Fate::Drop),
    ("-rdynamic", Fate::Drop),
    ("-MD", Fate::Drop),
    ("-MMD", Fate::Drop),
    ("-MP", Fate::Drop),
];

/// The dialects without gcc's extensions.
const STRICT: &[&str] = &["c89", "c90", "c99", "c9x", "c11", "c1x", "c17", "c18"];

/// Beginnings of arguments that are dropped, with whatever is attached.
const PREFIXES: &[&str] = &["-std=", "--std=", "-g", "-O", "-l", "-L", "-f", "-m", "-o", "-x", "-no-pie", "-pie"];

/// The arguments (without cglass's own name) as clap is to see them.
pub fn rewrite(given: Vec<OsString>) -> Vec<OsString> {
    let mut out: Vec<OsString> = Vec::with_capacity(given.len().saturating_add(1));
    let mut rest = given.into_iter().peekable();
    match rest.peek().map(|first| first.to_str()) {
        // No argument at all shows the help.
        None => return out,
        Some(Some("explain")) => return rest.collect(),
        Some(Some(first)) if COMMANDS.contains(&first) || ALONE.contains(&first) => out.extend(rest.next()),
        _ => out.push("run".into()),
    }
    while let Some(argument) = rest.next() {
        let Some(text) = argument.to_str() else {
            out.push(argument);
            continue;
        };
        if text == "--" {
            out.push(argument);
            out.extend(rest);
            break;
        }
        if WITH_VALUE.contains(&text) {
            out.push(argument);
            out.extend(rest.next());
            continue;
        }
        match EXACT.iter().find(|(name, _)| *name == text).map(|(_, fate)| *fate) {
            Some(Fate::Drop) => {}
            Some(Fate::DropWithValue) => drop(rest.next()),
            Some(Fate::Rename(name)) => out.push(name.into()),
            None if is_strict(text) => out.push("--strict".into()),
            None if PREFIXES.iter().any(|prefix| text.starts_with(prefix)) => {}
            None => match text.strip_prefix("-W") {
                Some(attached) if values::severity_change(attached).is_ok() => {
                    out.extend(["-W".into(), attached.into()]);
                }
                Some(_) => {}
                None => out.push(argument),
            },
        }
    }
    out
}

/// Does it choose a dialect of the standard itself?
fn is_strict(text: &str) -> bool {
    let dialect = text.trim_start_matches('-').strip_prefix("std=");
    dialect.is_some_and(|d| STRICT.contains(&d) || d.starts_with("iso9899:"))
}

#[cfg(test)]
mod tests {
    use super::super::arguments::CommandLine;
    use super::*;
    use clap::CommandFactory;

    fn rewritten(line: &str) -> String {
        let given = line.split_whitespace().map(OsString::from).collect();
        let out = rewrite(given);
        out.iter().map(|word| word.to_str().expect("text")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn compilers_arguments_are_understood() {
        let rows = [
            ("", ""),
            ("a.c", "run a.c"),
            ("run a.c", "run a.c"),
            ("check -Wall a.c", "check a.c"),
            ("explain -Wall", "explain -Wall"),
            ("--help", "--help"),
            ("-V", "-V"),
            ("-", "run -"),
            ("-Wall -Wextra -Werror -std=gnu11 -O2 -g a.c -o prog -lm", "run a.c"),
            ("-std=c11 a.c", "run --strict a.c"),
            ("--std=iso9899:1999 a.c", "run --strict a.c"),
            ("-trigraphs a.c", "run --trigraphs a.c"),
            ("-oprog -ggdb3 -fsanitize=address,undefined -march=native a.c", "run a.c"),
            ("-c -w -pthread -pedantic -ansi -pipe a.c", "run --strict a.c"),
            ("-pedantic-errors a.c", "run --pedantic-errors a.c"),
            ("-include x.h a.c", "run --include x.h a.c"),
            ("-DN=1 -D N -Iinc -I inc -UX a.c", "run -DN=1 -D N -Iinc -I inc -UX a.c"),
            ("-D -lm a.c", "run -D -lm a.c"),
            ("-isystem inc a.c", "run -I inc a.c"),
            ("-Wdouble-free=off a.c", "run -W double-free=off a.c"),
            ("-Wall=error a.c", "run -W all=error a.c"),
            ("-Wformat=2 -Wno-unused -Wl,-z,now a.c", "run a.c"),
            ("-Wdouble-free=loud -Wduoble-free=off a.c", "run a.c"),
            ("-W nonsense=off a.c", "run -W nonsense=off a.c"),
            ("a.c -- -Wall -o x -- -lm", "run a.c -- -Wall -o x -- -lm"),
            ("--json -lm a.c", "run --json -lm a.c"),
            ("--leaks-error a.c", "run --leaks-error a.c"),
            ("--bogus a.c", "run --bogus a.c"),
        ];
        for (given, expected) in rows {
            assert_eq!(rewritten(given), expected, "{given}");
        }
    }

    #[test]
    fn the_list_of_options_with_values_is_complete() {
        let command = CommandLine::command();
        let mut expected: Vec<String> = Vec::new();
        for argument in command.find_subcommand("run").expect("there").get_arguments() {
            let takes_next = argument.get_action().takes_values() && !argument.is_require_equals_set();
            if takes_next && !argument.is_positional() {
                expected.extend(argument.get_short().map(|c| format!("-{c}")));
                expected.extend(argument.get_long().map(|name| format!("--{name}")));
            }
        }
        expected.sort();
        let mut listed: Vec<String> = WITH_VALUE.iter().map(|s| (*s).to_owned()).collect();
        listed.sort();
        assert_eq!(listed, expected);
    }
}
