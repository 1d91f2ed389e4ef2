//@ stdin: 3\napple 1.5\npear 2\n
#include <stdio.h>
#define MAX 10
struct rec { char name[20]; double price; };
double total(struct rec r[], int n)
{
    double t = 0;
    for (int i = 0; i < n; i++) t += r[i].price; //~ uninitialized-read
    return t;
}
int main(void)
{
    struct rec items[MAX];
    int n = 0;
    scanf("%d", &n);
    for (int i = 0; i < n; i++)
        scanf("%19s %lf", items[i].name, &items[i].price);
    printf("%.2f\n", total(items, n));
    return 0;
}
