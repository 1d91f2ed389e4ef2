/* goto out of nested loops, backwards, and into blocks. */
#include <stdio.h>
#include <stdlib.h>

static int find(int grid[3][3], int wanted) {
    int i, j;
    for (i = 0; i < 3; i++) {
        for (j = 0; j < 3; j++) {
            if (grid[i][j] == wanted) {
                goto found;
            }
        }
    }
    return -1;
found:
    return i * 10 + j;
}

static int backwards(int n) {
    int sum = 0;
again:
    if (n > 0) {
        int square = n * n;
        sum += square;
        n--;
        goto again;
    }
    return sum;
}

static int into(int n) {
    int total = 0;
    if (n > 5) {
        goto middle;
    }
    while (n < 10) {
        int step = 2;
        total += 100;
    middle:
        step = 3;
        n += step;
        total++;
    }
    return total;
}

static char *cleanup(int fail) {
    char *first = NULL, *second = NULL, *result = NULL;
    first = malloc(8);
    if (fail == 1) {
        goto out;
    }
    {
        char *inner = malloc(4);
        second = inner;
        if (fail == 2) {
            goto out;
        }
    }
    result = malloc(2);
    result[0] = 'k';
    result[1] = '\0';
out:
    free(first);
    free(second);
    return result;
}

static double average(const double *values, int n) {
    double sum = 0;
    int i = 0;
next:
    sum += values[i++];
    if (i < n) {
        goto next;
    }
    return sum / n;
}

struct pair {
    int a, b;
};

static struct pair ordered(int a, int b) {
    struct pair p = {a, b};
    if (a <= b) {
        goto done;
    }
    p.a = b;
    p.b = a;
done:
    return p;
}

static void redeclared(void) {
    int turns = 0;
again:;
    struct pair p = {turns, turns * 2};
    printf("%d %d\n", p.a, p.b);
    if (++turns < 3) {
        goto again;
    }
}

int main(void) {
    int grid[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    double values[] = {1, 2, 3, 6};
    printf("%d %d %d\n", find(grid, 6), find(grid, 1), find(grid, 10));
    printf("%d\n", backwards(4));
    printf("%d %d\n", into(0), into(7));
    for (int fail = 0; fail < 3; fail++) {
        char *text = cleanup(fail);
        printf("%s\n", text ? text : "(none)");
        free(text);
    }
    printf("%.2f\n", average(values, 4));
    struct pair p = ordered(9, 4);
    printf("%d %d\n", p.a, p.b);
    redeclared();
    return 0;
}
