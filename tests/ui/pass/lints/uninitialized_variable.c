#include <stdio.h>
void show(int unused) {
    int x;
    int y = 2;
    printf("%d\n", x + y); //~ uninitialized-variable
    (void)unused;
}
int main(int argc, char **argv) {
    (void)argv;
    if (argc > 100)
        show(1);
    return 0;
}
