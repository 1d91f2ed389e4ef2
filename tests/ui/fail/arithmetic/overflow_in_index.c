#include <stdlib.h>
int main(void) {
    int n = 70000;
    long size = n * n; //~ signed-overflow
    return size < 0 ? 1 : 0;
}
