/* Distances of labels in static tables (gcc). */
#include <stdio.h>

static int run(const char *program)
{
    static const int table[] = {&&stop - &&stop, &&add - &&stop, &&twice - &&stop};
    int value = 0;
next:
    goto *(&&stop + table[*program++ - '0']);
add:
    value++;
    goto next;
twice:
    value *= 2;
    goto next;
stop:
    return value;
}

int main(void)
{
    printf("%d %d\n", run("112220"), run("0"));
    return 0;
}
