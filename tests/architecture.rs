//! The rules of docs/architecture.md that a compiler does not hold: who may
//! import whom, who may name which crate, and how long a file may be.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The library's modules, in the order in which the data flows. A module uses
/// only what stands before it.
const ORDER: &[&str] = &[
    "source",
    "diagnostics",
    "kinds",
    "types",
    "arith",
    "preprocess",
    "syntax",
    "sema",
    "lints",
    "memory",
    "machine",
    "findings",
    "leaks",
    "libc",
    "eval",
    "session",
    "report",
];

/// The binary: it sees the library as a crate like any other.
const BINARY: &[&str] = &["cli", "main"];

/// What only a binary may use: the world comes to the library through `Host` and `Files`.
const WORLD: &[&str] = &["std::fs", "std::env", "std::net", "std::thread", "std::time", "std::process", "std::io"];

const LINES: usize = 500;

/// A source file: where it is, and its text without comments, strings and tests.
struct File {
    path: PathBuf,
    lines: usize,
    code: String,
}

impl File {
    /// The first folder or file below `src`.
    fn module(&self) -> String {
        let first = self.path.components().next().expect("not empty").as_os_str().to_string_lossy().into_owned();
        first.trim_end_matches(".rs").to_owned()
    }

    /// How many modules it lies below the crate's root.
    fn depth(&self) -> usize {
        let folders = self.path.components().count() - 1;
        if self.path.ends_with("mod.rs") { folders } else { folders + 1 }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// The text without comments and the insides of strings and characters, so that
/// only code is looked at.
fn only_code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    while i < chars.len() {
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            'r' if matches!(at(i + 1), '"' | '#') && !at(i.wrapping_sub(1)).is_alphanumeric() => {
                let mut hashes = 0;
                while at(i + 1 + hashes) == '#' {
                    hashes += 1;
                }
                if at(i + 1 + hashes) != '"' {
                    out.push('r');
                    i += 1;
                    continue;
                }
                i += 2 + hashes;
                while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#')) {
                    i += 1;
                }
                i += 1 + hashes;
                out.push_str("\"\"");
            }
            '"' => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i += 1;
                out.push_str("\"\"");
            }
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
                out.push_str("' '");
            }
            c => {
                out.push(c);
                i += 1;
            }
        }
    }
    out
}

/// Files that are modules under `#[cfg(test)]`.
fn test_modules(files: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for path in files {
        let text = fs::read_to_string(path).expect("text");
        let folder = if path.file_stem().is_some_and(|s| s == "mod" || s == "lib") {
            path.parent().expect("in a folder").to_owned()
        } else {
            path.with_extension("")
        };
        for after in text.split("#[cfg(test)]").skip(1) {
            let declaration = after.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
            if let Some(name) = declaration.strip_prefix("mod ").and_then(|rest| rest.split_once(';'))
                && name.0.chars().all(|c| c.is_alphanumeric() || c == '_')
            {
                found.insert(folder.join(name.0).with_extension("rs"));
                found.insert(folder.join(name.0));
            }
        }
    }
    found
}

fn sources() -> Vec<File> {
    let src = root().join("src");
    let mut paths = Vec::new();
    rust_files(&src, &mut paths);
    assert!(paths.len() > 50, "the sources were not found");
    let tests = test_modules(&paths);
    let mut files = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("text");
        let is_test = tests.iter().any(|test| path.starts_with(test));
        let code = if is_test {
            String::new()
        } else {
            let code = only_code(&text);
            code.split("#[cfg(test)]\nmod tests {").next().unwrap_or("").to_owned()
        };
        files.push(File {
            path: path.strip_prefix(&src).expect("below src").to_owned(),
            lines: text.lines().count(),
            code,
        });
    }
    files
}

