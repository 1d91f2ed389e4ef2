#include <stdio.h>
#include <string.h>
struct __attribute__((packed)) s { char c; int i; double d; };
struct text { char c[3]; };
int main(void) {
    struct s s = {'a', 4, 2.5}, t, *p = &s;
    int x;
    memcpy(&x, &s.i, sizeof x);
    t = *p;
    p->i += 3;
    char bytes[32] = {0};
    int *odd = (int *)(bytes + 1);
    memcpy(odd, &x, sizeof x);
    memcpy(&x, odd, sizeof *odd);
    odd = (int *)((char *)odd + 3);
    *odd = 8;
    char *again = (char *)(int *)(bytes + 3);
    *again = 'z';
    struct text *names = (struct text *)(bytes + 7);
    strcpy(names->c, "ab");
    short *even = (short *)(bytes + 2);
    even[3] = 5;
    printf("%d %d %g %d %c %s\n", x, p->i, t.d, *odd, bytes[3], names[0].c);
    return even[3] - 5;
}
