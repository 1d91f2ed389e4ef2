/* Arguments of one call that call others, the same function too: each call
   keeps its own. */
#include <stdio.h>

static int three(int a, int b, int c)
{
    return a * 100 + b * 10 + c;
}

static double mixed(int n, double x, const char *name, long k)
{
    return n + x + name[0] + (double)k;
}

static void hanoi(int n, char from, char to, char by, int *moves)
{
    if (n == 0)
        return;
    hanoi(n - 1, from, by, to, moves);
    ++*moves;
    hanoi(n - 1, by, to, from, moves);
}

static int turn(int n, int a, int b)
{
    return n == 0 ? a * 10 + b : turn(n - 1, b, a);
}

int main(void)
{
    int moves = 0;
    printf("%d\n", three(1, 2, three(3, 4, 5) % 7));
    printf("%d\n", three(three(1, 2, 3) % 5, 2, 3));
    printf("%d\n", three(1, three(1, 2, three(4, 5, 6) % 3) % 9, 3));
    printf("%d\n", three(({ int t = three(1, 1, 1); t % 10; }), 2, 3));
    printf("%g\n", mixed(three(0, 0, 1), 0.5, "A", 7));
    hanoi(5, 'a', 'c', 'b', &moves);
    printf("%d\n", moves);
    printf("%d %d\n", turn(4, 1, 2), turn(5, 1, 2));
    return 0;
}
