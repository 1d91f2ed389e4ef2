#include <stdio.h>

static int next(void) {
    static int n = 10;
    return n++;
}

static const char *word(int i) {
    static char text[8];
    sprintf(text, "w%d", i);
    return text;
}

int main(void) {
    next();
    next();
    printf("%d %s\n", next(), word(5));
    return 0;
}
