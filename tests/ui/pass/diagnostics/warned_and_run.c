// What gcc only warns of runs with the warning.
#include <stdio.h>

static int zero(void) { return 0; }

int main(void)
{
    const x = 6; //~ implicit-int
    printf("%d\n", *(const *)&x); //~ implicit-int
    char *room = alloca(8); //~ missing-include
    room[0] = 'a';
    room[1] = '\0';
    puts(room);
    long before = 1, after = 1;
    after += zero; //~ pointer-to-int
    after -= (long)zero;
    printf("%d\n", before == after);
    return 0;
}
