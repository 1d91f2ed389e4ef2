#include <stdio.h>
#include <string.h>
static size_t length(const char *s) { return strlen(s); } //~ null-dereference
int main(void) {
    printf("%zu\n", length("ab"));
    printf("%zu\n", length(NULL));
    return 0;
}
