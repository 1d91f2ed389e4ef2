#include <stdio.h>

typedef int number;
typedef struct node { int value; } node;

static int f(number number) { return number * 2; }

int main(void) {
    number x = 3;
    {
        int number = 5;
        x = (number) + 1;
        x = number * x;
    }
    node node = {7};
    typedef char number;
    printf("%d %d %zu %d\n", x, f(4), sizeof(number), node.value);
    for (int node = 0; node < 1; node++) x += node;
    enum { f = 9 };
    printf("%d\n", f + x);
    return 0;
}
