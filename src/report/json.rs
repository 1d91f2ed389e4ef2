//! The report for programs. The names are fixed (docs and readers depend on
//! them); more may be added.

use super::json_leaks::{LeakJson, SuggestionJson, leak, suggestion};
use crate::diagnostics::{self, Diagnostic};
use crate::findings::{Finding, ObjectFacts, StackEntry};
use crate::session::{FunctionUse, HeapSummary, Outcome, Site, StackSummary};
use crate::source::{SourceMap, Span};
use serde::Serialize;

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    status: &'static str,
    exit_code: i32,
    program_exit_code: Option<i32>,
    diagnostics: Vec<DiagnosticJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    leaks: Vec<LeakJson<'a>>,
    suggestion: Option<SuggestionJson<'a>>,
    heap: Option<HeapJson>,
    stack: Option<StackJson<'a>>,
}

/// Always present; empty and 0 where there is no place.
#[derive(Serialize)]
pub(super) struct Place {
    file: String,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    /// Steps begun when it happened; null for what is no event of the run.
    step: Option<u64>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    severity: &'static str,
    code: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    notes: Vec<NoteJson<'a>>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    kind: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    function: &'a str,
    count: u64,
    step: u64,
    stack: Vec<EntryJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    object: Option<ObjectJson<'a>>,
    tenant: Option<ObjectJson<'a>>,
    picture: Option<&'a str>,
    meaning: &'a str,
    advice: &'a str,
    real_machine: &'a str,
}

#[derive(Serialize)]
struct ObjectJson<'a> {
    name: &'a str,
    heap: bool,
    bytes: u64,
    begin: EventJson,
    end: Option<EventJson>,
}

#[derive(Serialize)]
struct EventJson {
    #[serde(flatten)]
    place: Place,
    step: Option<u64>,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    function: &'a str,
    #[serde(flatten)]
    place: Place,
    folded: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    locals: Option<Vec<LocalJson<'a>>>,
}

#[derive(Serialize)]
struct LocalJson<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    ty: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
pub(super) struct SiteJson<'a> {
    #[serde(flatten)]
    place: Place,
    function: &'a str,
    stack: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct HeapJson {
    allocations: u64,
    frees: u64,
    blocks_in_use: u64,
    bytes_in_use: u64,
    peak_bytes: u64,
    #[serde(rename = "break")]
    brk: u64,
    holes: u64,
    free_bytes: u64,
    largest_hole: u64,
    fragmentation: f64,
    failures: u64,
    failed: Vec<FailedJson>,
}

#[derive(Serialize)]
struct FailedJson {
    bytes: u64,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct StackJson<'a> {
    peak_bytes: u64,
    peak_depth: u64,
    limit_bytes: u64,
    functions: Vec<FunctionJson<'a>>,
}

#[derive(Serialize)]
struct FunctionJson<'a> {
    name: &'a str,
    frame_bytes: u64,
    calls: u64,
    peak_depth: u64,
}

/// The outcome as JSON, with a newline at the end.
///
/// # Errors
/// If it cannot be written as JSON, which no outcome is known to cause.
pub fn json(outcome: &Outcome) -> Result<String, serde_json::Error> {
    let map = &outcome.map;
    let report = Report {
        schema: 1,
        status: outcome.status.code(),
        exit_code: outcome.exit_code,
        program_exit_code: outcome.program_exit_code,
        diagnostics: outcome.diagnostics.iter().map(|d| diagnostic(map, d)).collect(),
        findings: outcome.findings.iter().map(|f| finding(map, f)).collect(),
        leaks: outcome.leaks.iter().map(|l| leak(map, l)).collect(),
        suggestion: outcome.suggestion.as_ref().map(|found| suggestion(map, found)),
        heap: outcome.heap.as_ref().map(|h| heap(map, h)),
        stack: outcome.stack.as_ref().map(stack),
    };
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}

