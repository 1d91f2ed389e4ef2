/* Going backwards without ever forming a - 1. */
#include <stdio.h>
#include <string.h>

int main(void) {
    const char *text = "stressed";
    const char *p = text + strlen(text);
    while (p != text) putchar(*--p);
    putchar('\n');
    return 0;
}
