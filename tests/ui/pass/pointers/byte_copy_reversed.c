/* The bytes may come in any order, through an array of their own. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *text = malloc(6);
    for (int i = 0; i < 5; i++) text[i] = (char)('a' + i);
    text[5] = '\0';
    unsigned char store[sizeof text];
    for (int i = (int)sizeof text - 1; i >= 0; i--) store[i] = ((unsigned char *)&text)[i];
    char *again;
    for (int i = 0; i < (int)sizeof again; i++) ((unsigned char *)&again)[i] = store[i];
    puts(again);
    free(again);
    return 0;
}
