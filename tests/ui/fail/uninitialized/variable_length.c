#include <stdio.h>

int main(int argc, char **argv) {
    (void)argv;
    int a[4 + argc];
    printf("%d\n", a[2]); //~ uninitialized-read
    return 0;
}
