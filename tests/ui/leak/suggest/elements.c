//@ options: --suggest
#include <stdlib.h>
int main(void) {
    int *rows[4];
    for (int i = 0; i < 4; i++)
        rows[i] = calloc(5, sizeof(int)); //~ leak: definite 80
    rows[0][0] = 1;
    return 0; //~ lost: main-returned
}
