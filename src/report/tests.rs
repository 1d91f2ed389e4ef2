//! The reports of an outcome that has one of everything.

use super::{LeakDetail, TextOptions, json, text};
use crate::diagnostics::Diagnostic;
use crate::findings::{Finding, LocalValue, Note, Removed, StackEntry};
use crate::kinds::{Kind, Severity};
use crate::memory::Reason;
use crate::sema::tree::NodeId;
use crate::session::{
    Ended, FailedAllocation, FunctionUse, HeapSummary, LeakClass, LeakMember, LeakPath, LeakRecord, Loss, Outcome,
    Shape, Site, StackSummary, Status, Structure,
};
use crate::source::{FileKind, SourceMap, Span};
use std::collections::BTreeSet;

const TEXT: &str = "\
#include <stdlib.h>
struct node { int value; struct node *next; };
struct node *make(int value) {
    struct node *n = malloc(sizeof *n);
    n->value = value;
    return n;
}
int main(void) {
    struct node *list = make(1);
    list = NULL;
    int *p = malloc(4);
    free(p);
    return *p;
}
";

fn at(what: &str) -> Span {
    let lo = u32::try_from(TEXT.find(what).expect("in the text") + 1).expect("short");
    Span::new(lo, lo + u32::try_from(what.len()).expect("short"))
}

fn entry(function: &str, what: &str) -> StackEntry {
    StackEntry { function: function.into(), span: at(what), folded: 0, locals: Vec::new() }
}

fn site(what: &str, stack: Vec<StackEntry>) -> Site {
    let function = stack.first().map(|e| e.function.clone()).unwrap_or_default();
    Site { span: at(what), function, stack }
}

fn outcome() -> Outcome {
    let mut map = SourceMap::new();
    map.add("a.c", TEXT, FileKind::User, None).expect("fits");
    let local = |name: &str, ty: &str, value: &str| LocalValue {
        name: name.into(),
        ty: ty.into(),
        value: value.into(),
        involved: false,
    };
    let mut main = entry("main", "*p;");
    main.locals =
        vec![local("list", "struct node *", "NULL"), local("p", "int *", "stale (block #1, freed at line 12)")];
    let finding = Finding {
        kind: Kind::UseAfterFree,
        severity: Severity::Error,
        message: "'p' points to a block that was freed".into(),
        node: NodeId::NONE,
        span: at("*p;"),
        function: "main".into(),
        count: 1,
        step: 9,
        stack: vec![main],
        notes: vec![
            Note { message: "4 bytes were allocated here".into(), span: at("malloc(4)"), step: Some(5) },
            Note { message: "freed here".into(), span: at("free(p)"), step: Some(7) },
        ],
        picture: Some("block of 4 bytes: [__ __ __ __]\n                  ^^".into()),
        meaning: "After free the block belongs to the allocator again.".into(),
        advice: "Move the free after the last use.".into(),
        real_machine: "often nothing at first".into(),
        outlived: None,
        copied_to: None,
        promise: None,
        object: None,
        tenant: None,
    };
    let leak = LeakRecord {
        class: LeakClass::Definite,
        bytes: 16,
        blocks: 1,
        indirect_bytes: 32,
        indirect_blocks: 2,
        allocated: site("malloc(sizeof", vec![entry("make", "malloc(sizeof"), entry("main", "make(1)")]),
        lost: Some(Loss {
            site: site("list = NULL", vec![entry("main", "list = NULL")]),
            node: NodeId::NONE,
            reason: Reason::Overwritten,
            step: 41,
            removed: Removed { place: Some("list".into()), value: Some("NULL".into()), pointer: true },
            holder: Some("list".into()),
            others: Vec::new(),
            elements: None,
            handed: false,
            off_start: false,
            mend: None,
        }),
        count: 1,
        held_by: Vec::new(),
        path: None,
        members: vec![LeakMember { span: at("malloc(sizeof"), count: 1 }],
        structure: Structure { shape: Shape::List, nodes: 3, ..Structure::SINGLE },
        links: vec!["next".into()],
        data: Vec::new(),
        record: Some("struct node".into()),
        round: None,
        wrappers: 1,
        address_exposed: false,
        life: None,
    };
    let reachable = LeakRecord {
        class: LeakClass::Reachable,
        lost: None,
        path: Some(LeakPath { text: "table[3].next".into(), begin: "table[3].next".into() }),
        indirect_blocks: 0,
        indirect_bytes: 0,
        members: Vec::new(),
        ..leak.clone()
    };
    let findings = vec![finding];
    Outcome {
        map,
        diagnostics: vec![
            Diagnostic::warning("sample", at("return n"), "this is a sample").with_other(at("n ="), "see here"),
        ],
        ended: Ended::Error,
        status: Status::of(Ended::Error, &findings),
        exit_code: 70,
        program_exit_code: None,
        findings,
        stopped_in: Vec::new(),
        leaks: vec![leak, reachable],
        suggestion: None,
        heap: Some(HeapSummary {
            allocations: 4,
            frees: 1,
            blocks_in_use: 3,
            bytes_in_use: 48,
            peak_bytes: 52,
            brk: 128,
            holes: 1,
            free_bytes: 16,
            largest_hole: 16,
            fragmentation: 0.0,
            failures: 1,
            failed: vec![FailedAllocation { bytes: 1 << 40, span: at("malloc(4)") }],
        }),
        stack: Some(StackSummary {
            peak_bytes: 96,
            peak_depth: 2,
            limit_bytes: 8 << 20,
            functions: vec![FunctionUse { name: "make".into(), frame_bytes: 48, calls: 3, peak_depth: 1 }],
        }),
        library_calls: BTreeSet::new(),
    }
}

