#include <stdio.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

static int number(char c) {
    for (int i = 0; i < 26; i++)
        if (letters[i] == c)
            return i;
    return -1;
}

static char shifted(char c, int by) {
    int at = number(c);
    if (at == -1)
        return c;
    at = (at + by) % 26;
    return letters[at]; //~ out-of-bounds
}

int main(void) {
    putchar(shifted('b', -3));
    return 0;
}
