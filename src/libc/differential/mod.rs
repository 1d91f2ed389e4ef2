//! The library beside glibc: a C program is made, compiled with gcc and run, and
//! must print what the library answers. Without gcc the tests say so and pass.
#![allow(clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::as_conversions, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod math;
mod numbers;
mod sorting;
mod strings;
mod time;

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("cglass-glibc-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder for temporary files");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The lines a C program prints; `None` if there is no gcc for glibc here.
fn native(body: &str) -> Option<Vec<String>> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64", target_env = "gnu")) {
        eprintln!("skipped: the reference is glibc on x86-64");
        return None;
    }
    let folder = Folder::new();
    let (source, program) = (folder.0.join("a.c"), folder.0.join("a.out"));
    let headers = ["assert", "ctype", "errno", "math", "stdint", "stdio", "stdlib", "string", "strings", "time"];
    let includes: String = headers.iter().map(|header| format!("#include <{header}.h>\n")).collect();
    std::fs::write(&source, format!("#define _GNU_SOURCE\n{includes}{body}")).expect("writes the source");
    let compiled = Command::new("gcc")
        .args(["-std=gnu17", "-O0", "-w", "-fno-builtin", "-ffp-contract=off", "-o"])
        .arg(&program)
        .arg(&source)
        .arg("-lm")
        .output();
    let Ok(compiled) = compiled else {
        eprintln!("skipped: gcc is not there");
        return None;
    };
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let ran = Command::new(&program).env_clear().env("TZ", "UTC").output().expect("runs");
    assert!(ran.status.success(), "the reference program ended with {}", ran.status);
    Some(String::from_utf8_lossy(&ran.stdout).lines().map(str::to_owned).collect())
}

/// All lines that differ, at most twenty of them.
fn agree(ours: &[String], theirs: &[String]) {
    let different: Vec<String> = ours
        .iter()
        .zip(theirs)
        .filter(|(a, b)| a != b)
        .map(|(a, b)| format!("ours  {a}\nglibc {b}\n"))
        .take(20)
        .collect();
    assert!(different.is_empty(), "{}", different.concat());
    assert_eq!(ours.len(), theirs.len());
}

/// A C string literal.
fn literal(text: &[u8]) -> String {
    let inner: String = text.iter().map(|byte| format!("\\{byte:03o}")).collect();
    format!("\"{inner}\"")
}
