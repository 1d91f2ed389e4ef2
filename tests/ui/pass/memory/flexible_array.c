#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text { size_t length; char data[]; };

static struct text *make(const char *s) {
    size_t n = strlen(s);
    struct text *t = malloc(sizeof *t + n + 1);
    t->length = n;
    memcpy(t->data, s, n + 1);
    return t;
}

int main(void) {
    struct text *t = make("flexible");
    char *d = t->data;
    d[0] = 'F';
    printf("%zu %s %zu\n", t->length, t->data, sizeof(struct text));
    free(t);
    return 0;
}
