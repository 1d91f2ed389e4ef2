/* Code lies in memory too.
 *
 *     cglass c-examples/segments/functions.c
 *
 * A function is bytes in the text segment, and its name is the address of the
 * first one. So an address can be kept in a variable, in a table, or handed to
 * another function that will call it: qsort and bsearch work that way.
 * What you cannot do is write there. Look at the table: it holds no code,
 * only four addresses.
 */
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int multiply(int a, int b) { return a * b; }
static int larger(int a, int b) { return a > b ? a : b; }

struct operation {
    const char *sign;
    int (*apply)(int, int);
};

static const struct operation table[] = {
    {"+", add},
    {"-", subtract},
    {"*", multiply},
    {"max", larger},
};

/* Folds the values of an array into one, by whatever function is given. */
static int reduce(const int *values, int count, int (*apply)(int, int)) {
    int result = values[0];
    for (int i = 1; i < count; i++) result = apply(result, values[i]);
    return result;
}

int main(void) {
    int values[] = {7, 2, 9, 4};

    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        printf("%-4s %d\n", table[i].sign, reduce(values, 4, table[i].apply));
    }
    printf("each entry: %zu bytes, of which the address takes %zu\n", sizeof table[0], sizeof table[0].apply);
    return 0;
}
