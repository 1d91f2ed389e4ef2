//! Runs a text and tells what was seen.

use cglass::kinds::Severity;
use cglass::machine::MemoryHost;
use cglass::session::{self, Options, Source};
use cglass::source::{Files, ReadError};
use std::thread;

/// The stack of the thread that a program runs on; only what is touched costs memory.
const STACK: usize = 1 << 30;
const KEPT: u64 = 8 << 20;
/// A mutation may have made a loop endless.
const STEPS: u64 = 3_000_000;
/// Numbers for programs that read some.
const INPUT: &[u8] = b"3 5 8 13 21\nsome words here\n";

/// What a run showed.
#[derive(Debug, Default)]
pub struct Seen {
    /// Why it was rejected.
    pub rejected: Vec<String>,
    /// Kind and line, in order.
    pub findings: Vec<(String, u32)>,
    /// The lines where leaked blocks were allocated.
    pub leaks: Vec<u32>,
    /// The lines of the findings' notes.
    pub notes: Vec<u32>,
}

impl Seen {
    /// Nothing at all was told.
    pub fn is_clean(&self) -> bool {
        self.rejected.is_empty() && self.findings.is_empty() && self.leaks.is_empty()
    }

    /// One finding, of this kind, in this line.
    pub fn is_exactly(&self, kind: &str, line: u32) -> bool {
        self.rejected.is_empty() && matches!(self.findings.as_slice(), [(k, l)] if k == kind && *l == line)
    }

    /// The line of the first finding of a kind.
    pub fn line_of(&self, kind: &str) -> Option<u32> {
        self.findings.iter().find(|(k, _)| k == kind).map(|(_, line)| *line)
    }
}

/// One file, held in memory.
struct Single(Vec<u8>);

impl Files for Single {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        if path == "base.c" { Ok(self.0.clone()) } else { Err(ReadError::NotFound) }
    }
}

/// Runs a text on a thread with a big stack.
pub fn run(text: &str) -> Seen {
    thread::scope(|scope| {
        let work = || on_this_thread(text);
        let spawned = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        spawned.expect("a thread").join().expect("cglass did not panic")
    })
}

fn on_this_thread(text: &str) -> Seen {
    let mut options = Options::default();
    options.limits.stack = 1 << 20;
    options.limits.heap = 32 << 20;
    options.limits.host_stack = STACK as u64 - KEPT;
    options.limits.steps = Some(STEPS);
    options.limits.output = Some(1 << 20);
    options.arguments = vec![b"./base".to_vec()];
    let (host, _) = MemoryHost::with_input(INPUT);
    let files = Single(text.as_bytes().to_vec());
    let outcome = session::run(&files, &[Source::Path("base.c".to_owned())], &options, Box::new(host));
    let line = |span| outcome.map.place(span).line;
    let errors = outcome.diagnostics.iter().filter(|d| d.severity == cglass::diagnostics::Severity::Error);
    Seen {
        rejected: errors.map(|d| format!("{}: {}", line(d.span), d.message)).collect(),
        findings: outcome
            .findings
            .iter()
            .filter(|f| f.severity != Severity::Off)
            .map(|f| (f.kind.code().to_owned(), line(f.span)))
            .collect(),
        leaks: outcome.leaks.iter().map(|leak| line(leak.allocated.span)).collect(),
        notes: outcome.findings.iter().flat_map(|f| &f.notes).map(|note| line(note.span)).collect(),
    }
}
