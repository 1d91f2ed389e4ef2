//! Formats held against the C library of this machine: a C program with the
//! same calls is compiled and run, and must agree byte for byte.

use crate::libc::testing::{Bench, Typed};
use crate::machine::Value;
use crate::memory::{F32, F64, I8, I16, I32, I64, Pointer, Tag};
use std::fmt::Write;
use std::process::Command;

/// Compiles and runs a program; `None`, with a message, where there is no gcc.
fn native(name: &str, source: &str, input: &str) -> Option<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("cglass-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let (text, binary) = (folder.join("test.c"), folder.join("test"));
    std::fs::write(&text, source).expect("the source");
    let built = Command::new("gcc").args(["-w", "-O0", "-o"]).arg(&binary).arg(&text).output();
    let built = match built {
        Ok(built) => built,
        Err(error) => {
            eprintln!("skipped: gcc is not to be had ({error})");
            return None;
        }
    };
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let given = folder.join("input");
    std::fs::write(&given, input).expect("the input");
    let given = std::fs::File::open(&given).expect("the input");
    let run = Command::new(&binary).stdin(given).output().expect("the program runs");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    Some(run.stdout)
}

/// Prints each of its input lines: a kind, a value, a format.
const PRINTF: &str = r#"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    static char line[1000], format[1000];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *value = line + 2, *given = strchr(value, ' ') + 1;
        unsigned long bits = strtoul(value, NULL, 10);
        double number;
        memcpy(&number, &bits, 8);
        sprintf(format, "[%s]\n", given);
        switch (line[0]) {
        case 'i': printf(format, atoi(value)); break;
        case 'u': printf(format, (unsigned)bits); break;
        case 'l': printf(format, strtol(value, NULL, 10)); break;
        case 'd': printf(format, number); break;
        case 'n': printf(format, (char *)0); break;
        case 's': printf(format, bits == 0 ? "" : "hello, world"); break;
        case 'p': printf(format, (void *)bits); break;
        }
    }
    return 0;
}
"#;

/// An argument, as C and as a value.
#[derive(Clone, Debug)]
enum Sample {
    Int(i32),
    Unsigned(u32),
    Long(i64),
    Double(u64),
    Text(Option<&'static str>),
    Pointer(u64),
}

impl Sample {
    /// As [`PRINTF`] reads it: kind and value.
    fn line(&self) -> String {
        match self {
            Sample::Int(value) => format!("i {value}"),
            Sample::Unsigned(value) => format!("u {value}"),
            Sample::Long(value) => format!("l {value}"),
            Sample::Double(bits) => format!("d {bits}"),
            Sample::Text(None) => "n -".into(),
            Sample::Text(Some(text)) => format!("s {}", text.len()),
            Sample::Pointer(value) => format!("p {value}"),
        }
    }

