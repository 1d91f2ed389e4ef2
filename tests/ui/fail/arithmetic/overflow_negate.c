#include <limits.h>
int main(void) {
    int n = INT_MIN;
    int m = -n; //~ signed-overflow
    return m == n ? 0 : 1;
}
