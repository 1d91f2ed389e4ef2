#include <stdio.h>

struct card {
    int rank;
};

int main(void)
{
    int x = 5, y = 5, z = 5, found = 0;
    char board[3][3] = {"xxx", "o o", " o "};
    struct card a = {1}, b = {1}, c = {1};
    found += 1 < x < 10; //~ chained-comparison
    found += 10 >= x > y; //~ chained-comparison
    found += (0 < x < 3) ? 1 : 0; //~ chained-comparison
    found += x == y == z; //~ chained-comparison
    found += x == y == 5; //~ chained-comparison
    found += x != y != z; //~ chained-comparison
    found += board[0][0] == board[0][1] == board[0][2]; //~ chained-comparison
    found += board[0][0] == board[1][0] == 'x'; //~ chained-comparison
    found += a.rank == b.rank == c.rank; //~ chained-comparison
    while (0 <= found < 1) //~ chained-comparison
        break;
    printf("%d\n", found);
    return 0;
}
