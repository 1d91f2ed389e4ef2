//! Each text has a backtick before every identifier that is a type, and before no other.

use super::mark;
use crate::syntax::kinds::TYPEDEF_NAME;
use crate::syntax::tests::lex;

#[track_caller]
fn check(marked: &str) {
    let tokens = lex(&marked.replace('`', " "));
    let kinds = mark(&tokens, &[]).kinds;
    let mut shown = marked.replace('`', " ");
    for (token, kind) in tokens.iter().zip(&kinds).rev() {
        if *kind == TYPEDEF_NAME {
            let at = token.span.lo as usize - 1;
            shown.replace_range(at - 1..at, "`");
        }
    }
    assert_eq!(shown, marked);
}

#[test]
fn a_typedef_names_a_type_from_its_declarator_on() {
    check("typedef int T, *P; `T x; `P y; typedef `T U; `U z;");
    check("typedef int (*F)(int); `F f; typedef struct s { int T; } T; `T x;");
    check("typedef int T; const `T x; `T const y; static `T z; unsigned T;");
}

#[test]
fn a_local_object_hides_it_until_its_block_ends() {
    check("typedef int T; void f(void) { `T x; int T; T = 1; { T * x; } } `T y;");
    check("typedef int T; void f(void) { `T T; T = 1; } `T y;");
    check("typedef int T; void f(void) { `T T = sizeof(T), *p; (T)+1; }");
    check("typedef int T; void f(void) { `T a[sizeof( `T)], T; T++; }");
}

#[test]
fn a_local_typedef_ends_with_its_block() {
    check("void f(void) { typedef int T; `T x; } int T;");
    check("void f(void) { { typedef int T; `T * x; } T * x; }");
}

#[test]
fn members_tags_and_labels_have_their_own_names() {
    check("typedef int T; struct s { `T T; `T u; }; int f(struct s a, struct s *p) { return a.T + p->T; } `T x;");
    check("typedef int T; struct T { int a; }; struct T x; enum T; union T *y; `T z;");
    check("typedef int T; void f(void) { T: goto T; } void g(void) { `T x; T: x = 1; }");
    check("typedef int T; struct s { int T : 3, : 2; `T : 4; unsigned T; } x = { .T = ( `T)1, T: 2 };");
}

#[test]
fn enumeration_constants_hide_it_at_once() {
    check("typedef int T; void f(void) { enum { A, T, B = T }; T * A; } `T x;");
    check("typedef int T; enum { T = sizeof( `T) }; int x = T;");
    check("typedef int T; void f(void) { if (sizeof(enum { T })) T * 1; `T x; }");
}

#[test]
fn parameters_hide_it_in_the_rest_of_the_list_and_in_the_body() {
    check("typedef int T; void f( `T T, int b[T]) { T * b; } `T x;");
    check("typedef int T; void f(int T); `T x;");
    check("typedef int T; int (*f(int T))(int U) { T * 1; return 0; } `T x;");
    check("typedef int T; int f(int ( `T)); int g( `T); int h(int (*T)( `T)) { T * 1; } int i(int T[sizeof( `T)]);");
    check("typedef int T; void f(int (*g)(int T)) { `T * x; }");
}

#[test]
fn in_old_style_definitions_too() {
    check("typedef int T; int f(a, b) `T a; int b; { `T x; } `T y;");
    check("typedef int T; f(U) int U; { `T x; return U * x; }");
}

#[test]
fn for_opens_a_scope_that_ends_with_its_statement() {
    check("typedef int T; void f(void) { for ( `T T = 0; T * 2; T++) T * 1; `T x; }");
    check("typedef int T; void f(void) { for (int T;;) if (T) T * 1; else T * 2; `T * x; }");
}

#[test]
fn types_in_expressions_stand_behind_parentheses() {
    check(
        "typedef int T; int f(int x) { return ( `T)x + sizeof( `T) + sizeof( `T *) * (x) + ( `T){1} + _Alignof( `T); }",
    );
    check("typedef int T; int x = _Generic(1, `T: 2, `T *: 3, default: 4);");
    check("typedef int T; struct s { int T; }; int x = __builtin_offsetof(struct s, T) + __builtin_va_arg(x, `T *);");
    check(
        "typedef int T; int f(int T) { return sizeof(T) + (T)(1) + ({ int x = T; typedef int T; `T * p; x; }) + (T)-1; }",
    );
    check(
        "typedef int T; int x = 1 ? ( `T)2 : ( `T)3; void f(int a) { switch (a) { case ( `T)1: ; T: ; `T b; default: ; } }",
    );
}

#[test]
fn a_declarator_in_parentheses_declares_it() {
    check("typedef int T; void f(void) { int (T); T * 1; } void g(void) { `T (T); T * 1; }");
    check("typedef int T; void f(void) { `T (*p)( `T), q; `T (x)[3]; }");
}

#[test]
fn inner_functions_and_types_of_expressions() {
    check("typedef int T; void f(void) { int g( `T T) { return T * 1; } `T x; } `T y;");
    check(
        "typedef int T; typeof( `T) a; typeof(a) T1; _Atomic( `T) b; _Alignas( `T) int c; __attribute__((aligned(sizeof( `T)))) `T d;",
    );
    check(
        "__extension__ typedef int T; void f(void) { __extension__ `T x; __extension__ ({ `T y; y; }); } `__builtin_va_list v;",
    );
}

#[test]
fn wrong_input_ends() {
    for text in ["{", "typedef", "int (", "struct {", "enum { A", "f(", "for (", "x = {", "_Generic(", ")", "}", "if ("]
    {
        mark(&lex(text), &[]);
    }
}
