//! However deep a program calls itself, the run ends in `stack-overflow`, never
//! in a crash of cglass: the smallest recursion in stacks of 8 MiB and 64 MiB,
//! and calls from deep inside an expression, which take the most of the host's
//! stack for each call. Through the binary, whose thread has the real size.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const SMALLEST: &str = "static int f(int n) { return f(n + 1); }\nint main(void) { return f(0); }\n";

/// Runs a program given on standard input.
fn run(program: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cglass"))
        .args(arguments)
        .args(["-W", "signed-overflow=off", "--time-limit", "300", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    child.stdin.take().expect("piped").write_all(program.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

/// The run found this kind and ended orderly.
fn ends_in(kind: &str, output: &Output) {
    let report = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(70), "no orderly end ({:?}):\n{report}", output.status);
    assert!(report.contains(&format!("error[{kind}]")), "{report}");
    assert!(!report.contains("panicked"), "{report}");
}

/// `1 + (1 + (… f(n + 1) …))`, so deep that the call stands inside `depth` open operations.
fn nested(depth: usize) -> String {
    let open = "1 + (".repeat(depth);
    let close = ")".repeat(depth);
    format!("static int f(int n) {{ return {open}f(n + 1){close}; }}\nint main(void) {{ return f(0); }}\n")
}

#[test]
fn the_smallest_recursion_in_8_mib() {
    ends_in("stack-overflow", &run(SMALLEST, &[]));
}

#[test]
fn the_smallest_recursion_in_64_mib() {
    ends_in("stack-overflow", &run(SMALLEST, &["--stack-size", "64M"]));
}

#[test]
fn a_call_inside_a_deep_expression() {
    for depth in [10, 100, 900] {
        ends_in("stack-overflow", &run(&nested(depth), &[]));
    }
}

#[test]
fn a_call_inside_deep_calls() {
    let program = format!(
        "static int f(int n) {{ return {}f(n + 1){}; }}\nint main(void) {{ return f(0); }}\n",
        "f(".repeat(200),
        ")".repeat(200)
    );
    ends_in("stack-overflow", &run(&program, &[]));
}

#[test]
fn a_call_inside_deep_statements() {
    let program = format!(
        "static int f(int n) {{ {} f(n + 1); {} return 0; }}\nint main(void) {{ return f(0); }}\n",
        "if (n >= 0) { ".repeat(120),
        "}".repeat(120)
    );
    ends_in("stack-overflow", &run(&program, &[]));
}

#[test]
fn a_recursion_through_the_library() {
    let program = "#include <stdlib.h>\nstatic int f(const void *a, const void *b) {\n    int x[2] = {2, 1};\n    \
                   (void)a; (void)b;\n    qsort(x, 2, sizeof *x, f);\n    return 0;\n}\n\
                   int main(void) { return f(0, 0); }\n";
    ends_in("stack-overflow", &run(program, &[]));
}

#[test]
fn the_deepest_expression_that_is_allowed_runs() {
    let program = format!(
        "#include <stdio.h>\nint main(void) {{ int one = 1; printf(\"%d\\n\", {}one{}); return 0; }}\n",
        "(one + ".repeat(490),
        ")".repeat(490)
    );
    let output = run(&program, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.stdout, b"491\n");
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    let program = format!("int main(void) {{ return {}1{}; }}\n", "(".repeat(100_000), ")".repeat(100_000));
    let output = run(&program, &[]);
    assert_eq!(output.status.code(), Some(65), "{}", String::from_utf8_lossy(&output.stderr));
}
