//@ stdin: name=Ada;age=36\n  [x y]  7%\n
#include <stdio.h>

int main(void) {
    char key[8], value[8], inner[8];
    int age, percent, n;
    n = scanf("%7[a-z]=%7[^;];age=%d", key, value, &age);
    printf("%d %s %s %d\n", n, key, value, age);
    n = scanf(" [%7[^]]] %d%%", inner, &percent);
    printf("%d %s %d\n", n, inner, percent);
    int h, m, used;
    n = sscanf("12:05rest", "%2d:%2d%n", &h, &m, &used);
    printf("%d %d %d %d\n", n, h, m, used);
    return 0;
}
