//! Every function that a header declares has a row in the library, or is the evaluator's own.

/// Functions that the evaluator itself runs, since they are about frames.
pub const EVALUATED: &[&str] = &["__builtin_alloca", "_setjmp", "setjmp", "sigsetjmp"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::libc::{row, rows};
    use crate::preprocess::headers;
    use std::collections::BTreeMap;

    /// The function that a line of a header declares. Every prototype stands on one line.
    fn declared(line: &str) -> Option<&str> {
        if line.starts_with(['#', ' ', '\t']) || line.starts_with("typedef") || !line.ends_with(';') {
            return None;
        }
        let head = match line.split_once("(*") {
            Some((before, rest)) if !before.contains('(') => rest,
            _ => line,
        };
        let (head, _) = head.split_once('(')?;
        let start = head.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        Some(&head[start..]).filter(|name| !name.is_empty())
    }

    /// All functions that headers declare, with the first header that does.
    fn all() -> BTreeMap<&'static str, &'static str> {
        let mut all = BTreeMap::new();
        for header in headers::names().chain([headers::BUILTINS]) {
            let text = headers::text(header).expect("it is listed");
            for name in text.lines().filter_map(declared) {
                all.entry(name).or_insert(header);
            }
        }
        all
    }

    #[test]
    fn every_declared_function_has_a_row() {
        let all = all();
        assert!(all.len() > 300, "the headers were not understood");
        let mut wrong = Vec::new();
        for (name, header) in &all {
            if row(name).is_none() && !EVALUATED.contains(name) {
                wrong.push(format!("'{name}' of {header} has no row"));
            }
        }
        let unknown = EVALUATED.iter().filter(|n| !all.contains_key(*n));
        wrong.extend(unknown.map(|n| format!("'{n}' is declared by no header")));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_row_is_declared_by_its_header() {
        let mut wrong = Vec::new();
        for row in rows() {
            let header = if row.header.is_empty() { headers::BUILTINS } else { row.header };
            let text = headers::text(header).unwrap_or("");
            // Of gcc's built-in functions some have no fixed type, so no prototype.
            let shown = !row.name.starts_with("__builtin_");
            if shown && !text.lines().filter_map(declared).any(|name| name == row.name) {
                wrong.push(format!("{header} does not declare '{}'", row.name));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
