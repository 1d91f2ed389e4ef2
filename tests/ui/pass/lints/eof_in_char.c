#include <stdio.h>
int main(void) {
    char c;
    int n = 0;
    while ((c = getchar()) != EOF) //~ eof-in-char
        n++;
    printf("%d\n", n);
    return 0;
}
