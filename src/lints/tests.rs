use super::check;
use crate::preprocess::{Options, preprocess};
use crate::sema::analyse;
use crate::source::{MemoryFiles, SourceMap};
use crate::syntax::{Limits, parse};

fn codes(body: &str) -> Vec<&'static str> {
    let mut files = MemoryFiles::default();
    files.insert("a.c", format!("int main(void) {{ int a = 0, b = 0; char *s = 0; {body} }}"));
    let (mut map, mut diagnostics) = (SourceMap::new(), Vec::new());
    let tokens = preprocess(&files, &mut map, "a.c", &Options::default(), &mut diagnostics).expect("there");
    let unit = parse(&tokens, &Limits::default(), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{body}");
    let units = [unit];
    let program = analyse(&units, &mut map, &crate::sema::Options::default(), &mut diagnostics);
    diagnostics.clear();
    check(&units, &program, &map, &mut diagnostics);
    diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn slips_are_told() {
    assert_eq!(codes("if (a = b) { }"), ["assignment-in-condition"]);
    assert_eq!(codes("while (a = b) { }"), ["assignment-in-condition"]);
    assert_eq!(codes("if (a && s == \"x\") { }"), ["string-comparison"]);
    assert_eq!(codes("if (a);"), ["empty-body"]);
    assert_eq!(codes("a == b;"), ["unused-comparison"]);
    assert_eq!(codes("a =+ 1;"), ["reversed-operator"]);
}

#[test]
fn what_may_be_meant_is_not() {
    assert!(codes("if ((a = b)) { }").is_empty());
    assert!(codes("if ((a = b) != 0) { }").is_empty());
    assert!(codes("while (a--);").is_empty());
    assert!(codes("if (a) ; else b = 1;").is_empty());
    assert!(codes("if (a) { }").is_empty());
    assert!(codes("a =-1; a = -1; a = + 1;").is_empty());
}
