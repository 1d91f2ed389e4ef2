#include <stdio.h>
int main(void) {
    int i = 5;
    if (i > 3); //~ empty-body
        puts("big");
    while (i < 3); //~ empty-body
    {
        i++;
    }
    for (i = 0; i < 3; i++); //~ empty-body
        printf("%d\n", i);
    return 0;
}
