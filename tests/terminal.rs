//! Reports on a terminal: its width is kept to, and colours only add to what
//! stands there without them. Run through `script`, which makes a terminal;
//! skipped, and said so, where there is none.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "a test that cannot go on fails; what is skipped is said")]
#![cfg(target_os = "linux")]

use std::process::{Command, Stdio};

/// What a lesson's report is on a terminal of this width; `None` without `script`.
fn on_terminal(width: usize, environment: &[(&str, &str)]) -> Option<String> {
    let cglass = env!("CARGO_BIN_EXE_cglass");
    let lesson = concat!(env!("CARGO_MANIFEST_DIR"), "/c-examples/errors/use_after_free.c");
    let line = format!("stty rows 24 cols {width} <&2; '{cglass}' '{lesson}' >/dev/null");
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).stdin(Stdio::null()).env_remove("NO_COLOR").env("TERM", "xterm");
    command.envs(environment.iter().copied());
    let Ok(output) = command.output() else {
        eprintln!("skipped: 'script' is missing, so there is no terminal to report to");
        return None;
    };
    let text = String::from_utf8(output.stdout).expect("reports are UTF-8");
    assert!(text.contains("use-after-free"), "no report: {text}");
    Some(text.replace("\r\n", "\n"))
}

/// The text without the sequences that colour it (`ESC [ … m`).
fn plain(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[test]
fn sentences_keep_to_the_width() {
    for width in [50, 80, 120] {
        let Some(text) = on_terminal(width, &[]) else { return };
        let text = plain(&text);
        // Snippets stand as the student wrote them; what cglass says is wrapped.
        let said = |line: &&str| !line.contains('│') && !line.contains("┌─") && !line.contains(".c:");
        let longest = text.lines().filter(said).map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(longest <= width, "{longest} columns on a terminal of {width}:\n{text}");
        assert!(longest + 25 > width, "only {longest} columns used of {width}:\n{text}");
    }
}

#[test]
fn colours_only_add() {
    let Some(coloured) = on_terminal(80, &[]) else { return };
    let Some(bare) = on_terminal(80, &[("NO_COLOR", "1")]) else { return };
    assert!(coloured.contains('\x1b'), "no colours on a terminal: {coloured}");
    assert!(!bare.contains('\x1b'), "colours in spite of NO_COLOR: {bare}");
    assert_eq!(plain(&coloured), bare);
}
