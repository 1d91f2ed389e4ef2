//! The lessons in `c-examples` show what their README says.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use cglass::kinds::Severity;
use cglass::machine::MemoryHost;
use cglass::session::{self, Options, Outcome, Source, Status};
use cglass::source::MemoryFiles;
use std::fs;
use std::path::Path;

/// Runs a lesson on a thread with a stack for deep recursion; `look` sees the outcome and what was printed.
fn run(name: &str, heap: Option<u64>, look: impl FnOnce(&Outcome, &str) + Send) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("c-examples").join(name);
    let text = fs::read(path).expect("the lesson");
    let work = || {
        let mut files = MemoryFiles::default();
        files.insert(name, text);
        let mut options = Options::default();
        options.limits.heap = heap.unwrap_or(options.limits.heap);
        options.limits.host_stack = (1 << 30) - (8 << 20);
        let (host, world) = MemoryHost::with_input(b"");
        let outcome = session::run(&files, &[Source::Path(name.to_owned())], &options, Box::new(host));
        look(&outcome, &String::from_utf8_lossy(&world.borrow().stdout));
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(1 << 30).spawn_scoped(scope, work);
        thread.expect("a thread").join().expect("no panic");
    });
}

/// The line of the lesson on which a text stands for the first time.
fn line_of(name: &str, what: &str) -> u32 {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("c-examples").join(name)).expect("text");
    let at = text.lines().position(|line| line.contains(what)).expect("it stands there");
    u32::try_from(at + 1).expect("short")
}

/// Kind and line of the only finding.
fn only_finding(outcome: &Outcome) -> (&'static str, u32) {
    assert_eq!(outcome.findings.len(), 1, "{:?}", outcome.findings);
    let finding = &outcome.findings[0];
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(outcome.status, Status::Findings);
    assert_eq!(outcome.exit_code, 70);
    (finding.kind.code(), outcome.map.place(finding.span).line)
}

#[test]
fn the_seed_runs_and_misses_a_header() {
    run("seed.c", None, |outcome, _| {
        assert_eq!((outcome.status, outcome.exit_code), (Status::Ok, 0));
        assert!(outcome.leaks.is_empty() && outcome.findings.is_empty());
        let told: Vec<_> = outcome.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(told, ["missing-include", "missing-include"]);
        assert_eq!(outcome.heap.as_ref().map(|heap| (heap.allocations, heap.frees)), Some((1, 1)));
    });
}

#[test]
fn the_leak_report_has_one_of_each_class() {
    run("leak_report.c", None, |outcome, printed| {
        assert_eq!(printed, "sum: 6\nhello\nvalue\n");
        assert_eq!((outcome.status, outcome.exit_code), (Status::Ok, 0));
        let leaks: Vec<_> =
            outcome.leaks.iter().map(|leak| (leak.class.code(), leak.bytes, leak.indirect_bytes)).collect();
        assert_eq!(leaks, [("definite", 16, 32), ("cycle", 32, 0), ("possible", 10, 0), ("reachable", 6, 0)]);
        let line = |at: usize| outcome.map.place(outcome.leaks[at].allocated.span).line;
        let push = line_of("leak_report.c", "malloc(sizeof *n)");
        assert_eq!([line(0), line(1)], [push, push]);
        assert_eq!(line(2), line_of("leak_report.c", "position = malloc(10)"));
        assert_eq!(line(3), line_of("leak_report.c", "greeting = malloc(6)"));
        let lost = outcome.leaks[0].lost.as_ref().expect("lost");
        assert_eq!(outcome.map.place(lost.site.span).line, line_of("leak_report.c", "    list = NULL;"));
    });
}

#[test]
fn the_stack_overflows_in_the_recursive_call() {
    run("stack_overflow.c", None, |outcome, printed| {
        assert_eq!(printed, "4: 6\n");
        let line = line_of("stack_overflow.c", "return here +");
        assert_eq!(only_finding(outcome), ("stack-overflow", line));
        assert!(outcome.findings[0].stack.iter().any(|entry| entry.folded > 10_000));
    });
}

#[test]
fn the_second_free_is_found() {
    run("double_free.c", None, |outcome, printed| {
        assert_eq!(printed, "a: 9, b: 9\n");
        assert_eq!(only_finding(outcome), ("double-free", line_of("double_free.c", "free(n->data)")));
        assert!(outcome.findings[0].notes.len() >= 2, "where it was allocated, where it was freed");
    });
}

#[test]
fn the_freed_address_is_given_out_again() {
    run("use_after_free.c", None, |outcome, printed| {
        assert_eq!(printed, "name: Ada\n");
        assert_eq!(only_finding(outcome), ("use-after-free", line_of("use_after_free.c", "reads the password")));
        let again = line_of("use_after_free.c", "the same 16 bytes");
        assert!(outcome.findings[0].notes.iter().any(|note| outcome.map.place(note.span).line == again));
    });
}

#[test]
fn a_large_request_fails_though_enough_is_free() {
    run("fragmentation.c", Some(4096), |outcome, printed| {
        assert_eq!((outcome.status, outcome.exit_code), (Status::Ok, 0));
        assert!(printed.contains("400 bytes in one piece: not there"), "{printed}");
        let heap = outcome.heap.as_ref().expect("it ran");
        assert_eq!(heap.failed.first().map(|failed| failed.bytes), Some(400));
        assert_eq!((heap.holes, heap.largest_hole), (30, 48));
        assert!(heap.free_bytes >= 3 * 400 && heap.fragmentation > 0.9);
        let leaks: Vec<_> = outcome.leaks.iter().map(|leak| (leak.class.code(), leak.blocks, leak.bytes)).collect();
        assert_eq!(leaks, [("reachable", 30, 30 * 48)]);
    });
    run("fragmentation.c", None, |_, printed| assert!(printed.contains("in one piece: found"), "{printed}"));
}
