//@ options: -W signed-overflow=error
#include <limits.h>
int main(void) {
    int n = INT_MAX;
    n++; //~ signed-overflow
    return 0;
}
