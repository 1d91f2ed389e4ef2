#include <stdio.h>
int main(void) {
    int c;
    int n = 0;
    while ((c = getchar()) != EOF)
        n++;
    char last = (char)c;
    printf("%d %d\n", n, last == -1);
    return 0;
}
