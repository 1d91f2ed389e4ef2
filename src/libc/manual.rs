//! The page about the library (`docs/libc.md`), made from the table.

use super::contracts::contract;
use super::missing::EVALUATED;
use super::rows;
use crate::preprocess::headers;
use std::collections::BTreeMap;
use std::fmt::Write;

const HEAD: &str = "# The library

Made from the table in `src/libc` by `CGLASS_BLESS=1 cargo test --test library`; a test holds the two together.
Every function checks each byte it reads and writes as the program's own accesses are checked; a contract says what is
asked for besides. `long double` is computed as double. Headers without functions: `alloca.h`, `byteswap.h`, `endian.h`,
`features.h`, `float.h`, `iso646.h`, `limits.h`, `stdalign.h`, `stdarg.h`, `stdatomic.h` (atomic operations as ordinary
ones), `stdbool.h`, `stddef.h`, `stdint.h`, `stdnoreturn.h`, `sys/cdefs.h`, `sys/param.h`, `sys/types.h`, `sysexits.h`,
`tgmath.h`, `values.h`.
";

/// The page as Markdown.
pub fn manual() -> String {
    let mut page = HEAD.to_owned();
    let mut by_header: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows() {
        by_header.entry(row.header).or_default().push(row.name);
    }
    for (header, mut names) in by_header {
        names.sort_unstable();
        if header.is_empty() {
            built_in(&mut page, &names);
        } else {
            table_of(&mut page, header, &names);
        }
    }
    missing(&mut page);
    page
}

/// Writing into a text cannot fail.
fn line(page: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(text);
    page.push('\n');
}

/// One header: neighbours with one contract share a line.
fn table_of(page: &mut String, header: &str, names: &[&str]) {
    line(page, format_args!("\n## `<{header}>`\n\n| function | contract |\n|---|---|"));
    let mut by_contract: Vec<(&str, Vec<&str>)> = Vec::new();
    for name in names {
        let contract = contract(name).unwrap_or_default();
        match by_contract.iter_mut().find(|(known, _)| *known == contract) {
            Some((_, same)) => same.push(name),
            None => by_contract.push((contract, vec![name])),
        }
    }
    for (contract, names) in by_contract {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        line(page, format_args!("| {} | {contract} |", names.join(" ")));
    }
}

fn built_in(page: &mut String, names: &[&str]) {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    line(
        page,
        format_args!(
            "\n## gcc's built-in functions\n\n`__builtin_` before the name of a function is that function. What counts \
             bits or classifies numbers is done by operators. Functions of their own: {}.",
            names.join(" ")
        ),
    );
}

fn missing(page: &mut String) {
    let evaluated: Vec<String> = EVALUATED.iter().map(|name| format!("`{name}`")).collect();
    line(
        page,
        format_args!(
            "\nThese are about frames, so that the evaluator runs them itself: {}.\n\n## What is missing\n\n\
             A program that calls one of these is refused before it runs, with the reason.\n\n\
             | function | reason |\n|---|---|",
            evaluated.join(" ")
        ),
    );
    let mut all: Vec<(String, &str)> = headers::refused_functions().collect();
    all.sort();
    for (name, why) in all {
        line(page, format_args!("| `{name}` | {why} |"));
    }
    line(
        page,
        format_args!(
            "\nThese headers are not there. Those that a C compiler on Unix has do no harm to a program that uses \
             nothing of them.\n\n| header | reason |\n|---|---|"
        ),
    );
    let mut all: Vec<(&str, &str)> = headers::refused_headers().collect();
    all.sort_unstable();
    for (name, why) in all {
        line(page, format_args!("| `<{name}>` | {why} |"));
    }
}
