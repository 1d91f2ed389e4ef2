#include <stdio.h>
int sum(int a, int b) {
    if (a) { //~ unbalanced-bracket
        return a;
    return a + b;
}
int main(void) {
    printf("%d\n", sum(1, 2));
    return 0;
}
