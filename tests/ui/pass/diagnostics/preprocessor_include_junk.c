#include <stdio.h> foo //~ extra-tokens
int main(void) {
    return 0;
}
