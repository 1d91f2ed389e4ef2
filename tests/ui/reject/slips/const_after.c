#include <stdio.h>
int main(void) {
    int x;
    printf("Enter: ") //~ missing-semicolon
    scanf("%d", &x) //~ missing-semicolon
    if (x > 3)
        printf("big\n") //~ missing-semicolon
    else
        printf("small\n") //~ missing-semicolon
    return 0 //~ missing-semicolon
}
