//! The preprocessor as a whole: text in, tokens and messages out.

use super::token::{Token, TokenKind};
use super::{Options, preprocess, preprocess_header};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{MemoryFiles, SourceMap};

/// What one run gave.
struct Outcome {
    map: SourceMap,
    tokens: Vec<Token>,
    diagnostics: Vec<Diagnostic>,
}

fn run_with(files: &[(&str, &str)], options: &Options) -> Outcome {
    let mut memory = MemoryFiles::default();
    for (name, text) in files {
        memory.insert(*name, *text);
    }
    let (mut map, mut diagnostics) = (SourceMap::new(), Vec::new());
    let main = files.first().expect("a main file").0;
    let tokens = preprocess(&memory, &mut map, main, options, &mut diagnostics).expect("the main file is there");
    Outcome { map, tokens, diagnostics }
}

fn run(text: &str) -> Outcome {
    run_with(&[("a.c", text)], &Options::default())
}

impl Outcome {
    /// The tokens with one blank between them.
    fn text(&self) -> String {
        let words: Vec<String> = self.tokens.iter().map(|t| spelled(&t.kind)).collect();
        words.join(" ")
    }

    /// Severity, line and message of all diagnostics.
    fn messages(&self) -> Vec<String> {
        let line = |d: &Diagnostic| self.map.place(d.span).line;
        let severity = |d: &Diagnostic| if d.severity == Severity::Error { "error" } else { "warning" };
        let told = self.diagnostics.iter().filter(|d| !d.silent);
        told.map(|d| format!("{} {}: {}", severity(d), line(d), d.message)).collect()
    }
}

fn spelled(kind: &TokenKind) -> String {
    match kind {
        TokenKind::Keyword(k) => k.spelling().to_owned(),
        TokenKind::Identifier(name) => name.to_string(),
        TokenKind::Integer(i) => i.value.to_string(),
        TokenKind::Floating(f) => f.value.to_string(),
        TokenKind::Character(c) => format!("'{}'", c.value),
        TokenKind::String(s) => {
            let text: String = s.units.iter().filter_map(|&u| char::from_u32(u)).collect();
            format!("\"{text}\"")
        }
        TokenKind::Punct(p) => p.spelling().to_owned(),
    }
}

/// The tokens of a text in which nothing is wrong.
fn clean(text: &str) -> String {
    let outcome = run(text);
    assert_eq!(outcome.messages(), Vec::<String>::new(), "{text}");
    outcome.text()
}

#[test]
fn comments_continuations_and_digraphs() {
    assert_eq!(clean("int/* x */a; // b\nin\\\nt c<:2:>; \"a//b\" /\\\n/ gone"), "int a ; int c [ 2 ] ; \"a//b\"");
    assert_eq!(clean("%:define X 1\nX <% %>"), "1 { }");
    assert_eq!(clean("a+++b; x->y ... .5"), "a ++ + b ; x -> y ... 0.5");
}

#[test]
fn the_standards_examples_of_rescanning() {
    let text = "#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define z z[0]\n#define h g(~\n\
        #define m(a) a(w)\n#define w 0,1\n#define t(a) a\n#define p() int\n#define q(x) x\n#define r(x,y) x ## y\n#define str(x) # x\n";
    let expand = |line: &str| clean(&format!("{text}{line}"));
    let wide = |s: &str| clean(s);
    assert_eq!(
        expand("f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);"),
        wide("f(2 * (y+1)) + f(2 * (f(2 * (z[0])))) % f(2 * (0)) + t(1);")
    );
    assert_eq!(
        expand("g(x+(3,4)-w) | h 5) & m\n(f)^m(m);"),
        wide("f(2 * (2+(3,4)-0,1)) | f(2 * (~ 5)) & f(2 * (0,1))^m(0,1);")
    );
    assert_eq!(
        expand("p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };\nchar c[2][6] = { str(hello), str() };"),
        wide("int i[] = { 1, 23, 4, 5, };\nchar c[2][6] = { \"hello\", \"\" };")
    );
}

