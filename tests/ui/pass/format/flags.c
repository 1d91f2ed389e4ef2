#include <stdio.h>

int main(void)
{
    int written = 0;
    long wide = -7;
    printf("[%05d] [%-5d] [%+d] [% d] [%.3d]\n", 42, 42, 42, 42, 42);
    printf("[%#x] [%#o] [%#.0f] [%010.3f]\n", 255u, 8u, 3.0, 3.14159);
    printf("[%5s] [%-5s] [%.1s] [%5c]\n", "ab", "ab", "ab", 'x');
    printf("[%ld] [%hd] [%hhd] [%lf] [%Lf]\n", wide, (short)3, (signed char)4, 0.5, 0.25L);
    printf("[%*d] [%.*f]%n\n", 4, 7, 1, 2.5, &written);
    printf("%d%%\n", written);
    return 0;
}
