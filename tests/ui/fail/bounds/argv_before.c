#include <stdio.h>

int main(int argc, char **argv) {
    for (int i = argc; i >= 0; i--) puts(argv[i - 1]); //~ out-of-bounds
    return 0;
}
