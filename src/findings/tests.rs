//! Findings on hand-built machines, told whole.

use super::scene::Held;
use super::stage::Stage;
use crate::kinds::Kind;
use crate::memory::{Access, Pointer, Reason, TrapData};

const LIST: &str = "
#include <stdlib.h>
struct node { int value; struct node *next; };
struct node *make(int value) {
    struct node *n = malloc(sizeof(struct node));
    n->value = value;
    return n;
}
int main(void) {
    struct node *head = make(7);
    struct node *p = head;
    for (p = head; p != NULL; p = p->next)
        free(p);
    free(head);
    return 0;
}
";

#[test]
fn use_after_free_in_a_list() {
    let mut told = String::new();
    let mut s = Stage::new(LIST);
    s.enter("main", "");
    s.enter("make", "make(7)");
    let block = s.malloc("malloc(sizeof(struct node))", 16);
    s.leave();
    s.set("head", Held::Pointer(block));
    s.set("p", Held::Pointer(block));
    s.free("free(p)", block);
    let f = s.refused("p->next", block.offset(8), 8, Access::Read);
    told.push_str(&s.lines(&f));
    let f = s.refused("free(head)", block, 0, Access::Free);
    told.push_str(&s.lines(&f));
    s.set("p", Held::Pointer(Pointer::NULL));
    let f = s.refused("p->next", Pointer::NULL.offset(8), 8, Access::Read);
    told.push_str(&s.lines(&f));
    s.set("p", Held::Pointer(block));
    let f = s.told("p != NULL", Kind::DanglingPointer, TrapData::Stale { pointer: block });
    told.push_str(&s.lines(&f));
    insta::assert_snapshot!(told);
}

