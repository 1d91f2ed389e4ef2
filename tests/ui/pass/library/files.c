/* A file is written and read again. */
#include <stdio.h>

int main(void) {
    FILE *f = fopen("cglass_fixture.txt", "w");
    if (!f) return 1;
    for (int i = 0; i < 3; i++) fprintf(f, "line %d\n", i);
    fclose(f);
    f = fopen("cglass_fixture.txt", "r");
    char line[32];
    int n;
    while (fgets(line, sizeof line, f)) if (sscanf(line, "line %d", &n) == 1) printf("%d", n * 10);
    rewind(f);
    putchar(fgetc(f));
    fclose(f);
    printf("%d\n", remove("cglass_fixture.txt"));
    printf("%d\n", fopen("cglass_fixture.txt", "r") == NULL);
    return 0;
}
