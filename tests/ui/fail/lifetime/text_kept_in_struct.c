#include <stdio.h>
#include <string.h>

struct pupil { char *name; int mark; };

void fill(struct pupil *p, int number)
{
    char text[20];
    sprintf(text, "pupil %d", number);
    p->name = text;
    p->mark = number;
}

int main(void)
{
    struct pupil class[2];
    fill(&class[0], 1);
    fill(&class[1], 2);
    printf("%zu\n", strlen(class[0].name)); //~ use-after-return
    return 0;
}
