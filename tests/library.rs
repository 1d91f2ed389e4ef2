//! The library as a whole: every row of its table is run by a fixture, and the
//! page about it (`docs/libc.md`) says what the table says.
//!
//! `CGLASS_BLESS=1 cargo test --test library` rewrites the page.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "of the fixtures' modules not everything is used here")]

mod fixtures;

use fixtures::{Verdict, directives, execute, judge};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_function_is_run_by_a_fixture() {
    let mut called = BTreeSet::new();
    for fixture in fixtures::all().expect("tests/ui") {
        if !matches!(fixture.verdict, Verdict::Pass | Verdict::Fail | Verdict::Leak) {
            continue;
        }
        let path = fixtures::root().join(&fixture.name);
        let text = fs::read(&path).expect("it is listed");
        let directives = directives::read(&String::from_utf8_lossy(&text), &path).expect("directives");
        called.extend(execute::run(&fixture, &directives).expect("it runs").library_calls);
    }
    let missed: Vec<&str> = cglass::libc::rows().map(|row| row.name).filter(|name| !called.contains(name)).collect();
    assert!(missed.is_empty(), "no fixture runs {missed:?}");
}

#[test]
fn the_page_about_the_library_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/libc.md");
    let now = cglass::libc::manual();
    if judge::blessing() {
        fs::write(&path, &now).expect("docs can be written");
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(before == now, "docs/libc.md differs; CGLASS_BLESS=1 cargo test --test library rewrites it");
}
