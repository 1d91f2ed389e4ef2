#include <stdio.h>

static int count_lines(const char *name)
{
    FILE *file = fopen(name, "r"); //~ unclosed-file
    if (file == NULL)
        return -1;
    int lines = 0, c;
    while ((c = fgetc(file)) != EOF)
        lines += c == '\n';
    return lines;
}

int main(void)
{
    FILE *file = fopen("poem.txt", "w");
    if (file == NULL)
        return 1;
    fputs("one\ntwo\n", file);
    fclose(file);
    // Two calls, one place: one finding, counted twice.
    printf("%d\n", count_lines("poem.txt"));
    printf("%d\n", count_lines("poem.txt"));
    return 0;
}
