//! The mutation test: clean programs get one known error each, and exactly that
//! kind must be told at exactly that place.
//!
//! The bases are all clean programs of `tests/ui/pass` and `c-examples`, into
//! which errors are planted by rules on their tokens (`plant`), and a few made
//! for the purpose, whose comments name the errors (`named`). A generator with
//! a fixed seed chooses among them. A mutation that changes nothing, since the
//! code it is in was never executed, is recognised by a probe: the same program
//! with a null pointer dereferenced there, which is not reported.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "mutation/named.rs"]
mod named;
#[path = "mutation/plant.rs"]
mod plant;
#[path = "mutation/run.rs"]
mod run;
#[path = "mutation/tokens.rs"]
mod tokens;

use plant::{Expected, Mutation};
use run::{Seen, run};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// So many mutations of each sort at most.
const EACH: usize = 24;
/// Where the generator starts.
const SEED: u64 = 0x00c1_a550_2026;

/// What came of the mutations of one sort.
#[derive(Default)]
struct Figures {
    found: usize,
    equivalent: usize,
    missed: Vec<String>,
}

#[test]
fn every_planted_error_is_found_where_it_is() {
    let mut sorts: BTreeMap<&'static str, Vec<Mutation>> = BTreeMap::new();
    for path in bases() {
        let text = fs::read_to_string(&path).expect("readable");
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let mutations: Vec<Mutation> =
            plant::mutations(&name, &text).into_iter().chain(named::read(&name, &text)).collect();
        // Only what is clean can tell that something was added, and where only if it numbers its lines as they are.
        if mutations.is_empty() || text.contains("#line") || !run(&text).is_clean() {
            continue;
        }
        for mutation in mutations {
            sorts.entry(mutation.sort).or_default().push(mutation);
        }
    }
    let mut random = Random(SEED);
    let mut table = String::new();
    let mut missed = Vec::new();
    for (sort, mut mutations) in sorts {
        random.shuffle(&mut mutations);
        let mut figures = Figures::default();
        for mutation in mutations.iter().take(EACH) {
            judge(mutation, &mut figures);
        }
        let tried = figures.found + figures.missed.len();
        let _ =
            writeln!(table, "{sort:24} {:3} of {tried:3} found, {:2} equivalent", figures.found, figures.equivalent);
        assert!(tried > 0, "no mutation of the sort '{sort}' was ever executed");
        missed.extend(figures.missed);
    }
    println!("{table}");
    assert!(missed.is_empty(), "{}\n{table}", missed.join("\n\n"));
}

/// Runs the mutated program, unless the probe shows that nothing changed.
fn judge(mutation: &Mutation, figures: &mut Figures) {
    let probed = run(&mutation.probe);
    if !probed.rejected.is_empty() {
        figures.missed.push(format!("{}: {}\nthe probe was rejected: {probed:?}", mutation.base, mutation.change));
        return;
    }
    let Some(reached) = probed.line_of("null-dereference") else {
        figures.equivalent += 1;
        return;
    };
    let seen = run(&mutation.text);
    let holds = match &mutation.expected {
        Expected::At(kind, line) => seen.is_exactly(kind, *line),
        Expected::Reached(kind) => seen.is_exactly(kind, reached),
        Expected::Leak(freed_twice) => leaks_what_was_freed(&seen, freed_twice),
    };
    if holds {
        figures.found += 1;
    } else {
        figures.missed.push(format!(
            "{}: {}\nexpected {:?} (the probe was met in line {reached}), seen {seen:?}",
            mutation.base, mutation.change, mutation.expected
        ));
    }
}

/// The block that the dropped call freed is among the leaks: freed twice it is
/// told with its history, in which the line of its allocation stands.
fn leaks_what_was_freed(seen: &Seen, freed_twice: &str) -> bool {
    let history = run(freed_twice).notes;
    seen.findings.is_empty() && seen.leaks.iter().any(|line| history.contains(line))
}

/// All files that may be clean programs of one file.
fn bases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["tests/mutation/bases", "tests/ui/pass", "c-examples"] {
        collect(&root.join(folder), &mut found);
    }
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "c") && !path.to_string_lossy().ends_with(".part.c") {
            found.push(path);
        }
    }
}

/// A generator that gives the same numbers everywhere (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let other = usize::try_from(self.next() % (i as u64 + 1)).expect("small");
            items.swap(i, other);
        }
    }
}
