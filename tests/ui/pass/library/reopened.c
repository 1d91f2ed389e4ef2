//@ native: no, because it makes files where it is run
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    FILE *file = fopen("a.txt", "w");
    fprintf(file, "first %d\n", 1);
    file = freopen("a.txt", "r", file);
    char line[32];
    printf("%s", fgets(line, sizeof line, file));
    fclose(file);
    FILE *out = freopen("out.txt", "w", stdout);
    fprintf(stderr, "%d\n", out == stdout);
    printf("into the file\n");
    fclose(stdout);
    file = fopen("out.txt", "r");
    fprintf(stderr, "%s", fgets(line, sizeof line, file));
    fclose(file);
    remove("out.txt");
    fprintf(stderr, "%d\n", rename("a.txt", "b.txt"));
    fprintf(stderr, "%d\n", remove("b.txt"));
    return 0;
}
