//! Any bytes, taken as C source, are checked and run with small limits in a
//! world held in memory. Whatever they are, cglass must come back with an
//! outcome that can be reported: no panic, no endless run, no runaway memory.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#![no_main]

use cglass::machine::{Limits, MemoryHost};
use cglass::report::{self, TextOptions};
use cglass::session::{self, Options, Source};
use cglass::source::MemoryFiles;
use libfuzzer_sys::fuzz_target;
use std::thread;

/// The evaluator's share of the host's stack; the thread gets some more.
const HOST_STACK: usize = 64 << 20;

fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    let work = move || {
        let options = Options {
            limits: Limits {
                stack: 64 << 10,
                heap: 1 << 20,
                steps: Some(20_000),
                seconds: None,
                output: Some(64 << 10),
                host_stack: HOST_STACK as u64,
            },
            arguments: vec![b"./program".to_vec(), b"one".to_vec()],
            ..Options::default()
        };
        let (host, _world) = MemoryHost::with_input(b"12 abc 3.5\nline\n");
        let source = Source::Text { name: "fuzz.c".to_owned(), bytes };
        let outcome = session::run(&MemoryFiles::default(), &[source], &options, Box::new(host));
        let text = report::text(&outcome, &TextOptions::default());
        assert!(!text.is_empty());
        assert!(report::json(&outcome).is_ok());
    };
    let thread = thread::Builder::new().stack_size(HOST_STACK + (64 << 20)).spawn(work);
    assert!(thread.expect("a thread").join().is_ok(), "it panicked");
});
