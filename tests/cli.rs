//! The command line from outside: exit codes, streams, files.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("cglass-cli-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("writable");
        Folder(path)
    }

    fn file(&self, name: &str, text: &str) -> &Folder {
        fs::write(self.0.join(name), text).expect("writable");
        self
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cglass"));
        command.current_dir(&self.0).args(line.split_whitespace()).stdin(Stdio::null());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().expect("starts")
    }

    /// Exit code, standard output, standard error.
    fn told(&self, line: &str) -> (i32, String, String) {
        parts(&self.run(line))
    }

    fn with_input(&self, line: &str, input: &str) -> (i32, String, String) {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("starts");
        child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("read");
        parts(&child.wait_with_output().expect("ends"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn parts(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

const CLEAN: &str = "#include <stdio.h>\n#include <stdlib.h>\n\
    int main(void) { int *p = malloc(4); *p = 2; printf(\"%d\\n\", *p); free(p); return *(int[]){3}; }\n";
const NULL: &str = "#include <stddef.h>\nint main(void) { int *p = NULL; return *p; }\n";
const LEAK: &str = "#include <stdlib.h>\nint main(void) { int *p = malloc(4); p = NULL; return 5; }\n";
const LOOP: &str = "int main(void) { for (;;) ; }\n";
const ECHO: &str = "#include <stdio.h>\n\
    int main(void) { char b[9]; printf(\"name? \"); if (fgets(b, 9, stdin)) printf(\"hi %s\", b); return 0; }\n";

#[test]
fn a_clean_run_has_the_programs_exit_code_and_one_line() {
    let folder = Folder::new("clean");
    let told = folder.file("a.c", CLEAN).told("a.c");
    assert_eq!(told, (3, "2\n".into(), "no errors; 1 block allocated, freed\n".into()));
    assert_eq!(folder.told("-q -Wall -std=c99 -O2 -o prog a.c -lm"), (3, "2\n".into(), String::new()));
    assert_eq!(folder.told("run a.c").0, 3);
    assert!(!folder.0.join("prog").exists());
}

#[test]
fn trigraphs_are_replaced_in_the_standards_dialects() {
    let folder = Folder::new("trigraphs");
    let source = "??=define TWO 2\nint main(void) ??< return TWO ??!??! ??/\n1; ??>\n";
    folder.file("t.c", source).file("s.c", "int main(void) { return sizeof \"??/\"\" - 2; }\n");
    for (line, code) in [
        ("t.c", 65),
        ("-std=gnu17 t.c", 65),
        ("-std=c11 -ansi t.c", 1),
        ("-trigraphs t.c", 1),
        ("check -std=c99 t.c", 0),
        ("s.c", 65),
        ("-std=c11 s.c", 0),
    ] {
        let told = folder.told(line);
        assert_eq!(told.0, code, "{line}: {}", told.2);
    }
}

#[test]
fn errors_rejections_limits_and_leaks_have_their_exit_codes() {
    let folder = Folder::new("codes");
    folder.file("null.c", NULL).file("leak.c", LEAK).file("loop.c", LOOP).file("bad.c", "int main(void) { return x; }");
    for (line, code) in [
        ("null.c", 70),
        ("--error-exitcode 9 null.c", 9),
        ("--error-exitcode=0 null.c", 139),
        ("-Wnull-dereference=warning null.c", 0),
        ("bad.c", 65),
        ("check bad.c", 65),
        ("check null.c", 0),
        ("--max-steps 1000 loop.c", 124),
        ("--time-limit 0.2 loop.c", 124),
        ("leak.c", 5),
        ("--leaks-error leak.c", 70),
        ("--leaks-error=cycle leak.c", 5),
        ("--leak-check=full leak.c", 5),
    ] {
        let told = folder.told(line);
        assert_eq!(told.0, code, "{line}: {}", told.2);
    }
}

/// A bad write is not done, a bad read gives 0.
const BOUNDS: &str = "#include <stdio.h>\n\
    int main(void) { int a[3] = {1, 2, 3}; a[3] = 9; printf(\"%d\\n\", a[3] + a[0]); return 3; }\n";
const OVERFLOW: &str = "#include <limits.h>\n#include <stdio.h>\n\
    int main(void) { for (int i = 0; i < 3; i++) { int n = INT_MAX; n++; } puts(\"end\"); return 4; }\n";
const UNWRITTEN: &str = "#include <stdio.h>\nint main(void) { int x; if (x == 0) puts(\"zero\"); return 2; }\n";
const ABORT: &str = "#include <stdlib.h>\nint main(void) { abort(); }\n";
const KEPT: &str = "#include <stdlib.h>\nstatic int *kept;\nint main(void) { kept = malloc(4); return 5; }\n";

#[test]
fn severities_and_what_goes_on_combine() {
    let folder = Folder::new("severities");
    folder.file("bounds.c", BOUNDS).file("overflow.c", OVERFLOW).file("unwritten.c", UNWRITTEN);
    folder.file("abort.c", ABORT).file("kept.c", KEPT).file("leak.c", LEAK);
    // The command line, cglass's exit code, what the program printed, findings in the report.
    for (line, code, printed, findings) in [
        ("bounds.c", 70, "", 1),
        ("--keep-going bounds.c", 70, "1\n", 2),
        ("-W out-of-bounds=warning bounds.c", 3, "1\n", 2),
        ("-Wout-of-bounds=off bounds.c", 3, "1\n", 0),
        ("-W all=warning bounds.c", 3, "1\n", 2),
        ("--error-exitcode 0 bounds.c", 139, "", 1),
        ("--keep-going --error-exitcode 0 bounds.c", 3, "1\n", 2),
        ("--keep-going --error-exitcode 9 bounds.c", 9, "1\n", 2),
        ("overflow.c", 4, "end\n", 1),
        ("-W all=error overflow.c", 70, "", 1),
        ("-W all=error -W signed-overflow=off overflow.c", 4, "end\n", 0),
        ("-W signed-overflow=off -W all=error overflow.c", 70, "", 1),
        ("-W all=error --keep-going overflow.c", 70, "end\n", 1),
        ("--keep-going unwritten.c", 70, "zero\n", 1),
        ("--error-exitcode 0 unwritten.c", 1, "", 1),
        ("-W uninitialized-read=off unwritten.c", 2, "zero\n", 0),
        // What nothing sensible can follow is never continued or demoted.
        ("--keep-going abort.c", 70, "", 1),
        ("-W aborted=off abort.c", 70, "", 1),
        ("--error-exitcode=0 abort.c", 134, "", 1),
        // Leaks: which classes count, whether they are shown or not.
        ("--leaks-error kept.c", 5, "", 0),
        ("--leaks-error=reachable kept.c", 70, "", 0),
        ("--leaks-error=definite,reachable --error-exitcode 12 kept.c", 12, "", 0),
        ("--leaks=off --leaks-error leak.c", 70, "", 0),
        ("--leaks-error --error-exitcode 0 leak.c", 5, "", 0),
    ] {
        let (told, stdout, stderr) = folder.told(line);
        let found = stderr.lines().filter(|l| l.starts_with("error[") || l.starts_with("warning[")).count();
        assert_eq!((told, stdout.as_str(), found), (code, printed, findings), "{line}: {stderr}");
    }
    // A warning is told once a place, with a count.
    folder.told("-q --json r.json overflow.c");
    let written = fs::read_to_string(folder.0.join("r.json")).expect("written");
    let report: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!((&report["findings"][0]["count"], &report["findings"][0]["severity"]), (&3.into(), &"warning".into()));
}

#[test]
fn wrong_usage_is_told_with_exit_code_2() {
    let folder = Folder::new("usage");
    folder.file("a.c", CLEAN).file("data.txt", "1 2 3").file("b.cpp", "");
    for (line, words) in [
        ("", "Usage:"),
        ("--bogus a.c", "--bogus"),
        ("nosuch.c", "there is no such file"),
        ("a.c data", "after '--'"),
        ("a.c data.txt", "after '--'"),
        ("b.cpp", "C++"),
        (".", "folder"),
        ("-W nonsense=off a.c", "nonsense"),
        ("-W all=limit a.c", "limit"),
        ("--leaks-error=bogus a.c", "bogus"),
        ("--error-exitcode 256 a.c", "256"),
        ("--stack-size 3 a.c", "between"),
        ("--files nowhere a.c", "nowhere"),
        ("--json missing/r.json a.c", "no such folder"),
        ("--json . a.c", "folder"),
        ("explain doubel-free", "double-free"),
        ("explain format", "did you mean 'format-mismatch'?"),
        ("explian leak", "did you mean the command 'explain'?"),
        ("-q check tests/ui/pass/hello.c", "a command stands first: cglass check ..."),
        ("-z a.c", "there is no option '-z'; 'cglass --help' lists them"),
        ("--max-step 3 a.c", "did you mean '--max-steps'?"),
        ("--max-steps 100K a.c", "such as 100000"),
        ("--heap-size 2G a.c", "at most 2047M"),
        ("--max-steps -5 a.c", "the value of --max-steps must not be negative: '-5'"),
        ("--error-exitcode -1 a.c", "the value of --error-exitcode must not be negative: '-1'"),
        ("--json a.c", "'a.c' was taken for it"),
        ("help", "'cglass --help'"),
        ("version", "'cglass -V'"),
        ("explain bad-paste-of-tokens", "lists what there is"),
    ] {
        let (code, stdout, stderr) = folder.told(line);
        assert_eq!((code, stdout.as_str()), (2, ""), "{line}");
        assert!(stderr.contains(words), "{line}: {stderr}");
    }
}

#[test]
fn several_kinds_are_explained_one_after_the_other() {
    let (code, stdout, _) = Folder::new("several").told("explain out-of-bounds definite");
    let pages = stdout.lines().filter(|line| line.starts_with("# ")).count();
    assert_eq!((code, pages), (0, 2), "{stdout}");
}

#[test]
#[cfg(target_os = "linux")]
fn help_that_cannot_be_written_is_no_success() {
    for line in ["--help", "explain", "explain leak"] {
        let full = fs::File::create("/dev/full").expect("there");
        let output = Folder::new("full").command(line).stdout(full).output().expect("starts");
        let (code, _, stderr) = parts(&output);
        assert!(code == 2 && stderr.contains("cannot be written"), "{line}: {code} {stderr}");
    }
}

#[test]
fn leaks_are_explained_by_their_classes() {
    let folder = Folder::new("explained");
    let (code, told, _) = folder.told("explain leak");
    assert_eq!(code, 0);
    for class in ["definite", "cycle", "possible", "reachable"] {
        assert!(told.contains(&format!("    {class}")), "{told}");
    }
    assert_eq!(folder.told("explain use after free").1, folder.told("explain use-after-free").1);
}

#[test]
fn the_largest_heap_can_be_had() {
    let folder = Folder::new("heap");
    folder.file("a.c", "int main(void) { return 3; }");
    assert_eq!(folder.told("--heap-size 2047M a.c").0, 3);
}

#[test]
fn a_check_that_finds_nothing_says_so() {
    let folder = Folder::new("checked");
    folder.file("a.c", "int main(void) { return 3; }").file("bad.c", "int main(void) { return x; }");
    assert_eq!(folder.told("check a.c").2, "no problems found in the text\n");
    assert!(folder.told("check bad.c").2.ends_with("\n1 error\n"));
    assert!(folder.told("bad.c").2.ends_with("1 error; the program was not run\n"));
}

/// Both outputs into one file: the report begins on a line of its own.
#[test]
#[cfg(unix)]
fn an_unfinished_line_is_ended_before_the_report() {
    let folder = Folder::new("line");
    folder.file("a.c", "#include <stdio.h>\nint main(void) { printf(\"Enter: \"); return 0; }");
    let both = fs::File::create(folder.0.join("both.txt")).expect("writable");
    let mut command = folder.command("a.c");
    command.stdout(both.try_clone().expect("writable")).stderr(both);
    assert!(command.status().expect("starts").success());
    let told = fs::read_to_string(folder.0.join("both.txt")).expect("readable");
    assert_eq!(told, "Enter: \nno errors; no blocks allocated\n");
    // Apart, nothing is put in.
    assert_eq!(folder.told("a.c").1, "Enter: ");
    assert_eq!(folder.told("a.c").2, "no errors; no blocks allocated\n");
    // What the program writes to standard error stands where the report goes.
    folder.file("e.c", "#include <stdio.h>\nint main(void) { fputs(\"failed\", stderr); return 0; }");
    assert_eq!(folder.told("e.c").2, "failed\nno errors; no blocks allocated\n");
}

#[test]
fn quiet_keeps_error_findings_and_rejections() {
    let folder = Folder::new("quiet");
    folder.file("null.c", NULL).file("leak.c", LEAK).file("bad.c", "int main(void) { return x; }");
    let null = folder.told("-q null.c").2;
    assert!(null.contains("null-dereference") && !null.contains("stack:"), "{null}");
    assert!(folder.told("-q bad.c").2.contains("undeclared"));
    assert_eq!(folder.told("-q leak.c").2, "");
}

#[test]
fn json_replaces_the_file_and_leaves_nothing_else() {
    let folder = Folder::new("json");
    folder.file("leak.c", LEAK).file("r.json", "old").run("-q --json r.json leak.c");
    let written = fs::read_to_string(folder.0.join("r.json")).expect("written");
    let report: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(report["schema"], 1);
    assert_eq!(report["status"], "ok");
    assert_eq!((&report["exit_code"], &report["program_exit_code"]), (&5.into(), &5.into()));
    assert_eq!(report["leaks"][0]["class"], "definite");
    assert_eq!(report["leaks"][0]["bytes"], 4);
    assert_eq!(report["leaks"][0]["lost"]["reason"], "overwritten");
    assert_eq!(report["heap"]["allocations"], 1);
    assert_eq!(fs::read_dir(&folder.0).expect("there").count(), 2);
    folder.file("bad.c", "int main(void) { return x; }");
    folder.run("check --json r.json bad.c");
    let written = fs::read_to_string(folder.0.join("r.json")).expect("written");
    assert!(written.contains("\"rejected\"") && written.contains("\"heap\": null"), "{written}");
}

#[test]
fn sources_and_input_come_from_where_they_should() {
    let folder = Folder::new("input");
    folder.file("echo.c", ECHO);
    assert_eq!(folder.with_input("-q echo.c", "bob\n").1, "name? hi bob\n");
    assert_eq!(folder.with_input("-", "int main(void) { return 3; }").0, 3);
    // With the source on standard input the program has none.
    assert_eq!(folder.with_input("-q -", ECHO).1, "name? ");
    folder.file("args.c", "#include <stdio.h>\nint main(int c, char **v) { puts(v[c - 1]); return c; }\n");
    assert_eq!(folder.told("-q args.c -- -Wall -q"), (3, "-q\n".into(), String::new()));
}

#[test]
fn a_prompt_is_seen_before_input_is_read() {
    let folder = Folder::new("prompt");
    let mut command = folder.file("echo.c", ECHO).command("-q echo.c");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("starts");
    let mut prompt = [0; 6];
    child.stdout.as_mut().expect("piped").read_exact(&mut prompt).expect("a prompt");
    assert_eq!(&prompt, b"name? ");
    drop(child.stdin.take());
    assert_eq!(child.wait().expect("ends").code(), Some(0));
}

#[test]
fn files_are_those_that_were_granted() {
    let folder = Folder::new("files");
    fs::create_dir_all(folder.0.join("sub")).expect("writable");
    folder.file(
        "w.c",
        "#include <stdio.h>\nint main(void) { FILE *f = fopen(\"out.txt\", \"w\"); if (!f) return 1; \
         fputs(\"x\", f); fclose(f); return 0; }\n",
    );
    assert_eq!(folder.told("-q --files none w.c").0, 1);
    assert_eq!(folder.told("-q --files ro w.c").0, 1);
    assert!(!folder.0.join("out.txt").exists());
    assert_eq!(folder.told("-q --files sub w.c").0, 0);
    assert!(folder.0.join("sub/out.txt").exists() && !folder.0.join("out.txt").exists());
    assert_eq!(folder.told("-q w.c").0, 0);
    assert!(folder.0.join("out.txt").exists());
}

#[test]
fn a_reader_that_goes_away_ends_the_run() {
    let folder = Folder::new("pipe");
    folder.file("yes.c", "#include <stdio.h>\nint main(void) { for (;;) puts(\"yes yes yes yes\"); }\n");
    let mut command = folder.command("yes.c");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    let mut some = [0; 16];
    child.stdout.take().expect("piped").read_exact(&mut some).expect("output");
    let (code, _, stderr) = parts(&child.wait_with_output().expect("ends"));
    assert_eq!((code, stderr.as_str()), (141, ""));
}

/// Ctrl-C after the program has begun: it has written its first bytes.
#[cfg(unix)]
fn interrupted(name: &str, source: &str) -> (i32, String, String) {
    let folder = Folder::new(name);
    let mut command = folder.file("a.c", source).command("a.c");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("starts");
    let input = child.stdin.take();
    let mut first = [0; 6];
    child.stdout.as_mut().expect("piped").read_exact(&mut first).expect("output");
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("there is kill");
    assert!(killed.success());
    let told = parts(&child.wait_with_output().expect("ends"));
    drop(input);
    told
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_loop_and_the_waiting_for_input_with_a_report() {
    let looping = "#include <stdio.h>\nint main(void) { puts(\"begin\"); fflush(stdout); for (;;) ; }\n";
    for (name, source) in [("interrupt-loop", looping), ("interrupt-input", ECHO)] {
        let (code, _, stderr) = interrupted(name, source);
        assert_eq!(code, 130, "{name}: {stderr}");
        assert!(stderr.contains("stopped by Ctrl-C") && stderr.contains("in main, a.c:2"), "{name}: {stderr}");
    }
}

#[test]
fn the_report_can_be_short_long_and_plain() {
    let source =
        "#include <stdlib.h>\nint main(void) {\n    int *größe = malloc(8);\n    größe[2] = 1;\n    return 0;\n}\n";
    let folder = Folder::new("detail");
    folder.file("a.c", source);
    let (code, _, usual) = folder.told("a.c");
    assert_eq!(code, 70);
    assert!(usual.contains("┌─ a.c:4:5") && usual.contains("größe -> block #1 (int[2])"), "{usual}");
    assert!(usual.contains("^^^^^^^^^^^ 4 bytes written here") && usual.contains("Real machine: "), "{usual}");
    let (_, _, plain) = folder.told("--ascii a.c");
    assert!(plain.is_ascii() && plain.contains("--> a.c:4:5"), "{plain}");
    let (_, _, short) = folder.told("-q a.c");
    assert!(short.contains("line 3") && short.contains("Try: "), "{short}");
    assert!(!short.contains("in main") && !short.contains("4 bytes written here"), "{short}");
    let (_, _, long) = folder.told("--explain a.c");
    assert!(long.contains("cglass explain out-of-bounds") && long.len() > usual.len(), "{long}");
}
