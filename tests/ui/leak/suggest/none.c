//@ options: --suggest
/* The callee's parameter was the last holder; no line can free what it is given
 * only here: no change is verified. */
#include <stdlib.h>
static int first(const int *numbers) {
    return numbers[0]; //~ lost: return
}
static int *make(int n) {
    int *p = malloc(sizeof *p); //~ leak: definite 4
    *p = n;
    return p;
}
int main(void) {
    int kept[1] = { 2 };
    return first(kept) + first(make(3)) - 5;
}
