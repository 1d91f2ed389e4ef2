//! Programs through the whole front end: what is refused, and where.

use super::tree::{ExprKind, FunctionKind, GlobalKind, LocalKind, Program, StmtKind};
use super::{Options, analyse};
use crate::diagnostics::{Diagnostic, Severity};
use crate::preprocess::{self, preprocess};
use crate::source::{MemoryFiles, SourceMap};
use crate::syntax::{Limits, parse};

fn check(files: &[(&str, &str)], pedantic_errors: bool) -> (Program, Vec<Diagnostic>, SourceMap) {
    let mut memory = MemoryFiles::default();
    for (name, text) in files {
        memory.insert(*name, *text);
    }
    let (mut map, mut diagnostics, mut units) = (SourceMap::new(), Vec::new(), Vec::new());
    for (name, _) in files {
        let tokens =
            preprocess(&memory, &mut map, name, &preprocess::Options::default(), &mut diagnostics).expect("there");
        units.push(parse(&tokens, &Limits::default(), &mut diagnostics));
    }
    let program = analyse(&units, &mut map, &Options { pedantic_errors }, &mut diagnostics);
    (program, diagnostics, map)
}

fn valid(text: &str) -> Program {
    let (program, diagnostics, _) = check(&[("a.c", text)], false);
    assert_eq!(diagnostics, [], "{text}");
    program
}

/// Code and line of each diagnostic; `!` marks errors.
fn said(text: &str, pedantic: bool) -> Vec<String> {
    let (_, diagnostics, map) = check(&[("a.c", text)], pedantic);
    let mark = |d: &Diagnostic| if d.severity == Severity::Error { "!" } else { "" };
    diagnostics.iter().map(|d| format!("{}{} {}", mark(d), d.code, map.place(d.span).line)).collect()
}

