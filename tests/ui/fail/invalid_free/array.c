#include <stdlib.h>
int main(void) {
    char text[10] = "abc";
    char *p = text;
    free(p); //~ invalid-free
    return 0;
}
