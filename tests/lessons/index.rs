//! `c-examples/README.md`: the lessons in the order of a course, and what
//! comes of each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A line of the index.
pub struct Row {
    /// The lesson's path below `c-examples`.
    pub name: String,
    /// The codes of all that is told of it; none if it is clean.
    pub codes: BTreeSet<String>,
}

/// The rows `| [name](path) | what it shows | what comes of it |`.
pub fn read() -> Vec<Row> {
    let text = fs::read_to_string(super::root().join("c-examples/README.md")).expect("the index");
    text.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.strip_prefix("| [")?.strip_suffix('|')?.split(" | ").collect();
    let (_, name) = cells.first()?.split_once("](")?;
    let name = name.strip_suffix(')')?.to_owned();
    // What stands between back-quotes is a code.
    let codes = cells.last()?.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some(Row { name, codes })
}

/// Every lesson stands in the index, once, and nothing else does.
///
/// # Errors
/// What is missing or too much.
pub fn is_complete() -> Result<(), String> {
    let mut there = Vec::new();
    collect(&super::root().join("c-examples"), "", &mut there);
    let mut listed: Vec<String> = read().into_iter().map(|row| row.name).collect();
    there.sort();
    listed.sort();
    let missing: Vec<&String> = there.iter().filter(|name| !listed.contains(name)).collect();
    let unknown: Vec<&String> = listed.iter().filter(|name| !there.contains(name)).collect();
    if !missing.is_empty() || !unknown.is_empty() {
        return Err(format!("c-examples/README.md: not in the index: {missing:?}, not there: {unknown:?}"));
    }
    if listed.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err("c-examples/README.md names a lesson twice".to_owned());
    }
    Ok(())
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("readable");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else if name.ends_with(".c") {
            found.push(name);
        }
    }
}
