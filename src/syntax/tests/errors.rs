//! Wrong inputs: each line that is wrong ends in `//~` and what is said about it.

use super::lex;
use crate::diagnostics::Severity;
use crate::syntax::{Limits, parse};

/// Compares all errors, by line, with what the text says; `note` texts follow ` | `.
#[track_caller]
fn check(text: &str) {
    let mut source = String::new();
    let mut wanted = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let (code, said) = line.split_once("//~").map_or((line, None), |(code, said)| (code, Some(said)));
        if let Some(said) = said {
            wanted.push(format!("{}: {}", number + 1, said.trim()));
        }
        source.push_str(code);
        source.push('\n');
    }
    let mut diagnostics = Vec::new();
    parse(&lex(&source), &Limits::default(), &mut diagnostics);
    let told: Vec<String> = diagnostics
        .iter()
        .filter(|d| d.severity == Severity::Error)
        .map(|d| {
            let at = (d.span.lo as usize).saturating_sub(1).min(source.len());
            let line = source[..at].matches('\n').count() + 1;
            let notes: String = d.notes.iter().map(|n| format!(" | {n}")).collect();
            format!("{line}: {}{notes}", d.message)
        })
        .collect();
    assert_eq!(told, wanted, "\n{text}");
}

/// The same inside of a function, with names declared.
#[track_caller]
fn within(lines: &str) {
    check(&format!("int x, y, n, *p; int g(int a);\nvoid f(void) {{\n{lines}\n}}\nint after;\n"));
}

#[test]
fn semicolons() {
    within("x = 1 //~ missing ';' after the number 1\ny = 2;");
    within("g(x) //~ missing ';' after ')'\nreturn;");
    within("int a = 1 //~ missing ';' after the number 1\nint b = 2 //~ missing ';' after the number 2\ng(b);");
    within("if (x) { y = 2 } //~ missing ';' after the number 2");
    within("x = 1 y = 2; //~ missing ';' or an operator between the number 1 and 'y'");
    within("return 1 //~ missing ';' after the number 1");
    within("do x++; while (x < 3) //~ missing ';' after ')'\ny = 1;");
    check("int a //~ missing ';' after 'a'\nint b;");
    check(
        "struct s { int a //~ missing ';' after 'a'\nint b; } //~ missing ';' after this struct\nint f(void) { return 1; }",
    );
    check("int g(int a) //~ missing ';' after ')'\nint h(void) { return 1 } //~ missing ';' after the number 1");
    check("int x = 1 //~ missing ';' after the number 1");
}

#[test]
fn brackets() {
    within("if (x { y = 1; } //~ missing ')' before '{'");
    within("g(x; //~ missing ')' before ';'\ny = 1 //~ missing ';' after the number 1\nx = 2;");
    within("x = (1 + 2; //~ missing ')' before ';'");
    within("int a[3; //~ missing ']' before ';'");
    within("x = p[y); //~ ')' stands where ']' is needed");
    within("x = (p[y); //~ missing ']' before ')'");
    within("x = 1); //~ unmatched ')': no '(' is open here");
    within("while (g(x) { y = 1; } //~ missing ')' before '{'");
    check("int f(void) { return 1; }\n} //~ unmatched '}': no '{' is open here\nint a;");
    check(
        "int f(int x) { //~ this '{' is not closed: a '}' is missing\nif (x) {\nreturn 1; }\nint g(void) {\nreturn 2; }",
    );
    check("int f(void) { //~ this '{' is not closed: a '}' is missing\nreturn 1;");
    within("for (x = 0; x < n; x++; ) y = 1; //~ a 'for' has two ';': this is the third");
}

#[test]
fn statements() {
    within("x = 1;\nelse y = 2; //~ 'else' without an 'if' before it");
    within(
        "if (x) y = 1; x = 2;\nelse y = 2; //~ 'else' without an 'if' before it | an 'if' without braces takes one statement: put '{' and '}' around several",
    );
    within("if x > 0 { y = 1; } //~ missing '(' after 'if' | the condition of 'if' stands in parentheses");
    within("while x //~ missing '(' after 'while' | the condition of 'while' stands in parentheses\ny = 1;");
    within(
        "for (x = 0, x < n, x++) y = x; //~ a 'for' has three parts with two ';' between them | there is no ';' here; e.g. 'for (i = 0; i < n; i++)'",
    );
    within(
        "for (x = 0; x < n) y = x; //~ a 'for' has three parts with two ';' between them | there is only one ';' here; e.g. 'for (i = 0; i < n; i++)'",
    );
    within("if (x) int z = 1; //~ a declaration cannot be the only statement here: put it in braces");
    within("switch (x) { case 1; y = 1; } //~ missing ':': a 'case' label ends in ':'");
    within("switch (x) { default y = 1; } //~ missing ':': a 'default' label ends in ':'");
    within("if () y = 1; //~ an expression is missing between '(' and ')'");
    within("do x++; //~ missing 'while (...);' behind the body of 'do'\ny = 1;");
    within("printf \"x\"; //~ missing '(' after 'printf' | the arguments of a call stand in parentheses");
    check(
        "int x;\nx++; //~ a statement stands outside of all functions\nprintf(\"x\"); //~ a statement stands outside of all functions\nint y;",
    );
    check(
        "int f(void) { return 1; }\nreturn 2; //~ a statement stands outside of all functions | perhaps a '}' before it closes the function too early\nint y;",
    );
}

