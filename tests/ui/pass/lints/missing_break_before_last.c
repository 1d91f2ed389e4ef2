// The last case ends like the others: it shows what was meant.
#include <stdio.h>
int main(int argc, char **argv) {
    (void)argv;
    switch (argc) {
        case 1:
            puts("one"); //~ missing-break
        case 2:
            puts("two");
            break;
        default:
            puts("many");
            break;
    }
    return 0;
}
