//! Words of other languages, names that live in headers, and spelling mistakes.

use crate::preprocess::token::Keyword;

/// What to say about a word that other languages have.
pub(super) fn foreign(word: &str) -> Option<&'static str> {
    Some(match word {
        "class" => "C has no classes: use a 'struct', and functions that take a pointer to it",
        "public" | "private" | "protected" => "C has no access rules for members",
        "new" => "C has no 'new': use 'malloc' from <stdlib.h>",
        "delete" => "C has no 'delete': use 'free' from <stdlib.h>",
        "namespace" | "using" => "C has no namespaces",
        "template" => "C has no templates",
        "try" | "catch" | "throw" => "C has no exceptions: give back an error code",
        "import" => "C has no 'import': use '#include'",
        "include" => "a directive begins with '#': '#include'",
        "define" => "a directive begins with '#': '#define'",
        "function" | "def" | "func" | "fn" => "in C a function begins with the type it gives back, e.g. 'int f(void)'",
        "var" | "let" => "in C a variable begins with its type, e.g. 'int x = 1;'",
        "string" | "String" => "C has no type 'string': use 'char *' or an array of char",
        "boolean" => "C's truth values are 'bool' from <stdbool.h>, or 'int'",
        "byte" => "C has no type 'byte': use 'unsigned char', or 'uint8_t' from <stdint.h>",
        "elif" | "elsif" | "elseif" => "in C this is 'else if'",
        "then" => "C has no 'then': the statement follows the ')'",
        "begin" | "end" => "a block stands between '{' and '}'",
        "and" => "the operator is '&&' ('and' needs <iso646.h>)",
        "or" => "the operator is '||' ('or' needs <iso646.h>)",
        "not" => "the operator is '!' ('not' needs <iso646.h>)",
        "constexpr" => "C11 has no 'constexpr': use 'const', an enum, or '#define'",
        "virtual" | "override" | "operator" | "extends" | "implements" => "C has no classes",
        "final" => "C has no 'final': what does not change is 'const'",
        "abstract" | "static_cast" | "dynamic_cast" | "friend" | "mutable" => "this is a word of C++",
        "div" => "whole numbers are divided by '/'",
        "mod" => "the remainder is found by '%'",
        "foreach" => "C has no 'foreach': use 'for' with an index",
        "unless" => "C has no 'unless': use 'if' and '!'",
        "until" => "C has no 'until': use 'while' and '!'",
        _ => return None,
    })
}

/// The header that declares a type of the library.
pub(super) fn header_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "bool" => "<stdbool.h>",
        "size_t" | "ptrdiff_t" | "wchar_t" | "max_align_t" => "<stddef.h>",
        "FILE" | "fpos_t" => "<stdio.h>",
        "div_t" | "ldiv_t" | "lldiv_t" => "<stdlib.h>",
        "time_t" | "clock_t" => "<time.h>",
        "va_list" => "<stdarg.h>",
        "jmp_buf" | "sigjmp_buf" => "<setjmp.h>",
        "sig_atomic_t" => "<signal.h>",
        "wint_t" | "mbstate_t" => "<wchar.h>",
        "wctype_t" | "wctrans_t" => "<wctype.h>",
        "char16_t" | "char32_t" => "<uchar.h>",
        "ssize_t" | "pid_t" | "off_t" => "<sys/types.h>",
        "int8_t" | "int16_t" | "int32_t" | "int64_t" | "uint8_t" | "uint16_t" | "uint32_t" | "uint64_t"
        | "intptr_t" | "uintptr_t" | "intmax_t" | "uintmax_t" | "int_fast8_t" | "int_fast16_t" | "int_fast32_t"
        | "int_fast64_t" | "int_least8_t" | "int_least16_t" | "int_least32_t" | "int_least64_t" => "<stdint.h>",
        _ => return None,
    })
}

/// The keyword a word was meant to be, if one is near enough.
pub(super) fn near_keyword(word: &str) -> Option<Keyword> {
    let keywords = Keyword::ALL.iter().filter(|k| !k.spelling().starts_with('_') && k.spelling() != "asm");
    keywords.copied().find(|k| is_near(word, k.spelling()))
}

/// A known type that is nearly spelt so.
pub(super) fn near_type<'a>(word: &str, types: &'a [String]) -> Option<&'a str> {
    types.iter().map(String::as_str).find(|t| is_near(word, t))
}

/// Is one letter wrong, missing, too many, or are two neighbours swapped? Case alone
/// does not count as a difference. Words of fewer than three letters are near to nothing else.
fn is_near(a: &str, b: &str) -> bool {
    if a == b {
        return false;
    }
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if short.len() < 3 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (short.get(same..).unwrap_or(&[]), long.get(same..).unwrap_or(&[]));
    match (short, long) {
        _ if short.len() < long.len() => long.get(1..) == Some(short),
        ([a, b, x @ ..], [c, d, y @ ..]) if a == d && b == c => x == y,
        ([_, x @ ..], [_, y @ ..]) => x == y && same + x.len() > 2,
        _ => false,
    }
}

/// Words of gcc's for numbers that cglass does not have.
pub(super) fn is_unsupported(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "_Decimal128",
        "_Decimal32",
        "_Decimal64",
        "_Float128",
        "_Float128x",
        "_Float16",
        "_Float32",
        "_Float32x",
        "_Float64",
        "_Float64x",
        "__bf16",
        "__float128",
        "__float80",
        "__ibm128",
        "__imag",
        "__imag__",
        "__int128_t",
        "__real",
        "__real__",
        "__uint128_t",
    ];
    WORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words() {
        assert_eq!(near_keyword("retrun"), Some(Keyword::Return));
        assert_eq!(near_keyword("whle"), Some(Keyword::While));
        assert_eq!(near_keyword("flaot"), Some(Keyword::Float));
        assert_eq!(near_keyword("Int"), Some(Keyword::Int));
        assert_eq!(near_keyword("elsee"), Some(Keyword::Else));
        assert_eq!(near_keyword("ink"), None);
        assert_eq!(near_keyword("list"), None);
        assert_eq!(near_keyword("x"), None);
    }
}
