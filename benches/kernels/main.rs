//! Measures cglass against what else runs C: `cargo bench --bench kernels`.
//!
//! The kernels run under cglass (as this build has it), `gcc -O0`, and where
//! they are installed gcc's sanitisers, Valgrind's Memcheck and `tcc -b`.
//! Runs are interleaved, so that a busy machine hits all alike, and the best of
//! several counts (`CGLASS_BENCH_RUNS`, default 5). Net times are less what the
//! same tool takes for hello.c. `CGLASS_BENCH_KERNELS` names another folder.
//! `cargo bench --bench kernels -- fib list` runs some kernels only.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod measure;
mod table;
mod tools;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The kernels the bars are about.
pub const JUDGED: [&str; 7] = ["fib", "sieve", "matmul", "list", "trees", "bubble", "nbody"];

/// Further ones, shown only.
const SHOWN: [&str; 3] = ["strings", "names", "addressed"];

/// Its time is start-up, taken off all others.
pub const EMPTY: &str = "hello";

fn main() -> ExitCode {
    // Cargo passes `--bench`; what is left are names of kernels.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    match bench(&wanted) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("{error}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Are the bars held?
fn bench(wanted: &[String]) -> Result<bool, String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/kernels");
    let kernels = std::env::var_os("CGLASS_BENCH_KERNELS").map_or_else(|| own.clone(), PathBuf::from);
    let runs: u32 = match std::env::var("CGLASS_BENCH_RUNS") {
        Ok(text) => text.parse().map_err(|_| format!("CGLASS_BENCH_RUNS: '{text}' is no number"))?,
        Err(_) => 5,
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kernels");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let tools = tools::installed();
    say(&format!("{}, best of {runs}\n\n", tools.iter().map(|tool| tool.name).collect::<Vec<_>>().join(", ")));
    let mut results = Vec::new();
    for name in [EMPTY].iter().chain(&JUDGED).chain(&SHOWN) {
        if *name != EMPTY && !wanted.is_empty() && !wanted.iter().any(|w| w == name) {
            continue;
        }
        let given = kernels.join(name).with_extension("c");
        let source = if given.is_file() { given } else { own.join(name).with_extension("c") };
        let row = measure::kernel(name, &source, &tools, &folder, runs)?;
        say(".");
        results.push(row);
    }
    let (text, holds) = table::render(&tools, &results, wanted.is_empty());
    say(&format!("\n\n{text}"));
    Ok(holds)
}

/// Progress and result go to standard output; a reader who left is no failure.
fn say(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
