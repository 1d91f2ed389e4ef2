//! README and docs show what comes out: the lines after `$` in a block marked
//! `console` are typed into a shell, and what follows them must be what is
//! seen. A block marked with a language and a name (`c average.c`) is a file
//! that the commands after it find. Links lead to files that are there.
//!
//! `CGLASS_BLESS=1 cargo test --test docs` rewrites what is shown.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "docs/annex.rs"]
mod annex;
mod console;
#[path = "docs/links.rs"]
mod links;
#[path = "docs/page.rs"]
mod page;

use libtest_mimic::{Arguments, Failed, Trial};
use page::{Block, Shown};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for name in pages() {
        let again = name.clone();
        trials.push(Trial::test(format!("{name} shows what comes out"), move || test(&name)));
        trials.push(Trial::test(format!("{again} links to what is there"), move || Ok(links::hold(&again)?)));
    }
    trials.push(Trial::test("docs/annex-j.md has every bullet", || Ok(annex::hold()?)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages, by their paths in the repository.
fn pages() -> Vec<String> {
    let mut all = vec!["README.md".to_owned(), "c-examples/README.md".to_owned()];
    for entry in fs::read_dir(root().join("docs")).expect("docs") {
        let name = entry.expect("readable").file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") {
            all.push(format!("docs/{name}"));
        }
    }
    all.sort();
    all
}

fn test(name: &str) -> Result<(), Failed> {
    let path = root().join(name);
    let text = fs::read_to_string(&path)?;
    let folder = folder_for(name)?;
    let mut shown_now = String::new();
    for block in page::blocks(&text) {
        match block {
            Block::Text(lines) => shown_now.push_str(lines),
            Block::File { name, body, whole } => {
                let file = folder.join(name);
                fs::create_dir_all(file.parent().unwrap_or(&folder))?;
                fs::write(file, body)?;
                shown_now.push_str(whole);
            }
            Block::Console { fence, commands, end } => {
                shown_now.push_str(fence);
                shown_now.push_str(&console(&commands, &folder)?);
                shown_now.push_str(end);
            }
        }
    }
    if shown_now == text {
        return Ok(());
    }
    if console::blessing() {
        return Ok(fs::write(&path, shown_now)?);
    }
    let differs = text.lines().zip(shown_now.lines()).position(|(is, now)| is != now);
    let at = differs.unwrap_or_else(|| text.lines().count().min(shown_now.lines().count()));
    let now: Vec<&str> = shown_now.lines().skip(at).take(12).collect();
    Err(format!("{name}:{} shows something else than what comes out:\n{}", at + 1, now.join("\n")).into())
}

/// The commands of a block, each followed by what it prints.
fn console(commands: &[Shown], folder: &Path) -> io::Result<String> {
    let mut text = String::new();
    let mut last_code = 0;
    for command in commands {
        let seen = console::run(&format!("(exit {last_code})\n{}", command.line), folder)?;
        last_code = seen.code;
        text.push_str(command.typed);
        text.push_str(&seen.text);
        if !seen.text.is_empty() && !seen.text.ends_with('\n') {
            text.push('\n');
        }
    }
    Ok(text)
}

/// A new folder for the commands of one page, with the lessons and the docs in it.
fn folder_for(page: &str) -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs").join(page.replace('/', "-"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for given in ["c-examples", "docs"] {
        copy(&root().join(given), &folder.join(given))?;
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
