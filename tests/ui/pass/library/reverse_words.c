//@ stdin: to be or not to be\n
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char line[100], *words[20];
    int n = 0;
    if (!fgets(line, sizeof line, stdin)) return 1;
    for (char *w = strtok(line, " \n"); w && n < 20; w = strtok(NULL, " \n")) {
        words[n] = malloc(strlen(w) + 1);
        strcpy(words[n++], w);
    }
    while (n > 0) {
        printf("%s ", words[--n]);
        free(words[n]);
    }
    putchar('\n');
    return 0;
}