/// Each program with what is said of it. Every program gets an empty main at its end.
const WRONG: &[(&str, &[&str])] = &[
    ("int f(void) { return cuont; }", &["!undeclared-name 1"]),
    ("int f(void) {\n x = 1;\n x = 2;\n y = 1; return 0; }", &["!undeclared-name 2", "!undeclared-name 4"]),
    ("void f(void) { int x;\n int x; }", &["!redefinition 2"]),
    ("int x;\nfloat x;", &["!conflicting-types 2"]),
    ("int f(int);\ndouble f(int a) { return a; }", &["!conflicting-types 2"]),
    ("int f(void) { return 0; }\nint f(void) { return 1; }", &["!redefinition 2"]),
    ("int f(int a) {\n return f(); }", &["!too-few-arguments 2"]),
    ("int f(int a) {\n return f(1, 2); }", &["!too-many-arguments 2"]),
    ("struct s { int a; };\nvoid f(void) { struct s x;\n x.b = 1; }", &["!no-such-member 3"]),
    ("struct s { int a; };\nvoid f(struct s x) {\n x->a = 1; }", &["!member-of-non-struct 3"]),
    ("void f(void) { const int c = 1;\n c = 2; }", &["!const-assignment 2"]),
    ("struct s { const int a; } x, y;\nvoid f(void) { x = y; }", &["!const-assignment 2"]),
    ("void f(void) {\n 5 = 3; }", &["!not-an-lvalue 2"]),
    ("void f(void) { int a[3];\n a = 0; }", &["!array-assignment 2"]),
    (
        "void f(int a) {\n a[0] = 1;\n *a = 1;\n a(); }",
        &["!not-subscriptable 2", "!not-a-pointer 3", "!not-a-function 4"],
    ),
    ("void g(void) {}\nvoid f(void) { int x = g(); }", &["!void-value 2"]),
    ("void f(void) {\n break; }", &["!stray-jump 2"]),
    ("void f(void) {\n continue; }", &["!stray-jump 2"]),
    ("void f(void) {\n case 1: ; }", &["!stray-case 2"]),
    ("void f(void) {\n goto nowhere; }", &["!undefined-label 2"]),
    ("void f(void) { a: ;\n a: ; }", &["!duplicate-label 2"]),
    ("void f(int n) { switch (n) { case 1:\n case 1: ; } }", &["!duplicate-case 2"]),
    ("void f(int n) { switch (n) { case 1 ... 5:\n case 3: ; } }", &["!duplicate-case 2"]),
    ("void f(int n) { switch (n) {\n case n: ; } }", &["!not-constant 2"]),
    ("struct s;\nstruct s *p;\nint f(void) { return p->x; }", &["!incomplete-type 3"]),
    ("void f(void) {\n int a[-1]; }", &["!array-length 2"]),
    ("int n;\nint a[n];", &["!not-constant 2"]),
    (
        "void f(int *p) {\n int i = p;\n p = i;\n char *c = p; }",
        &["pointer-to-int 2", "int-to-pointer 3", "incompatible-pointers 4"],
    ),
    ("void f(const int *p) {\n int *q = p; }", &["discarded-qualifiers 2"]),
    ("struct a { int x; } a; struct b { int x; } b;\nvoid f(void) { a = b; }", &["!incompatible-types 2"]),
    ("struct a { int x; } a;\nvoid f(void) { if (a) ; }", &["!not-a-scalar 2"]),
    ("void f(double d) {\n d % 2;\n ~d;\n (int *)d; }", &["!wrong-operands 2", "!wrong-operand 3", "!invalid-cast 4"]),
    (
        "void f(int *p, double *q) {\n p + p;\n p - q;\n p == q;\n p == 1; }",
        &["!wrong-operands 2", "!wrong-operands 3", "incompatible-pointers 4", "pointer-int-comparison 5"],
    ),
    (
        "struct b { int x : 3; } b;\nvoid f(void) { &b.x;\n sizeof b.x; }",
        &["!bit-field-operand 2", "!bit-field-operand 3"],
    ),
    ("struct b {\n int x : 33; };", &["!bit-field-width 2"]),
    ("struct b { int x;\n int x; };", &["!duplicate-member 2"]),
    ("enum e { A };\nenum e { B };", &["!redefinition 2"]),
    ("struct b {\n struct b x; };", &["!incomplete-type 2"]),
    ("int f(void)[3];", &["!function-result 1"]),
    ("f() { return 0; }", &["implicit-int 1"]),
    ("static int x;\nint x;", &["!linkage-conflict 2"]),
    ("int v;\nint x = v;", &["!not-constant 2"]),
    ("int a[2] = { 1, 2,\n 3 };", &["excess-initializers 2"]),
    ("char a[2] = \"abc\";", &["string-too-long 1"]),
    ("struct s { int x; } a = {\n .y = 1 };", &["!no-such-member 2"]),
    ("int a[2] = {\n [5] = 1 };", &["!invalid-designator 2"]),
    ("int f(void) {\n return; }\nvoid g(void) {\n return 1; }", &["return-value 2", "return-value 4"]),
    ("_Static_assert(0, \"no\");", &["!static-assertion 1"]),
    ("int i = _Generic(1, float: 1);", &["!generic 1"]),
    ("void f(void) {\n nothing(3); }", &["!undeclared-function 2"]),
    ("int there(int);\nvoid f(void) { there(3); }", &["!undefined-reference 2"]),
    ("int f(void) { return later(1); }\nint later(int a) { return a; }", &["implicit-function 1"]),
    (
        "int f(void) { return later(1); }\ndouble later(int a) { return a; }",
        &["implicit-function 1", "!conflicting-types 2"],
    ),
    ("void f(void) {\n printf(\"x\"); }", &["missing-include 2"]),
    ("void *f(void) {\n return NULL; }", &["!undeclared-name 2"]),
    ("short long x;", &["!invalid-type 1"]),
    ("_Complex double c;", &["!unsupported 1"]),
    ("void f(void) { int g(void) { return 1; } }", &["!unsupported 1"]),
    ("void f(int n) { goto l;\n int a[n]; l: a[0] = 1; }", &["!jump-into-scope 1"]),
    ("void f(void) { char c = 300; int x = 1 / 0; }", &["constant-overflow 1", "division-by-zero 1"]),
];

#[test]
fn wrong_programs_are_refused_where_they_are_wrong() {
    for (text, expected) in WRONG {
        let text = format!("{text}\nint main(void) {{ }}\n");
        assert_eq!(said(&text, false), *expected, "{text}");
    }
}

#[test]
fn pedantic_errors_refuse_what_gcc_lets_pass() {
    assert_eq!(said("int main(void) { int *p = 5; }", true), ["!int-to-pointer 1"]);
    assert_eq!(said("int main(void) { unsigned *p = 0; int *q = p; }", true), ["!pointer-sign 1"]);
    assert_eq!(said("int main(void) { unsigned *p = 0; int *q = p; }", false), [""; 0]);
}

#[test]
fn suggestions_name_what_was_meant() {
    let (_, d, _) = check(&[("a.c", "int count; int main(void) { return cuont; }")], false);
    assert_eq!(d[0].notes, ["did you mean 'count'?"]);
    let (_, d, _) = check(&[("a.c", "int main(void) { return NULL != 0; }")], false);
    assert_eq!(d[0].notes, ["'NULL' is defined in <stddef.h>: include it"]);
    let (_, d, _) = check(&[("a.c", "int main(void) { prinft(1); }")], false);
    assert_eq!(d[0].notes, ["did you mean 'printf'?"]);
    let (_, d, _) = check(&[("a.c", "struct s { int length; } s; int main(void) { s.lenght = 1; }")], false);
    assert_eq!(d[0].notes, ["did you mean 'length'?"]);
}

