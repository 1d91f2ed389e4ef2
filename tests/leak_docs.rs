//! `docs/leaks.md`: every program in it is run, and what stands under it is what
//! cglass says. `CGLASS_BLESS=1 cargo test --test leak_docs` rewrites the outputs.
//!
//! A program begins with a line such as "```c overwritten.c --suggest"; the block
//! that follows, "```text", is the program's output and the report.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use cglass::machine::{MemoryHost, MemoryWorld};
use cglass::report::{self, LeakDetail, TextOptions};
use cglass::session::{self, LeakClass, Options, Source};
use cglass::source::{Files, ReadError};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

struct Text(String);

impl Files for Text {
    fn read(&self, _path: &str) -> Result<Vec<u8>, ReadError> {
        Ok(self.0.clone().into_bytes())
    }
}

/// What a program shows, and which classes and reasons its leaks have.
fn run(name: &str, words: &[&str], program: &str, seen: &mut BTreeSet<String>) -> String {
    let mut options = Options { arguments: vec![b"./program".to_vec()], ..Options::default() };
    options.limits.steps = Some(1_000_000);
    let mut text = TextOptions::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--suggest" => options.suggest = true,
            "--leaks=full" => {
                text.leaks = LeakDetail::Full;
                options.lives = true;
            }
            "--heap-size" => options.limits.heap = words.next().unwrap().parse().unwrap(),
            other => panic!("{name}: the option {other} is not known here"),
        }
    }
    let (host, world) = MemoryHost::with_input(b"");
    let outcome = session::run(&Text(program.to_owned()), &[Source::Path(name.to_owned())], &options, Box::new(host));
    for leak in &outcome.leaks {
        seen.insert(leak.class.code().to_owned());
        seen.extend(leak.lost.as_ref().map(|loss| loss.reason.code().to_owned()));
    }
    let MemoryWorld { stdout, stderr, .. } = world.take();
    String::from_utf8([stdout, stderr, report::text(&outcome, &text).into_bytes()].concat()).unwrap()
}

/// The text with every output as it is now.
fn with_outputs(text: &str, seen: &mut BTreeSet<String>) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    let mut output: Option<String> = None;
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if let Some(info) = line.strip_prefix("```c ") {
            let mut words = info.split_whitespace();
            let name = words.next().expect("a name");
            let program: String =
                lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
            out.push_str(&program);
            out.push_str("```\n");
            output = Some(run(name, &words.collect::<Vec<_>>(), &program, seen));
        } else if line == "```text"
            && let Some(shown) = output.take()
        {
            lines.by_ref().take_while(|line| *line != "```").for_each(drop);
            out.push_str(&shown);
            out.push_str("```\n");
        }
    }
    out
}

#[test]
fn every_program_of_the_page_says_what_stands_there() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/leaks.md");
    let before = fs::read_to_string(&path).unwrap();
    let mut seen = BTreeSet::new();
    let now = with_outputs(&before, &mut seen);
    let classes = LeakClass::ALL.map(LeakClass::code);
    let reasons = "overwritten scope return break longjmp holder-freed holder-shrunk result-ignored realloc-failed \
                   main-returned exit";
    let missing: Vec<&str> =
        classes.into_iter().chain(reasons.split_whitespace()).filter(|word| !seen.contains(*word)).collect();
    assert!(missing.is_empty(), "no program of the page shows {missing:?}");
    if before == now {
        return;
    }
    if std::env::var_os("CGLASS_BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, now).unwrap();
        return;
    }
    let line = before.lines().zip(now.lines()).take_while(|(a, b)| a == b).count() + 1;
    panic!("docs/leaks.md differs from line {line}; CGLASS_BLESS=1 cargo test --test leak_docs rewrites it\n{now}");
}
