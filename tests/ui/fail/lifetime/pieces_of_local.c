#include <stdio.h>
#include <string.h>

int split(char *line, char **words)
{
    char copy[100];
    int n = 0;
    strcpy(copy, line);
    char *w = strtok(copy, " ");
    while (w != NULL) {
        words[n++] = w;
        w = strtok(NULL, " ");
    }
    return n;
}

int main(void)
{
    char line[] = "the quick brown fox";
    char *words[10];
    int n = split(line, words);
    for (int i = 0; i < n; i++)
        printf("%s\n", words[i]); //~ use-after-return
    return 0;
}
