#include <stdio.h>
#define ROWS 2
#define COLS 3

int main(void)
{
    int seat[ROWS][COLS];
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLS; c++)
            seat[r][c] = r + c;
    int sum = 0;
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLS; c++)
            sum += seat[c][r]; //~ out-of-bounds
    printf("%d\n", sum);
    return 0;
}
