#include <stdio.h>
int main(void) {
    printf(Hello World); //~ syntax-error
    return 0;
}
