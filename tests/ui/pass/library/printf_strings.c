#include <stdio.h>

int main(void) {
    char open[3] = {'a', 'b', 'c'};
    printf("[%s|%10s|%-10s|%.2s|%5.1s]\n", "text", "right", "left", "cut", "one");
    printf("[%.3s|%.*s]\n", open, 2, open);
    int n;
    printf("12345%n\n", &n);
    printf("%d\n", n);
    char b[16];
    int length = snprintf(b, sizeof b, "%s", "a long text that is cut");
    printf("%s %d\n", b, length);
    sprintf(b, "%d-%s", 5, "x");
    puts(b);
    fprintf(stdout, "%s\n", "stdout");
    fputs("end\n", stdout);
    return 0;
}
