#include <stdio.h>
static void show(char **text)
{
    printf("%s\n", *text);
}
int main(void)
{
    char *__attribute__((cleanup(show))) behind_the_star = "behind the star";
    char *behind_the_name __attribute__((cleanup(show))) = "behind the name";
    __attribute__((cleanup(show))) char *before_all = "before all";
    return 0;
}
