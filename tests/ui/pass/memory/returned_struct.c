// What a call returns is read, copied and passed on within its expression.
#include <stdio.h>
#include <string.h>

struct inner { int cells[2]; };
struct name { char text[8]; struct inner inner; };

static struct name of(int i) {
    struct name name = {"no. ?", {{i, i * i}}};
    name.text[4] = (char)('0' + i);
    return name;
}

static const char *same(const char *text) { return text; }

int main(void) {
    struct inner copy = {{0, 0}};
    for (int i = 1; i < 4; i++) {
        struct inner inner = of(i).inner;
        copy = of(i + 1).inner;
        if (strcmp(of(i).text, "no. 2") == 0 && of(2).inner.cells[1] == 4) puts(same(of(i).text));
        printf("%d %d %c\n", inner.cells[1], copy.cells[1], *(of(i).text + 4));
    }
    return (int)strlen(of(1).text) - of(5).inner.cells[0];
}
