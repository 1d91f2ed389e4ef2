#include <stdio.h>

int main(void)
{
    FILE *file = fopen("no_such_file.txt", "r");
    char line[20];
    fgets(line, sizeof line, file); //~ null-dereference
    return 0;
}
