//! The shapes of trees, as short texts: `(+ a (* b c))`.

use super::lex;
use crate::diagnostics::Severity;
use crate::preprocess::token::Encoding;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::{Limits, parse};

fn unit(text: &str) -> TranslationUnit {
    let mut diagnostics = Vec::new();
    let unit = parse(&lex(text), &Limits::default(), &mut diagnostics);
    let errors: Vec<_> = diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{text}: {errors:?}");
    unit
}

fn body(text: &str) -> Vec<BlockItem> {
    let text = format!("typedef int T; void f(void) {{ {text} }}");
    match unit(&text).items.pop() {
        Some(ExternalDeclaration::Function(f)) => f.body.items,
        other => panic!("{other:?}"),
    }
}

fn expr(text: &str) -> Expr {
    match body(&format!("{text};")).pop() {
        Some(BlockItem::Stmt(Stmt { kind: StmtKind::Expr(e), .. })) => e,
        other => panic!("{other:?}"),
    }
}

fn show(e: &Expr) -> String {
    match &e.kind {
        ExprKind::Name(n) => n.text.to_string(),
        ExprKind::Integer(i) => i.value.to_string(),
        ExprKind::Paren(e) => format!("[{}]", show(e)),
        ExprKind::Index { base, index } => format!("(index {} {})", show(base), show(index)),
        ExprKind::Call { callee, arguments } => {
            let arguments: String = arguments.iter().map(|a| format!(" {}", show(a))).collect();
            format!("(call {}{arguments})", show(callee))
        }
        ExprKind::Member { base, arrow, member } => {
            format!("({} {} {})", if *arrow { "->" } else { "." }, show(base), member.text)
        }
        ExprKind::IncDec { operand, increment, prefix } => {
            let op = if *increment { "++" } else { "--" };
            if *prefix { format!("({op}x {})", show(operand)) } else { format!("(x{op} {})", show(operand)) }
        }
        ExprKind::Unary { op, operand, .. } => format!("({op:?} {})", show(operand)),
        ExprKind::Binary { op, left, right, .. } => format!("({op:?} {} {})", show(left), show(right)),
        ExprKind::Assign { op, left, right, .. } => {
            let op = op.map_or(String::new(), |o| format!("{o:?}"));
            format!("({op}= {} {})", show(left), show(right))
        }
        ExprKind::Conditional { condition, then, otherwise } => {
            let then = then.as_ref().map_or("_".to_owned(), |t| show(t));
            format!("(? {} {then} {})", show(condition), show(otherwise))
        }
        ExprKind::Comma { left, right } => format!("(, {} {})", show(left), show(right)),
        ExprKind::Cast { operand, .. } => format!("(cast {})", show(operand)),
        ExprKind::CompoundLiteral { initializer, .. } => format!("(literal {})", initializer.items.len()),
        ExprKind::SizeofExpr(e) => format!("(sizeof {})", show(e)),
        ExprKind::SizeofType(_) => "(sizeof type)".to_owned(),
        ExprKind::LabelAddress(n) => format!("(label {})", n.text),
        ExprKind::Statement(b) => format!("(block {})", b.items.len()),
        ExprKind::Generic { associations, .. } => format!("(generic {})", associations.len()),
        ExprKind::Offsetof { path, .. } => format!("(offsetof {})", path.len()),
        other => format!("{other:?}"),
    }
}

#[test]
fn operators_bind_as_they_should() {
    for (text, shape) in [
        ("a + b * c - d", "(Sub (Add a (Mul b c)) d)"),
        ("a = b = c", "(= a (= b c))"),
        ("a += b ? c : d", "(Add= a (? b c d))"),
        ("a ? b : c ? d : e", "(? a b (? c d e))"),
        ("a ? b, c : d", "(? a (, b c) d)"),
        ("a ?: b", "(? a _ b)"),
        (
            "a || b && c | d ^ e & f == g < h << i + j * k",
            "(Or a (And b (BitOr c (BitXor d (BitAnd e (Eq f (Lt g (Shl h (Add i (Mul j k))))))))))",
        ),
        ("a, b = c, d", "(, (, a (= b c)) d)"),
        ("-a * *b", "(Mul (Minus a) (Deref b))"),
        ("!a++ + --b", "(Add (Not (x++ a)) (--x b))"),
        ("&a[1].b->c(d, e)", "(AddressOf (call (-> (. (index a 1) b) c) d e))"),
        ("(a + b) * c", "(Mul [(Add a b)] c)"),
        ("a - b - c", "(Sub (Sub a b) c)"),
    ] {
        assert_eq!(show(&expr(text)), shape, "{text}");
    }
}

