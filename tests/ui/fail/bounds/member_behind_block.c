#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct student { char name[20]; float gpa; };
int main(void)
{
    int n = 3;
    struct student *s = malloc(n * sizeof(struct student));
    for (int i = 1; i <= n; i++) {
        strcpy(s[i].name, "x"); //~ out-of-bounds
        s[i].gpa = i;
    }
    printf("%.1f\n", s[1].gpa);
    free(s);
    return 0;
}
