#include <stddef.h>
int main(void) {
    int *a = NULL;
    int sum = 0;
    for (int i = 0; i < 3; i++) sum += a[i]; //~ null-dereference
    return sum;
}
