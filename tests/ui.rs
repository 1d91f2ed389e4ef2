//! The fixtures of `tests/ui`: each is run, compared with its marks and its
//! snapshots, and clean ones with what a C compiler's program does.
//!
//! `cargo test --test ui` runs all, `cargo test --test ui -- leak/` some;
//! `CGLASS_BLESS=1 cargo test --test ui` rewrites the snapshots of those whose marks hold.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod fixtures;

use fixtures::{Fixture, Verdict, directives, execute, judge, native};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let found = match fixtures::all() {
        Ok(found) if !found.is_empty() => found,
        Ok(_) => return complain("there are no fixtures under tests/ui"),
        Err(error) => return complain(&error),
    };
    if !native::compiler() {
        complain("no 'cc' here: clean fixtures are not compared with a C compiler's programs");
    }
    let trials = found.into_iter().map(|fixture| Trial::test(fixture.name.clone(), move || test(&fixture))).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn complain(what: &str) -> ExitCode {
    // Nothing is to be done if standard error is closed.
    let _ = writeln!(std::io::stderr(), "{what}");
    ExitCode::FAILURE
}

fn test(fixture: &Fixture) -> Result<(), Failed> {
    let path = fixtures::root().join(&fixture.name);
    let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let directives = directives::read(&String::from_utf8_lossy(&bytes), &path)?;
    let ran = execute::run(fixture, &directives)?;
    judge::judge(fixture, &directives, &ran)?;
    if fixture.verdict == Verdict::Pass && directives.native && native::compiler() {
        native::agrees(fixture, &directives, &ran.stdout, ran.exit_code)?;
    }
    Ok(())
}
