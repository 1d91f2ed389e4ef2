//@ stdin: 5\n
#include <stdio.h>

int main(void)
{
    int age;
    scanf("%d", age); //~ uninitialized-read
    printf("%d\n", age);
    return 0;
}
