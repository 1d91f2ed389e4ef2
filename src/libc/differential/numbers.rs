//! Random sequences and numbers read from text.

use super::{agree, literal, native};
use crate::libc::stdlib::{floating, integer, random};

#[test]
fn random_sequences() {
    let seeds = [1_u32, 0, 2, 42, 12345, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
    let list: Vec<String> = seeds.iter().map(|seed| format!("{seed}u")).collect();
    let body = format!(
        "unsigned seeds[] = {{ {} }};
        int main(void) {{
            for (int s = 0; s < {}; s++) {{
                srand(seeds[s]);
                for (int i = 0; i < 100; i++) printf(\"%d\\n\", rand());
                unsigned r = seeds[s];
                for (int i = 0; i < 20; i++) {{ int n = rand_r(&r); printf(\"%d %u\\n\", n, r); }}
                srand48(seeds[s]);
                for (int i = 0; i < 20; i++) printf(\"%a %ld %ld\\n\", drand48() + 1, lrand48(), mrand48());
            }}
        }}",
        list.join(", "),
        seeds.len()
    );
    let Some(theirs) = native(&body) else { return };
    let mut ours = Vec::new();
    for seed in seeds {
        let mut generator = random::Additive::new(seed);
        ours.extend((0..100).map(|_| generator.next().to_string()));
        let mut state = seed;
        for _ in 0..20 {
            let (next, result) = random::step_reentrant(state);
            state = next;
            ours.push(format!("{result} {next}"));
        }
        let mut generator = random::Congruential::seeded(seed);
        for _ in 0..20 {
            // Arguments are evaluated from the right.
            let (signed, long, float) = (generator.next_signed(), generator.next_long(), generator.next_float());
            let text = hexadecimal(float + 1.0);
            ours.push(format!("{text} {long} {signed}"));
        }
    }
    agree(&ours, &theirs);
}

/// `%a` of a number in [1, 2).
fn hexadecimal(value: f64) -> String {
    let digits = format!("{:013x}", value.to_bits() & ((1 << 52) - 1));
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() { "0x1p+0".to_owned() } else { format!("0x1.{digits}p+0") }
}

/// Numbers near the middle between two doubles, limits, and text that is nearly a number.
fn hard_texts() -> Vec<String> {
    let fixed = [
        "0",
        "-0",
        "1e0",
        "1e",
        "1e+",
        "1e-",
        "1.",
        ".1",
        ".",
        "-.",
        "+.5",
        "- 5",
        "--5",
        "1..2",
        "1e5.5",
        "",
        " ",
        "\t\n 7x",
        "0x",
        "0x.",
        "0x.8",
        "0x8.",
        "0xg",
        "0x1p",
        "0x1p+",
        "0x1p-3z",
        "0X1.8P+4",
        "0x1p5000",
        "0x1p-5000",
        "inf",
        "INF",
        "infi",
        "infinity",
        "-Infinity",
        "+inf",
        "nan",
        "-nan",
        "nan(",
        "nan()",
        "nan(a_1)",
        "nan(a-1)",
        "NAN(12)x",
        "1e308",
        "1.8e308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "179769313486231580793e289",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1e-323",
        "1e-400",
        "1e400",
        "-1e400",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0e99999999999999999999",
        "9007199254740993",
        "9007199254740992.5",
        "9007199254740993.0000000000000000000000000000000000001",
        "0.1",
        "0.2",
        "0.3",
        "123456789012345678901234567890",
        "3.4028235e38",
        "3.4028236e38",
        "3.40282357e38",
        "1.4e-45",
        "7e-46",
        "7.1e-46",
        "16777217",
        "16777217.0000001",
        "0x1.fffffep127",
        "0x1.ffffffp127",
        "0x1.fffffefp127",
        "0x1p-149",
        "0x1p-150",
        "0x1.8p-150",
        "0x1.000001p0",
        "0x1.0000010001p0",
        "0x1.00000000000008p0",
        "0x1.000000000000081p0",
        "0x1.00000000000018p0",
        "0x0.00000000000000000000000001p0",
        "0x123456789abcdef01234567890abcdefp-20",
        "0x1.fffffffffffff7fp1023",
        "0x1.fffffffffffff8p1023",
        "0x0.8p-1074",
        "0x0.80000000000001p-1074",
        "0x1.8p-1074",
        "0x3p-1075",
        "0x1.00000000000001p-1022",
    ];
    let mut texts: Vec<String> = fixed.iter().map(|text| (*text).to_owned()).collect();
    // Exact middles between neighbours, in decimal, with one digit more or less.
    let mut state = 88_172_645_463_325_252_u64;
    for _ in 0..300 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let value = f64::from_bits(state & 0x7fef_ffff_ffff_ffff);
        texts.push(format!("{value:e}"));
        texts.push(format!("{value:.25e}"));
        texts.push(format!("{}.5", state >> 11));
        texts.push(format!("{}.500000000000000000000000000001", (state >> 11) | 1 << 52));
    }
    texts
}

#[test]
fn floating_numbers() {
    let texts = hard_texts();
    let list: Vec<String> = texts.iter().map(|text| literal(text.as_bytes())).collect();
    let body = format!(
        "const char *texts[] = {{ {} }};
        int main(void) {{
            for (int i = 0; i < {}; i++) {{
                char *end;
                errno = 0;
                double d = strtod(texts[i], &end);
                uint64_t bits; memcpy(&bits, &d, 8);
                printf(\"%d %016lx %d %d\\n\", i, bits, (int)(end - texts[i]), errno == ERANGE);
                errno = 0;
                float f = strtof(texts[i], &end);
                uint32_t word; memcpy(&word, &f, 4);
                printf(\"%d %08x %d %d\\n\", i, word, (int)(end - texts[i]), errno == ERANGE);
            }}
        }}",
        list.join(", "),
        texts.len()
    );
    let Some(theirs) = native(&body) else { return };
    let mut ours = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        let found = floating::scan(text.as_bytes(), floating::Format::Double);
        ours.push(format!("{i} {:016x} {} {}", found.value.to_bits(), found.used, i32::from(found.out_of_range)));
        let found = floating::scan(text.as_bytes(), floating::Format::Single);
        let bits = (found.value as f32).to_bits();
        ours.push(format!("{i} {bits:08x} {} {}", found.used, i32::from(found.out_of_range)));
    }
    for (ours, theirs) in ours.iter_mut().zip(&theirs) {
        if ours != theirs {
            let number: usize = ours.split(' ').next().unwrap().parse().unwrap();
            ours.push_str(&format!("    for {:?}", texts[number]));
        }
    }
    agree(&ours, &theirs);
}

#[test]
fn integers() {
    let texts = [
        "0",
        "42",
        "-42",
        "+7",
        " \t\n\u{b}\u{c}\r 13",
        "0x1f",
        "0X1F",
        "-0x10",
        "0x",
        "0xg",
        "077",
        "08",
        "0",
        "00",
        "z",
        "Zz",
        "1010102",
        "",
        "-",
        "+",
        "+-3",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "-18446744073709551615",
        "-18446744073709551616",
        "99999999999999999999999",
        "7fffffffffffffff",
        "0b101",
        "1_000",
        "12abc",
        "- 1",
        "1y2p0ij32e8e7",
        "1y2p0ij32e8e8",
        "3w5e11264sgsf",
        "3w5e11264sgsg",
    ];
    let bases = [0_u64, 2, 3, 8, 10, 16, 36];
    let list: Vec<String> = texts.iter().map(|text| literal(text.as_bytes())).collect();
    let body = format!(
        "const char *texts[] = {{ {} }};
        int bases[] = {{ 0, 2, 3, 8, 10, 16, 36 }};
        int main(void) {{
            for (int i = 0; i < {}; i++) for (int b = 0; b < 7; b++) {{
                char *end, *e2;
                errno = 0;
                long s = strtol(texts[i], &end, bases[b]);
                int range = errno == ERANGE;
                errno = 0;
                unsigned long u = strtoul(texts[i], &e2, bases[b]);
                printf(\"%d %d: %ld %d %d, %lu %d %d\\n\", i, bases[b], s, range, (int)(end - texts[i]), u,
                    errno == ERANGE, (int)(e2 - texts[i]));
            }}
        }}",
        list.join(", "),
        texts.len()
    );
    let Some(theirs) = native(&body) else { return };
    let mut ours = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        for base in bases {
            let found = integer::scan(text.as_bytes(), base);
            let ((s, s_range), (u, u_range)) = (found.signed(), found.unsigned());
            ours.push(format!(
                "{i} {base}: {s} {} {used}, {u} {} {used}",
                i32::from(s_range),
                i32::from(u_range),
                used = found.used
            ));
        }
    }
    agree(&ours, &theirs);
}
