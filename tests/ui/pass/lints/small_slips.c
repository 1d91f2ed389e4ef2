#include <stdio.h>

int main(void)
{
    int i = 6.7; //~ fraction-lost
    int j = (int)6.7;
    int k = 6.0;
    double d = 6.7;
    i; //~ unused-value
    (void)j;
    switch (k) {
    case 6:
        puts("six"); //~ missing-break
    case 7:
        puts("seven");
        break;
    }
    switch (k) {
    case 6:
        puts("six");
        /* fall through */
    case 7:
        puts("seven");
        break;
    }
    printf("%d %g\n", k, d);
    return 0;
}
