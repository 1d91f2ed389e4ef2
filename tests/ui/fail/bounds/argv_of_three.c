#include <stdio.h>

int main(int argc, char **argv) {
    (void)argc;
    printf("%s\n", argv[2]); //~ out-of-bounds
    return 0;
}
