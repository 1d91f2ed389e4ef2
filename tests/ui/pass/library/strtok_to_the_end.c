#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[] = "one two";
    for (char *word = strtok(line, " "); word != NULL; word = strtok(NULL, " "))
        puts(word);
    // At the end it stays NULL.
    printf("%d\n", strtok(NULL, " ") == NULL);
    return 0;
}
