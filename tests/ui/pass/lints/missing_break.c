#include <stdio.h>
int main(int argc, char **argv) {
    (void)argv;
    switch (argc) {
        case 1:
            puts("one"); //~ missing-break
        case 2:
            puts("two");
            break;
        case 3:
            puts("three");
            break;
        default:
            puts("many");
    }
    return 0;
}
