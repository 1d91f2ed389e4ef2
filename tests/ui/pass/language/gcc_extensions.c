// Of gcc's extensions those that teaching code uses.
#include <stdio.h>

#define MAX(a, b) ({ __typeof__(a) a_ = (a); typeof(b) b_ = (b); a_ > b_ ? a_ : b_; })
#define SWAP(a, b) do { __auto_type t_ = (a); (a) = (b); (b) = t_; } while (0)
#define LOG(format, ...) printf(format, ##__VA_ARGS__)
#define NAMED(args...) printf(args)

struct empty {};
struct none { int n; int tail[0]; };

static const char *kind(int c)
{
    switch (c) {
    case '0' ... '9': return "digit";
    case 'a' ... 'z': case 'A' ... 'Z': return "letter";
    case -5 ... -1: return "negative";
    default: return "other";
    }
}

static int find(const int *list, int n, int wanted)
{
#define SEARCH(i_) ({ __label__ found; int i_ = 0; for (; i_ < n; i_++) if (list[i_] == wanted) goto found; i_ = -1; found: i_; })
    return SEARCH(first) * 10 + SEARCH(again);
}

int main(void)
{
    int a = 1, b = 2, zero = 0, evaluated = 0;
    int list[] = {4, 7, 9};
    SWAP(a, b);
    printf("%d %d %d %g\n", a, b, MAX(a++, b), MAX(2.5, 1));
    printf("%d %d\n", zero ?: 9, evaluated++ ?: ++evaluated);
    LOG("none\n");
    LOG("%d %s\n", 1, "two");
    NAMED("%c\n", 'x');
    printf("%s %s %s %s\n", kind('5'), kind('Q'), kind(-3), kind('+'));
    printf("%d %d\n", find(list, 3, 9), find(list, 3, 5));
    printf("%zu %zu %d\n", sizeof(struct empty), sizeof(struct none), 0b1011);
    printf("%d\n", ((struct pair { int x, y; }){.y = 5}).y);
    const int limit = 4;
    __typeof__(limit) same = 6;
    int *p = (int[]){[0 ... 2] = 8};
    printf("%d %d %s\n", same, p[2], __FUNCTION__);
    return 0;
}
