//@ options: --suggest
//@ stdin: 3 10 20 30
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int n, sum = 0;
    if (scanf("%d", &n) != 1) return 1;
    int *numbers = malloc(n * sizeof *numbers); //~ leak: definite 12
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &numbers[i]) != 1) return 1;
        sum += numbers[i];
    }
    printf("%d\n", sum);
    return 0; //~ lost: main-returned
}
