#include <stdio.h>
int main(void) {
    int n = 3, width = 4;
    long big = 5;
    float f = 1.5f;
    char c = 'x', word[8];
    void *p = 0;
    printf("%d %5d %-*d %ld %lu %c %5.2f %s %%\n", n, n, width, n, big, sizeof n, c, f, "a");
    printf("%p %p\n", p, (void *)0);
    printf("%.*s|%x\n", 2, "abc", n);
    if (sscanf("7 abc 2.5", "%d %7[a-z] %f", &n, word, &f) == 3)
        printf("%d %s %g\n", n, word, f);
    sscanf("1 2", "%*d %d", &n);
    return 0;
}
