// gcc's cleanup attribute: the function is called wherever the scope is left.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void told(int *n) { printf("[%d]", *n); }
static void freed(char **p) { printf("[free %s]", *p); free(*p); }
static int any(void *p) { (void)p; printf("[any]"); return 5; }

#define GUARD(name, value) int __attribute__((cleanup(told))) name = value
#define OWNED __attribute__((__cleanup__(freed)))

static char *copy(const char *s) { return strcpy(malloc(strlen(s) + 1), s); }

static int returned(int n)
{
    GUARD(a, 1);
    if (n == 0)
        return a++;
    { GUARD(b, 2); if (n == 1) return a + b; }
    GUARD(c, 3);
    return n > 2 ? returned(n - 2) : a + c;
}

static void loops(void)
{
    for (int i = 0; i < 4; i++) {
        GUARD(g, 10 + i);
        if (i == 1)
            continue;
        switch (i) {
        case 2: { GUARD(h, 20); break; }
        default: ;
        }
        { GUARD(k, 30); if (i == 3) break; }
    }
    int n = 0;
    do { GUARD(d, 40); if (n == 1) continue; } while (n++ < 2);
}

static void jumps(void)
{
    int turn = 0;
again:
    {
        GUARD(a, 50 + turn);
        {
            GUARD(b, 60);
            if (turn == 0) { turn++; goto again; }
            if (turn == 1) { turn++; goto inner; }
            goto out;
        }
    inner:
        printf("(inner)");
        { GUARD(c, 70); goto again; }
    }
out:
    printf("(out)");
}

static void *nothing(void) { OWNED char *s = copy("gone"); return s[0] == 'g' ? NULL : s; }

int main(void)
{
    OWNED char *first = copy("first"), *second = copy("second");
    __attribute__((cleanup(any))) double x = 0.5;
    char buffer[4] __attribute__((cleanup(any))) = "abc";
    for (int i = 0; i < 5; i++)
        printf(" = %d\n", returned(i));
    loops();
    puts("");
    jumps();
    puts("");
    int v = ({ GUARD(e, 80); e + 1; });
    ({ GUARD(f, 90); (void)f; });
    printf(" %d %s %s %g %s\n", v, first, second, x, buffer);
    nothing();
    puts("");
    return 0;
}