/// The names of all members, with the way to them.
fn names(value: &serde_json::Value, way: &str, into: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                into.insert(format!("{way}{name}"));
                names(member, &format!("{way}{name}."), into);
            }
        }
        serde_json::Value::Array(elements) => elements.iter().for_each(|element| names(element, way, into)),
        _ => {}
    }
}

#[test]
fn json_has_the_names_that_are_promised() {
    let written = json(&outcome()).expect("plain data");
    let value: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    let mut found = BTreeSet::new();
    names(&value, "", &mut found);
    let promised = "\
        schema status exit_code program_exit_code diagnostics findings leaks heap stack \
        diagnostics.severity diagnostics.code diagnostics.message diagnostics.file diagnostics.line diagnostics.column \
        findings.kind findings.severity findings.message findings.file findings.line findings.column \
        findings.function findings.count findings.stack findings.notes \
        findings.stack.function findings.stack.file findings.stack.line findings.stack.locals \
        findings.stack.locals.name findings.stack.locals.type findings.stack.locals.value \
        findings.notes.message findings.notes.file findings.notes.line \
        leaks.class leaks.bytes leaks.blocks leaks.indirect_bytes leaks.indirect_blocks \
        leaks.allocated.file leaks.allocated.line leaks.allocated.function leaks.allocated.stack \
        leaks.lost.file leaks.lost.line leaks.lost.function leaks.lost.reason leaks.lost.step leaks.lost.stack \
        leaks.held_by leaks.path leaks.members leaks.members.file leaks.members.line leaks.members.count \
        findings.step findings.notes.step heap.allocations heap.frees heap.bytes_in_use heap.peak_bytes heap.break heap.holes heap.free_bytes \
        heap.largest_hole heap.fragmentation heap.failed heap.failed.bytes heap.failed.file heap.failed.line \
        stack.peak_bytes stack.peak_depth stack.limit_bytes stack.functions \
        stack.functions.name stack.functions.frame_bytes stack.functions.calls stack.functions.peak_depth";
    for name in promised.split_whitespace() {
        assert!(found.contains(name), "'{name}' is missing in {written}");
    }
    assert!(!found.contains("leaks.allocated.stack.locals"));
    assert_eq!(value["schema"], 1);
    assert_eq!(value["status"], "findings");
    assert_eq!(value["program_exit_code"], serde_json::Value::Null);
    assert_eq!(value["leaks"][1]["lost"], serde_json::Value::Null);
    assert_eq!(value["findings"][0]["line"], 13);
    assert_eq!(value["findings"][0]["column"], 12);
    assert_eq!(value["leaks"][0]["lost"]["reason"], "overwritten");
}

