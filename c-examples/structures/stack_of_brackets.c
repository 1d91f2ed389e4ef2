/* A stack that you build yourself.
 *
 *     cglass c-examples/structures/stack_of_brackets.c
 *
 * Last in, first out: the bracket opened last must be closed first. The
 * machine's own stack follows the same rule with calls and returns. This one
 * is an array with a counter, and it lives in a local variable. Mind both ends:
 * nothing may be taken from an empty stack or put on a full one.
 */
#include <stdio.h>

enum { MOST = 16 };

struct stack {
    char items[MOST];
    int count;
};

static int push(struct stack *s, char item) {
    if (s->count == MOST) return 0;
    s->items[s->count++] = item;
    return 1;
}

static int pop(struct stack *s, char *item) {
    if (s->count == 0) return 0;
    *item = s->items[--s->count];
    return 1;
}

static const char *check(const char *text) {
    struct stack open = {.count = 0};

    for (; *text != '\0'; text++) {
        char wanted = *text == ')' ? '(' : *text == ']' ? '[' : *text == '}' ? '{' : '\0';
        char last;
        if (*text == '(' || *text == '[' || *text == '{') {
            if (!push(&open, *text)) return "too deep";
        } else if (wanted != '\0') {
            if (!pop(&open, &last)) return "closed, but never opened";
            if (last != wanted) return "closed by the wrong bracket";
        }
    }
    return open.count == 0 ? "balanced" : "never closed";
}

int main(void) {
    const char *texts[] = {"f(a[i], {1, 2})", "g(a[i)]", "h((x)", "k)", "((((((((((((((((("};
    for (int i = 0; i < 5; i++) printf("%-18s %s\n", texts[i], check(texts[i]));
    return 0;
}
