#include <stdlib.h>

static int *append(int *values, int *count, int x) {
    values = realloc(values, *count + 1);
    if (!values) exit(1);
    values[*count] = x; //~ out-of-bounds
    (*count)++;
    return values;
}

int main(void) {
    int count = 0;
    int *values = NULL;
    for (int i = 0; i < 5; i++) values = append(values, &count, i);
    free(values);
    return 0;
}
