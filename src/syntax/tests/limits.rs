//! Depth: what is refused, and that nothing overflows.

use super::lex;
use crate::syntax::{Limits, parse};

/// The number of errors, on a thread with so much stack.
fn errors(text: String, stack: usize, limits: Limits) -> Vec<&'static str> {
    let thread = std::thread::Builder::new().stack_size(stack);
    let run = move || {
        let mut diagnostics = Vec::new();
        let unit = parse(&lex(&text), &limits, &mut diagnostics);
        drop(unit);
        diagnostics.iter().map(|d| d.code).collect()
    };
    thread.spawn(run).expect("a thread").join().expect("no overflow")
}

const BIG: usize = 256 << 20;
const SMALL: usize = 2 << 20;

fn nested(open: &str, inner: &str, close: &str, n: usize) -> String {
    format!("int x; void f(void) {{ {}{inner}{} }}", open.repeat(n), close.repeat(n))
}

#[test]
fn a_thousand_levels_parse() {
    let limits = Limits::default();
    assert!(errors(nested("x = (", "1", ");", 1), BIG, limits).is_empty());
    for (open, inner, close) in [
        ("(", "x", ")"),
        ("x[", "1", "]"),
        ("f(", "1", ")"),
        ("(int)(", "1", ")"),
        ("1 + (", "1", ")"),
        ("x ? ", "1", " : 2"),
    ] {
        let text = nested(open, inner, close, 1000).replace(" }", "; }");
        assert!(errors(text, BIG, limits).is_empty(), "{open}");
    }
    for (open, inner, close) in
        [("{", "", "}"), ("if (x) {", ";", "}"), ("if (x) while (x) ", ";", ""), ("x = ({", "1;", "});")]
    {
        assert!(errors(nested(open, inner, close, 500), BIG, limits).is_empty(), "{open}");
    }
    let declarator = format!("int {}x{};", "(*".repeat(1000), ")".repeat(1000));
    assert!(errors(declarator, BIG, limits).is_empty());
    let braces = format!("int x[] = {}1{};", "{".repeat(1000), "}".repeat(1000));
    assert!(errors(braces, BIG, limits).is_empty());
    let records = format!("{}int x; {}", "struct {".repeat(1000), "} x;".repeat(1000));
    assert!(errors(records, BIG, limits).is_empty());
}

#[test]
fn what_c11_asks_for_parses_on_a_small_stack() {
    let limits = Limits::default();
    assert!(errors(nested("(", "x", ")", 63).replace(" }", "; }"), SMALL, limits).is_empty());
    assert!(errors(nested("{", "", "}", 127), SMALL, limits).is_empty());
    assert!(errors(nested("if (x) {", "", "}", 127), SMALL, limits).is_empty());
    assert!(errors(nested("for (;;) ", ";", "", 127), SMALL, limits).is_empty());
    assert!(errors(format!("{}int x; {}", "struct {".repeat(63), "} x;".repeat(63)), SMALL, limits).is_empty());
    assert!(errors(format!("int {}x{};", "(".repeat(63), ")".repeat(63)), SMALL, limits).is_empty());
}

#[test]
fn deeper_is_refused_by_name() {
    let limits = Limits::default();
    for (open, inner, close) in [
        ("(", "x", ")"),
        ("{", ";", "}"),
        ("if (x) ", ";", ""),
        ("case 1: ", ";", ""),
        ("a: ", ";", ""),
        ("if (x) ; else while (x) ", ";", ""),
    ] {
        assert_eq!(errors(nested(open, inner, close, 5000), SMALL, limits), ["nesting-limit"], "{open}");
    }
    let small = Limits { nesting: 10, chain: 10 };
    assert_eq!(errors(nested("{", ";", "}", 10), SMALL, small), ["nesting-limit"]);
    assert!(errors(nested("{", ";", "}", 9), SMALL, small).is_empty());
}

#[test]
fn long_chains_parse_up_to_the_limit() {
    let limits = Limits::default();
    for (left, right, last) in [
        ("1 + ", "", "1"),
        ("x = ", "", "1"),
        ("x ? 1 : ", "", "2"),
        ("- ", "", "x"),
        ("(int) ", "", "x"),
        ("! ", "", "x"),
        ("", " [1]", "x"),
        ("1, ", "", "1"),
    ] {
        let text = |n: usize| format!("int x; void f(void) {{ {}{last}{}; }}", left.repeat(n), right.repeat(n));
        assert!(errors(text(4000), BIG, limits).is_empty(), "{left}{right}");
        assert_eq!(errors(text(20_000), BIG, limits), ["nesting-limit"], "{left}{right}");
    }
    let flat = format!("void f(int x) {{ {} ; }}", "if (x) ; else ".repeat(20_000));
    assert!(errors(flat, SMALL, limits).is_empty());
    let many = format!("int x[] = {{ {} }};", "1, ".repeat(100_000));
    assert!(errors(many, SMALL, limits).is_empty());
    let pointers = format!("int {}x;", "*".repeat(20_000));
    assert!(errors(pointers, SMALL, limits).is_empty());
}

#[test]
fn nesting_and_chains_together_stay_bounded() {
    let level = format!("({}", "");
    let close = format!("){}", " + 1".repeat(100));
    let text = format!("int x = {}1{};", level.repeat(900), close.repeat(900));
    assert_eq!(errors(text, BIG, Limits::default()), ["nesting-limit"]);
}
