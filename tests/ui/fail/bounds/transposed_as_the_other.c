#include <stdio.h>
#include <stdlib.h>

static int **grid(int height, int width) {
    int **rows = malloc((size_t)height * sizeof *rows);
    for (int y = 0; y < height; y++)
        rows[y] = malloc((size_t)width * sizeof(int));
    return rows;
}

static void release(int **rows, int height) {
    for (int y = 0; y < height; y++)
        free(rows[y]);
    free(rows);
}

int main(void) {
    int h = 2, w = 3;
    int **a = grid(h, w);
    int **turned = grid(h, w);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            a[y][x] = 10 * y + x;
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            turned[x][y] = a[y][x]; //~ out-of-bounds
    printf("%d\n", turned[2][1]);
    release(a, h);
    release(turned, w);
    return 0;
}
