//! Bytes that nothing leads to, as Valgrind has them: fixtures of which the two
//! rules agree are compiled with gcc and run under Valgrind, and what it calls
//! definitely, indirectly and possibly lost is compared with what cglass reports.
//!
//! Where the rules differ a program is not here: cglass takes the variables of main
//! as gone after `exit`, and numbers that equal an address as no pointers.
//! Without gcc or Valgrind all is ignored, and the first line says so.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use cglass::machine::MemoryHost;
use cglass::session::{self, LeakClass, Options, Source};
use cglass::source::{Files, ReadError};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// Below `tests/ui/leak`.
const PROGRAMS: [&str; 14] = [
    "cycle/ring_with_data.c",
    "cycle/doubly_linked.c",
    "definite/array_of_pointers.c",
    "definite/copied_bytewise.c",
    "definite/early_return.c",
    "definite/end_of_main.c",
    "definite/graph.c",
    "definite/list_head.c",
    "definite/longjmp_over.c",
    "definite/shrunk_holder.c",
    "definite/tree_root_freed.c",
    "mixed/all_classes.c",
    "possible/middle.c",
    "reachable/list_from_global.c",
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let missing = ["gcc", "valgrind"].into_iter().find(|tool| !is_there(tool));
    if let Some(tool) = missing {
        // Nothing is to be done if standard error is closed.
        let _ = writeln!(std::io::stderr(), "skipped: no '{tool}' here, leaks are not compared with Valgrind's");
    }
    let trial = |name: &'static str| Trial::test(name, move || agrees(name)).with_ignored_flag(missing.is_some());
    libtest_mimic::run(&arguments, PROGRAMS.into_iter().map(trial).collect()).exit_code()
}

fn is_there(tool: &str) -> bool {
    let asked = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Both have lost the same number of bytes.
fn agrees(name: &str) -> Result<(), Failed> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/leak").join(name);
    let (ours, theirs) = (reported(&path)?, by_valgrind(name, &path)?);
    if ours == theirs {
        return Ok(());
    }
    Err(format!("{name}: cglass has {ours} bytes that are lost, Valgrind {theirs}").into())
}

struct Text(String);

impl Files for Text {
    fn read(&self, _path: &str) -> Result<Vec<u8>, ReadError> {
        Ok(self.0.clone().into_bytes())
    }
}

fn reported(path: &Path) -> Result<u64, Failed> {
    let text = fs::read_to_string(path)?;
    let mut options = Options { arguments: vec![b"./program".to_vec()], ..Options::default() };
    options.limits.steps = Some(1_000_000);
    let (host, _world) = MemoryHost::with_input(b"");
    let outcome = session::run(&Text(text), &[Source::Path("program.c".into())], &options, Box::new(host));
    let lost = outcome.leaks.iter().filter(|leak| leak.class != LeakClass::Reachable);
    Ok(lost.map(|leak| leak.bytes + leak.indirect_bytes).sum())
}

fn by_valgrind(name: &str, path: &Path) -> Result<u64, Failed> {
    let program = scratch(name);
    let compiled = Command::new("gcc").args(["-w", "-g", "-O0", "-o"]).arg(&program).arg(path).output()?;
    if !compiled.status.success() {
        return Err(String::from_utf8_lossy(&compiled.stderr).into_owned().into());
    }
    let run = Command::new("valgrind").arg("--leak-check=full").arg(&program).stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    if said.contains("no leaks are possible") {
        return Ok(0);
    }
    let lost = ["definitely lost: ", "indirectly lost: ", "possibly lost: "].map(|kind| amount(&said, kind));
    lost.into_iter().sum::<Option<u64>>().ok_or_else(|| format!("Valgrind gives no summary of leaks:\n{said}").into())
}

/// The number after these words, without its commas.
fn amount(said: &str, words: &str) -> Option<u64> {
    let (_, rest) = said.split_once(words)?;
    let digits = rest.split_whitespace().next()?.replace(',', "");
    digits.parse().ok()
}

/// A file for this test run alone.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("valgrind");
    fs::create_dir_all(&folder).expect("writable");
    folder.join(name.replace('/', "-")).with_extension("out")
}
