#include <stdio.h>

int main(void) {
    FILE *files[2];
    files[0] = stdin;
    return fgetc(files[1]) == EOF; //~ uninitialized-read
}