#[test]
fn units_are_linked() {
    let a = "int shared = 3; static int own; int helper(void) { return own; }";
    let b =
        "extern int shared; int helper(void); static int own = 2; int main(void) { return shared + helper() + own; }";
    let (program, d, _) = check(&[("a.c", a), ("b.c", b)], false);
    assert_eq!(d, []);
    assert_eq!(program.globals.iter().filter(|g| &*g.name == "own").count(), 2);
    assert_eq!(program.globals.iter().filter(|g| &*g.name == "shared").count(), 1);
    assert!(program.main.is_some());
    let (_, d, map) = check(
        &[("a.c", "int f(void) { return 1; }\n"), ("b.c", "int f(void) { return 2; } int main(void) { }")],
        false,
    );
    assert_eq!((d.len(), d[0].code, map.place(d[0].span).file.as_str()), (1, "redefinition", "b.c"));
    let (_, d, _) = check(
        &[("a.c", "int f(int a) { return a; }"), ("b.c", "int f(double); int main(void) { return f(1); }")],
        false,
    );
    assert_eq!((d.len(), d[0].code), (1, "conflicting-types"));
    let (_, d, map) = check(&[("a.c", "int x;\n"), ("b.c", "int x; int main(void) { return x; }")], false);
    assert_eq!((d.len(), d[0].code, map.place(d[0].span).file.as_str()), (1, "redefinition", "b.c"));
    let (_, d, _) = check(
        &[("a.c", "extern int x; int x; int x;\n"), ("b.c", "extern int x; int main(void) { return x; }")],
        false,
    );
    assert_eq!(d, []);
    let (_, d, _) =
        check(&[("a.c", "static int x; int *p = &x;\n"), ("b.c", "int x = 1; int main(void) { return x; }")], false);
    assert_eq!(d, []);
    let s = "struct s { int a; struct s *next; };";
    let (_, d, _) = check(
        &[
            ("a.c", &format!("{s} int f(struct s *p) {{ return p->a; }}")),
            ("b.c", &format!("{s} int f(struct s *); int main(void) {{ struct s x = {{ 1 }}; return f(&x); }}")),
        ],
        false,
    );
    assert_eq!(d, []);
}

#[test]
fn addresses_taken_are_exact() {
    let program = valid(
        "int g(int *p);\nint g(int *p) { return *p; }\n\
         int main(void) { int a[3] = {1}, b[3], c, d, m[2][2]; struct { int x[2], y; } s, t;\n\
         a[0] = 1; *a = 2; c = sizeof &d; m[1][0] = 1; s.x[1] = 2; s.y = 3; *(a + 1) = 4;\n\
         g(b); g(&t.y); return c + a[2]; }",
    );
    let main = program.main.and_then(|id| program.function(id)).expect("main");
    let FunctionKind::Defined(body) = &main.kind else { panic!("main is defined") };
    let taken: Vec<&str> = body.locals.iter().filter(|l| l.address_taken).map(|l| &*l.name).collect();
    assert_eq!(taken, ["b", "t"]);
}

#[test]
fn the_tree_says_every_conversion() {
    let program = valid("int main(void) { char c = 1; double d = c + 2; return d > 1; }");
    let main = program.main.and_then(|id| program.function(id)).expect("main");
    let FunctionKind::Defined(body) = &main.kind else { panic!("main is defined") };
    let StmtKind::Return(Some(value)) = &body.block.stmts[2].kind else { panic!("return") };
    assert!(matches!(value.kind, ExprKind::Compare { .. }));
    assert_eq!(program.types.print(value.ty), "int");
}

#[test]
fn library_functions_and_objects_are_the_librarys() {
    let program = valid("#include <stdio.h>\nint main(void) { fprintf(stderr, \"x\"); return 0; }");
    let f = program.functions.iter().find(|f| &*f.name == "fprintf").expect("used");
    assert!(matches!(f.kind, FunctionKind::Library { header: "stdio.h" }));
    assert!(program.functions.len() == 2, "unused prototypes cost nothing");
    assert!(program.globals.iter().any(|g| &*g.name == "stderr" && g.kind == GlobalKind::Library));
    // A program's own function of that name is its own.
    let program = valid("int puts(const char *s) { return 1; } int main(void) { return puts(\"\"); }");
    assert!(program.functions.iter().all(|f| matches!(f.kind, FunctionKind::Defined(_))));
}

#[test]
fn parameters_come_first_even_with_variable_lengths() {
    let program = valid(
        "int f(int n, int a[n][n], int m) { return a[1][0] + m; } int main(void) { int a[2][2]; return f(2, a, 3); }",
    );
    let f = program.functions.iter().find(|f| &*f.name == "f").expect("f");
    let FunctionKind::Defined(body) = &f.kind else { panic!("f is defined") };
    assert_eq!(body.parameters, 3);
    let kinds: Vec<LocalKind> = body.locals.iter().map(|l| l.kind).collect();
    assert_eq!(kinds, [LocalKind::Parameter, LocalKind::Parameter, LocalKind::Parameter, LocalKind::VlaLength]);
}
