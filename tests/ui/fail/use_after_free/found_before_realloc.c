#include <stdio.h>
#include <stdlib.h>
typedef struct { int id; double balance; } Account;
Account *find(Account *all, int n, int id)
{
    for (int i = 0; i < n; i++)
        if (all[i].id == id) return &all[i];
    return NULL;
}
int main(void)
{
    Account *all = malloc(2 * sizeof(Account));
    int n = 2;
    all[0] = (Account){1, 10};
    all[1] = (Account){2, 20};
    Account *mine = find(all, n, 2);
    all = realloc(all, 4 * sizeof(Account));
    all[n++] = (Account){3, 30};
    mine->balance += 5; //~ use-after-free
    printf("%.2f\n", mine->balance);
    free(all);
    return 0;
}
