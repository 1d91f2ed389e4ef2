#include <stdio.h>
static void never(int n, double d, char *s) {
    printf("%d\n", d); //~ format-type
    printf("%s %f\n", s, n); //~ format-type
    printf("%d %d\n", n); //~ format-arguments
    printf("%d\n", n, n); //~ format-arguments
    scanf("%d", n); //~ format-type
    scanf("%f", &n); //~ format-type
}
int main(int argc, char **argv) {
    if (argc > 100)
        never(1, 1.0, argv[0]);
    return 0;
}
