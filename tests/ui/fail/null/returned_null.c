#include <stdio.h>
#include <string.h>

struct student { char name[20]; int mark; };

static struct student *find(struct student *all, int n, const char *name)
{
    for (int i = 0; i < n; i++)
        if (strcmp(all[i].name, name) == 0)
            return &all[i];
    return NULL;
}

static int mark_of(struct student *who)
{
    return who->mark; //~ null-dereference
}

int main(void)
{
    struct student class[2] = {{"Ann", 70}, {"Bob", 55}};
    struct student *s = find(class, 2, "Dan");
    printf("%d\n", mark_of(s));
    return 0;
}
