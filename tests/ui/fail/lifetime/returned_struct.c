// A struct that a call returned ends with the full expression (6.2.4p8).
#include <stdio.h>

struct name { char text[8]; };

static struct name of(int i) {
    struct name name = {"no. ?"};
    name.text[4] = (char)('0' + i);
    return name;
}

int main(void) {
    printf("%s\n", of(1).text);
    const char *second = of(2).text;
    printf("%s\n", second); //~ use-after-scope
    return 0;
}
