//! String functions on many pairs of strings.

use super::{agree, literal, native};
use crate::libc::testing::{Bench, NODE, Typed};
use crate::machine::Value;
use crate::memory::Pointer;

const TEXTS: [&[u8]; 16] = [
    b"",
    b"a",
    b"b",
    b"ab",
    b"abc",
    b"abcabcabd",
    b"abd",
    b"ABC",
    b"Hello, World",
    b"hello",
    b" \t x y  z ",
    b"aaaa",
    b"aab",
    b"\xff\x80z",
    b"a,b,,c",
    b",;, ",
];

/// Functions of two strings and what they return: a number, or a place in the first.
const TWO: [(&str, bool); 14] = [
    ("strcmp", false),
    ("strcoll", false),
    ("strcasecmp", false),
    ("strspn", false),
    ("strcspn", false),
    ("strstr", true),
    ("strcasestr", true),
    ("strpbrk", true),
    ("strcpy", true),
    ("strcat", true),
    ("stpcpy", true),
    ("strtok", true),
    ("strlen", false),
    ("strdup", false),
];
/// Functions of two strings and a size.
const SIZED: [(&str, bool); 10] = [
    ("strncmp", false),
    ("strncasecmp", false),
    ("memcmp", false),
    ("strncpy", true),
    ("stpncpy", true),
    ("strncat", true),
    ("memcpy", true),
    ("memmove", true),
    ("mempcpy", true),
    ("strxfrm", false),
];
/// Functions of a string and a character.
const CHARACTER: [&str; 5] = ["strchr", "strrchr", "strchrnul", "index", "rawmemchr"];

const ROOM: usize = 64;

/// Fills a buffer with a string and zeros after it.
fn refill(bench: &mut Bench, place: Pointer, text: &[u8]) {
    let mut bytes = text.to_vec();
    bytes.resize(ROOM, 0);
    bench.machine.memory.write(place, &bytes, NODE).unwrap();
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The line that a call gives: result, and the first buffer.
fn line(bench: &mut Bench, name: &str, is_place: bool, first: Pointer, arguments: &[Typed]) -> String {
    let result = match bench.value(name, arguments) {
        Value::Int(number) if ["strspn", "strcspn", "strlen", "strxfrm"].contains(&name) => number.to_string(),
        Value::Int(number) => number.signum().to_string(),
        Value::Pointer(place) if place.is_null() => "null".to_owned(),
        Value::Pointer(place) if is_place => place.addr.wrapping_sub(first.addr).cast_signed().to_string(),
        Value::Pointer(place) => bench.machine.memory.c_string(place).unwrap().len().to_string(),
        other => format!("{other:?}"),
    };
    // Read as they lie there: after a strxfrm without room they have no value.
    let at = bench.machine.memory.check_read(first, ROOM as u64).unwrap();
    let bytes = hex(bench.machine.memory.raw(at, ROOM));
    format!("{name} {result} {bytes}")
}

#[test]
fn many_pairs() {
    let texts: Vec<String> = TEXTS.iter().map(|text| literal(text)).collect();
    let mut calls = String::new();
    for (name, is_place) in TWO {
        let call = match name {
            "strlen" | "strdup" => format!("{name}(a)"),
            _ => format!("{name}(a, b)"),
        };
        let shown = match (name, is_place) {
            (_, true) => format!("place({call})"),
            ("strdup", _) => format!("number(strlen({call}))"),
            ("strspn" | "strcspn" | "strlen", _) => format!("number({call})"),
            _ => format!("sign({call})"),
        };
        calls.push_str(&format!("SETUP {shown}; show(\"{name}\");\n"));
    }
    for (name, is_place) in SIZED {
        let call = format!("{name}(a, b, n)");
        let shown = match (name, is_place) {
            (_, true) => format!("place({call})"),
            ("strxfrm", _) => format!("number({call})"),
            _ => format!("sign({call})"),
        };
        calls.push_str(&format!("for (int n = 0; n < 12; n += 3) {{ SETUP {shown}; show(\"{name}\"); }}\n"));
    }
    for name in CHARACTER {
        calls.push_str(&format!(
            "for (int c = 0; c < 3; c++) {{ SETUP place({name}(a, \"a,\\0\"[c])); show(\"{name}\"); }}\n"
        ));
    }
    let body = format!(
        "char a[{ROOM}], b[{ROOM}], text[30];
        void place(char *p) {{ if (p) sprintf(text, \"%ld\", (long)(p - a)); else strcpy(text, \"null\"); }}
        void number(long n) {{ sprintf(text, \"%ld\", n); }}
        void sign(int n) {{ sprintf(text, \"%d\", n < 0 ? -1 : n > 0); }}
        void show(const char *name) {{
            printf(\"%s %s \", name, text);
            for (int i = 0; i < {ROOM}; i++) printf(\"%02x\", (unsigned char)a[i]);
            puts(\"\");
        }}
        const char *texts[] = {{ {} }};
        #define SETUP memset(a, 0, {ROOM}); strcpy(a, texts[i]); memset(b, 0, {ROOM}); strcpy(b, texts[j]);
        int main(void) {{ for (int i = 0; i < {count}; i++) for (int j = 0; j < {count}; j++) {{ {calls} }} }}",
        texts.join(", "),
        count = TEXTS.len()
    );
    let body = body.replace("rawmemchr(a, \"a,\\0\"[c])", "rawmemchr(a, \"\\0\\0\\0\"[c])");
    let Some(theirs) = native(&body) else { return };
    let mut ours = Vec::new();
    let mut bench = Bench::new(b"");
    let (a, b) = (bench.block(ROOM as u64), bench.block(ROOM as u64));
    for left in TEXTS {
        for right in TEXTS {
            let next = |bench: &mut Bench| {
                refill(bench, a, left);
                refill(bench, b, right);
                (a, b)
            };
            for (name, is_place) in TWO {
                let (a, b) = next(&mut bench);
                let both = [bench.chars(a), bench.chars(b)];
                let count = if matches!(name, "strlen" | "strdup") { 1 } else { 2 };
                ours.push(line(&mut bench, name, is_place, a, &both[..count]));
            }
            for (name, is_place) in SIZED {
                for n in (0..12).step_by(3) {
                    let (a, b) = next(&mut bench);
                    let size = (Value::Int(n), bench.types.unsigned_long);
                    let arguments = [bench.chars(a), bench.chars(b), size];
                    ours.push(line(&mut bench, name, is_place, a, &arguments));
                }
            }
            for name in CHARACTER {
                for c in [b'a', b',', 0] {
                    let (a, _) = next(&mut bench);
                    let wanted = if name == "rawmemchr" { 0 } else { c };
                    let arguments = [bench.chars(a), bench.int(wanted.into())];
                    ours.push(line(&mut bench, name, true, a, &arguments));
                }
            }
        }
    }
    agree(&ours, &theirs);
}
