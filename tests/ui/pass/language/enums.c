#include <stdio.h>

enum colour { RED, GREEN = 5, BLUE, ALIAS = RED, LAST = BLUE + 10 };

int main(void) {
    enum colour c = GREEN;
    int count[LAST] = {[BLUE] = 1};
    c++;
    printf("%d %d %d %zu %d\n", c, ALIAS, LAST, sizeof count, count[c]);
    return 0;
}
