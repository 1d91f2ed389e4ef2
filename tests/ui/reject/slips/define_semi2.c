#define MAX 10;
#include <stdio.h>
int main(void) {
    for (int i = 0; i < MAX; i++) //~ macro-semicolon
        printf("%d\n", i);
    return 0;
}
