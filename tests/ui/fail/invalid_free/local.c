#include <stdlib.h>
int main(void) {
    int x = 1;
    free(&x); //~ invalid-free
    return 0;
}
