#include <stdio.h>
int main(int argc, char **argv) {
    printf("%s\n", argv[argc + 1]); //~ out-of-bounds
    return 0;
}
