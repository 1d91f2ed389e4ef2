#include <stdio.h>

int main(void) //~ unbalanced-bracket
    int number = 3;
    if (number > 2) {
        printf("%d\n", number);
    }
    return 0;
}
