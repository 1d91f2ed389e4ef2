#include <stdio.h>

static const char *day(int n) {
    switch (n) {
        case 0: return "Sunday";
        case 6: return "Saturday";
        default: break;
    }
    return n < 0 || n > 6 ? "none" : "weekday";
}

int main(void) {
    int i = 0, sum = 0;
    while (1) {
        if (i++ == 3) continue;
        if (i > 8) break;
        sum += i;
    }
    do sum--; while (sum > 30);
    for (int a = 0, b = 10; a < b; a++, b--) sum += a * b;
    for (;;) break;
    if (sum > 5) if (sum > 1000) puts("large"); else puts("middle");
    switch (sum % 4) {
        case 0: sum++;
        case 1: sum++; break;
        case 2: case 3: sum--;
    }
    printf("%d %s %s %s\n", sum, day(6), day(3), day(-1));
    return 0;
}
