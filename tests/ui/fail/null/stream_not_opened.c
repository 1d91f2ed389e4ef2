#include <stdio.h>

int main(void)
{
    char line[80];
    FILE *f = fopen("there-is-no-such-file.txt", "r");
    while (fgets(line, sizeof line, f) != NULL) //~ null-dereference
        printf("%s", line);
    return 0;
}
