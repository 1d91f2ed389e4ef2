#include <stdbool.h>

struct part {
    int size;
};

int main(void)
{
    int x = 5, y = 6, z = 7;
    bool wanted = true, first = true, second = true;
    struct part part = {1};
    int truths = (x == 5) == (y == 6);
    truths += x < y == y < z;
    truths += x == y == false;
    truths += x == y == wanted;
    truths += first == second == wanted;
    truths += (x == y) == z;
    truths += x == y == part.size;
    return !(1 < x && x < 10) + ((1 < x) < 1) + truths * 0;
}
