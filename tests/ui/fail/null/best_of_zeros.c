#include <stdio.h>

struct team {
    const char *name;
    int goals;
};

static const struct team *best(const struct team *teams, int n) {
    const struct team *first = NULL;
    int most = 0;
    for (int i = 0; i < n; i++)
        if (teams[i].goals > most) {
            most = teams[i].goals;
            first = &teams[i];
        }
    return first;
}

int main(void) {
    struct team teams[] = {{"Reds", 0}, {"Blues", 0}};
    const struct team *winner = best(teams, 2);
    printf("%s\n", winner->name); //~ null-dereference
    return 0;
}
