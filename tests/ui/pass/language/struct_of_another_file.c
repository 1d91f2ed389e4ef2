// 6.5.3.2: the address of an object whose struct only the other file knows
//@ with: struct_of_another_file.part.c
#include <stdio.h>
struct store;
extern struct store shared;
struct store *where = &shared;
int count(struct store *s);

int main(void)
{
    printf("%d\n", count(where) + count(&shared));
    return 0;
}
