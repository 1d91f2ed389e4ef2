//! Functions that the headers declare and the library does not have, each with
//! the reason, for refusing them by name.

const EXCEPTIONS: &str = "floating-point exceptions are not recorded";

/// Name and reason, sorted by name.
pub const MISSING: &[(&str, &str)] = &[
    ("feclearexcept", EXCEPTIONS),
    ("fegetenv", EXCEPTIONS),
    ("fegetexceptflag", EXCEPTIONS),
    ("feholdexcept", EXCEPTIONS),
    ("feraiseexcept", EXCEPTIONS),
    ("fesetenv", EXCEPTIONS),
    ("fesetexceptflag", EXCEPTIONS),
    ("fetestexcept", EXCEPTIONS),
    ("feupdateenv", EXCEPTIONS),
];

/// Functions that the evaluator itself runs, since they are about frames.
pub const EVALUATED: &[&str] = &["__builtin_alloca", "_setjmp", "setjmp", "sigsetjmp"];

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
        for header in headers::names().chain([headers::BUILTINS]) {
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
        let mut wrong = Vec::new();
        for (name, header) in &all {
            let evaluated = EVALUATED.contains(name);
            match (row(name).is_some() || evaluated, missing(name).is_some()) {
                (false, false) => wrong.push(format!("'{name}' of {header} has no row and no reason")),
                (true, true) => wrong.push(format!("'{name}' of {header} has a row, so it is not missing")),
                _ => {}
            }
        }
        let known = MISSING.iter().map(|(name, _)| name).chain(EVALUATED);
        wrong.extend(known.filter(|n| !all.contains_key(*n)).map(|n| format!("'{n}' is declared by no header")));
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
