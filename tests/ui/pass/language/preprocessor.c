#include <stdio.h>

#define SQUARE(x) ((x) * (x))
#define JOIN(a, b) a##b
#define TEXT(x) #x
#define SHOW(...) printf(__VA_ARGS__)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define TWICE(f, x) f(f(x))
#define SWAP(type, a, b) do { type t_ = a; a = b; b = t_; } while (0)
#define DEBUG 0

#if defined DEBUG && DEBUG > 0
#error "not here"
#elif SQUARE(3) == 9 && 'a' < 'b'
#define BRANCH "elif"
#else
#define BRANCH "else"
#endif

#ifndef MISSING
#undef DEBUG
#endif

int main(void) {
    int ab = 4, c = 9;
    SWAP(int, ab, c);
    SHOW("%d %d %s %s\n", SQUARE(1 + 2), JOIN(a, b), TEXT(a + "b\n"), BRANCH);
    SHOW("%d %d %d\n", TWICE(SQUARE, 3), MAX(ab, c), __LINE__);
#ifdef DEBUG
    puts("never");
#endif
    printf("%s\n", __func__);
    return 0;
}
