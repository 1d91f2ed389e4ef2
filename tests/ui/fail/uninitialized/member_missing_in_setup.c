#include <stdio.h>

struct stats {
    int count;
    int total;
    int max;
};

void reset(struct stats *s)
{
    s->count = 0;
    s->total = 0;
}

void add(struct stats *s, int value)
{
    s->count++;
    s->total += value;
    if (value > s->max) //~ uninitialized-read
        s->max = value;
}

int main(void)
{
    int values[] = {4, 8, 15};
    struct stats st;
    reset(&st);
    for (int i = 0; i < 3; i++)
        add(&st, values[i]);
    printf("%d %d %d\n", st.count, st.total, st.max);
    return 0;
}