#[test]
fn the_text_reads_well() {
    let expected = "\
warning[sample]: this is a sample
  ┌─ a.c:6:5
4 │     struct node *n = malloc(sizeof *n);
  │                  --- see here
5 │     n->value = value;
6 │     return n;
  │     ^^^^^^^^

error[use-after-free]: 'p' points to a block that was freed
   ┌─ a.c:13:12
13 │     return *p;
   │            ^^^

  line 11  int *p = malloc(4);  4 bytes were allocated here
  line 12  free(p);             freed here
    block of 4 bytes: [__ __ __ __]
                      ^^
  in main: list = NULL; p = stale (block #1, freed at line 12)
  After free the block belongs to the allocator again.
  Try: Move the free after the last use.
  Real machine: often nothing at first

leak[definite]: 16 bytes in 1 block never freed, and nothing points to it any
more; with 32 bytes in 2 blocks that only it led to
  a.c:4    struct node *n = mallo…  allocated here, in make, called from main
                                    (line 9)
  line 9   …make(1);                in this call of 'make'
  line 10  list = NULL;             'list' was overwritten with NULL here; it
                                    was the last pointer to the list of 3 blocks
  Try: Free every block of the list that begins at 'list', keeping the next
  one's address, before 'list' gets another value.

leak[reachable]: 16 bytes in 1 block not freed, still reached through
'table[3].next'
  a.c:4   struct node *n = malloc(sizeof *n);  allocated here, in make, called
                                               from main (line 9)
  line 9  struct node *list = make(1);         in this call of 'make'
  Try: Free it before the program ends, unless it is meant to live as long as
  the program.

leaks: 64 bytes in 4 blocks never freed (3 definite, 1 reachable)

heap:  4 blocks allocated, 1 freed, 3 left; in use 48 bytes in 3 blocks; at most
       52 bytes at a time
       1 hole with 16 bytes, the largest has 16; fragmentation 0 %
       1 request answered with NULL, the largest for 1,099,511,627,776 bytes
stack: at most 96 bytes of 8,388,608, 2 calls deep
1 error, 1 warning, 3 blocks leaked, 1 block still reachable
";
    assert_eq!(text(&outcome(), &TextOptions::default()), expected);
}

#[test]
fn full_and_summary_tell_more_and_less() {
    let of = |leaks, quiet| text(&outcome(), &TextOptions { leaks, quiet, ..TextOptions::default() });
    assert!(
        of(LeakDetail::Summary, false).contains("leaks: 64 bytes in 4 blocks never freed (3 definite, 1 reachable)")
    );
    assert!(!of(LeakDetail::Off, false).contains("leak"));
    assert!(of(LeakDetail::Full, false).contains("leak[reachable]"));
    let quiet = of(LeakDetail::Report, true);
    assert!(quiet.contains("use-after-free") && !quiet.contains("leak") && !quiet.contains("heap"), "{quiet}");
}

#[test]
fn leaks_that_are_errors_are_told_even_if_quiet() {
    let options = TextOptions { quiet: true, leaks_error: vec![LeakClass::Definite], ..TextOptions::default() };
    let told = text(&outcome(), &options);
    assert!(told.contains("leak[definite]") && !told.contains("leak[reachable]"), "{told}");
}

#[test]
fn a_clean_run_adds_one_line() {
    let clean = |allocations, frees, explain| {
        let mut outcome = outcome();
        (outcome.diagnostics, outcome.findings, outcome.leaks) = (Vec::new(), Vec::new(), Vec::new());
        outcome.ended = Ended::Exit(0);
        outcome.heap = Some(HeapSummary { allocations, frees, ..HeapSummary::default() });
        text(&outcome, &TextOptions { explain, ..TextOptions::default() })
    };
    assert_eq!(clean(12, 12, false), "no errors; 12 blocks allocated, all freed\n");
    assert_eq!(clean(1, 1, false), "no errors; 1 block allocated, freed\n");
    assert_eq!(clean(0, 0, false), "no errors; no blocks allocated\n");
    let stack = "stack: at most 96 bytes of 8,388,608, 2 calls deep\n";
    assert_eq!(clean(0, 0, true), format!("{stack}no errors\n"));
    let heap = "heap:  12 blocks allocated, all freed\n";
    assert_eq!(clean(12, 12, true), format!("{heap}{stack}no errors\n"));
}
