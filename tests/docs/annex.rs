//! The table of Annex J.2: every bullet has a row, and what a row names is there;
//! what is not seen stands in `docs/not-checked.md` as well.

use std::fs;
use std::path::PathBuf;

/// The bullets of Annex J.2 in C11.
const BULLETS: usize = 203;

/// Every bullet stands in the table, in order; a row that gives a code names a
/// fixture that shows it, and what only just misses it runs.
///
/// # Errors
/// The rows that do not hold.
pub fn hold() -> Result<(), String> {
    let page = super::root().join("docs/annex-j.md");
    let text = fs::read_to_string(page).map_err(|e| e.to_string())?;
    let rows: Vec<Vec<&str>> = text.lines().filter_map(cells).collect();
    let mut broken: Vec<String> = rows.iter().enumerate().filter_map(|(at, row)| wrong(at + 1, row)).collect();
    let listed = fs::read_to_string(super::root().join("docs/not-checked.md")).map_err(|e| e.to_string())?;
    let listed: Vec<&str> = listed.lines().filter_map(clauses).flatten().collect();
    broken.extend(rows.iter().filter_map(|row| unlisted(row, &listed)));
    if rows.len() != BULLETS {
        broken.push(format!("{} rows, not {BULLETS}", rows.len()));
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

/// The cells of a row that begins with a number.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.strip_prefix("| ")?.strip_suffix('|')?;
    inner.starts_with(|c: char| c.is_ascii_digit()).then(|| inner.split('|').map(str::trim).collect())
}

/// What is wrong with the row of a bullet.
fn wrong(number: usize, row: &[&str]) -> Option<String> {
    let [at, _, what, told, shown, near] = row else { return Some(format!("row {number} has {} cells", row.len())) };
    if *at != number.to_string() {
        return Some(format!("'{at}' stands where {number} is expected"));
    }
    if what.is_empty() || told.is_empty() {
        return Some(format!("{number} says nothing"));
    }
    let Some(code) = quoted(told).filter(|_| !shown.is_empty()) else {
        let silent = shown.is_empty() && ["not seen: ", "cannot be: ", "see: "].iter().any(|s| told.starts_with(s));
        return (!silent).then(|| format!("{number} names no fixture"));
    };
    let Some(shown) = quoted(shown) else { return Some(format!("{number}: a fixture stands in backquotes")) };
    if !shows(shown, code) {
        return Some(format!("{number}: {shown} does not show {code}"));
    }
    let near = quoted(near)?;
    let runs = near.starts_with("pass/") && fixture(near, "c").is_file();
    (!runs).then(|| format!("{number}: {near} is no fixture that runs"))
}

/// The clauses that a row of `docs/not-checked.md` begins with.
fn clauses(line: &str) -> Option<impl Iterator<Item = &str>> {
    let inner = line.strip_prefix("| ").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(inner.split('|').next().unwrap_or_default().split(',').map(str::trim))
}

/// A row that says "not seen" while no clause of it, or around it, is listed.
fn unlisted(row: &[&str], listed: &[&str]) -> Option<String> {
    let [at, clause, _, told, ..] = row else { return None };
    let covers =
        |one: &str| listed.iter().any(|l| one.strip_prefix(l).is_some_and(|r| r.is_empty() || r.starts_with('.')));
    let mut each = clause.split([',', ' ']).filter(|c| !c.is_empty());
    (told.starts_with("not seen") && !each.any(covers)).then(|| format!("{at}: {clause} is not in docs/not-checked.md"))
}

/// What stands between the first two backquotes.
fn quoted(cell: &str) -> Option<&str> {
    cell.split('`').nth(1)
}

fn fixture(name: &str, extension: &str) -> PathBuf {
    super::root().join("tests/ui").join(format!("{name}.{extension}"))
}

/// The report of a fixture has the code.
fn shows(name: &str, code: &str) -> bool {
    let report = fs::read_to_string(fixture(name, "stderr")).unwrap_or_default();
    fixture(name, "c").is_file() && report.contains(&format!("[{code}]"))
}
