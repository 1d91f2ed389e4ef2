use cglass::{diagnostics, preprocess, source, syntax};
use std::time::Instant;
struct Os;
impl source::Files for Os {
    fn read(&self, p: &str) -> Result<Vec<u8>, source::ReadError> {
        std::fs::read(p).map_err(|_| source::ReadError::NotFound)
    }
}
fn main() {
    std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(|| {
            let args: Vec<String> = std::env::args().skip(1).collect();
            let (mut ok, mut bad) = (0, 0);
            for path in &args {
                let mut map = source::SourceMap::new();
                let mut d = vec![];
                let t0 = Instant::now();
                let Some(tokens) = preprocess::preprocess(&Os, &mut map, path, &Default::default(), &mut d) else {
                    continue;
                };
                let t1 = Instant::now();
                let pre = d.len();
                let unit = syntax::parse(&tokens, &Default::default(), &mut d);
                let t2 = Instant::now();
                let n = unit.items.len();
                drop(unit);
                let t3 = Instant::now();
                let errs = d.iter().filter(|x| x.severity == diagnostics::Severity::Error).count();
                if errs > 0 {
                    bad += 1;
                } else {
                    ok += 1;
                }
                if args.len() < 4 {
                    println!(
                        "{path}: {} tokens {n} items: preprocess {:?} parse {:?} drop {:?}",
                        tokens.len(),
                        t1 - t0,
                        t2 - t1,
                        t3 - t2
                    );
                }
                let _ = pre;
                for x in &d {
                    let l = map.place(x.span);
                    println!(
                        "{}:{}:{}: {:?} {} [{}] {:?}",
                        l.file, l.line, l.column, x.severity, x.message, x.code, x.notes
                    );
                }
            }
            println!("ok {ok} bad {bad}");
        })
        .unwrap()
        .join()
        .unwrap();
}
