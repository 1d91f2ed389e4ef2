//! Errors that a base names itself. At the end of a line:
//!
//! `//% sort: old => new, kind @label` – with `old` replaced by `new` in this
//! line (what stands after `=>` may be empty), `kind` is told in the line that
//! ends in `//= label`, or in this one if there is no `@label`.

use crate::plant::{Expected, Mutation};

const SORTS: [&str; 10] = [
    "shrink an allocation",
    "drop a '\\0'",
    "return a local",
    "drop &",
    "leave a scope",
    "count one too many",
    "wrong sizeof",
    "divide by zero",
    "mix up pointers",
    "copy onto itself",
];

/// The errors that the comments of a text name.
pub fn read(base: &str, text: &str) -> Vec<Mutation> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((code, mark)) = line.split_once("//%") else { continue };
        let (sort, rest) = mark.split_once(": ").expect("a sort");
        let sort = SORTS.iter().find(|s| **s == sort.trim()).unwrap_or_else(|| panic!("no sort '{sort}'"));
        let (change, told) = rest.rsplit_once(", ").expect("what is told");
        let (old, new) = change.split_once("=>").expect("a change");
        let (old, new) = (old.trim(), new.trim());
        assert!(code.contains(old), "{base}:{}: '{old}' is not in the line", at + 1);
        let (kind, label) = told.trim().split_once(" @").unwrap_or((told.trim(), ""));
        let place = match label {
            "" => at,
            label => lines.iter().position(|l| l.ends_with(&format!("//= {label}"))).expect("the label"),
        };
        let with = |line: String, at: usize| {
            let mut lines: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
            lines[at] = line;
            lines.join("\n") + "\n"
        };
        found.push(Mutation {
            sort,
            base: base.to_owned(),
            change: format!("line {}: '{old}' became '{new}'", at + 1),
            text: with(code.replacen(old, new, 1), at),
            probe: with(format!("*(volatile char *)0 = 0; {}", lines[place]), place),
            expected: Expected::At(kind.to_owned(), u32::try_from(place + 1).expect("few lines")),
        });
    }
    found
}
