#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct { char *name; int age; } Person;
int main(void)
{
    int n = 3;
    Person *all = malloc(n * sizeof(Person));
    for (int i = 0; i < n; i++) {
        all[i].name = malloc(10); //~ leak: definite 30
        sprintf(all[i].name, "P%d", i);
        all[i].age = i;
    }
    printf("%s\n", all[0].name);
    free(all);
    return 0;
}
