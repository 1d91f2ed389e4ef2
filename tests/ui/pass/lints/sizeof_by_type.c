#include <stdio.h>
static void of_pointer(int *p)
{
    printf("%zu\n", sizeof(p) / sizeof(int)); //~ sizeof-pointer
}
static void of_parameter(int p[])
{
    printf("%zu\n", sizeof(p) / sizeof(int)); //~ sizeof-parameter
}
int main(void)
{
    int a[4] = {0};
    char *b = "text";
    long words = (long)(sizeof b / sizeof(short));
    of_pointer(a);
    of_parameter(a);
    printf("%zu %ld\n", sizeof(a) / sizeof(int), words);
    return 0;
}
