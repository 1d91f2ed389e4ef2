#include <stdio.h>

int main(void)
{
    int x = 3;
    if (x > 2) {
        printf("%d\n", x);
    }
    }
    return 0;
} //~ unbalanced-bracket
