// 7.25p3: integers count as double, and a float stays one
#include <stdio.h>
#include <tgmath.h>
int main(void) {
    printf("%zu %zu %.1f\n", sizeof sqrt(2.0f), sizeof sqrt(4), sqrt(4));
    return 0;
}
