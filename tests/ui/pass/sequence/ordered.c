#include <stdio.h>
#include <stdlib.h>
struct s { int a, b; unsigned f : 3, g : 3; };
struct node { struct node *next; int v; };
static int count;
static int id(int x) { return x; }
static int next(void) { return ++count; }
static int set(int *p) { return *p = 4; }
int main(void) {
    int i = 0, j, a[4] = {0, 1, 2, 3}, x, y, z = 4;
    i = i + 1;
    a[i] = i;
    i = (i++, i + 1);
    i = i++ && 1;
    j = i ? i++ : i--;
    x = y = z;
    i = id(i++) - 1;
    j = id(i) + id(i);
    j = next() + next() * next();
    x = set(&x);
    x = set(&x) + set(&y);
    x = x + set(&y);
    i = 0;
    a[i++] += 1;
    a[i] = a[i] + a[i];
    j = a[i] * a[i] - i;
    x ^= x;
    struct s s = {1, 2, 3, 4};
    s.a = s.b++;
    x = s.a++ + s.b++;
    s.f = s.g++;
    s.a = (s.b = 3) + 1;
    int *p = &x, *q = &y;
    *p = 3 + (*q)++;
    *p = *p + 1;
    i = 0, j = 2;
    a[i] = a[j]++;
    a[j] = a[i]--;
    int t;
    t = a[i], a[i] = a[j], a[j] = t;
    char from[] = "abc", to[4], *f = from, *g = to;
    while ((*g++ = *f++)) {}
    int list[] = {i++, i++, i};
    struct node *head = NULL, *n;
    for (int k = 0; k < 3; k++) {
        n = malloc(sizeof *n);
        if (!n) return 1;
        n->v = k, n->next = head, head = n;
    }
    while (head) head = (n = head->next, free(head), n);
    struct node own, *at = &own;
    at->next = (at->v = 3, at);
    printf("%d %d %d %d %s %d\n", i, j, x, y, to, list[0] + list[2]);
    return (i < 9 && (i = i + 1)) - 1;
}
