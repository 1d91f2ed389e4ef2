#include <assert.h>
#include <stddef.h>
static int length(const char *s) {
    assert(s != NULL && "no text"); //~ assertion-failed
    return 0;
}
int main(void) { return length(NULL); }