#[test]
fn casts_sizeof_and_braces() {
    for (text, shape) in [
        ("(T)a + b", "(Add (cast a) b)"),
        ("(T)-a[1]", "(cast (Minus (index a 1)))"),
        ("(T){1, 2}", "(literal 2)"),
        ("-(struct s){1}.a", "(Minus (. (literal 1) a))"),
        ("(T)(int){1}", "(cast (literal 1))"),
        ("sizeof(T) * a", "(Mul (sizeof type) a)"),
        ("sizeof (T){1}", "(sizeof (literal 1))"),
        ("sizeof (a)[0]", "(sizeof (index [a] 0))"),
        ("sizeof -a + b", "(Add (sizeof (Minus a)) b)"),
        ("&&x - &&y", "(Sub (label x) (label y))"),
        ("({ int b; a; }) + 1", "(Add [(block 2)] 1)".replace(['[', ']'], "").as_str()),
        ("_Generic(a, T: 1, default: 2)", "(generic 2)"),
        ("__builtin_offsetof(struct s, a.b[3])", "(offsetof 3)"),
    ] {
        assert_eq!(show(&expr(text)), shape, "{text}");
    }
}

#[test]
fn spans_cover_what_was_written() {
    // The text begins at position 1 behind `typedef int T; void f(void) { `.
    let prefix = 1 + "typedef int T; void f(void) { ".len() as u32;
    let span = |lo: u32, hi: u32| Span::new(prefix + lo, prefix + hi);
    let sum = expr("aa + (bb)");
    assert_eq!(sum.span, span(0, 9));
    match sum.kind {
        ExprKind::Binary { op_span, right, .. } => {
            assert_eq!(op_span, span(3, 4));
            assert_eq!(right.span, span(5, 9));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(expr("-a[1]").span, span(0, 5));
    assert_eq!(expr("(T)a").span, span(0, 4));
    assert_eq!(expr("f(a)++").span, span(0, 6));
    match &body("if (a) b; else { c; }")[0] {
        BlockItem::Stmt(s) => assert_eq!(s.span, span(0, 21)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn statements_are_flat_where_they_can_be() {
    match body("if (a) b; else if (c) d; else if (e) f; else g;").pop() {
        Some(BlockItem::Stmt(Stmt { kind: StmtKind::If { arms, otherwise }, .. })) => {
            assert_eq!((arms.len(), otherwise.is_some()), (3, true));
        }
        other => panic!("{other:?}"),
    }
    match body("if (a) if (b) c; else d;").pop() {
        Some(BlockItem::Stmt(Stmt { kind: StmtKind::If { arms, otherwise: None }, .. })) => {
            assert!(matches!(&arms[0].1.kind, StmtKind::If { otherwise: Some(_), .. }));
        }
        other => panic!("{other:?}"),
    }
    match body("case 1 ... 3: default: x: ;").pop() {
        Some(BlockItem::Stmt(Stmt { kind: StmtKind::Case { high: Some(_), body, .. }, .. })) => match body.kind {
            StmtKind::Default(body) => assert!(matches!(body.kind, StmtKind::Label { .. })),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
    let items =
        body("x: int a; __label__ l, m; int g(void) { return 1; } ; __attribute__((fallthrough)); goto *p; for (;;) ;");
    assert!(matches!(&items[0], BlockItem::Stmt(Stmt { kind: StmtKind::Label { .. }, .. })));
    assert!(matches!(&items[1], BlockItem::Declaration(_)));
    assert!(matches!(&items[2], BlockItem::LocalLabels(l) if l.len() == 2));
    assert!(matches!(&items[3], BlockItem::NestedFunction(_)));
    assert!(matches!(&items[5], BlockItem::Stmt(Stmt { kind: StmtKind::Empty, .. })));
    assert!(matches!(&items[6], BlockItem::Stmt(Stmt { kind: StmtKind::GotoComputed(_), .. })));
    assert!(matches!(
        &items[7],
        BlockItem::Stmt(Stmt { kind: StmtKind::For { init: ForInit::None, condition: None, step: None, .. }, .. })
    ));
}

/// A declarator from the name outwards, e.g. `f: function pointer`.
fn derivations(text: &str) -> String {
    let item = unit(text).items.pop();
    let d = match item {
        Some(ExternalDeclaration::Declaration(Declaration {
            kind: DeclarationKind::Variables { mut declarators, .. },
            ..
        })) => declarators.pop().expect("a declarator").declarator,
        Some(ExternalDeclaration::Function(f)) => f.declarator,
        other => panic!("{other:?}"),
    };
    let steps = d.derivations.iter().map(|d| match &d.kind {
        DerivationKind::Pointer { qualifiers } => {
            if qualifiers.is_empty() {
                "pointer"
            } else {
                "qualified pointer"
            }
        }
        DerivationKind::Array { .. } => "array",
        DerivationKind::Function(Parameters::Empty) => "function()",
        DerivationKind::Function(Parameters::Prototype { variadic: true, .. }) => "function...",
        DerivationKind::Function(Parameters::Prototype { .. }) => "function",
        DerivationKind::Function(Parameters::Names(_)) => "old function",
    });
    let name = d.name.map_or(String::new(), |n| n.text.to_string());
    format!("{name}: {}", steps.collect::<Vec<_>>().join(" "))
}

#[test]
fn declarators_read_from_the_name_outwards() {
    for (text, steps) in [
        ("int *a[3];", "a: array pointer"),
        ("int (*a)[3];", "a: pointer array"),
        ("int **const p;", "p: qualified pointer pointer"),
        ("int (*(*f)(int))(char);", "f: pointer function pointer function"),
        ("int f(), g(int, ...);", "g: function..."),
        ("int (*f(int a))(void) { return 0; }", "f: function pointer function"),
        ("main() { }", "main: function()"),
        ("int f(a, b) int a; char b; { }", "f: old function"),
        ("void f(int a[static 3], int [*], int (*)(int), char *const restrict p);", "f: function"),
    ] {
        assert_eq!(derivations(text), steps, "{text}");
    }
}

#[test]
fn strings_are_joined() {
    let joined = |text: &str| match expr(text).kind {
        ExprKind::String(s) => (s.units.to_vec(), s.encoding),
        other => panic!("{other:?}"),
    };
    assert_eq!(joined("\"a\" \"b\" \"c\""), (vec![97, 98, 99], Encoding::Plain));
    assert_eq!(joined("\"\u{e9}\" L\"\""), (vec![0xe9], Encoding::Wide));
    let mut diagnostics = Vec::new();
    parse(&lex("char *s = u\"a\" U\"b\";"), &Limits::default(), &mut diagnostics);
    assert_eq!(diagnostics.len(), 1);
}

#[test]
fn all_of_the_syntax_is_read() {
    unit(
        "struct __attribute__((packed)) s { int a : 3, : 0; struct { int b; }; union u *c; _Static_assert(1, \"x\"); } v[] =
           { [0] = { .a = 1, .c = 0 }, [1 ... 3] = { 2 }, { a: 3 }, {} };
         enum __attribute__((x)) e { A, B = 2, } e1; struct empty { };
         _Static_assert(sizeof(int) == 4); extern int x asm(\"y\") __attribute__((weak, aligned(8), format(printf, 1, 2)));
         _Alignas(16) _Alignas(double) static _Thread_local const volatile unsigned long long q = 1; _Atomic(int) r; _Atomic int t;
         typeof(q) w; typeof(int *) z; inline _Noreturn void f(register int a, const char *restrict, ...);
         asm(\"nop\"); ; int g(void) { asm volatile (\"x\" : \"=r\"(x) : \"r\"(q) : \"memory\"); do ; while (0); return x; }
         double h(double (*p)(double), int n, int m[n][n]) { switch (n) { case 'a': break; default: ; } l: goto l; }",
    );
}

/// Whatever token is missing or doubled: no panic, and few errors.
#[test]
fn one_slip_makes_few_errors() {
    let text = "typedef struct node { int key; struct node *next; } Node;
        static int count(const Node *n, int limit) { int sum = 0; for (int i = 0; n && i < limit; i++, n = n->next) {
        if (n->key > 3) sum += n->key; else if (n->key == 2) continue; else { sum--; break; } }
        switch (sum) { case 1: sum = (int)2.5; break; default: do { sum++; } while (sum < 3); } return sum ? sum : -1; }
        int table[3] = { 1, 2, [2] = 3 }; enum { A, B = 2 };
        int main(void) { Node *n = (Node *)0; printf(\"%d\", count(n, 3)); return 0; }";
    let tokens = lex(text);
    let mut total = 0;
    for i in 0..tokens.len() {
        for double in [false, true] {
            let mut wrong = tokens.clone();
            if double {
                wrong.insert(i, tokens[i].clone());
            } else {
                wrong.remove(i);
            }
            let mut diagnostics = Vec::new();
            parse(&wrong, &Limits::default(), &mut diagnostics);
            let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
            assert!(errors <= 4, "{i} {double}: {:?}", diagnostics.iter().map(|d| &d.message).collect::<Vec<_>>());
            total += errors;
        }
    }
    let slips = tokens.len() * 2;
    assert!(total < slips + slips / 10, "{total} errors from {slips} slips");
}
