//! The layout of structs and unions against gcc's: bit-fields, packed, aligned.
//! Skipped where there is no gcc.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use cglass::preprocess::{self, preprocess};
use cglass::sema::{Options, analyse};
use cglass::source::{MemoryFiles, SourceMap};
use cglass::syntax::{Limits, parse};
use std::fmt::Write as _;
use std::process::Command;

/// A small generator of numbers that are the same at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

const PLAIN: [&str; 10] =
    ["char", "short", "int", "long", "float", "double", "char *", "_Bool", "long double", "struct inner"];
const INTEGERS: [(&str, usize); 7] = [
    ("char", 8),
    ("unsigned short", 16),
    ("int", 32),
    ("unsigned", 32),
    ("long", 64),
    ("unsigned long long", 64),
    ("_Bool", 1),
];

/// A record with random members; the names of those that have an address.
fn record(numbers: &mut Numbers, index: usize) -> (String, Vec<String>) {
    let keyword = if numbers.below(6) == 0 { "union" } else { "struct" };
    let mut text = format!("{keyword} r{index} {{ ");
    let mut named = Vec::new();
    for member in 0..1 + numbers.below(7) {
        if numbers.below(2) == 0 {
            let (ty, most) = INTEGERS[numbers.below(INTEGERS.len())];
            match numbers.below(6) {
                0 => write!(text, "{ty} : {}; ", numbers.below(most + 1)),
                _ => write!(text, "{ty} m{member} : {}; ", 1 + numbers.below(most)),
            }
            .unwrap();
        } else {
            let array = if numbers.below(4) == 0 { "[3]" } else { "" };
            let attribute = match numbers.below(12) {
                0 => " __attribute__((aligned(8)))",
                1 => " __attribute__((packed))",
                _ => "",
            };
            write!(text, "{} m{member}{array}{attribute}; ", PLAIN[numbers.below(PLAIN.len())]).unwrap();
            named.push(format!("m{member}"));
        }
    }
    let attribute = match numbers.below(6) {
        0 => " __attribute__((packed))",
        1 => " __attribute__((aligned(16)))",
        2 => " __attribute__((packed, aligned(2)))",
        _ => "",
    };
    text.push_str(&format!("}}{attribute};\n"));
    (format!("{text}{keyword} r{index} v{index};\n"), named)
}

#[test]
fn records_lie_as_gcc_lays_them_out() {
    let folder = std::env::temp_dir().join(format!("cglass-layout-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut numbers = Numbers(7);
    let mut declarations = "struct inner { char c; int i; };\n".to_owned();
    let mut questions = Vec::new();
    for index in 0..600 {
        let (text, named) = record(&mut numbers, index);
        declarations.push_str(&text);
        questions.push(format!("sizeof v{index}"));
        questions.push(format!("_Alignof(__typeof__(v{index}))"));
        for name in named {
            questions.push(format!("__builtin_offsetof(__typeof__(v{index}), {name})"));
        }
    }
    let table = format!("{declarations}\nunsigned long table[] = {{ {} }};\n", questions.join(",\n"));
    let native = format!(
        "{table}int printf(const char *, ...);\nint main(void) {{ for (unsigned long i = 0; i < sizeof table / 8; i++) printf(\"%lu\\n\", table[i]); }}\n"
    );
    let (source, program) = (folder.join("layout.c"), folder.join("layout"));
    std::fs::write(&source, native).unwrap();
    let compiled = Command::new("gcc").arg("-w").arg("-o").arg(&program).arg(&source).status();
    if !compiled.is_ok_and(|status| status.success()) {
        eprintln!("gcc is not there: skipped");
        return;
    }
    let output = Command::new(&program).output().unwrap();
    let expected: Vec<i64> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| line.parse().unwrap()).collect();
    std::fs::remove_dir_all(&folder).unwrap();

    let mut files = MemoryFiles::default();
    files.insert("a.c", format!("{table}int main(void) {{ }}\n"));
    let (mut map, mut diagnostics) = (SourceMap::new(), Vec::new());
    let tokens = preprocess(&files, &mut map, "a.c", &preprocess::Options::default(), &mut diagnostics).unwrap();
    let unit = parse(&tokens, &Limits::default(), &mut diagnostics);
    let analysed = analyse(&[unit], &mut map, &Options::default(), &mut diagnostics);
    // Silent ones are told only where they are refused: gcc has structs without members.
    let told: Vec<&String> = diagnostics.iter().filter(|d| !d.silent).map(|d| &d.message).collect();
    assert_eq!(told, Vec::<&String>::new());
    let global = analysed.globals.iter().find(|g| &*g.name == "table").unwrap();
    let Some(cglass::sema::tree::Init::List(items)) = &global.init else { panic!("the table has values") };
    assert_eq!((items.len(), expected.len()), (questions.len(), questions.len()));
    for ((item, expected), question) in items.iter().zip(&expected).zip(&questions) {
        let cglass::sema::tree::InitValue::Value(value) = &item.value else { panic!("a number") };
        let cglass::sema::tree::ExprKind::Int(number) = value.kind else { panic!("a constant") };
        let index: String =
            question.chars().skip_while(|c| *c != 'v').skip(1).take_while(char::is_ascii_digit).collect();
        let shown = declarations.lines().find(|line| line.contains(&format!(" r{index} {{"))).unwrap_or("");
        assert_eq!(number, *expected, "{question}\n{shown}");
    }
}
