//@ stdin: d 100\nw 30\nw 500\nq\n
#include <stdio.h>

struct account { double balance; int count; };

static int withdraw(struct account *a, double amount) {
    if (amount > a->balance) return 0;
    a->balance -= amount;
    a->count++;
    return 1;
}

int main(void) {
    struct account a = {0, 0};
    char what;
    double amount;
    while (scanf(" %c", &what) == 1 && what != 'q') {
        if (scanf("%lf", &amount) != 1) break;
        if (what == 'd') a.balance += amount, a.count++;
        else if (!withdraw(&a, amount)) puts("not enough");
        printf("balance %.2f\n", a.balance);
    }
    printf("%d entries\n", a.count);
    return 0;
}
