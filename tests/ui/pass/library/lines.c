//@ stdin: first line\n\nthird, long line without end
#include <stdio.h>
#include <string.h>

int main(void) {
    char line[10];
    int n = 0;
    while (fgets(line, sizeof line, stdin)) {
        size_t length = strlen(line);
        if (length && line[length - 1] == '\n') line[--length] = '\0', n++;
        printf("[%s]", line);
    }
    printf("\n%d %d\n", n, feof(stdin) != 0);
    return 0;
}
