//! `docs/report-format.md`: its example is what comes out, and every name that
//! comes out is explained. `CGLASS_BLESS=1` rewrites the example.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report-format.md")
}

/// The first fenced piece in this language: where it begins and ends, without the fences.
fn fenced(text: &str, language: &str) -> (usize, usize) {
    let fence = format!("```{language}\n");
    let start = text.find(&fence).unwrap_or_else(|| panic!("no piece of {language}")) + fence.len();
    (start, start + text[start..].find("```").expect("a closing fence"))
}

/// The report on the program of the document, as it is written.
fn report(text: &str, test: &str) -> String {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-format-{test}"));
    fs::create_dir_all(&scratch).expect("a folder");
    let (start, end) = fenced(text, "c");
    fs::write(scratch.join("list.c"), &text[start..end]).expect("the program");
    let called = ["--json", "report.json", "--keep-going", "list.c"];
    let output = Command::new(env!("CARGO_BIN_EXE_cglass")).args(called).current_dir(&scratch).output().expect("runs");
    let written = fs::read_to_string(scratch.join("report.json")).unwrap_or_else(|_| panic!("{output:?}"));
    fs::remove_dir_all(&scratch).expect("ours");
    written
}

#[test]
fn the_example_is_what_comes_out() {
    let text = fs::read_to_string(document()).expect("the document");
    let written = report(&text, "example");
    let (start, end) = fenced(&text, "json");
    if std::env::var_os("CGLASS_BLESS").is_some_and(|value| value == "1") && text[start..end] != written {
        fs::write(document(), format!("{}{written}{}", &text[..start], &text[end..])).expect("writable");
        return;
    }
    assert_eq!(text[start..end], written, "CGLASS_BLESS=1 rewrites it");
}

/// The names of all members.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            into.insert(name.clone());
            names(member, into);
        }),
        Value::Array(elements) => elements.iter().for_each(|element| names(element, into)),
        _ => {}
    }
}

#[test]
fn every_name_is_explained() {
    let text = fs::read_to_string(document()).expect("the document");
    let mut found = BTreeSet::new();
    names(&serde_json::from_str(&report(&text, "names")).expect("JSON"), &mut found);
    let (_, end) = fenced(&text, "json");
    for name in found {
        assert!(text[end..].contains(&format!("`{name}`")), "'{name}' is not explained");
    }
}
