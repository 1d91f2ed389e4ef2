//! Names of other languages, and what C has instead.

/// What to say about a name that is not declared and comes from elsewhere.
pub(super) fn advice(name: &str) -> Option<&'static str> {
    Some(match name {
        "cout" | "endl" | "cerr" => "'cout' is C++: C prints with 'printf' from <stdio.h>",
        "cin" => "'cin' is C++: C reads with 'scanf' or 'fgets' from <stdio.h>",
        "std" => "this is C++: C has no namespaces",
        "True" | "TRUE" => "C writes 1, or 'true' with <stdbool.h>",
        "False" | "FALSE" => "C writes 0, or 'false' with <stdbool.h>",
        "None" | "null" | "nil" | "nullptr" | "Null" => "C writes NULL, with <stddef.h> or <stdio.h>",
        "System" | "Console" | "console" => "C prints with 'printf' from <stdio.h>",
        "print" | "println" | "echo" | "write_line" | "puts_line" => "C prints with 'printf' from <stdio.h>",
        "input" | "readline" => "C reads with 'scanf' or 'fgets' from <stdio.h>",
        "len" | "length" => "an array does not know its length; the length of a string is 'strlen' from <string.h>",
        "range" => "C counts with 'for (int i = 0; i < n; i++)'",
        "self" | "this" => "C has no objects with functions: pass a pointer to the struct",
        _ => return None,
    })
}
