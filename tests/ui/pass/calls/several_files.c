//@ with: several_files.part.c
#include "several_files.h"
#include <stdio.h>

int shared = 3;
static int own = 1;

int main(void) {
    printf("%d %d %d\n", twice(shared), own, counter());
    printf("%d %s\n", counter(), names[1]);
    return 0;
}
