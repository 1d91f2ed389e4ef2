#include <limits.h>
int main(void) {
    int n = INT_MIN, d = -1;
    return n / d; //~ signed-overflow
}
