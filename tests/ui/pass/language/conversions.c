#include <stdbool.h>
#include <stdio.h>

int main(void) {
    double d = 3.99;
    int i = d;
    unsigned u = (unsigned)-1;
    bool t = 0.5, f = 0.0;
    float g = 16777217;
    printf("%d %d %u %d %d %.1f\n", i, (int)-3.99, u, t, f, g);
    long long big = 1234567890123LL;
    printf("%d %d %f\n", (int)(big % 1000), (short)70000, (double)big);
    bool p = &i;
    printf("%d %d\n", p, (bool)"");
    return 0;
}