#[test]
fn the_standards_examples_of_strings_and_pasting() {
    let text = "#define str(s) # s\n#define xstr(s) str(s)\n#define debug(s, t) printf(\"x\" # s \"= %d, x\" # t \"= %s\", x ## s, x ## t)\n\
        #define INCFILE(n) vers ## n\n#define glue(a, b) a ## b\n#define xglue(a, b) glue(a, b)\n#define HIGHLOW \"hello\"\n#define LOW LOW \", world\"\n";
    let expand = |line: &str| clean(&format!("{text}{line}"));
    assert_eq!(expand("debug(1, 2);"), "printf ( \"x\" \"1\" \"= %d, x\" \"2\" \"= %s\" , x1 , x2 ) ;");
    assert_eq!(
        expand("str(strncmp(\"abc\\0d\", \"abc\", '\\4') == 0) str(: @\\n)"),
        "\"strncmp(\"abc\\0d\", \"abc\", '\\4') == 0\" \": @\n\""
    );
    assert_eq!(expand("xstr(INCFILE(2).h)"), "\"vers2.h\"");
    assert_eq!(expand("glue(HIGH, LOW); xglue(HIGH, LOW)"), "\"hello\" ; \"hello\" \", world\"");
    assert_eq!(
        clean(
            "#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n#define join(c, d) in_between(c hash_hash d)\njoin(x, y)"
        ),
        "\"x ## y\""
    );
    assert_eq!(
        clean(
            "#define t(x,y,z) x ## y ## z\nint j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,), t(10,,), t(,11,), t(,,12), t(,,) };"
        ),
        "int j [ ] = { 123 , 45 , 67 , 89 , 10 , 11 , 12 , } ;"
    );
}

#[test]
fn variadic_macros() {
    assert_eq!(
        clean("#define d(...) f(e, __VA_ARGS__)\n#define s(...) #__VA_ARGS__\nd(1, x); s(a,  b)"),
        "f ( e , 1 , x ) ; \"a, b\""
    );
    assert_eq!(
        clean("#define p(f, ...) printf(f, ## __VA_ARGS__)\np(\"a\"); p(\"b\", 1, 2)"),
        "printf ( \"a\" ) ; printf ( \"b\" , 1 , 2 )"
    );
    assert_eq!(
        clean("#define p(f, args...) printf(f, ##args)\np(\"a\"); p(\"b\", 1)"),
        "printf ( \"a\" ) ; printf ( \"b\" , 1 )"
    );
    assert_eq!(clean("#define p(f, ...) g(f __VA_OPT__(,) __VA_ARGS__)\np(1) p(1, 2)"), "g ( 1 ) g ( 1 , 2 )");
}

#[test]
fn conditions_are_computed() {
    let truth = |condition: &str| {
        clean(&format!("#define ONE 1\n#define HAS defined(ONE)\n#if {condition}\n1\n#else\n0\n#endif"))
    };
    for yes in [
        "1",
        "ONE",
        "defined ONE && !defined(TWO)",
        "HAS",
        "2 + 3 * 4 == 14",
        "-1 < 0",
        "-1 > 0u",
        "(1 ? -1 : 0u) > 0",
        "1 || 1 / 0",
        "0 ? 1 / 0 : 1",
        "'a' == 97",
        "'\\377' < 0",
        "~0 == -1",
        "1 << 2 == 4",
        "-8 >> 1 == -4",
        "0x7fffffffffffffff + 0u > 0",
        "__has_include(<stdio.h>)",
        "!__has_include(\"none.h\")",
        "__STDC_VERSION__ >= 199901L",
        "UNKNOWN == 0",
        "7 % 4 == 3 && 10 - 2 - 3 == 5",
    ] {
        assert_eq!(truth(yes), "1", "{yes}");
    }
    for no in ["0", "!ONE", "1 == 2", "TWO", "1 && 0 || 0", "0 && (1 / 0)"] {
        assert_eq!(truth(no), "0", "{no}");
    }
}

#[test]
fn groups_are_chosen_and_skipped() {
    let text = "#define N 2\n#if N == 1\none\n#elif N == 2\n#  if 0\n don't \"look /* at \n #else\ntwo\n#endif\n#elif 1/0\nthree\n#else\nfour\n#endif\nend";
    assert_eq!(clean(text), "two end");
    assert_eq!(clean("#if 0\n#bogus\n/*\n#endif\n*/\n#else\nx\n#endif"), "x");
    assert_eq!(clean("#define f(x) <x>\nf(\n#ifdef A\n1\n#else\n2\n#endif\n)"), "< 2 >");
}

