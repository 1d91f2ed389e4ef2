#include <stdio.h //~ bad-include
int main(void) {
    return 0;
}
