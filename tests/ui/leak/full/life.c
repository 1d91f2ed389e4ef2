//@ options: --leaks=full
#include <stdlib.h>
static void fill(char *text) { text[0] = 'a'; }
int main(void) {
    char *made = malloc(10); //~ leak: definite 10
    char *h = made;
    fill(h);
    made = NULL;
    h[1] = 0;
    h = NULL; //~ lost: overwritten
    return 0;
}
