// Old-style definitions beside prototypes that agree with them.
#include <stdio.h>

int narrow(char);
float single(float);
int narrow(a) char a; { return a + 1; }
float single(x) float x; { return x * 2; }
int both(a, b) int a; double b; { return a + (int)b; }
int both(int, double);

int main(void)
{
    printf("%d %g %d\n", narrow(3), single(1.25f), both(1, 2.5));
    return 0;
}
