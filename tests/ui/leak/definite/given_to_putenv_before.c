/* Only just lost: another text took its place. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *text = malloc(8); //~ leak: definite 8
    strcpy(text, "A=b");
    putenv(text);
    setenv("A", "c", 1);
    return getenv("A") == NULL; //~ lost: main-returned
}
