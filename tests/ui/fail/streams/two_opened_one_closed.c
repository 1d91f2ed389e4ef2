#include <stdio.h>

int main(void)
{
    FILE *file = fopen("a.txt", "w"); //~ unclosed-file
    file = fopen("b.txt", "w");
    if (file != NULL)
        fclose(file);
    remove("a.txt");
    remove("b.txt");
    return 0;
}