#[test]
fn files_are_found_and_guarded() {
    let files = [
        (
            "src/main.c",
            "#include \"a.h\"\n#include \"./a.h\"\n#include \"once.h\"\n#include \"sub/../once.h\"\n#include \"copy/once.h\"\n#define F <b.h>\n#include F\n",
        ),
        ("src/a.h", "#ifndef A\n#define A\nint a;\n#endif\n"),
        ("src/once.h", "#pragma once\nint once;\n#include \"b.h\"\n"),
        ("src/copy/once.h", "#pragma once\nint once;\n#include \"b.h\"\n"),
        ("inc/b.h", "int b;\n"),
    ];
    let outcome = run_with(&files, &Options { include_dirs: vec!["inc".to_owned()], ..Options::default() });
    assert_eq!(outcome.messages(), Vec::<String>::new());
    assert_eq!(outcome.text(), "int a ; int once ; int b ; int b ;");
}

#[test]
fn include_next_looks_further() {
    let files = [
        ("m.c", "#include <x.h>\n"),
        ("one/x.h", "one\n#if __has_include_next(<x.h>)\n#include_next <x.h>\n#endif\n"),
        ("two/x.h", "two\n#if __has_include_next(<x.h>)\nmore\n#endif\n"),
    ];
    let include_dirs = vec!["one".to_owned(), "two/".to_owned()];
    let outcome = run_with(&files, &Options { include_dirs, ..Options::default() });
    assert_eq!((outcome.text().as_str(), outcome.messages()), ("one two", Vec::new()));
}

#[test]
fn wrong_includes_are_explained() {
    let files = [
        ("m.c", "#include <stdoi.h>\n#include <pthread.h>\n#include <own.h>\n#include \"none.h\"\n#include x\n"),
        ("own.h", ""),
    ];
    let outcome = run_with(&files, &Options::default());
    assert_eq!(
        outcome.messages(),
        [
            "error 1: the header <stdoi.h> was not found",
            "warning 2: <pthread.h>: threads are not supported",
            "error 3: the header <own.h> was not found",
            "error 4: the header \"none.h\" was not found",
            "error 5: #include needs a header's name in \"\" or <>",
        ]
    );
    let notes: Vec<&str> = outcome.diagnostics.iter().flat_map(|d| d.notes.iter().map(String::as_str)).collect();
    assert_eq!(
        notes,
        [
            "did you mean <stdio.h>?",
            "there is a file 'own.h' beside this one: write #include \"own.h\"",
            "looked in the folder of this file",
        ]
    );
}

#[test]
fn the_command_line_defines_and_includes() {
    let options = Options {
        defines: vec![("N".into(), "7".into()), ("ADD(a)".into(), "a + N".into()), ("GONE".into(), "1".into())],
        undefines: vec!["GONE".into()],
        forced_includes: vec!["first.h".into()],
        date: Some(("Jan  2 2024".into(), "03:04:05".into())),
        ..Options::default()
    };
    let outcome = run_with(&[("d/m.c", "ADD(1) GONE __DATE__ __TIME__"), ("first.h", "first")], &options);
    assert_eq!(outcome.messages(), Vec::<String>::new());
    assert_eq!(outcome.text(), "first 1 + 7 GONE \"Jan  2 2024\" \"03:04:05\"");
}

#[test]
fn lines_and_files_are_named() {
    assert_eq!(
        clean("__LINE__ __FILE__\n#line 70 \"g.y\"\n__LINE__ __FILE__\n__COUNTER__ __COUNTER__"),
        "1 \"a.c\" 70 \"g.y\" 0 1"
    );
    assert_eq!(clean("#define L __LINE__\n\nL"), "3");
}

#[test]
fn expanded_tokens_stand_where_the_macro_is_used() {
    let outcome = run("#define TWICE(x) ((x) + (x))\n\nint a = TWICE(b);\n");
    let plus = outcome.tokens.iter().find(|t| spelled(&t.kind) == "+").expect("a plus");
    assert_eq!(outcome.map.text(plus.span), "TWICE(b)");
    let expansion = outcome.map.expansion(plus.span.expansion).expect("it is out of a macro");
    assert_eq!((&*expansion.name, outcome.map.text(expansion.definition)), ("TWICE", "TWICE"));
    let argument = outcome.tokens.iter().find(|t| spelled(&t.kind) == "b").expect("the argument");
    assert_eq!((outcome.map.text(argument.span), outcome.map.place(argument.span).column), ("b", 15));
    let int = outcome.tokens.first().expect("a token");
    assert!(int.starts_line() && int.span.expansion.0 == 0 && !plus.starts_line());
}

