#include <stdio.h>
#include <string.h>
int main(void) {
    const char *text = "stressed";
    const char *p = text + strlen(text);
    while (p-- != text) putchar(*p); //~ out-of-bounds-pointer
    putchar('\n');
    return 0;
}
