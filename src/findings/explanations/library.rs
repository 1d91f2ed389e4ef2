//! Functions: how they are called, and the library's contracts.

use super::Text;

pub(super) const CALL_MISMATCH: Text = Text {
    what: "A function is called with another number or other types of arguments than it has, or data is called as a function.",
    why: "Caller and function put arguments into registers by their types. If they do not agree, the function reads something that was never passed.",
    example: "\
int add(int a, int b) { return a + b; }
int main(void) {
    int (*f)(int) = (int (*)(int))add;
    return f(1);         /* b was not passed */
}
",
    fix: "Give function pointers the type of the functions they point to, and do not cast them. Write prototypes with parameters instead of ().",
};

pub(super) const VA_ARG_MISMATCH: Text = Text {
    what: "va_arg asks for another type than the argument has, or for more arguments than there are.",
    why: "A function with '...' is not told what was passed. It takes the next value from where an argument of that type would be.",
    example: "\
#include <stdarg.h>
double first(int n, ...) {
    va_list list;
    va_start(list, n);
    double value = va_arg(list, double);
    va_end(list);
    return value;
}
int main(void) {
    return (int)first(1, 5);   /* 5 is an int */
}
",
    fix: "Ask for the type that is passed: char and short arrive as int, float as double. Pass the number of arguments, or mark the end.",
};

pub(super) const MISSING_RETURN: Text = Text {
    what: "A function that returns a value came to its closing brace without a return, and the caller uses the value.",
    why: "The caller takes whatever is left in the register.",
    example: "\
int sign(int n) {
    if (n > 0) return 1;
    if (n < 0) return -1;
}
int main(void) {
    return sign(0);      /* no return was reached */
}
",
    fix: "Add a return for the case that got to the end.",
};

pub(super) const OVERLAPPING_COPY: Text = Text {
    what: "memcpy, strcpy or a similar function copies between places that overlap.",
    why: "These functions may copy in any order. Where the places overlap, bytes are overwritten before they are copied.",
    example: "\
#include <string.h>
int main(void) {
    char s[] = \"abcdef\";
    memcpy(s + 1, s, 5);
    return 0;
}
",
    fix: "Use memmove.",
};

pub(super) const BAD_ARGUMENT: Text = Text {
    what: "A library function gets an argument that its description does not allow.",
    why: "The library relies on its contract and does not test it.",
    example: "\
#include <ctype.h>
int main(void) {
    int c = 1000;
    return isalpha(c);   /* only 0 to 255 and EOF */
}
",
    fix: "Read the description of the function and test the value before the call. For ctype: isalpha((unsigned char)c).",
};

pub(super) const USE_AFTER_CLOSE: Text = Text {
    what: "A FILE pointer is used after fclose.",
    why: "fclose frees what the pointer points to.",
    example: "\
#include <stdio.h>
int main(void) {
    FILE *f = tmpfile();
    if (f == NULL) return 1;
    fclose(f);
    fputs(\"late\", f);
    return 0;
}
",
    fix: "Close a file after its last use, and once.",
};

pub(super) const UNCLOSED_FILE: Text = Text {
    what: "A file was opened and not closed.",
    why: "The system allows only so many open files. What was written may stay in a buffer until the file is closed.",
    example: "\
#include <stdio.h>
int main(void) {
    FILE *f = tmpfile();
    if (f == NULL) return 1;
    fputs(\"text\", f);
    return 0;            /* no fclose */
}
",
    fix: "Call fclose for every fopen that succeeded, on every way out of the function.",
};

pub(super) const FORMAT_MISMATCH: Text = Text {
    what: "An argument of printf or scanf does not fit its conversion, or an argument is missing.",
    why: "The functions see only the format and take from the next place what it says. With %s an integer is followed as if it were an address.",
    example: "\
#include <stdio.h>
int main(void) {
    printf(\"%d\\n\", 3.5); /* %d is for int */
    return 0;
}
",
    fix: "Use %d for int, %u for unsigned, %ld for long, %zu for size_t, %f for double, %c for a character, %s for a string, %p for a pointer. scanf wants addresses: scanf(\"%d\", &n), and %lf for double.",
};

pub(super) const INVALID_JUMP: Text = Text {
    what: "longjmp is called when the function that called setjmp has already returned.",
    why: "longjmp goes back into a call that is still under way. If it has ended, its variables are gone.",
    example: "\
#include <setjmp.h>
jmp_buf place;
void mark(void) { if (setjmp(place)) return; }
int main(void) {
    mark();
    longjmp(place, 1);   /* mark has returned */
}
",
    fix: "Call setjmp in a function that stays on the stack while longjmp may happen.",
};
