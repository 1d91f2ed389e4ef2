//! Pointers that are followed where they should not be.

use super::Text;

pub(super) const NULL_DEREFERENCE: Text = Text {
    what: "A pointer whose value is NULL is followed: with '*', with '->', with an index, or inside a library function.",
    why: "NULL is the value that says: this pointer points to nothing. There is no memory behind it, so real machines stop the program with a segmentation fault.",
    example: "\
#include <stdlib.h>
int main(void) {
    int *p = NULL;
    *p = 1;              /* nothing is there */
    return 0;
}
",
    fix: "Test the pointer before you follow it: if (p != NULL). Functions such as malloc, fopen, strchr and getenv return NULL when they have nothing to give, so look at what they return. In a list, ask for p before you ask for p->next.",
};

pub(super) const OUT_OF_BOUNDS: Text = Text {
    what: "Memory before the start or after the end of an array, a variable or a block from malloc is read or written.",
    why: "C does not look at indices when the program runs. Whatever lies behind the object is read or overwritten: another variable, the books of malloc, the way back to the caller. Often nothing is noticed until much later.",
    example: "\
int main(void) {
    int a[10];
    for (int i = 0; i <= 10; i++)
        a[i] = i;        /* a[10] does not exist */
    return 0;
}
",
    fix: "An array of n elements has the indices 0 to n - 1, so loops run while i < n. A string needs one character more than it has letters, for the '\\0': malloc(strlen(s) + 1). The size for malloc is in bytes: malloc(n * sizeof *p).",
};

pub(super) const OUT_OF_BOUNDS_POINTER: Text = Text {
    what: "A calculation makes a pointer that points outside of its array.",
    why: "A pointer may point to any element and to the place right after the last one. Anywhere else the calculation itself is not defined, even if the pointer is never followed; compilers use this when they optimise.",
    example: "\
int main(void) {
    int a[10];
    int sum = 0;
    for (int *p = a + 9; p >= a; p--)   /* at last p is a - 1 */
        sum += *p = 1;
    return sum != 10;
}
",
    fix: "Walk with an index, or write the loop so that it stops at the first element: for (p = a + 10; p-- > a; ) does the step before the use.",
};

pub(super) const WILD_POINTER: Text = Text {
    what: "A pointer is followed whose address belongs to nothing in the program.",
    why: "The address did not come from an object: it is a number that was cast to a pointer, or bytes that were put together. Real machines mostly stop with a segmentation fault.",
    example: "\
int main(void) {
    int *p = (int *)0x12345678;
    return *p;
}
",
    fix: "Let pointers get their values from & of a variable, from the name of an array, or from malloc. Look for casts from integers to pointers.",
};

pub(super) const READONLY_WRITE: Text = Text {
    what: "A string literal, a const object, or a string that belongs to the library is written to.",
    why: "Equal literals may share their place, and on real machines they lie in memory that cannot be written: a segmentation fault.",
    example: "\
int main(void) {
    char *s = \"hello\";
    s[0] = 'H';          /* the literal may not be changed */
    return 0;
}
",
    fix: "Declare an array, which is a copy of its own: char s[] = \"hello\"; Declare pointers to literals as const char *, then the compiler tells you.",
};

pub(super) const UNRELATED_POINTERS: Text = Text {
    what: "Two pointers into different objects are compared with <, <=, > or >=, or subtracted.",
    why: "Where objects lie relative to each other is the compiler's business and changes from build to build. Only pointers into one array have an order and a distance.",
    example: "\
int main(void) {
    int a[4], b[4];
    return (int)(b - a); /* how far apart? C does not say */
}
",
    fix: "Compare pointers to different objects with == and != only, and count with indices.",
};

pub(super) const MISALIGNED_ACCESS: Text = Text {
    what: "A value is read or written at an address that is not a multiple of its alignment.",
    why: "Processors fetch an int from addresses that are multiples of 4, a double from multiples of 8. x86-64 takes other addresses too, many other machines do not.",
    example: "\
int main(void) {
    char bytes[8] = { 0 };
    int *p = (int *)(bytes + 1);
    return *p;
}
",
    fix: "Copy the bytes into a variable of the right type: memcpy(&n, bytes + 1, sizeof n).",
};

pub(super) const EFFECTIVE_TYPE: Text = Text {
    what: "Memory that was written as one type is read as another, through a pointer that was cast.",
    why: "The compiler may assume that an int and a float are never the same memory, and keep one of them in a register. With optimisation such programs give wrong results.",
    example: "\
int main(void) {
    float f = 1.0f;
    int *p = (int *)&f;
    return *p != 0;
}
",
    fix: "Use memcpy, or a union with both members, or look at the bytes through unsigned char *.",
};
