#include <stdio.h>
#include <string.h>

#define H 8
#define W 8

static int around(char (*grid)[W], int y, int x) {
    int n = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (dy || dx) n += grid[(y + dy + H) % H][(x + dx + W) % W];
    return n;
}

int main(void) {
    char grid[H][W] = {{0, 1}, {0, 0, 1}, {1, 1, 1}}, next[H][W];
    for (int turn = 0; turn < 12; turn++) {
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) {
                int n = around(grid, y, x);
                next[y][x] = n == 3 || (n == 2 && grid[y][x]);
            }
        memcpy(grid, next, sizeof grid);
    }
    for (int y = 0; y < H; y++, putchar('\n'))
        for (int x = 0; x < W; x++) putchar(grid[y][x] ? '#' : '.');
    return 0;
}