#[test]
fn what_is_wrong_is_told_all_at_once() {
    let text = "#define ADD(a, b) a + b\nint x = ADD(1);\nADD(1, 2, 3);\n#define ADD(a) a\nchar *s = \"open;\nint y = 08;\n@\n#elif 1\n#if 1 +\n#endif\n\
        #iff\n#error stop here\n#warning careful\n#define f(x) #y\n#define g ## 1\n#undef\n#if 1\n#else\n#else\n";
    assert_eq!(
        run(text).messages(),
        [
            "error 2: macro 'ADD' needs 2 arguments, but only 1 is given",
            "error 3: macro 'ADD' needs 2 arguments, but 3 are given",
            "warning 4: macro 'ADD' is defined again, with another text",
            "error 5: the string has no closing '\"' on its line",
            "error 6: '8' is no digit of an octal constant",
            "error 7: stray '@' in the program",
            "error 8: #elif without #if",
            "error 9: a value is missing in the condition of #if",
            "error 11: there is no directive '#iff'",
            "error 12: #error stop here",
            "warning 13: #warning careful",
            "error 14: '#' must be followed by a parameter of the macro",
            "error 15: a macro cannot begin with '##'",
            "error 16: #undef needs the name of a macro",
            "error 19: #else after #else",
            "error 17: #if without #endif",
        ]
    );
    assert_eq!(run("int x; /* open\nint y;\n").messages(), ["error 1: the comment has no end"]);
    assert_eq!(run("#define f(x) x\nf(1, (2)\n;").messages(), ["error 2: the call of macro 'f' has no closing ')'"]);
}

#[test]
fn limits_end_what_would_not_end() {
    let mut bomb = String::from("#define A0 x x x x x x x x x x\n");
    for i in 1..12 {
        let before = format!("A{} ", i - 1).repeat(10);
        bomb.push_str(&format!("#define A{i} {before}\n"));
    }
    bomb.push_str("A11\n");
    assert_eq!(run(&bomb).diagnostics.first().map(|d| d.code), Some("limit"));
    assert_eq!(run("#include \"a.c\"\n").diagnostics.first().map(|d| d.code), Some("limit"));
    let deep = format!("#define f(x) x\n{}1{}\n", "f(".repeat(5_000), ")".repeat(5_000));
    assert_eq!(run(&deep).diagnostics.first().map(|d| d.code), Some("limit"));
    let nested = format!("#if {}1{}\n#endif\n", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(run(&nested).diagnostics.first().map(|d| d.code), Some("limit"));
    let minuses = format!("#if {}1\n#endif\n", "- ".repeat(100_000));
    assert_eq!(run(&minuses).diagnostics.first().map(|d| d.code), Some("limit"));
    assert!(run(&"\"\n".repeat(10_000)).diagnostics.len() < 100);
}

#[test]
fn pragmas_and_packing() {
    assert_eq!(clean("#pragma omp parallel\n_Pragma(\"once\") int x;"), "int x ;");
    assert_eq!(
        clean("#pragma pack(push, 1)\nstruct S { char c; }; struct S s;\n#pragma pack(pop)\nstruct T { int i; };"),
        "struct __attribute__ ( ( pack 1 ) ) S { char c ; } ; struct S s ; struct T { int i ; } ;"
            .replace("__attribute__", super::token::Keyword::Attribute.spelling())
    );
    let saved = "#define N 1\n#pragma push_macro(\"N\")\n#undef N\n#define N 2\nN\n#pragma pop_macro(\"N\")\nN";
    assert_eq!(clean(saved), "2 1");
    assert_eq!(run("#pragma pack(3)").messages(), ["error 1: #pragma pack needs 1, 2, 4, 8 or 16, not '3'"]);
}

#[test]
fn every_header_reads_cleanly_alone_and_all_together() {
    let mut all = String::new();
    for name in super::headers::names() {
        all.push_str(&format!("#include <{name}>\n"));
        let (mut map, mut diagnostics) = (SourceMap::new(), Vec::new());
        preprocess_header(&mut map, name, &mut diagnostics);
        assert_eq!(diagnostics, [], "{name}");
    }
    let outcome = run(&format!("{all}{all}"));
    assert_eq!(outcome.messages(), Vec::<String>::new());
    assert!(outcome.tokens.len() > 5_000);
}

#[test]
fn a_compiled_program_is_no_text() {
    let mut memory = MemoryFiles::default();
    memory.insert("a.out", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0".as_slice());
    let (mut map, mut diagnostics) = (SourceMap::new(), Vec::new());
    assert_eq!(preprocess(&memory, &mut map, "a.out", &Options::default(), &mut diagnostics), None);
    let codes: Vec<&str> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["not-text"]);
}
