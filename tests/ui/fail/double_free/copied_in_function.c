#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct song {
    char *name;
    int seconds;
};

static char *kept(const char *text) {
    char *copy = malloc(strlen(text) + 1);
    strcpy(copy, text);
    return copy;
}

static struct song longer(struct song of, int by) {
    struct song result = of;
    result.seconds += by;
    return result;
}

static void forget(struct song *song) {
    free(song->name); //~ double-free
    song->name = NULL;
}

int main(void) {
    struct song one = {kept("blue"), 90};
    struct song two = longer(one, 30);
    printf("%s %d %d\n", two.name, one.seconds, two.seconds);
    forget(&one);
    forget(&two);
    return 0;
}
