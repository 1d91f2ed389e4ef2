#include <stdio.h>
#include <stdlib.h>

struct text {
    int length;
    char letters[];
};

struct old_text {
    int length;
    char letters[1];
};

int main(void)
{
    struct text *text = malloc(sizeof *text + 6);
    struct text *empty = malloc(sizeof(struct text));
    struct old_text *old = malloc(5);
    void *anything = malloc(1);
    char *letters = malloc(1);
    int *none = malloc(0);
    int n = 0;
    int *numbers = malloc(n * sizeof *numbers);
    printf("%d\n", text && empty && old && anything && letters);
    free(text);
    free(empty);
    free(old);
    free(anything);
    free(letters);
    free(none);
    free(numbers);
    return 0;
}
