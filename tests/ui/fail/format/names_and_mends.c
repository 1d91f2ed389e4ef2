#include <stdio.h>
#include <string.h>

struct item { const char *name; short count; };

int main(void)
{
    struct item it = {"nail", 7};
    char line[20] = "some text";
    unsigned long big = 5;
    int *where = &(int){3};
    printf("%d\n", strlen(line)); //~ format-mismatch
    printf("%d\n", sizeof line); //~ format-mismatch
    printf("%5d\n", big); //~ format-mismatch
    printf("%c\n", line); //~ format-mismatch
    snprintf(NULL, 0, "%d\n", where); //~ format-mismatch
    snprintf(NULL, 0, "%d\n", &it.count); //~ format-mismatch
    printf("%s of them\n", it.count); //~ format-mismatch
    return 0;
}
