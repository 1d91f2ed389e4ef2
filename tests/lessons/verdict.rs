//! What the index says of a lesson, against the report for programs.

use super::console;
use super::lesson::Lesson;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// The lesson shows what the index says. One without any code is clean: also
/// if every warning and every leak counts.
///
/// # Errors
/// How they differ.
pub fn judge(lesson: &Lesson, codes: &BTreeSet<String>) -> Result<(), String> {
    let told = told(lesson, "")?;
    if told != *codes {
        return Err(format!("{}: the index says {codes:?}, the report {told:?}", lesson.name));
    }
    if codes.is_empty() {
        let strictly = self::told(lesson, "-W all=error --leaks-error=definite,cycle,possible,reachable")?;
        if !strictly.is_empty() {
            return Err(format!("{}: not clean when all counts: {strictly:?}", lesson.name));
        }
    }
    Ok(())
}

/// The codes of all findings and of what the text is warned of; the classes of
/// leaks too if the program came to its own end.
fn told(lesson: &Lesson, options: &str) -> Result<BTreeSet<String>, String> {
    let report = super::scratch(&lesson.name, ".json");
    let line = lesson.command_with(&format!("{options} --json '{}'", report.display()));
    console::run(&line, super::root()).map_err(|e| e.to_string())?;
    let text = fs::read_to_string(&report).map_err(|e| format!("{line}: no report: {e}"))?;
    let report: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let mut codes = texts(&report, "diagnostics", "code");
    codes.extend(texts(&report, "findings", "kind"));
    if report.get("program_exit_code").is_some_and(Value::is_number) {
        codes.extend(texts(&report, "leaks", "class"));
    }
    Ok(codes)
}

/// One text of each element of a list.
fn texts(report: &Value, list: &str, name: &str) -> BTreeSet<String> {
    let all = report.get(list).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|one| one.get(name)?.as_str().map(str::to_owned)).collect()
}
