/* Jumps out of statement expressions, and inside them (gcc). */
#include <stdio.h>

#define CHECKED(e) ({ int value_ = (e); if (value_ < 0) return -1; value_; })

static int sum(int a, int b) {
    return CHECKED(a) + CHECKED(b);
}

static int first_large(const int *list, int n) {
    int seen = 0;
    for (int i = 0; i < n; i++) {
        int doubled = ({
            if (list[i] == 0) {
                continue;
            }
            if (list[i] < 0) {
                break;
            }
            list[i] * 2;
        });
        seen += doubled;
        if (({ int t = doubled; t > 100; })) {
            goto large;
        }
    }
    return seen;
large:
    return -seen;
}

static int loop_inside(int n) {
    return ({
        int total = 0;
        for (int i = 0; ; i++) {
            if (i > n) {
                break;
            }
            if (i % 2) {
                continue;
            }
            total += i;
        }
        total;
    });
}

static int goto_inside(int n) {
    int r = ({
        int i = 0;
        again:
        i += 3;
        if (i < n) {
            goto again;
        }
        if (i > 50) {
            goto too_large;
        }
        i;
    });
    return r;
too_large:
    return -1;
}

static int deep(int n) {
    int r = 0;
    while (1) {
        r += ({
            int x = ({
                if (n-- == 0) {
                    break;
                }
                n;
            });
            x * 2;
        });
    }
    return r;
}

static void in_condition(int n) {
    while (({ if (n == 3) return; n-- > 0; })) {
        printf("turn %d\n", n);
    }
    printf("end\n");
}

int main(void) {
    int list[] = {1, 0, 2, 60, 4}, more[] = {1, 2, -1, 5};
    printf("%d %d %d\n", sum(1, 2), sum(-1, 2), sum(1, -2));
    printf("%d %d\n", first_large(list, 5), first_large(more, 4));
    printf("%d\n", loop_inside(9));
    printf("%d %d\n", goto_inside(10), goto_inside(80));
    printf("%d\n", deep(5));
    in_condition(5);
    in_condition(2);
    return 0;
}
