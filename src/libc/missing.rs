//! Functions that the headers declare and the library does not have, each with
//! the reason, for refusing them by name.

/// Name and reason, sorted by name.
pub const MISSING: &[(&str, &str)] = &[];

/// Why the library does not have a function that a header declares; `None` if
/// it is not one of those.
pub fn missing(name: &str) -> Option<&'static str> {
    let at = MISSING.binary_search_by(|(missing, _)| (*missing).cmp(name)).ok()?;
    MISSING.get(at).map(|(_, reason)| *reason)
}

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
        for header in headers::names() {
            let text = headers::text(header).expect("it is listed");
            for name in text.lines().filter_map(declared) {
                all.entry(name).or_insert(header);
            }
        }
        all
    }

    #[test]
    fn every_declared_function_has_a_row_or_a_reason() {
        assert!(MISSING.is_sorted_by_key(|(name, _)| *name));
        let all = all();
        assert!(all.len() > 300, "the headers were not understood");
        for (name, header) in &all {
            match (row(name), missing(name)) {
                (None, None) => eprintln!("NOROW {name} {header}"),
                (Some(_), Some(_)) => panic!("'{name}' of {header} has a row, so it is not missing"),
                _ => {}
            }
        }
        for (name, _) in MISSING {
            assert!(all.contains_key(name), "'{name}' is missing, but no header declares it");
        }
    }

    #[test]
    fn every_row_is_declared_by_its_header() {
        for row in rows() {
            if headers::declaring(row.name).is_none() {
                eprintln!("NOHDR {} {}", row.name, row.header)
            }
            let text = headers::text(row.header).unwrap_or_else(|| panic!("'{}' has no header", row.name));
            let declares = text.lines().filter_map(declared).any(|name| name == row.name);
            if !declares {
                eprintln!("NODECL {} {}", row.name, row.header)
            }
        }
    }
}
