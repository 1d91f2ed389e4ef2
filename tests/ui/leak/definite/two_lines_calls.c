/* Calls on two lines are told apart. */
#include <stdlib.h>
static void make(void) {
    char *p = malloc(8); //~ leak: definite 8
    //~^ leak: definite 8
    p[0] = 0;
} //~ lost: scope
//~^ lost: scope
int main(void) {
    make();
    make();
    return 0;
}