/// The modules named in `crate::…` paths, also inside `use crate::{a, b::c}`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    for after in code.split("crate::").skip(1) {
        let Some(group) = after.strip_prefix('{') else {
            found.insert(name(after));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                c if start && !c.is_whitespace() => {
                    found.insert(name(&group[i..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    found
}

/// `mod name {`
fn inline_module(words: &[&str]) -> bool {
    matches!(words, ["mod", _, "{"])
}

#[test]
fn a_module_imports_only_what_stands_before_it() {
    let mut wrong = Vec::new();
    for file in sources() {
        let module = file.module();
        let binary = BINARY.contains(&&*module);
        let Some(place) = ORDER.iter().position(|m| *m == module) else {
            if !binary && module != "lib" {
                wrong.push(format!("src/{} is in no module of the order", file.path.display()));
            }
            continue;
        };
        for import in imports(&file.code) {
            match ORDER.iter().position(|m| *m == import) {
                Some(at) if at <= place => {}
                Some(_) => wrong.push(format!("src/{} uses crate::{import}", file.path.display())),
                // Something at the crate's root: the library has nothing there.
                None => wrong.push(format!("src/{} uses crate::{import}, which is no module", file.path.display())),
            }
        }
        let up = (1..8).rev().find(|n| file.code.contains(&"super::".repeat(*n))).unwrap_or(0);
        let inline = usize::from(file.code.split_whitespace().collect::<Vec<_>>().windows(3).any(inline_module));
        if up >= file.depth() + inline {
            wrong.push(format!("src/{} climbs out of its module with super::", file.path.display()));
        }
    }
    assert!(wrong.is_empty(), "the order is {}:\n{}", ORDER.join(" < "), wrong.join("\n"));
}

#[test]
fn the_order_is_that_of_lib_rs() {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("text");
    let declared: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'))
        .filter(|name| ORDER.contains(name))
        .collect();
    let expected: Vec<&str> = ORDER.iter().copied().filter(|name| declared.contains(name)).collect();
    assert_eq!(declared, expected);
    for line in text.lines().filter(|line| line.trim_start().starts_with("pub mod ")) {
        assert!(ORDER.iter().any(|m| line.contains(m)), "lib.rs declares a module that has no place: {line}");
    }
}

#[test]
fn only_the_renderer_names_its_printing_library() {
    for file in sources() {
        if !file.path.ends_with("diagnostics/render.rs") {
            assert!(!file.code.contains("codespan_reporting"), "src/{}", file.path.display());
        }
    }
}

#[test]
fn only_the_builder_names_the_grammars_rules() {
    for file in sources() {
        if file.path.starts_with("syntax/builder") {
            continue;
        }
        if file.path.starts_with("syntax") {
            assert!(!file.code.contains("Rule::"), "src/{} names a rule of the grammar", file.path.display());
            continue;
        }
        assert!(!file.code.contains("pest::"), "src/{} names pest", file.path.display());
        assert!(!file.code.contains("Rule::"), "src/{} names a rule of the grammar", file.path.display());
    }
}

#[test]
fn the_library_does_no_io_of_its_own() {
    let mut wrong = Vec::new();
    for file in sources() {
        if BINARY.contains(&&*file.module()) {
            continue;
        }
        for path in WORLD {
            if file.code.contains(path) {
                wrong.push(format!("src/{} uses {path}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short() {
    let mut long: Vec<String> = sources()
        .iter()
        .filter(|file| file.lines > LINES)
        .map(|file| format!("src/{}: {} lines", file.path.display(), file.lines))
        .collect();
    let mut paths = Vec::new();
    for folder in ["tests", "benches"].map(|folder| root().join(folder)).iter().filter(|folder| folder.is_dir()) {
        rust_files(folder, &mut paths);
    }
    for path in paths {
        let lines = fs::read_to_string(&path).expect("text").lines().count();
        if lines > LINES {
            long.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(long.is_empty(), "longer than {LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn no_drawers() {
    for file in sources() {
        for part in file.path.components() {
            let name = part.as_os_str().to_string_lossy();
            let name = name.trim_end_matches(".rs");
            assert!(!["utils", "util", "helpers", "misc", "common"].contains(&name), "src/{}", file.path.display());
        }
    }
}

#[test]
fn the_reader_of_code_reads_code() {
    let code = only_code(
        "let a = \"crate::eval\"; // crate::eval\nuse crate::{types::Ty, arith}; let c = '\"'; crate::kinds::X /* crate::libc */",
    );
    assert_eq!(imports(&code), ["arith", "kinds", "types"].map(str::to_owned).into());
}
