#define MAX 10;
#include <stdio.h>
int main(void) {
    printf("%d\n", MAX); //~ macro-semicolon
    return 0;
}
