#include <string.h>
int main(void) {
    int (*length)(int) = (int (*)(int))strlen;
    return length(5); //~ call-mismatch
}
