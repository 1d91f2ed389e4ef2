//! Calendar and `strftime`.

use super::{agree, literal, native};
use crate::libc::testing::{Bench, NODE};
use crate::machine::Value;
use crate::memory::{I64, Pointer};

const TIMES: [i64; 21] = [
    0,
    1,
    -1,
    59,
    86399,
    86400,
    -86400,
    951_782_399,
    951_782_400,
    951_868_800,
    1_704_067_199,
    1_704_067_200,
    1_735_689_599,
    1_230_768_000,
    1_262_304_000,
    1_293_840_000,
    1_325_376_000,
    -2_208_988_801,
    -62_135_596_800,
    4_102_444_800,
    1_709_210_096,
];

const FORMATS: [&str; 18] = [
    "%a %A %b %B %h",
    "%c",
    "%C %d %D %e %F",
    "%g %G %V %u %U %W %w",
    "%H %I %j %k %l %m %M",
    "%p %P %r %R %S %T %X",
    "%x %y %Y %z %Z %%",
    "%s",
    "%Ey %OH %Ec",
    "%5d|%05e|%_5H|%-d|%-m|%-H|%-j",
    "%^a %^B %#Z %#p %10A|%-10a|%010b",
    "%_d %_m %-I %_S %0e",
    "%12c|%^c|%_10Y|%-Y|%8Y|%08y",
    "%q %",
    "",
    "plain",
    "%n%t|",
    "%3C %10F %-U %_W",
];

fn call_with_pointers(bench: &mut Bench, name: &str, pointers: &[Pointer]) -> Value {
    let ty = bench.types.void_pointer;
    let typed: Vec<_> = pointers.iter().map(|pointer| (Value::Pointer(*pointer), ty)).collect();
    bench.value(name, &typed)
}

#[test]
fn every_conversion_of_many_times() {
    let formats: Vec<String> = FORMATS.iter().map(|text| literal(text.as_bytes())).collect();
    let times: Vec<String> = TIMES.iter().map(|time| format!("{time}L")).collect();
    let body = format!(
        "const char *formats[] = {{ {} }};
        time_t times[] = {{ {} }};
        int main(void) {{
            for (int t = 0; t < {}; t++) {{
                struct tm *tm = gmtime(&times[t]);
                for (int f = 0; f < {}; f++) {{
                    char s[300];
                    size_t n = strftime(s, sizeof s, formats[f], tm);
                    for (char *p = s; *p; p++) if (*p == '\\n') *p = '~';
                    printf(\"%zu %s\\n\", n, n ? s : \"\");
                }}
                struct tm copy = *tm;
                copy.tm_mday += 40; copy.tm_mon -= 15; copy.tm_sec += 100000; copy.tm_isdst = 0;
                long t2 = mktime(&copy); printf(\"%ld %d\\n\", t2, copy.tm_yday);
                printf(\"%s\", ctime(&times[t]));
            }}
        }}",
        formats.join(", "),
        times.join(", "),
        TIMES.len(),
        FORMATS.len()
    );
    let Some(theirs) = native(&body) else { return };
    let mut bench = Bench::new(b"");
    let (place, buffer) = (bench.block(8), bench.block(300));
    let mut ours = Vec::new();
    for time in TIMES {
        bench.machine.memory.put::<I64>(place, time, NODE).unwrap();
        let Value::Pointer(tm) = call_with_pointers(&mut bench, "gmtime", &[place]) else { panic!("no pointer") };
        for format in FORMATS {
            let format = bench.string(format.as_bytes());
            let (pointer, long) = (bench.types.void_pointer, bench.types.unsigned_long);
            let arguments = [
                (Value::Pointer(buffer), pointer),
                (Value::Int(300), long),
                (Value::Pointer(format), pointer),
                (Value::Pointer(tm), pointer),
            ];
            let Value::Int(length) = bench.value("strftime", &arguments) else { panic!("no length") };
            let text = if length > 0 { bench.text_at(buffer).replace('\n', "~") } else { String::new() };
            ours.push(format!("{length} {text}"));
        }
        let copy = bench.block(56);
        for place in 0..9 {
            use crate::memory::I32;
            let value = bench.machine.memory.get::<I32>(tm.offset(4 * place)).unwrap();
            let change = match place {
                0 => 100_000,
                3 => 40,
                4 => -15,
                _ => 0,
            };
            bench.machine.memory.put::<I32>(copy.offset(4 * place), value + change, NODE).unwrap();
        }
        let Value::Int(seconds) = call_with_pointers(&mut bench, "mktime", &[copy]) else { panic!("no time") };
        let day = bench.machine.memory.get::<crate::memory::I32>(copy.offset(28)).unwrap();
        ours.push(format!("{seconds} {day}"));
        let Value::Pointer(text) = call_with_pointers(&mut bench, "ctime", &[place]) else { panic!("no text") };
        ours.push(bench.text_at(text).trim_end().to_owned());
    }
    agree(&ours, &theirs);
}
