#include <stdio.h>
struct s { int a, b; };
union u { int a, b; };
static int add(int a, int b) { return a + b; }
int main(void) {
    int i = 1, j = 0, a[5] = {0};
    i = i++; //~ unsequenced
    i = ++i + 1; //~ unsequenced
    i += i++; //~ unsequenced
    a[j] = j++; //~ unsequenced
    a[j++] = j; //~ unsequenced
    j = i++ + i++; //~ unsequenced
    j = (i = 1) + (i = 2); //~ unsequenced
    j = add(i, i++); //~ unsequenced
    printf("%d %d\n", i++, i); //~ unsequenced
    i = j = i = 3; //~ unsequenced
    struct s s = {1, 2};
    s.a = s.a++; //~ unsequenced
    union u u = {1};
    u.a = u.b++; //~ unsequenced
    a[1] = a[1]++; //~ unsequenced
    int x = 1, y = 2;
    x ^= y ^= x ^= y; //~ unsequenced
    return (x + (0 && (x = 1))) * 0;
}
