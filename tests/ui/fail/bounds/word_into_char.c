//@ stdin: Bob A\n
#include <stdio.h>
int main(void)
{
    char name[10];
    char grade;
    printf("name? ");
    scanf("%s", &name);
    printf("grade? ");
    scanf("%s", &grade); //~ out-of-bounds
    printf("%s %c\n", name, grade);
    return 0;
}
