//! Values and calculations.

use super::Text;

pub(super) const UNINITIALIZED_READ: Text = Text {
    what: "A variable, an element or a byte of a block is used before anything was stored in it.",
    why: "Locals and blocks from malloc begin with whatever was in their memory before. The program may work today and fail tomorrow.",
    example: "\
int main(void) {
    int sum;
    for (int i = 0; i < 3; i++)
        sum += i;        /* sum never began with 0 */
    return sum;
}
",
    fix: "Give each variable a value where you declare it. Look at every way to this line: is there an if or a loop that can skip the assignment? calloc gives a block of zeros. Test what scanf returns: it leaves variables alone when the input does not fit.",
};

pub(super) const UNINITIALIZED_MOVE: Text = Text {
    what: "A value that was never written is copied to another variable. (Off unless asked for.)",
    why: "Copying does no harm by itself, and struct assignment does it all the time. The finding helps to see where a missing value came from.",
    example: "\
int main(void) {
    int a, b;
    b = a;               /* a has no value */
    (void)b;
    return 0;
}
",
    fix: "Give the first variable a value.",
};

pub(super) const DIVISION_BY_ZERO: Text = Text {
    what: "The right side of / or % is 0, for integers.",
    why: "There is no result. x86-64 stops the program; the message says 'Floating point exception' although no floating number is involved.",
    example: "\
int main(void) {
    int n = 0;
    return 10 / n;
}
",
    fix: "Test the divisor first, and decide what the result shall be when there is nothing to divide by.",
};

pub(super) const FLOAT_DIVISION: Text = Text {
    what: "A floating number is divided by zero. (Off unless asked for.)",
    why: "The result is infinite or not a number. That is well defined on today's machines, but seldom what was wanted.",
    example: "\
int main(void) {
    double n = 0.0;
    double x = 1.0 / n;
    return x > 1e300 ? 0 : 1;
}
",
    fix: "Test the divisor first.",
};

pub(super) const SIGNED_OVERFLOW: Text = Text {
    what: "The result of a calculation with signed integers does not fit its type.",
    why: "On most machines the result wraps to the other end of the range, but C does not promise that, and optimising compilers assume that it never happens.",
    example: "\
#include <limits.h>
int main(void) {
    int n = INT_MAX;
    n = n + 1;
    return n < 0;
}
",
    fix: "Use a wider type such as long long before calculating, or test whether the result will fit: if (a > INT_MAX - b). Unsigned types wrap without harm.",
};

pub(super) const INVALID_SHIFT: Text = Text {
    what: "A shift by a negative amount, or by as many bits as the value has or more; or a negative value is shifted left.",
    why: "An int has 32 bits, so the amount must be 0 to 31. Machines look only at some bits of the amount, so 1 << 32 may be 1 or 0.",
    example: "\
int main(void) {
    int bits = 32;
    return 1 << bits;
}
",
    fix: "Check the amount; use a wider unsigned type, e.g. 1ULL << n for up to 63.",
};

pub(super) const FLOAT_TO_INT_OVERFLOW: Text = Text {
    what: "A floating value is converted to an integer type that cannot hold it.",
    why: "The conversion cuts the fraction off. If the rest is too large (or not a number) C does not say what comes out.",
    example: "\
int main(void) {
    double big = 1e10;
    int n = (int)big;
    return n == 0;
}
",
    fix: "Test the range before, or convert to a wider type.",
};

pub(super) const INVALID_ARRAY_SIZE: Text = Text {
    what: "An array whose length is calculated gets 0 or a negative number of elements.",
    why: "Such an array has no room, or would reach over other variables.",
    example: "\
int main(void) {
    int n = 0;
    int a[n];
    (void)a;
    return 0;
}
",
    fix: "Check the number before the declaration.",
};

pub(super) const UNSEQUENCED: Text = Text {
    what: "In one expression a variable is changed twice, or changed and used, and C does not say what comes first.",
    why: "i = i++ and a[i] = i++ give different results with different compilers.",
    example: "\
int main(void) {
    int i = 1;
    i = i++ + 1;
    return i;
}
",
    fix: "Write two statements.",
};
