#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        if (i > 1 &&
            i < 3) { //~ unbalanced-bracket
            printf("big\n");
        else {
            printf("small\n");
        }
    }
    return 0;
}