    fn value(&self, bench: &mut Bench) -> Typed {
        let types = bench.types;
        match self {
            Sample::Int(value) => (Value::Int((*value).into()), types.int),
            Sample::Unsigned(value) => (Value::Int((*value).into()), types.unsigned),
            Sample::Long(value) => (Value::Int(*value), types.long),
            Sample::Double(bits) => (Value::Float(f64::from_bits(*bits)), types.double),
            Sample::Text(None) => (Value::Pointer(Pointer::NULL), types.char_pointer),
            Sample::Text(Some(text)) => (Value::Pointer(bench.string(text.as_bytes())), types.char_pointer),
            Sample::Pointer(value) => (Value::Pointer(Pointer { addr: *value, tag: Tag::NONE }), types.void_pointer),
        }
    }
}

/// Every pair of these, as formats.
fn formats(conversions: &[&str], precisions: &[&str]) -> Vec<String> {
    let flags = ["", "-", "+", " ", "#", "0", "-0", "+ ", "0+", "# ", "-#", "0#", "'", "-+#0 "];
    let widths = ["", "1", "7", "25"];
    let mut all = Vec::new();
    for conversion in conversions {
        for flag in flags {
            for width in widths {
                for precision in precisions {
                    all.push(format!("%{flag}{width}{precision}{conversion}"));
                }
            }
        }
    }
    all
}

fn table() -> Vec<(Vec<String>, Vec<Sample>)> {
    let precisions = ["", ".", ".0", ".1", ".3", ".12"];
    let ints: Vec<Sample> = [0, 1, -1, 42, i32::MAX, i32::MIN, 255, -129].map(Sample::Int).to_vec();
    let longs: Vec<Sample> = [0, -1, i64::MAX, i64::MIN, 1 << 40].map(Sample::Long).to_vec();
    let unsigned: Vec<Sample> = [0, 7, u32::MAX].map(Sample::Unsigned).to_vec();
    let doubles: Vec<Sample> = [
        0.0,
        -0.0,
        1.0,
        -1.5,
        0.1,
        0.5,
        2.5,
        1e15,
        123_456_789.0,
        9.995,
        0.000_123_45,
        0.000_012_345,
        999_999.5,
        1e100,
        -1e-300,
        5e-324,
        f64::MAX,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1.0 / 3.0,
        100.0,
        99.999_95,
        1e6,
        123_456.0,
        2.0f64.powi(-30),
        9.5,
        999.6,
        99.96,
        999_999.0,
        1e12 - 0.5,
        999_999_999_999.7,
        9_999_995.0,
    ]
    .map(|value: f64| Sample::Double(value.to_bits()))
    .into_iter()
    .chain([Sample::Double(0x7ff8 << 48), Sample::Double(0xfff8 << 48)])
    .collect();
    let pointers: Vec<Sample> = [0, 0x1234, 0x7fff_dead_beef].map(Sample::Pointer).to_vec();
    let texts = vec![Sample::Text(Some("")), Sample::Text(Some("hello, world")), Sample::Text(None)];
    let characters = [65, 0x141, 10].map(Sample::Int).to_vec();
    vec![
        (formats(&["d", "i", "hd", "hhd"], &precisions), ints.clone()),
        (formats(&["x", "X", "o", "u", "hx", "hhu", "b"], &precisions), [ints, unsigned].concat()),
        (formats(&["ld", "lu", "llx", "jd", "zu", "td", "lo", "qd", "Ld"], &precisions), longs),
        (formats(&["f", "e", "g", "a", "G", "E", "A", "F"], &precisions), doubles.clone()),
        (
            vec!["%.40f".into(), "%.60e".into(), "%.50g".into(), "%#.50g".into(), "%.900f".into(), "%.20a".into()],
            doubles,
        ),
        (formats(&["p"], &precisions), pointers),
        (formats(&["s"], &precisions), texts),
        (formats(&["c"], &[""]), characters),
    ]
}

#[test]
fn output_agrees_with_glibc() {
    let cases: Vec<(String, Sample)> = table()
        .into_iter()
        .flat_map(|(formats, samples)| {
            formats.into_iter().flat_map(move |f| samples.clone().into_iter().map(move |s| (f.clone(), s)))
        })
        .collect();
    let lines: String = cases.iter().map(|(format, sample)| format!("{} {format}\n", sample.line())).collect();
    let Some(expected) = native("printf", PRINTF, &lines) else { return };
    let mut bench = Bench::new(b"");
    let mut ours = String::new();
    for (number, (format, sample)) in cases.iter().enumerate() {
        if number % 500 == 0 {
            ours.push_str(&bench.output());
            bench = Bench::new(b"");
        }
        let text = bench.string(format!("[{format}]\n").as_bytes());
        let arguments = [bench.chars(text), sample.value(&mut bench)];
        bench.value("printf", &arguments);
    }
    ours.push_str(&bench.output());
    let expected = String::from_utf8_lossy(&expected);
    let mut wrong = 0;
    for (((format, sample), ours), theirs) in cases.iter().zip(ours.split("]\n")).zip(expected.split("]\n")) {
        if ours != theirs {
            eprintln!("{format} of {sample:?}: {ours:?}, but glibc has {theirs:?}");
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0, "of {}", cases.len());
    assert_eq!(ours.len(), expected.len());
}

/// What `sscanf` assigns to, as C and as bytes.
const TARGETS: [(&str, u64); 7] =
    [("int", 4), ("long", 8), ("short", 2), ("signed char", 1), ("float", 4), ("double", 8), ("char", 40)];

/// Format, index of the target.
const INPUTS: &[(&str, usize)] = &[
    ("%d", 0),
    ("%3d", 0),
    ("%i", 0),
    ("%u", 0),
    ("%x", 0),
    ("%o", 0),
    ("%ld", 1),
    ("%lli", 1),
    ("%lx", 1),
    ("%lu", 1),
    ("%hd", 2),
    ("%hhd", 3),
    ("%f", 4),
    ("%lf", 5),
    ("%4lf", 5),
    ("%le", 5),
    ("%lg", 5),
    ("%la", 5),
    ("%s", 6),
    ("%3s", 6),
    ("%c", 6),
    ("%3c", 6),
    (" %c", 6),
    ("%[a-z]", 6),
    ("%[^,]", 6),
    ("%5[0-9.]", 6),
    ("%*d%d", 0),
    ("%*s %d", 0),
    ("a%d", 0),
    ("%%%d", 0),
    ("%d%n", 0),
    ("%p", 1),
    ("x %d", 0),
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "12",
    "-12",
    "+7",
    "  42 abc",
    "0x1f",
    "0x",
    "0xg",
    "010",
    "089",
    "99999999999",
    "-99999999999",
    "999999999999999999999",
    "-999999999999999999999",
    "1.5",
    "-.5e3",
    "1e",
    "1e+",
    "1e+5x",
    ".",
    "-",
    "+-1",
    "inf",
    "-INFINITY",
    "infinite",
    "nan",
    "na",
    "0x1.8p3",
    "0x1p",
    "1.2.3",
    "abc",
    "hello world",
    ",x",
    "a12",
    "%5",
    "12 34",
    "12,34",
    "x 9",
    "x9",
    "(nil)",
    "0x7fff",
    "1e400",
    "1e-400",
    "0.1",
    "3.4028236e38",
    "\t\n5",
    "1_000",
    "007x",
    "(ni",
];

#[test]
fn input_agrees_with_glibc() {
    let mut source = String::from("#include <stdio.h>\n#include <string.h>\nint main(void) { int n; char b[64];\n");
    for text in TEXTS {
        for (format, target) in INPUTS {
            let (ty, size) = TARGETS[*target];
            let escaped = text.replace('\t', "\\t").replace('\n', "\\n");
            let format = format!("{format}%n");
            let format = if format.contains("%n%n") { format.replace("%n%n", "%n") } else { format };
            writeln!(
                source,
                "n = -7; memset(b, 0x55, 64); printf(\"%d \", sscanf(\"{escaped}\", \"{format}\", ({ty} *)b, &n)); \
                 printf(\"%d\", n); for (int i = 0; i < {size}; i++) printf(\" %02x\", (unsigned char)b[i]); puts(\"\");"
            )
            .expect("a String");
        }
    }
    source.push_str("return 0; }\n");
    let Some(expected) = native("scanf", &source, "") else { return };
    let expected = String::from_utf8_lossy(&expected).into_owned();
    let mut lines = expected.lines();
    let mut wrong = 0;
    for text in TEXTS {
        let mut bench = Bench::new(b"");
        for (format, target) in INPUTS {
            let format = format!("{format}%n").replace("%n%n", "%n");
            let ours = scanned(&mut bench, text, &format, *target);
            let theirs = lines.next().expect("a line");
            if ours != theirs {
                eprintln!("{text:?} by {format:?}: {ours}, but glibc has {theirs}");
                wrong += 1;
            }
        }
    }
    assert_eq!(wrong, 0);
}

fn scanned(bench: &mut Bench, text: &str, format: &str, target: usize) -> String {
    let types = bench.types;
    let ty = match target {
        0 => types.int_pointer,
        1 if format == "%p%n" => types.pointer_pointer,
        1 => types.long_pointer,
        2 => types.short_pointer,
        4 => types.float_pointer,
        5 => types.double_pointer,
        _ => types.char_pointer,
    };
    let size = TARGETS[target].1;
    let (place, count) = (bench.block(64), bench.block(4));
    let memory = &mut bench.machine.memory;
    memory.write(place, &[0x55; 64], crate::libc::testing::NODE).expect("room");
    memory.put::<I32>(count, -7, crate::libc::testing::NODE).expect("room");
    let (text, format) = (bench.string(text.as_bytes()), bench.string(format.as_bytes()));
    let arguments = [
        bench.chars(text),
        bench.chars(format),
        (Value::Pointer(place), ty),
        (Value::Pointer(count), types.int_pointer),
    ];
    let Value::Int(result) = bench.value("sscanf", &arguments) else { panic!("an int") };
    let memory = &bench.machine.memory;
    let mut line = format!("{result} {}", memory.get::<I32>(count).expect("written"));
    for byte in memory.read(place, size).expect("written") {
        write!(line, " {byte:02x}").expect("a String");
    }
    line
}

/// A mismatched argument is printed as x86-64 would have it.
#[test]
fn other_widths_are_told_and_printed() {
    let mut bench = Bench::new(b"");
    let format = bench.string(b"%d|%ld|%hhd|%u");
    let types = bench.types;
    let arguments = [
        bench.chars(format),
        (Value::Int(0x1_0000_0005), types.long),
        (Value::Int(-1), types.int),
        (Value::Int(300), types.int),
        (Value::Int(-1), types.int),
    ];
    bench.value("printf", &arguments);
    assert_eq!(bench.output(), "5|4294967295|44|4294967295");
    assert_eq!(bench.machine.pending.len(), 2);
}

#[test]
fn classes_and_missing_arguments_are_errors() {
    use crate::kinds::Kind;
    let mut bench = Bench::new(b"");
    let types = bench.types;
    for (format, argument) in [
        ("%f", Some((Value::Int(1), types.int))),
        ("%d", Some((Value::Float(1.0), types.double))),
        ("%s", Some((Value::Int(1), types.int))),
        ("%d", None),
        ("%y", None),
        ("%", None),
        ("%Lf", Some((Value::Float(1.0), types.double))),
    ] {
        let text = bench.string(format.as_bytes());
        let mut arguments = vec![bench.chars(text)];
        arguments.extend(argument);
        assert_eq!(bench.trap("printf", &arguments).kind, Kind::FormatMismatch, "{format}");
    }
    assert_eq!(bench.output(), "");
}

/// Keeps the scalars that tests name in use.
#[test]
fn input_is_stored_in_the_target_s_width() {
    let mut bench = Bench::new(b"300 -2 70000 1.5 2.5 9");
    let types = bench.types;
    let format = bench.string(b"%hhd %hd %d %f %lf %ld");
    let places: Vec<Pointer> = (0..6).map(|_| bench.block(8)).collect();
    let pointer = |i: usize, ty| (Value::Pointer(places[i]), ty);
    let arguments = [
        bench.chars(format),
        pointer(0, types.char_pointer),
        pointer(1, types.short_pointer),
        pointer(2, types.int_pointer),
        pointer(3, types.float_pointer),
        pointer(4, types.double_pointer),
        pointer(5, types.long_pointer),
    ];
    assert_eq!(bench.value("scanf", &arguments), Value::Int(6));
    let memory = &bench.machine.memory;
    assert_eq!(memory.get::<I8>(places[0]), Ok(44));
    assert_eq!(memory.get::<I16>(places[1]), Ok(-2));
    assert_eq!(memory.get::<I32>(places[2]), Ok(70_000));
    assert_eq!(memory.get::<F32>(places[3]), Ok(1.5));
    assert_eq!(memory.get::<F64>(places[4]), Ok(2.5));
    assert_eq!(memory.get::<I64>(places[5]), Ok(9));
    assert!(memory.read(places[1].offset(2), 1).is_err());
    // 300 does not fit a signed char.
    assert_eq!(bench.machine.pending.len(), 1);
}
