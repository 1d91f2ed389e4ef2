/* The inner result is known to nobody but the callee's parameter. */
#include <stdlib.h>
#include <string.h>
static char *join(const char *a, const char *b) {
    char *text = malloc(strlen(a) + strlen(b) + 1); //~ leak: definite 3
    strcpy(text, a);
    strcat(text, b);
    return text; //~ lost: return
}
int main(void) {
    char *all = join(join("a", "b"), "c");
    free(all);
    return 0;
}
