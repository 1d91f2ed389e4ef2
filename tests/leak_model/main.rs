//! Random small programs that build, link, drop and free blocks, made from a
//! fixed seed. What they leak is worked out by a naive model ([`model`]) beside
//! the writing of the text ([`program`]) and compared with what cglass reports.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod model;
mod program;

use cglass::machine::MemoryHost;
use cglass::session::{self, Options, Source};
use cglass::source::{Files, ReadError};
use model::Expected;
use std::collections::BTreeSet;

/// Programs that are tried.
const PROGRAMS: u64 = 200;

struct Text(String);

impl Files for Text {
    fn read(&self, _path: &str) -> Result<Vec<u8>, ReadError> {
        Ok(self.0.clone().into_bytes())
    }
}

/// What cglass says of a program, in the model's words.
fn reported(text: &str) -> BTreeSet<Expected> {
    let mut options = Options { arguments: vec![b"./program".to_vec()], ..Options::default() };
    options.limits.steps = Some(1_000_000);
    let (host, _world) = MemoryHost::with_input(b"");
    let files = Text(text.to_owned());
    let outcome = session::run(&files, &[Source::Path("program.c".into())], &options, Box::new(host));
    assert_eq!(outcome.status.code(), "ok", "{:?} {:?}\n{text}", outcome.diagnostics, outcome.findings);
    let line = |span| outcome.map.place(span).line;
    outcome
        .leaks
        .iter()
        .map(|leak| Expected {
            class: leak.class.code(),
            allocated: line(leak.allocated.span),
            bytes: leak.bytes,
            blocks: leak.blocks,
            indirect_bytes: leak.indirect_bytes,
            indirect_blocks: leak.indirect_blocks,
            lost: leak.lost.as_ref().map(|loss| (line(loss.site.span), loss.reason.code())),
            held: !leak.held_by.is_empty(),
        })
        .collect()
}

#[test]
fn leaks_are_as_a_naive_model_has_them() {
    let (mut classes, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for seed in 1..=PROGRAMS {
        let (text, expected) = program::random(seed);
        let found = reported(&text);
        let expected: BTreeSet<Expected> = expected.into_iter().collect();
        let missing: Vec<_> = expected.difference(&found).collect();
        let wrong: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty() && wrong.is_empty(), "seed {seed}\nexpected {missing:#?}\nfound {wrong:#?}\n{text}");
        classes.extend(expected.iter().map(|leak| leak.class));
        reasons.extend(expected.iter().filter_map(|leak| leak.lost.map(|(_, reason)| reason)));
    }
    assert_eq!(classes, BTreeSet::from(["cycle", "definite", "possible", "reachable"]));
    let all = ["exit", "holder-freed", "main-returned", "overwritten", "result-ignored", "return", "scope"];
    assert_eq!(reasons, BTreeSet::from(all));
}
