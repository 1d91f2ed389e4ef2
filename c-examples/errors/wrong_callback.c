/* A function called as something it is not.
 *
 *     cglass c-examples/errors/wrong_callback.c
 *
 * 'for_each' calls what it is given with one int. 'print_pair' wants two. The
 * cast silences the compiler, and that is all it does: at the call there is no
 * second argument, and the function prints whatever lies in its place.
 *
 * Mend it: give for_each a function of the right type, without a cast.
 */
#include <stdio.h>

static void for_each(const int *values, int count, void (*act)(int)) {
    for (int i = 0; i < count; i++) act(values[i]);
}

static void print_one(int value) { printf("%d\n", value); }

static void print_pair(int left, int right) { printf("%d, %d\n", left, right); }

int main(void) {
    int values[] = {1, 2, 3};

    for_each(values, 3, print_one);
    for_each(values, 3, (void (*)(int))print_pair);
    return 0;
}
