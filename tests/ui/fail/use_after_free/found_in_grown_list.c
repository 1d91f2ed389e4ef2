#include <stdio.h>
#include <stdlib.h>

struct account {
    int id, cents;
};

struct bank {
    struct account *all;
    int n;
};

static void open(struct bank *bank, int id) {
    struct account *more = realloc(bank->all, (size_t)(bank->n + 1) * sizeof *more);
    if (more == NULL)
        exit(1);
    bank->all = more;
    bank->all[bank->n++] = (struct account){id, 0};
}

static struct account *find(const struct bank *bank, int id) {
    for (int i = 0; i < bank->n; i++)
        if (bank->all[i].id == id)
            return &bank->all[i];
    return NULL;
}

static void pay(struct account *to, int cents) {
    to->cents += cents; //~ use-after-free
}

int main(void) {
    struct bank bank = {NULL, 0};
    open(&bank, 3);
    open(&bank, 8);
    struct account *mine = find(&bank, 8);
    open(&bank, 9);
    pay(mine, 500);
    printf("%d\n", find(&bank, 8)->cents);
    free(bank.all);
    return 0;
}
