#include <stdio.h>

static int moves;

static void hanoi(int n, char from, char to, char over) {
    if (n == 0) return;
    hanoi(n - 1, from, over, to);
    if (++moves <= 5) printf("%c->%c ", from, to);
    hanoi(n - 1, over, to, from);
}

int main(void) {
    hanoi(10, 'A', 'C', 'B');
    printf("%d\n", moves);
    return 0;
}
