#include <stdio.h>

int main(void)
{
    static fpos_t nowhere;
    fpos_t place;
    FILE *one = fopen("one.txt", "w+");
    FILE *two = fopen("two.txt", "w+");
    if (one == NULL || two == NULL)
        return 1;
    fgetpos(one, &place);
    fsetpos(two, &place); //~ bad-argument
    fsetpos(one, &nowhere); //~ bad-argument
    fsetpos(one, &place);
    fclose(one);
    fclose(two);
    remove("one.txt");
    remove("two.txt");
    return 0;
}
