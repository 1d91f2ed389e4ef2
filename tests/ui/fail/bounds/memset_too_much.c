#include <string.h>
int main(void) {
    int a[4];
    memset(a, 0, 5 * sizeof a[0]); //~ out-of-bounds
    return a[0];
}
