#include <stdio.h>
#include <stdlib.h>

/* The loop's pointer is another element at each turn: no one assignment is right. */
static int *numbers, count;

static void push(int value) {
    int *more = realloc(numbers, (size_t)(count + 1) * sizeof *more);
    if (more == NULL)
        exit(1);
    numbers = more;
    numbers[count++] = value;
}

int main(void) {
    push(3);
    push(12);
    int *one = numbers;
    for (int i = 0; i < 2; i++) {
        if (i == 1)
            push(5);
        printf("%d\n", *one); //~ use-after-free
        one++;
    }
    free(numbers);
    return 0;
}
