//! The pages of `docs/findings`: one for each kind and each class of leaks. The
//! first program of each gives exactly what the page is about, the second nothing.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use cglass::kinds::TABLE;
use cglass::session::LeakClass;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings")
}

/// Names of kinds and classes, with the title of the kind.
fn topics() -> Vec<(&'static str, Option<&'static str>)> {
    let kinds = TABLE.iter().map(|row| (row.code, Some(row.title)));
    kinds.chain(LeakClass::ALL.into_iter().map(|class| (class.code(), None))).collect()
}

fn page(topic: &str) -> String {
    fs::read_to_string(folder().join(format!("{topic}.md"))).unwrap_or_else(|_| panic!("{topic} has no page"))
}

/// The fenced pieces of a page in this language.
fn fenced(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in page.split(&format!("```{language}\n")).skip(1) {
        found.push(piece.split("```").next().unwrap_or("").to_owned());
    }
    found
}

#[test]
fn every_kind_and_class_has_a_page_and_every_page_a_topic() {
    let topics = topics();
    for (topic, title) in &topics {
        let page = page(topic);
        let heading = page.lines().next().unwrap_or("");
        assert!(heading.starts_with(&format!("# {topic}: ")), "{topic}: {heading}");
        assert!(title.is_none_or(|title| heading == format!("# {topic}: {title}")), "{topic}: {heading}");
        for part in [
            "## The smallest program",
            "## What happens in memory",
            "## Mended",
            "## The standard",
            "## As others put it",
        ] {
            assert_eq!(page.matches(part).count(), 1, "{topic}: {part}");
        }
        assert!(page.is_ascii(), "{topic}: it is printed on terminals that have nothing but ASCII");
        let wide = page.lines().find(|line| line.chars().count() > 84);
        assert_eq!(wide, None, "{topic}");
    }
    let named: BTreeSet<String> = topics.iter().map(|(topic, _)| format!("{topic}.md")).collect();
    for entry in fs::read_dir(folder()).expect("the folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        assert!(named.contains(&name), "{name} is about nothing");
    }
}

/// Runs a program with the options of the page's command; the report as JSON.
fn run(topic: &str, which: &str, program: &str, command: &str) -> Value {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{topic}-{which}"));
    fs::create_dir_all(&scratch).expect("a folder");
    fs::write(scratch.join(format!("{topic}.c")), program).expect("the program");
    let json = scratch.join("report.json");
    // The pages call it by its name; a limit of the shell may stand before.
    let called = format!("{} --json report.json ", env!("CARGO_BIN_EXE_cglass"));
    assert_eq!(command.matches("cglass ").count(), 1, "{topic}: {command}");
    let command = command.replace("cglass ", &called);
    let output = Command::new("sh").arg("-c").arg(&command).current_dir(&scratch).output().expect("sh");
    let text = fs::read_to_string(&json).unwrap_or_else(|_| panic!("{topic}: {command}: {output:?}"));
    fs::remove_dir_all(&scratch).expect("ours");
    serde_json::from_str(&text).expect("JSON")
}

/// What a report tells of the run: kinds of findings, classes of leaks.
fn told(report: &Value) -> Vec<String> {
    let names = |list: &str, name: &str| -> Vec<String> {
        let list = report[list].as_array().expect("a list");
        list.iter().map(|one| one[name].as_str().expect("a name").to_owned()).collect()
    };
    [names("findings", "kind"), names("leaks", "class")].concat()
}

#[test]
fn the_first_program_gives_the_finding_and_the_second_nothing() {
    let mut wrong = Vec::new();
    for (topic, _) in topics() {
        let page = page(topic);
        let (programs, commands) = (fenced(&page, "c"), fenced(&page, "sh"));
        let ([faulty, mended], [command]) = (programs.as_slice(), commands.as_slice()) else {
            panic!("{topic}: two programs and one command");
        };
        let found = told(&run(topic, "faulty", faulty, command));
        if found != [topic] {
            wrong.push(format!("{topic}: the first program gives {found:?}"));
        }
        let report = run(topic, "mended", mended, command);
        if !told(&report).is_empty() || report["diagnostics"] != Value::Array(Vec::new()) {
            wrong.push(format!("{topic}: the second program gives {report}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explain_prints_the_page() {
    for (topic, _) in topics() {
        let output = Command::new(env!("CARGO_BIN_EXE_cglass")).args(["explain", topic]).output().expect("runs");
        let printed = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success() && printed.starts_with(&page(topic)), "{topic}: {printed}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_cglass")).arg("explain").output().expect("runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    for (topic, _) in topics() {
        assert!(printed.lines().any(|line| line.split_whitespace().next() == Some(topic)), "{topic}: {printed}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_cglass")).args(["explain", "doubel-free"]).output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean 'double-free'"));
}

/// The codes that `cglass check` tells of a text.
fn told_of(code: &str, which: &str, text: &str) -> Vec<String> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("message-{code}-{which}"));
    fs::create_dir_all(&scratch).expect("a folder");
    fs::write(scratch.join("a.c"), text).expect("the program");
    let mut command = Command::new(env!("CARGO_BIN_EXE_cglass"));
    let output = command.args(["check", "a.c"]).current_dir(&scratch).output().expect("runs");
    fs::remove_dir_all(&scratch).expect("ours");
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8_lossy(&told).into_owned();
    let code_of = |line: &str| {
        let rest = line.strip_prefix("error[").or_else(|| line.strip_prefix("warning["))?;
        Some(rest.split(']').next()?.to_owned())
    };
    told.lines().filter_map(code_of).collect()
}

#[test]
fn what_is_told_of_a_text_is_explained_with_an_example() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/messages.md")).expect("the page");
    assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 84));
    let mut wrong = Vec::new();
    let mut before = String::new();
    for part in text.split("\n## ").skip(1) {
        let (code, _) = part.split_once(": ").expect("a heading");
        assert!(before.as_str() < code, "{code} stands behind {before}");
        before = code.to_owned();
        if let [faulty, mended] = fenced(part, "c").as_slice() {
            let (first, second) = (told_of(code, "faulty", faulty), told_of(code, "mended", mended));
            if !first.iter().any(|told| told == code) || !second.is_empty() {
                wrong.push(format!("{code}: {first:?} {second:?}"));
            }
        }
        let output = Command::new(env!("CARGO_BIN_EXE_cglass")).args(["explain", code]).output().expect("runs");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && printed.starts_with(&format!("# {code}: ")), "{code}: {printed}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
