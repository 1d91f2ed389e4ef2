#include <stdio.h>

struct token {
    enum { NUMBER, WORD } kind;
    union {
        int number;
        const char *word;
    };
    struct { int line, column; };
};

int main(void) {
    struct token a = {NUMBER, {.number = 5}, {1, 2}}, b = {.kind = WORD, .word = "if", .column = 9};
    printf("%d %d %s %d\n", a.number, a.column, b.word, b.line + b.column);
    return 0;
}