#[test]
fn expressions() {
    within("x = ; //~ a value is missing between '=' and ';'");
    within("x = 1 + ; //~ an expression is missing between '+' and ';'");
    within(
        "x = 1 + * ; //~ an expression is missing between '*' and ';'\ny = ; //~ a value is missing between '=' and ';'",
    );
    within("g(x, ); //~ an argument is missing after ','");
    within("x = p[]; //~ an expression is missing between '[' and ']'");
    within("x = y ? 1; //~ missing ':' before ';'");
    within(
        "g(int x); //~ unexpected type 'int': a value is expected here | where a function is called, only the values are written, without their types",
    );
    within("x = int; //~ unexpected type 'int': a value is expected here");
    within("g(x y); //~ missing ',' or an operator between 'x' and 'y'");
    within("if (x =< 3) y = 1; //~ '=<' is not an operator | did you mean '<='?");
    within("if (x and y) n = 1; //~ 'and' is not a word of C | the operator is '&&' ('and' needs <iso646.h>)");
    within("int a[] = { 1 2 }; //~ missing ',' between the number 1 and the number 2");
}

#[test]
fn types() {
    check(
        "foo x; //~ unknown type name 'foo'\nfoo y;\nint f(foo a) { foo b; return 1 } //~ missing ';' after the number 1",
    );
    check("flaot x; //~ unknown type name 'flaot' | did you mean 'float'?");
    check("foo *p; //~ unknown type name 'foo'");
    check("int f(int a, foo *p); //~ unknown type name 'foo'");
    check("int f(foo *p); //~ unknown type name 'foo'");
    check("int f(const foo *p); //~ unknown type name 'foo'");
    check("static foo x; //~ unknown type name 'foo'");
    check("struct s { foo x; int y; }; //~ unknown type name 'foo'");
    check("struct node { int a; };\nnode x; //~ unknown type name 'node' | the type is called 'struct node'\nint y;");
    check("typedef int number;\nnumbr x; //~ unknown type name 'numbr' | did you mean 'number'?");
    check("bool b; //~ unknown type name 'bool' | it is declared in <stdbool.h>\nbool c;");
    check("string s; //~ 'string' is not a word of C | C has no type 'string': use 'char *' or an array of char");
    within("x = (foo *)p; //~ unknown type name 'foo'");
    within("x = (foo)y; //~ unknown type name 'foo'");
    within("for (foo i = 0; i < 3; i++) ; //~ unknown type name 'foo'");
    within("uint8_t b = 1; //~ unknown type name 'uint8_t' | it is declared in <stdint.h>");
}

#[test]
fn spelling_and_other_languages() {
    within("retrun 0; //~ unknown word 'retrun' | did you mean 'return'?");
    within("whlie (x) { y = 1; } //~ unknown word 'whlie' | did you mean 'while'?");
    within("if (x) y = 1;\nesle y = 2; //~ unknown word 'esle' | did you mean 'else'?");
    within("if (x) { y = 1; }\nelif (y) { x = 2; } //~ 'elif' is not a word of C | in C this is 'else if'");
    within("p = new int; //~ 'new' is not a word of C | C has no 'new': use 'malloc' from <stdlib.h>");
    within("delete p; //~ 'delete' is not a word of C | C has no 'delete': use 'free' from <stdlib.h>");
    check(
        "class A { int x; }; //~ 'class' is not a word of C | C has no classes: use a 'struct', and functions that take a pointer to it\nint y;",
    );
    check("using namespace std; //~ 'using' is not a word of C | C has no namespaces\nint y;");
    check("int class, new; void f(int delete) { class = new + delete; }");
}

#[test]
fn declarations() {
    within("int for = 1; //~ 'for' is a keyword and cannot be used as a name");
    within("int 2 = 1; //~ a name is expected here, and a name does not begin with a digit");
    within("int[3] a; //~ the brackets of an array stand behind its name | e.g. 'int a[3];'");
    within("int a[3] { 1, 2 }; //~ missing '=' before '{'");
    within("int a, int b; //~ unexpected 'int': after ',' the next name follows, the type is written once");
    check("void f(int &x); //~ C has no references: use a pointer, '*'");
    check("void f(int a = 3); //~ a parameter cannot have a value of its own in C | every call passes all arguments");
    check(
        "struct s { int a = 3; int b; }; //~ a member cannot be given a value where the struct is declared | give it to each object of the type",
    );
    check(
        "struct s { void f() { } int b; }; //~ a struct cannot have functions as members | a function stands outside and takes a pointer to the struct",
    );
    check("enum e { A B }; //~ missing ',' between 'A' and 'B'");
    check("int = 3; //~ a name is missing between 'int' and '='\nint y;");
    check(
        "int x { return 1; } //~ unexpected '{': 'x' is not a function, so it has no body | a function has '()' behind its name; an initialiser has '=' before '{'",
    );
}