const BOUNDS: &str = "
#include <stdlib.h>
#include <string.h>
struct person { char name[8]; int age; };
int main(void) {
    int n = 10;
    int a[10];
    struct person s;
    char *copy = malloc(strlen(s.name));
    int *p = malloc(n * sizeof(p));
    double *d = malloc(10);
    for (int i = 0; i <= n; i++)
        a[i] = i;
    int *q = malloc(40);
    for (int i = 0; i <= n; i++)
        p[i] = i;
    d[1] = 2.5;
    strcpy(copy, s.name);
    strcpy(s.name, \"long name\");
    q[-1] = 3;
    n = strlen(s.name);
    int x;
    int y = q[2] + 1;
    y = x * 2;
    y = n / (x - x);
    y = a[0] + n;
    free(a);
    free(p + 1);
    \"abc\"[0] = 'x';
    return 0;
}
";

#[test]
fn bounds() {
    let mut s = Stage::new(BOUNDS);
    s.enter("main", "");
    s.set("n", Held::Int(10));
    s.set("i", Held::Int(10));
    let a = s.address("a");
    let person = s.address("s");
    s.put_text(person, b"anna\0");
    for i in 0..6 {
        s.put(s.machine.memory.objects.writable(a.offset(i * 4), 4).expect("in"), Held::Int(i));
    }
    let copy = s.malloc("malloc(strlen(s.name))", 4);
    s.set("copy", Held::Pointer(copy));
    let p = s.malloc("malloc(n * sizeof(p))", 40);
    s.set("p", Held::Pointer(p));
    let d = s.malloc("malloc(10)", 10);
    s.set("d", Held::Pointer(d));
    let q = s.malloc("malloc(40)", 40);
    s.set("q", Held::Pointer(q));
    let mut told = String::new();
    let f = s.told("a[i]", Kind::OutOfBounds, TrapData::Index { index: 10, length: 10, access: Access::Write });
    told.push_str(&s.lines(&f));
    let f = s.refused("a[i] = i", a.offset(40), 4, Access::Write);
    told.push_str(&s.lines(&f));
    let f = s.refused("p[i] = i", p.offset(40), 4, Access::Write);
    told.push_str(&s.lines(&f));
    let f = s.refused("d[1] = 2.5", d.offset(8), 8, Access::Write);
    told.push_str(&s.lines(&f));
    let f = s.refused("strcpy(copy, s.name)", copy, 5, Access::Write);
    told.push_str(&s.lines(&f));
    let narrow = s.machine.memory.narrow(person, 8);
    let f = s.refused("strcpy(s.name, \"long name\")", narrow, 10, Access::Write);
    told.push_str(&s.lines(&f));
    s.put_text(person, b"annabell");
    let f = s.refused("strlen(s.name)", narrow.offset(8), 1, Access::Read);
    told.push_str(&s.lines(&f));
    let f = s.refused("q[-1] = 3", q.offset(-4), 4, Access::Write);
    told.push_str(&s.lines(&f));
    let f = s.told(
        "q[2]",
        Kind::UninitializedRead,
        TrapData::Uninitialized { pointer: Some(q.offset(8)), offset: 0, size: 4, moved: vec![] },
    );
    told.push_str(&s.lines(&f));
    let f = s.told(
        "x * 2",
        Kind::UninitializedRead,
        TrapData::Uninitialized { pointer: None, offset: 0, size: 4, moved: vec![] },
    );
    told.push_str(&s.lines(&f));
    let f = s.told(
        "n / (x - x)",
        Kind::DivisionByZero,
        TrapData::Arith { op: crate::sema::tree::ArithOp::Div, left: 10, right: 0, bits: 32 },
    );
    told.push_str(&s.lines(&f));
    let f = s.told(
        "a[0] + n",
        Kind::SignedOverflow,
        TrapData::Arith { op: crate::sema::tree::ArithOp::Add, left: 2147483647, right: 10, bits: 32 },
    );
    told.push_str(&s.lines(&f));
    let f = s.refused("free(a)", a, 0, Access::Free);
    told.push_str(&s.lines(&f));
    let f = s.refused("free(p + 1)", p.offset(4), 0, Access::Free);
    told.push_str(&s.lines(&f));
    let lit = s
        .strings
        .iter()
        .position(|p| s.machine.memory.get::<crate::memory::I8>(*p).is_ok_and(|b| b == i64::from(b'a')))
        .expect("abc");
    let abc = s.strings[lit];
    let f = s.refused("\"abc\"[0] = 'x'", abc, 1, Access::Write);
    told.push_str(&s.lines(&f));
    insta::assert_snapshot!(told);
}

const SCOPE: &str = "
int *find(void) {
    int best = 3;
    int *r = &best;
    return r;
}
int fact(int n) {
    return n * fact(n - 1);
}
int main(void) {
    int *p = 0;
    {
        int inner = 5;
        p = &inner;
    }
    *p = 1;
    p = find();
    int v = *p;
    v = fact(v);
    return v;
}
";

#[test]
fn lifetimes_and_recursion() {
    let mut told = String::new();
    let mut s = Stage::new(SCOPE);
    s.enter("main", "");
    let inner = s.address("inner");
    s.set("p", Held::Pointer(inner));
    let end = s.node("}");
    s.machine.memory.end_object(inner.tag, end, Reason::Scope);
    let f = s.refused("*p = 1", inner, 4, Access::Write);
    told.push_str(&s.lines(&f));
    s.enter("find", "find()");
    let best = s.address("best");
    let end = s.node("return r;");
    s.machine.memory.end_object(best.tag, end, Reason::Return);
    s.leave();
    s.set("p", Held::Pointer(best));
    let f = s.refused("*p", best, 4, Access::Read);
    told.push_str(&s.lines(&f));
    s.enter("fact", "fact(v)");
    s.set("n", Held::Int(20));
    for i in 0..1000 {
        s.enter("fact", "fact(n - 1)");
        if i < 50 {
            s.set("n", Held::Int(19 - i));
        }
        s.machine.frames.stack.last_mut().expect("there").slots = 70;
    }
    let f = s.told("fact(n - 1)", Kind::StackOverflow, TrapData::Stack { wanted: 48, left: 16, host: false });
    told.push_str(&s.lines(&f));
    insta::assert_snapshot!(told);
}

const VALUES: &str = "
enum colour { RED, GREEN };
struct pair { int x; char letter; struct pair *other; unsigned low : 3; int high : 5; };
int main(void) {
    char c = 'a';
    char line[] = { 'n', 10 };
    unsigned char byte = 200;
    enum colour paint = GREEN;
    _Bool yes = 1;
    double half = 0.5;
    struct pair pair = { 1 };
    int grid[2][3];
    int *element = &grid[1][2];
    struct pair *self = &pair;
    const char *text = \"hi\\n\";
    int (*function)(void) = main;
    unsigned long big = -1;
    int later, never;
    if (c) later = 1;
    switch (c) { case 1: never = 2; break; default: c = 2; }
    {
        int c = 5;
        c = 6;
    }
    return c;
}
";

#[test]
fn values_of_every_kind() {
    let mut s = Stage::new(VALUES);
    s.enter("main", "");
    s.set("c", Held::Int(97));
    s.set("byte", Held::Int(200));
    s.set("paint", Held::Int(1));
    s.set("yes", Held::Int(1));
    s.set("half", Held::Float(0.5));
    s.set("big", Held::Int(-1));
    let line = s.address("line");
    s.put_text(line, b"n\n");
    let pair = s.address("pair");
    s.put_text(pair, &[1, 0, 0, 0, b'q']);
    s.put_text(pair.offset(16), &[0b1110_1101]);
    let at = s.machine.memory.objects.readable(pair.offset(8), 8).expect("inside");
    s.put(at, Held::Pointer(pair));
    let grid = s.address("grid");
    let at = s.machine.memory.objects.readable(grid.offset(20), 4).expect("inside");
    s.put(at, Held::Int(6));
    s.set("element", Held::Pointer(grid.offset(20)));
    s.set("self", Held::Pointer(pair));
    let text = s.strings[0];
    s.set("text", Held::Pointer(text));
    let main = crate::memory::function_address(s.function("main").0);
    s.set("function", Held::Pointer(Pointer { addr: main, tag: Pointer::NULL.tag }));
    let finding = s.told("c = 6", Kind::Aborted, TrapData::None);
    let values: Vec<String> =
        finding.stack[0].locals.iter().map(|l| format!("{} {} = {}", l.ty, l.name, l.value)).collect();
    insta::assert_snapshot!(values.join("\n"));
}
