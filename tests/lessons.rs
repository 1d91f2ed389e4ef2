//! The lessons in `c-examples`: each is run by the commands that its first
//! comment names, what is then seen is compared with a snapshot under
//! `tests/lessons`, and the index says what must come of it.
//!
//! `cargo test --test lessons -- heap/` runs some;
//! `CGLASS_BLESS=1 cargo test --test lessons` rewrites the snapshots of those
//! of which the index is right.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod console;
#[path = "lessons/index.rs"]
mod index;
#[path = "lessons/lesson.rs"]
mod lesson;
#[path = "lessons/mends.rs"]
mod mends;
#[path = "lessons/native.rs"]
mod native;
#[path = "lessons/verdict.rs"]
mod verdict;

use lesson::Lesson;
use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let rows = index::read();
    let mut trials = vec![Trial::test("index", || Ok(index::is_complete()?))];
    for row in rows {
        let name = row.name.clone();
        trials.push(Trial::test(name, move || test(&row)));
    }
    for mend in mends::MENDS {
        trials.push(Trial::test(format!("mended/{}", mend.name), move || Ok(mend.holds()?)));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The repository: commands are run there.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file for this test run alone.
fn scratch(name: &str, ending: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lessons");
    fs::create_dir_all(&folder).expect("writable");
    folder.join(format!("{}{ending}", name.replace('/', "-")))
}

fn test(row: &index::Row) -> Result<(), Failed> {
    let lesson = Lesson::read(&row.name)?;
    verdict::judge(&lesson, &row.codes)?;
    if row.codes.is_empty() && native::compiler() {
        native::agrees(&lesson)?;
    }
    Ok(snapshot(&lesson)?)
}

/// What all the lesson's commands show, one after the other.
fn snapshot(lesson: &Lesson) -> Result<(), String> {
    let mut shown = String::new();
    for command in &lesson.commands {
        let seen = console::run(command, root()).map_err(|e| e.to_string())?;
        shown.push_str(&format!("$ {command}\n{}[exit code {}]\n\n", seen.text, seen.code));
    }
    let path = root().join("tests/lessons").join(&lesson.name).with_extension("txt");
    if console::blessing() {
        let folder = path.parent().ok_or("a lesson without a folder")?;
        fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        return fs::write(&path, shown).map_err(|e| e.to_string());
    }
    let expected = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    if expected == shown {
        return Ok(());
    }
    Err(format!(
        "{} differs from what is shown now; if it is better, CGLASS_BLESS=1 takes it over\n{shown}",
        path.display()
    ))
}
