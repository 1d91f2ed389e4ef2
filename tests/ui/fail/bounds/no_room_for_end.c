//@ stdin: a long line of text\n
#include <stdio.h>
int main(void)
{
    char buf[8];
    int c, i = 0;
    while ((c = getchar()) != '\n' && c != EOF) {
        buf[i++] = c; //~ out-of-bounds
    }
    buf[i] = '\0';
    printf("%s\n", buf);
    return 0;
}
