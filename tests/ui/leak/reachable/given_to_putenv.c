/* The text is a variable of the environment now. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *text = malloc(8); //~ leak: reachable 8
    strcpy(text, "A=b");
    putenv(text);
    return getenv("A") == NULL;
}
