//! The built-in headers: C text, read like any other header. They hold the
//! prototypes of the library, which stand nowhere else.

mod refused;
mod refused_functions;

pub use refused::{refused, refused_headers};
pub use refused_functions::{refused_function, refused_functions};

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        /// Names and texts, sorted by name.
        const TEXTS: &[(&str, &str)] = &[$(($name, include_str!($name))),*];
    };
}

texts! {
    "__cglass_builtins.h", "alloca.h", "assert.h", "bsd/string.h", "byteswap.h", "ctype.h", "dirent.h", "endian.h", "err.h",
    "errno.h", "error.h", "fcntl.h", "features.h", "fenv.h", "float.h", "getopt.h", "inttypes.h", "iso646.h",
    "libgen.h", "limits.h", "locale.h", "malloc.h", "math.h", "memory.h", "search.h", "setjmp.h", "signal.h",
    "stdalign.h", "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h",
    "stdnoreturn.h", "string.h", "strings.h", "sys/cdefs.h", "sys/param.h", "sys/resource.h", "sys/stat.h",
    "sys/time.h", "sys/times.h", "sys/types.h", "sys/utsname.h", "sysexits.h", "tgmath.h", "time.h", "uchar.h",
    "unistd.h", "values.h", "wchar.h", "wctype.h",
}

/// The text of a built-in header, e.g. `stdio.h`.
pub fn text(name: &str) -> Option<&'static str> {
    let index = TEXTS.binary_search_by(|(n, _)| (*n).cmp(name)).ok()?;
    TEXTS.get(index).map(|(_, text)| *text)
}

/// The header of gcc's `__builtin_` functions. They are there without any
/// `#include`, so it is for looking up their prototypes only.
pub const BUILTINS: &str = "__cglass_builtins.h";

/// The names of all headers a program may include, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(name, _)| *name).filter(|&name| name != BUILTINS)
}

/// Headers of standard C first: a function is to be had from there if both declare it.
const FIRST: [&str; 7] = ["stdio.h", "stdlib.h", "strings.h", "string.h", "math.h", "ctype.h", "time.h"];

/// The header that declares a function of the library. Every prototype stands
/// on one line of its own, which begins with the type. For gcc's built-in
/// functions it is [`BUILTINS`]; those whose type depends on their arguments
/// are in no header.
pub fn declaring(function: &str) -> Option<&'static str> {
    if function.is_empty() || !function.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        return None;
    }
    FIRST
        .into_iter()
        .chain(names())
        .chain([BUILTINS])
        .find(|header| text(header).is_some_and(|t| declares(t, function)))
}

/// Does the header show this function only after `#define _GNU_SOURCE`, as glibc does?
pub fn needs_gnu_source(function: &str) -> bool {
    let text = declaring(function).and_then(text).unwrap_or("");
    text.split_once("#ifdef _GNU_SOURCE").is_some_and(|(before, _)| !declares(before, function))
}

fn declares(text: &str, function: &str) -> bool {
    text.match_indices(function).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let line_start = text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
        let line = text.get(line_start..at).unwrap_or("");
        let is_start_of_name = matches!(before, Some(' ' | '*' | '('));
        let after = text.get(at + function.len()..).unwrap_or("");
        // `void (*signal(int, ...))(int);` has its name after `(*`.
        let is_declarator = after.starts_with('(') && (!line.contains('(') || line.ends_with("(*"));
        is_start_of_name && is_declarator && !line.starts_with(['#', '\t', ' '])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_by_name() {
        assert!(TEXTS.is_sorted_by_key(|(name, _)| *name));
        assert!(text("stdio.h").is_some_and(|t| t.contains("int printf(")));
        assert!(text("nothing.h").is_none());
        assert!(names().all(|name| refused(name).is_none()));
    }

    #[test]
    fn the_header_that_declares_a_function_is_known() {
        let cases = [
            ("printf", "stdio.h"),
            ("malloc", "stdlib.h"),
            ("strlen", "string.h"),
            ("sqrt", "math.h"),
            ("isalpha", "ctype.h"),
            ("time", "time.h"),
            ("signal", "signal.h"),
            ("sleep", "unistd.h"),
            ("strcasecmp", "strings.h"),
            ("memcpy", "string.h"),
            ("qsort", "stdlib.h"),
            ("wcslen", "wchar.h"),
            ("setjmp", "setjmp.h"),
            ("gettimeofday", "sys/time.h"),
            ("__builtin_clrsbl", BUILTINS),
        ];
        for (function, header) in cases {
            assert_eq!(declaring(function), Some(header), "{function}");
        }
        assert!(needs_gnu_source("asprintf") && !needs_gnu_source("printf") && !needs_gnu_source("main"));
        for other in ["compare", "tm", "print", "fork", "system", "", "size_t", "base"] {
            assert_eq!(declaring(other), None, "{other}");
        }
    }
}
