#include <stdio.h>

struct pair { unsigned char a, b; };
union either {
    struct { unsigned char a, b; };
    struct pair pair;
    unsigned whole;
};
struct holder {
    int first;
    union {
        struct { short low, high; };
        long wide;
    };
    union either inner;
};

static void show(const char *name, const void *bytes, int n) {
    const unsigned char *p = bytes;
    printf("%s:", name);
    for (int i = 0; i < n; i++)
        printf(" %d", p[i]);
    printf("\n");
}

static union either one = {.b = 8, .a = 7};
static union either two = {{.b = 7, .a = 8}};
static union either three = {.pair.b = 1, .pair.a = 2};
static union either four = {.pair.b = 1, .a = 2};
static union either five = {{1, 2}, .b = 3};
static union either six = {.whole = 0x01020304, .pair.a = 9};
static struct holder seven = {1, 2, .high = 3, .inner.b = 5, .inner.a = 6};
static struct holder eight = {.high = 4, .low = 3, .wide = 5, .low = 6, .inner = {.whole = 1}, .inner.a = 2};
static struct holder nine = {.inner = {{1, 2}}, .inner.b = 5};

int main(void) {
    show("one", &one, 4);
    show("two", &two, 4);
    show("three", &three, 4);
    show("four", &four, 4);
    show("five", &five, 4);
    show("six", &six, 4);
    show("seven", &seven, sizeof seven);
    show("eight", &eight, sizeof eight);
    show("nine", &nine, sizeof nine);
    return 0;
}
