#include <limits.h>
int main(void) {
    long n = LONG_MAX;
    n++; //~ signed-overflow
    return n < 0 ? 0 : 1;
}