pub(super) fn place(map: &SourceMap, span: Span) -> Place {
    let at = map.place(span);
    Place { file: at.file, line: at.line, column: at.column }
}

fn diagnostic<'a>(map: &SourceMap, told: &'a Diagnostic) -> DiagnosticJson<'a> {
    let others = told.others.iter().map(|o| NoteJson { message: &o.message, place: place(map, o.span), step: None });
    let notes = told.notes.iter().map(|note| NoteJson { message: note, place: place(map, Span::NONE), step: None });
    DiagnosticJson {
        severity: match told.severity {
            diagnostics::Severity::Error => "error",
            diagnostics::Severity::Warning => "warning",
        },
        code: told.code,
        message: &told.message,
        place: place(map, told.span),
        notes: others.chain(notes).collect(),
    }
}

fn finding<'a>(map: &SourceMap, found: &'a Finding) -> FindingJson<'a> {
    FindingJson {
        kind: found.kind.code(),
        severity: found.severity.name(),
        message: &found.message,
        place: place(map, found.span),
        function: &found.function,
        count: found.count,
        step: found.step,
        stack: found.stack.iter().map(|e| entry(map, e, true)).collect(),
        notes: found
            .notes
            .iter()
            .map(|n| NoteJson { message: &n.message, place: place(map, n.span), step: n.step })
            .collect(),
        object: found.object.as_ref().map(|o| object(map, o)),
        tenant: found.tenant.as_ref().map(|o| object(map, o)),
        picture: found.picture.as_deref(),
        meaning: &found.meaning,
        advice: &found.advice,
        real_machine: &found.real_machine,
    }
}

fn object<'a>(map: &SourceMap, facts: &'a ObjectFacts) -> ObjectJson<'a> {
    ObjectJson {
        name: &facts.name,
        heap: facts.heap,
        bytes: facts.bytes,
        begin: EventJson { place: place(map, facts.begin), step: facts.begin_step },
        end: facts.end.map(|(span, step)| EventJson { place: place(map, span), step: Some(step) }),
    }
}

fn entry<'a>(map: &SourceMap, entry: &'a StackEntry, with_locals: bool) -> EntryJson<'a> {
    let locals = entry.locals.iter().map(|l| LocalJson { name: &l.name, ty: &l.ty, value: &l.value });
    EntryJson {
        function: &entry.function,
        place: place(map, entry.span),
        folded: entry.folded,
        locals: with_locals.then(|| locals.collect()),
    }
}

pub(super) fn site<'a>(map: &SourceMap, site: &'a Site) -> SiteJson<'a> {
    SiteJson {
        place: place(map, site.span),
        function: &site.function,
        stack: site.stack.iter().map(|e| entry(map, e, false)).collect(),
    }
}

fn heap(map: &SourceMap, heap: &HeapSummary) -> HeapJson {
    HeapJson {
        allocations: heap.allocations,
        frees: heap.frees,
        blocks_in_use: heap.blocks_in_use,
        bytes_in_use: heap.bytes_in_use,
        peak_bytes: heap.peak_bytes,
        brk: heap.brk,
        holes: heap.holes,
        free_bytes: heap.free_bytes,
        largest_hole: heap.largest_hole,
        fragmentation: heap.fragmentation,
        failures: heap.failures,
        failed: heap.failed.iter().map(|f| FailedJson { bytes: f.bytes, place: place(map, f.span) }).collect(),
    }
}

fn stack(stack: &StackSummary) -> StackJson<'_> {
    StackJson {
        peak_bytes: stack.peak_bytes,
        peak_depth: stack.peak_depth,
        limit_bytes: stack.limit_bytes,
        functions: stack.functions.iter().map(function_use).collect(),
    }
}

fn function_use(function: &FunctionUse) -> FunctionJson<'_> {
    FunctionJson {
        name: &function.name,
        frame_bytes: function.frame_bytes,
        calls: function.calls,
        peak_depth: function.peak_depth,
    }
}
